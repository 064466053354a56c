#pragma once
// Inside `render` only: items of a drawing -> a PDF's operators, in points from the label's bottom left corner.
#include "label/drawing.h"
#include "render/font_library.h"
#include "render/pdf.h"

namespace temsao::render {

class PdfContent {
public:
    explicit PdfContent(const FontBook& fonts);

    // Starts a label whose top is at `height`; the ink state is that of a new page.
    void begin(Mm height);

    void draw(const label::Item& item) { std::visit(*this, item); }

    std::string& operators() { return out_; }

    GlyphsUsed& glyphs() { return glyphs_; }

    SpotInks& spots() { return spots_; }

    PicturesUsed& pictures() { return pictures_; }

    // Clips everything drawn from here on to the box.
    void clip(const BoxMm& box);

    void operator()(const label::FilledPath& filled);
    void operator()(const label::StrokedPath& stroked);
    void operator()(const label::TextLine& line);
    void operator()(const label::CodeModules& code);
    void operator()(const label::PlacedPicture& placed);

private:
    struct Colour {
        label::Ink ink;
        std::string spot;
        friend bool operator==(const Colour&, const Colour&) = default;
    };

    void set_fill(const label::Ink& ink, const std::string& spot = {});
    void set_stroke(const label::Ink& ink, const std::string& spot);
    void put_colour(const Colour& colour, const char* four_inks, const char* space, const char* tint);
    template <class Draw>
    void over_what_is_below(bool overprints, Draw draw);
    void put_path(const label::Path& path);
    void put_point(double x_mm, double y_mm);

    const FontBook& fonts_;
    Mm height_;
    std::optional<Colour> fill_, stroke_;
    std::string out_;
    GlyphsUsed glyphs_;
    SpotInks spots_;
    PicturesUsed pictures_;
};

} // namespace temsao::render
