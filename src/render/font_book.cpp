#include "render/font_book.h"

#include "render/font_library.h"

#include <pango/pangofc-fontmap.h>

#include <cstdio>
#include <fontconfig/fontconfig.h>

namespace temsao::render {
namespace {

constexpr auto family = "Be Vietnam Pro";
constexpr double measuring_size_pt = 100;
constexpr std::size_t most_remembered = 20'000;

Mm to_mm(double pango_units, double size_pt) {
    return {pango_units / PANGO_SCALE * (size_pt / measuring_size_pt) * 25.4 / 72};
}

} // namespace

FontBook::Library::~Library() {
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

std::unique_ptr<PangoLayout, Unref> FontBook::Library::layout(std::string_view line,
                                                              const label::TextStyle& style) const {
    std::unique_ptr<PangoLayout, Unref> made(pango_layout_new(context.get()));
    auto* description = pango_font_description_new();
    pango_font_description_set_family_static(description, family);
    pango_font_description_set_weight(description, static_cast<PangoWeight>(style.weight));
    pango_font_description_set_absolute_size(description, style.size_pt * PANGO_SCALE);
    pango_layout_set_font_description(made.get(), description);
    pango_font_description_free(description);
    pango_layout_set_single_paragraph_mode(made.get(), TRUE);
    if (style.letter_spacing_em != 0) {
        auto* attributes = pango_attr_list_new();
        const auto spacing = static_cast<int>(style.letter_spacing_em * style.size_pt * PANGO_SCALE);
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing));
        pango_layout_set_attributes(made.get(), attributes);
        pango_attr_list_unref(attributes);
    }
    pango_layout_set_text(made.get(), line.data(), static_cast<int>(line.size()));
    return made;
}

// Measured once at 100 pt and scaled: without hinting that is exact, and most words come again.
label::LineMeasure FontBook::measure(std::string_view line, const label::TextStyle& style) const {
    char prefix[32];
    std::snprintf(prefix, sizeof prefix, "%d %.3f ", static_cast<int>(style.weight), style.letter_spacing_em);
    auto& remembered = library_->measured;
    const auto key = prefix + std::string(line);
    auto found = remembered.find(key);
    if (found == remembered.end()) {
        auto at_measuring_size = style;
        at_measuring_size.size_pt = measuring_size_pt;
        const auto layout = library_->layout(line, at_measuring_size);
        PangoRectangle ink, logical;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout.get(), 0), &ink, &logical);
        const auto mm = [](int units) { return to_mm(units, measuring_size_pt); };
        if (remembered.size() > most_remembered) remembered.clear();
        found =
            remembered
                .emplace(key,
                         label::LineMeasure{
                             mm(logical.width), mm(ink.x), mm(ink.y), mm(ink.x + ink.width), mm(ink.y + ink.height)})
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
    const auto layout = library_->layout(text, {.weight = weight, .size_pt = measuring_size_pt});
    std::vector<std::string> missing;
    if (pango_layout_get_unknown_glyphs_count(layout.get()) == 0) return missing;
    const std::string owned(text);
    for (const char* at = owned.c_str(); *at; at = g_utf8_next_char(at)) {
        const std::string one(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
        const auto alone = library_->layout(one, {.weight = weight, .size_pt = measuring_size_pt});
        char name[16];
        std::snprintf(name, sizeof name, " (U+%04X)", g_utf8_get_char(at));
        if (pango_layout_get_unknown_glyphs_count(alone.get()) > 0) missing.push_back(one + name);
    }
    return missing;
}

} // namespace temsao::render
