#pragma once
// What a check of files found, and its four written forms: words, JSON, CSV, HTML. Everything a code or a file name
// holds is hostile here: CSV cells are made safe, HTML is escaped, control characters are replaced. Pure; any thread.
#include "catalog/product.h"
#include "job/json.h"
#include "photo/reading.h"
#include "stars/badge.h"
#include "trace/sodium.h"
#include "verify/judge.h"

namespace temsao::check {

struct CheckedLabel {
    photo::Reading reading;
    verify::Claim claim;
    verify::Verdict verdict;
    std::optional<stars::Badge> badge = {}; // only beside a trace code of ours
    std::string crop_png;                   // only if evidence is asked for
};

// Adds what the badge shows to the label's claim.
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

// Adds the bar code beside the trace code to the label's claim.
inline void note_ean13(CheckedLabel& label) {
    if (label.reading.ean13) label.claim.ean13_seen = label.reading.ean13->text;
}

// What the label's code says; null when it is not a trace code (verify::Verdict). Call it after the label was judged.
inline const trace::TraceCode* trace_code_of(const CheckedLabel& label) {
    return label.verdict.is_trace_code && label.claim.code ? &*label.claim.code : nullptr;
}

// Of one photo, after its labels were judged: verify::compare_within_photo.
void compare_within_photo(std::vector<CheckedLabel>& labels);

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
    bool is_truncated = false;    // the end of the photo is missing; the rest was read
    int width = 0, height = 0;    // of the photo, in pixels
    PhotoDigest photo;            // of the file
    std::string thumbnail_jpeg;   // turned as the camera noted; only if an HTML report is asked for
};

struct CheckedRun {
    std::vector<CheckedFile> files;
    verify::Word word = verify::Word::inconclusive;
    Date date;
    std::optional<catalog::ListHeader> list;
    std::string list_mark = {};                          // of the list's content: 16 hex digits; empty without a list
    std::string place = {}, inspector = {}, number = {}; // of the report; place and inspector may be empty
};

std::string verdict_words(verify::Word word, Lang lang); // "Hợp lệ"

// What a person should do now. The second form: for a photo without labels.
std::string next_step(const verify::Verdict& verdict, Lang lang);
std::string next_step(verify::Word word, Lang lang);

std::string place_of(const CheckedFile& file); // "anh.pdf #2"
int exit_status_of(verify::Word word);         // 0 valid, 1 invalid, 2 neither

// The document of `verify --json`, as text without a newline and as a tree; of one label as a tree.
std::string check_json_text(const CheckedRun& run, Lang lang, job::Obeyed obeyed = job::Obeyed::escaped);
job::Json check_json(const CheckedRun& run, Lang lang);
job::Json label_json(const CheckedLabel& label, Lang lang);

std::string check_words(const CheckedRun& run, Lang lang);
// Both with the worst first. CSV has a row for each label; HTML is a paper to be handed in, A4 when printed, which
// tells alike labels once (check/alike.h).
std::string check_csv(const CheckedRun& run, Lang lang);
std::string check_html(const CheckedRun& run, Lang lang);

} // namespace temsao::check
