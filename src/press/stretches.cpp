#include "press/stretches.h"

#include <algorithm>

namespace temsao::press {
namespace {

constexpr std::size_t labels_in_stretch = 64;

} // namespace

std::vector<Stretch> stretches(const page::Imposition& imposition, std::size_t labels) {
    std::vector<Stretch> all;
    std::size_t page = 0, label = 0;
    while (label < labels) {
        Stretch stretch{page, 0, label, 0};
        while (label < labels && stretch.labels < labels_in_stretch) {
            label = std::min(labels, label + imposition.labels_on(page));
            stretch.labels = label - stretch.first_label;
            stretch.pages = ++page - stretch.first_page;
        }
        all.push_back(stretch);
    }
    return all;
}

} // namespace temsao::press
