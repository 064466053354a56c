#pragma once
// Inside `render` only: the faces of the font book as HarfBuzz knows them, and lines of text set in them. Everything is
// in em, so that a line is set once for all sizes and all writers: without hinting that is exact.
#include "label/drawing.h"
#include "render/font_book.h"

#include <cstdint>
#include <hb.h>
#include <map>
#include <unordered_map>

namespace temsao::render {

struct FreeFont {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }

    void operator()(hb_font_t* font) const { hb_font_destroy(font); }

    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

struct Face {
    std::unique_ptr<hb_face_t, FreeFont> face;
    std::unique_ptr<hb_font_t, FreeFont> font; // scaled to its own units
    double units_per_em = 1000;
    int weight = 400;
    bool tabular = false; // its figures are of one width
    // The character of each glyph; 0 for glyphs that only font features use.
    std::vector<char32_t> character;

    // Cached for each glyph, because the font has to unpack the outline to answer.
    const hb_glyph_extents_t& extents(std::uint32_t glyph) const {
        auto& known = extents_[glyph];
        if (!known) {
            known.emplace();
            hb_font_get_glyph_extents(font.get(), glyph, &*known);
        }
        return *known;
    }

private:
    mutable std::unordered_map<std::uint32_t, std::optional<hb_glyph_extents_t>> extents_;
};

// A glyph at its place, in em from the start of the baseline, y upward.
struct PlacedGlyph {
    std::uint32_t glyph;
    double x, y;
    std::uint32_t text_start, text_length; // bytes of the line that it draws; length 0: the glyph before it draws them
};

struct ShapedLine {
    std::string text;
    std::size_t face = 0;
    std::vector<PlacedGlyph> glyphs;
    double advance = 0;
    double left = 0, bottom = 0, right = 0, top = 0; // of the ink, y upward
    bool complete = true;                            // no glyph is missing
    std::string operators;                           // PDF operators; filled by pdf_content.cpp
};

struct FontBook::Library {
    // All books of a folder number their faces alike: those for text by file name, the same with figures of one width,
    // then those for names.
    std::size_t count() const { return text_faces.size() + name_files.size(); }

    const Face& face(std::size_t number); // a face for names is read when it is first asked for

    std::vector<Face> text_faces;
    std::vector<std::pair<label::Typeface, std::filesystem::path>> name_files;

    // Valid until the next call of shape.
    ShapedLine& shape(std::string_view line, const label::TextStyle& style);
    // In em from the glyph's origin, y upward.
    const label::Path& outline(std::size_t face, std::uint32_t glyph);
    // The outlines of a line's letters in mm, y downward, with the start of its baseline at x, y.
    label::Path outline_of(const ShapedLine& line, double em_mm, double x = 0, double y = 0);
    std::size_t face_of(const label::TextStyle& style) const;

private:
    ShapedLine shape_line(std::string_view line, const label::TextStyle& style);

    std::map<std::size_t, Face> name_faces_;
    std::unique_ptr<hb_buffer_t, FreeFont> buffer_{hb_buffer_create()};
    std::string key_;
    std::unordered_map<std::string, ShapedLine> shaped_; // labels of one run repeat most of their lines
    std::unordered_map<std::uint64_t, label::Path> outlines_;
};

} // namespace temsao::render
