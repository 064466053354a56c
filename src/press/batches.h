#pragma once
// Inside `press`: a run of labels cut into batches of pages.
#include "page/page.h"

namespace temsao::press {

// A batch: a few consecutive pages of a run and their labels, the unit of work of one thread.
struct Batch {
    std::size_t first_page, pages, first_label, labels;
};

std::vector<Batch> batches(const page::Imposition& imposition, std::size_t labels);

// The pages of a batch; its labels are given by their number within the run.
template <class LabelAt>
Result<std::vector<page::Page>> lay_pages(const Batch& batch, const page::Imposition& imposition, LabelAt label_at) {
    std::vector<page::Page> pages;
    auto label = batch.first_label;
    const auto end = batch.first_label + batch.labels;
    for (auto page = batch.first_page; page < batch.first_page + batch.pages; ++page) {
        std::vector<std::shared_ptr<const label::Drawing>> drawings;
        for (const auto room = imposition.labels_on(page); drawings.size() < room && label < end; ++label) {
            auto drawing = TRY(label_at(label));
            drawings.push_back(std::move(drawing));
        }
        auto laid = TRY(imposition.lay(page, drawings));
        pages.push_back(std::move(laid));
    }
    return pages;
}

} // namespace temsao::press
