#include "press/label_files.h"

#include "render/pwg.h"
#include "render/write.h"

#include <algorithm>

namespace temsao::press {

Result<LabelFiles>
LabelFiles::create(const OutputWish& wish, const Run& run, const render::DocumentFacts& facts, std::size_t pages) {
    LabelFiles files(wish, run, pages);
    const auto& [out, format, pages_a_document, has_colour] = wish;
    if (format == "pdf" || run.printer || pages_a_document > 0) {
        auto file = TRY(NewFile::create(out));
        files.paths_.push_back(out);
        files.files_.push_back(std::make_unique<NewFile>(std::move(file)));
        files.facts_ = facts;
        if (!run.printer && pages_a_document == 0)
            files.pdf_.emplace(facts,
                               [to = files.files_.back().get()](std::string_view bytes) { return to->write(bytes); });
    } else if (format != "png" && format != "svg") {
        return error(Cause::usage, "label.format", {format});
    } else if (pages > most_pictures) {
        return error(
            Cause::usage, "label.too_many_pictures", {std::to_string(pages), std::to_string(most_pictures), format});
    }
    return files;
}

Result<LabelFiles::Composed> LabelFiles::compose(std::span<const page::Page> pages,
                                                 const render::FontBook& fonts) const {
    if (pdf_) return Composed(render::compose_pdf(pages, fonts));
    if (pages_a_document_ > 0) {
        std::vector<Document> documents;
        while (!pages.empty()) {
            const auto count = std::min(pages.size(), pages_a_document_);
            documents.push_back(TRY(make_document(pages.first(count), fonts)));
            pages = pages.subspan(count);
        }
        return Composed(std::move(documents));
    }
    if (printer_) return Composed(std::vector(pages.begin(), pages.end()));
    if (format_ == "png") {
        auto pictures = TRY(render::write_pngs(pages, resolution_, fonts));
        return Composed(std::move(pictures));
    }
    std::vector<std::string> pictures;
    for (const auto& page : pages) {
        auto bytes = TRY(render::write_svg(page, fonts));
        pictures.push_back(std::move(bytes));
    }
    return Composed(std::move(pictures));
}

Outcome LabelFiles::put(const Composed& composed, const render::FontBook& fonts) {
    if (const auto* pages = std::get_if<render::PdfPages>(&composed)) return pdf_->add(*pages);
    if (const auto* pages = std::get_if<std::vector<page::Page>>(&composed)) {
        for (const auto& page : *pages) {
            if (waiting_ && waiting_->labels != page.labels) TRY(print_waiting(fonts));
            waiting_ = page;
            ++copies_;
        }
        return done;
    }
    if (const auto* documents = std::get_if<std::vector<Document>>(&composed)) {
        for (const auto& document : *documents) {
            blocks_.push_back({document.bytes.size(), document.pages});
            TRY(files_.front()->write(document.bytes));
        }
        return done;
    }
    for (const auto& picture : std::get<std::vector<std::string>>(composed))
        TRY(put_picture(picture));
    return done;
}

Outcome LabelFiles::print_waiting(const render::FontBook& fonts) {
    const int copies = std::exchange(copies_, 0);
    const auto commands =
        TRY(render::write_for_printer(printer_->language, *waiting_, copies, resolution_, printer_->settings, fonts));
    blocks_.push_back({commands.size(), copies});
    return files_.front()->write(commands);
}

Result<LabelFiles::Document> LabelFiles::make_document(std::span<const page::Page> pages,
                                                       const render::FontBook& fonts) const {
    Document document{{}, static_cast<int>(pages.size())};
    if (format_ == "pdf") {
        document.bytes = TRY(render::write_pdf(pages, *facts_, fonts));
    } else {
        const auto type = has_colour_ ? render::PwgType::srgb_8 : render::PwgType::sgray_8;
        document.bytes = TRY(render::write_pwg(pages, resolution_, fonts, type));
    }
    return document;
}

Outcome LabelFiles::put_picture(const std::string& bytes) {
    auto path = out_;
    if (pages_ > 1)
        path.replace_filename(out_.stem().string() + "-" + std::to_string(paths_.size() + 1) +
                              out_.extension().string());
    auto file = TRY(NewFile::create(path));
    TRY(file.write(bytes));
    TRY(file.settle());
    files_.push_back(std::make_unique<NewFile>(std::move(file)));
    paths_.push_back(std::move(path));
    return done;
}

Result<std::vector<std::filesystem::path>>
LabelFiles::finish(const render::FontBook& fonts, const std::function<Result<Beside>()>& before_they_appear) {
    if (waiting_) TRY(print_waiting(fonts));
    if (pdf_) TRY(pdf_->finish(fonts));
    for (auto& file : files_)
        TRY(file->settle());
    Beside all;
    if (before_they_appear) all = TRY(before_they_appear());
    for (auto& file : files_)
        all.push_back(file.get());
    TRY(commit_together(all));
    return paths_;
}

} // namespace temsao::press
