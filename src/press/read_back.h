#pragma once
// Inside `press`: decode-back. A label of a run is drawn at the printer's resolution, with a model of spreading ink and
// of a blurring camera (scan/read_back.h), and read again by two readers, before any file appears.
#include "press/make_label.h"
#include "stars/badge.h"

namespace temsao::press {

// Chooses `asked` of `count` labels at random, in order; always the same ones for the same `seed`.
std::vector<std::size_t> sample(std::size_t count, std::size_t asked, std::uint64_t seed);

// Which of a run's different labels are read back: all, or `asked` of them; always the same ones for the
// same `serials`.
std::vector<bool> labels_to_read(std::optional<int> asked, const std::vector<std::string>& serials);

// Any thread, each with its own fonts. Errors: label.unreadable {product, dpi, reader, text expected, text seen}
// (Cause::refused); those of render::draw_bitmap.
Outcome read_label_back(const Made& label, Resolution resolution, const render::FontBook& fonts);

// Reads the codes of tills, in the same way; bars, which are the same on all labels of a product, on its `first`.
// Errors: label.till_code_unreadable {product, dpi, reader, text expected, text seen} (Cause::refused); those of
// render::draw_bitmap.
Outcome read_till_codes_back(const Made& label, bool first, Resolution resolution, const render::FontBook& fonts);

// Counts the stars of the label's badge, if it has one, as `verify` does, and compares them with the certificate's.
// More expensive than the code and the same on all labels of a product, so one label is enough. Errors:
// label.badge_unreadable {product, dpi, stars certified, stars seen} (Cause::refused); those of render::draw_bitmap.
Outcome count_stars_back(const Made& label,
                         const label::Template& design,
                         const stars::StarCounter& counter,
                         Resolution resolution,
                         const render::FontBook& fonts);

} // namespace temsao::press
