#pragma once
// Inside `app`: decode-back. Every label of a run is drawn at the printer's resolution, printed on paper that spreads
// ink and seen by a camera that blurs (scan/read_back.h), and read again by two readers, before any file appears.
#include "app/print_run.h"

namespace temsao::app {

struct LabelToRead {
    std::shared_ptr<const label::Drawing> drawing;
    std::string text; // what its code must hold, byte for byte
    std::string name; // of the product
};

// `asked` of `count` labels, each as likely as another and always the same ones for the same `seed`; in order.
std::vector<std::size_t> sample(std::size_t count, std::size_t asked, std::uint64_t seed);

// A hash of what the codes hold: the sample's seed.
std::uint64_t seed_of(const std::vector<LabelToRead>& labels);

// Reads the labels of those places back, on `threads` threads, each with its own fonts. The first that fails, by its
// place, stops the job whatever the threads do. Gives how many were read. Errors (Cause::refused): label.unreadable
// {product, dpi, reader, text expected, text seen}; those of FontBook::open.
Result<std::size_t> read_labels_back(const std::vector<LabelToRead>& labels,
                                     const std::vector<std::size_t>& places,
                                     Resolution resolution,
                                     const std::filesystem::path& fonts,
                                     int threads,
                                     const Progress& progress);

} // namespace temsao::app
