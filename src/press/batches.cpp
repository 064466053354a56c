#include "press/batches.h"

#include <algorithm>

namespace temsao::press {
namespace {

constexpr std::size_t labels_in_batch = 64;

} // namespace

std::vector<Batch> batches(const page::Imposition& imposition, std::size_t labels) {
    std::vector<Batch> all;
    std::size_t page = 0, label = 0;
    while (label < labels) {
        Batch batch{page, 0, label, 0};
        while (label < labels && batch.labels < labels_in_batch) {
            label = std::min(labels, label + imposition.labels_on(page));
            batch.labels = label - batch.first_label;
            batch.pages = ++page - batch.first_page;
        }
        all.push_back(batch);
    }
    return all;
}

} // namespace temsao::press
