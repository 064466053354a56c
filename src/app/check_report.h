#pragma once
// What a check of files found, and its three written forms. Everything a code or a file name holds is hostile here: CSV
// cells are made harmless, HTML is escaped, control characters never come through.
#include "app/json.h"
#include "scan/badge.h"

namespace temsao::app {

struct CheckedLabel {
    scan::Reading reading;
    verify::Claim claim;
    verify::Verdict verdict;
    std::optional<scan::Badge> badge = {}; // only beside a trace code of ours
    std::string crop_png;                  // only when evidence is asked for
};

// What the badge shows becomes part of what the label claims.
inline void note_stars(CheckedLabel& label) {
    auto& claim = label.claim;
    if (const auto& badge = label.badge) {
        claim.stars_seen = badge->stars;
        claim.badge_absent = !badge->is_seen;
        claim.badge_odd_form = badge->is_odd_form;
        claim.badge_odd_colour = badge->is_odd_colour;
    }
    claim.stars_unsure = claim.code && !claim.stars_seen && !claim.badge_absent;
}

// So does the bar code beside the trace code.
inline void note_ean13(CheckedLabel& label) {
    if (label.reading.ean13) label.claim.ean13_seen = label.reading.ean13->text;
}

// What the label's code says; null where it is no trace code (verify::Verdict). Once judged.
inline const trace::TraceCode* trace_code_of(const CheckedLabel& label) {
    return label.verdict.is_trace_code && label.claim.code ? &*label.claim.code : nullptr;
}

verify::Word deciding_word(const std::vector<CheckedLabel>& labels); // of one photo: verify::deciding_word

struct PhotoDigest {
    trace::sodium::Bytes32 sha256{};
    std::uint64_t bytes = 0;
};

struct CheckedFile {
    std::string file;
    int page = 0; // of a PDF, from 1
    std::vector<CheckedLabel> labels;
    verify::Word word = verify::Word::inconclusive;
    double cpu_ms = 0;
    std::vector<std::string> passes;
    int exif_orientation = 1;
    std::optional<Error> trouble; // the file could not be read
    bool is_truncated = false;    // the photo's end is missing; what there is was read
    int width = 0, height = 0;    // of the photo, in pixels
    PhotoDigest photo;            // of the file
    std::string thumbnail_png;    // only when an HTML report is asked for
};

struct CheckedRun {
    std::vector<CheckedFile> files;
    verify::Word word = verify::Word::inconclusive;
    Date date;
    std::optional<catalog::ListHeader> list;
};

std::string verdict_words(verify::Word word, Lang lang); // "Hợp lệ"
int exit_status_of(verify::Word word);                   // 0 valid, 1 invalid, 2 neither

Json label_json(const CheckedLabel& label, Lang lang);
std::string check_json(const CheckedRun& run, Lang lang);
std::string check_words(const CheckedRun& run, Lang lang);
std::string check_csv(const CheckedRun& run, Lang lang);
std::string check_html(const CheckedRun& run, Lang lang);

} // namespace temsao::app
