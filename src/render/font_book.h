#pragma once
// FontBook: our own fonts, never the system's, so that a label looks the same everywhere. It measures text for `label`
// (FontMeasure) and sets it for the writers. One thread at a time; opening one for each thread costs less than a
// millisecond.
#include "label/font_measure.h"

#include <filesystem>
#include <memory>

namespace temsao::render {

class FontBook : public label::FontMeasure {
public:
    // The folder's .ttf files. The faces for text are read at once, a face for names at its first line. A face for
    // names that is not there is set in the bold one for text. Errors render.no_fonts {folder} (Cause::missing),
    // render.bad_font {file} (data).
    static Result<std::unique_ptr<FontBook>> open(const std::filesystem::path& folder);
    ~FontBook() override;

    label::LineMeasure measure(std::string_view line, const label::TextStyle& style) const override;
    label::Path outline(std::string_view line, const label::TextStyle& style) const override;
    Mm x_height(const label::TextStyle& style) const override;
    Mm cap_height(const label::TextStyle& style) const override;
    std::vector<std::string> missing_glyphs(std::string_view text, const label::TextStyle& style) const override;

    struct Library; // faces and set lines; for the writers of this folder

    Library& library() const { return *library_; }

private:
    explicit FontBook(std::unique_ptr<Library> library);
    std::unique_ptr<Library> library_;
};

} // namespace temsao::render
