#include "render/font_book.h"

#include "render/font_library.h"

#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fontconfig/fontconfig.h>

namespace temsao::render {
namespace {

constexpr auto family = "Be Vietnam Pro";
constexpr double measuring_size_pt = 100;
constexpr std::size_t most_remembered = 4096;

Mm to_mm(double pango_units, double size_pt) {
    return {pango_units / PANGO_SCALE * (size_pt / measuring_size_pt) * 25.4 / 72};
}

// The font has no tabular figures: each digit is centred in a cell of their mean width.
void spread_digits(ShapedLine& line, int cell) {
    for (auto* run : line.runs) {
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            const auto byte = static_cast<std::size_t>(run->item->offset + run->glyphs->log_clusters[i]);
            auto& place = run->glyphs->glyphs[i].geometry;
            if (line.text[byte] < '0' || line.text[byte] > '9') continue;
            place.x_offset += (cell - place.width) / 2;
            place.width = cell;
        }
    }
}

} // namespace

FontBook::Library::~Library() {
    shaped.clear();
    context.reset();
    map.reset();
    if (config) FcConfigDestroy(config);
}

FontBook::FontBook(std::unique_ptr<Library> library) : library_(std::move(library)) {}

FontBook::~FontBook() = default;

Result<std::unique_ptr<FontBook>> FontBook::open(const std::filesystem::path& folder) {
    auto library = std::make_unique<Library>();
    library->config = FcConfigCreate();
    int fonts = 0;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (entry.path().extension() == ".ttf")
            fonts += FcConfigAppFontAddFile(library->config, reinterpret_cast<const FcChar8*>(entry.path().c_str()));
    if (fonts == 0) return error(Cause::missing, "render.no_fonts", {folder.string()});
    library->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    ENSURE(library->map);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(library->map.get()), library->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(library->map.get()), 72);
    library->context.reset(pango_font_map_create_context(library->map.get()));
    // Sizes must scale exactly from measuring to any resolution: no hinting of advances.
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(library->context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(library->context.get(), FALSE);
    pango_context_set_language(library->context.get(), pango_language_from_string("vi"));
    return std::unique_ptr<FontBook>(new FontBook(std::move(library)));
}

ShapedLine FontBook::Library::shape_anew(std::string_view line, const label::TextStyle& style) const {
    ShapedLine made{.text = std::string(line),
                    .layout = std::unique_ptr<PangoLayout, Unref>(pango_layout_new(context.get())),
                    .runs = {}};
    auto* layout = made.layout.get();
    auto* description = pango_font_description_new();
    pango_font_description_set_family_static(description, family);
    pango_font_description_set_weight(description, static_cast<PangoWeight>(style.weight));
    pango_font_description_set_absolute_size(description, style.size_pt * PANGO_SCALE);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    if (style.letter_spacing_em != 0) {
        auto* attributes = pango_attr_list_new();
        const auto spacing = static_cast<int>(std::lround(style.letter_spacing_em * style.size_pt * PANGO_SCALE));
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing));
        pango_layout_set_attributes(layout, attributes);
        pango_attr_list_unref(attributes);
    }
    pango_layout_set_text(layout, line.data(), static_cast<int>(line.size()));
    made.complete = pango_layout_get_unknown_glyphs_count(layout) == 0;
    for (auto* run = pango_layout_get_line(layout, 0)->runs; run; run = run->next)
        made.runs.push_back(static_cast<PangoGlyphItem*>(run->data));
    return made;
}

const ShapedLine& FontBook::Library::shape(std::string_view line, const label::TextStyle& style) {
    char prefix[64];
    std::snprintf(prefix,
                  sizeof prefix,
                  "%d %.4f %.4f %d ",
                  static_cast<int>(style.weight),
                  style.size_pt,
                  style.letter_spacing_em,
                  style.tabular);
    const auto key = prefix + std::string(line);
    if (const auto found = shaped.find(key); found != shaped.end()) return found->second;
    auto made = shape_anew(line, style);
    if (style.tabular) {
        const auto digits = shape_anew("0123456789", style);
        spread_digits(made, pango_glyph_string_get_width(digits.runs.front()->glyphs) / 10);
    }
    if (shaped.size() >= most_remembered) shaped.clear();
    return shaped.emplace(key, std::move(made)).first->second;
}

// Measured once at 100 pt and scaled: without hinting that is exact, and most words come again.
label::LineMeasure FontBook::measure(std::string_view line, const label::TextStyle& style) const {
    char prefix[32];
    std::snprintf(
        prefix, sizeof prefix, "%d %.4f %d ", static_cast<int>(style.weight), style.letter_spacing_em, style.tabular);
    auto& remembered = library_->measured;
    const auto key = prefix + std::string(line);
    auto found = remembered.find(key);
    if (found == remembered.end()) {
        auto at_measuring_size = style;
        at_measuring_size.size_pt = measuring_size_pt;
        PangoRectangle all{};
        int advance = 0;
        bool first = true;
        for (auto* run : library_->shape(line, at_measuring_size).runs) {
            PangoRectangle ink, logical;
            pango_glyph_string_extents(run->glyphs, run->item->analysis.font, &ink, &logical);
            if (ink.width > 0) {
                const int left = first ? advance + ink.x : std::min(all.x, advance + ink.x);
                const int right = std::max(first ? left : all.x + all.width, advance + ink.x + ink.width);
                const int top = first ? ink.y : std::min(all.y, ink.y);
                const int bottom = std::max(first ? ink.y : all.y + all.height, ink.y + ink.height);
                all = {left, top, right - left, bottom - top};
                first = false;
            }
            advance += pango_glyph_string_get_width(run->glyphs);
        }
        const auto mm = [](int units) { return to_mm(units, measuring_size_pt); };
        if (remembered.size() >= most_remembered) remembered.clear();
        found = remembered
                    .emplace(key,
                             label::LineMeasure{
                                 mm(advance), mm(all.x), mm(all.y), mm(all.x + all.width), mm(all.y + all.height)})
                    .first;
    }
    const double scale = style.size_pt / measuring_size_pt;
    const auto& m = found->second;
    return {m.advance * scale, m.ink_left * scale, m.ink_top * scale, m.ink_right * scale, m.ink_bottom * scale};
}

Mm FontBook::x_height(const label::TextStyle& style) const {
    return -measure("x", style).ink_top;
}

Mm FontBook::cap_height(const label::TextStyle& style) const {
    return -measure("H", style).ink_top;
}

std::vector<std::string> FontBook::missing_glyphs(std::string_view text, label::Weight weight) const {
    const label::TextStyle style{.weight = weight, .size_pt = measuring_size_pt};
    const auto key = std::to_string(static_cast<int>(weight)) + std::string(text);
    auto& known = library_->missing;
    if (const auto found = known.find(key); found != known.end()) return found->second;
    std::string words(text);
    std::replace(words.begin(), words.end(), '\n', ' ');
    std::vector<std::string> missing;
    if (!library_->shape(words, style).complete) {
        for (const char* at = words.c_str(); *at; at = g_utf8_next_char(at)) {
            const std::string one(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
            char name[16];
            std::snprintf(name, sizeof name, " (U+%04X)", g_utf8_get_char(at));
            if (!library_->shape(one, style).complete &&
                std::find(missing.begin(), missing.end(), one + name) == missing.end())
                missing.push_back(one + name);
        }
    }
    if (known.size() >= most_remembered) known.clear();
    return known.emplace(key, std::move(missing)).first->second;
}

} // namespace temsao::render
