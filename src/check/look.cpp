#include "check/look.h"

#include "base/cpu_time.h"
#include "scan/ean13.h"

namespace temsao::check {
namespace {

bool has_gtin(const CheckedLabel& label) {
    return label.claim.code && label.claim.code->gtin;
}

void look_for_bars(const photo::Photo& photo, const std::vector<photo::Reading>& all, CheckedFile& seen) {
    const auto with_gtin = static_cast<std::size_t>(std::count_if(seen.labels.begin(), seen.labels.end(), has_gtin));
    if (with_gtin == 0) return;
    const scan::BarPlaces bars(photo);
    for (auto& label : seen.labels)
        if (has_gtin(label)) {
            label.reading.ean13 = scan::ean13_beside(photo, label.reading, all, bars, with_gtin);
            note_ean13(label);
        }
}

} // namespace

CheckedFile look_at_photo(const photo::Photo& photo,
                          const photo::ColourSource& colours,
                          const LookWish& wish,
                          const stars::StarCounter& counter) {
    const double start = cpu_ms();
    CheckedFile seen;
    auto read = scan::read_symbols(photo, wish.effort);
    if (read.readings.empty() && !wish.codes_only) {
        read.readings = scan::ean13_alone(photo);
        read.passes.emplace_back("bars");
    }
    for (const auto& reading : read.readings) {
        CheckedLabel label;
        label.reading = reading;
        label.claim = verify::claim_of(reading.text);
        if (label.claim.code && !wish.codes_only) label.badge = counter.count(photo, reading, colours);
        note_stars(label);
        seen.labels.push_back(std::move(label));
    }
    if (!wish.codes_only) look_for_bars(photo, read.readings, seen);
    seen.passes = std::move(read.passes);
    seen.exif_orientation = photo.exif_orientation;
    seen.is_truncated = photo.is_truncated;
    seen.width = photo.width;
    seen.height = photo.height;
    seen.cpu_ms = cpu_ms() - start;
    return seen;
}

void judge_photo(CheckedFile& file, const verify::Grounds& grounds, Date day) {
    for (auto& label : file.labels)
        label.verdict = verify::judge(label.claim, grounds, day);
    compare_within_photo(file.labels);
    file.word = deciding_word(file.labels);
}

} // namespace temsao::check
