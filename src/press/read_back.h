#pragma once
// Inside `app`: decode-back. A label of a run is drawn at the printer's resolution, printed on paper that spreads ink
// and seen by a camera that blurs (scan/read_back.h), and read again by two readers, before any file appears.
#include "press/print_run.h"
#include "stars/badge.h"

namespace temsao::press {

// `asked` of `count` labels, each as likely as another and always the same ones for the same `seed`; in order.
std::vector<std::size_t> sample(std::size_t count, std::size_t asked, std::uint64_t seed);

// Which of a run's different labels are read: all, or as many as --check-labels says; the same ones for the same
// `serials`. Error option.check_labels.
Result<std::vector<bool>> labels_to_read(const job::Request& request, const std::vector<std::string>& serials);

// Any thread, each with its own fonts. Errors: label.unreadable {product, dpi, reader, text expected, text seen}
// (Cause::refused); those of render::draw_bitmap.
Outcome read_label_back(const Made& label, Resolution resolution, const render::FontBook& fonts);

// The stars of the label's badge, where it has one, counted as `verify` counts them and held against the certificate's.
// Dearer than the code and the same on all labels of a product, so that one of them is enough. Errors:
// label.badge_unreadable {product, dpi, stars certified, stars seen} (Cause::refused); those of render::draw_bitmap.
Outcome count_stars_back(const Made& label,
                         const label::Template& design,
                         const stars::StarCounter& counter,
                         Resolution resolution,
                         const render::FontBook& fonts);

} // namespace temsao::press
