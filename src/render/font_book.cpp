// The one user of HarfBuzz's shaping. One family and left-to-right text need neither Pango's splitting into scripts nor
// fontconfig's search, which cost ten times the shaping itself.
#include "render/font_book.h"

#include "render/font_library.h"
#include "render/tabular_face.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <hb-ot.h>

namespace temsao::render {
namespace {

constexpr std::size_t most_remembered = 512; // lines, some 2 kB each
constexpr unsigned most_glyphs = 65535;      // what a TrueType file can number

Mm to_mm(double em, const label::TextStyle& style) {
    return {em * style.size_pt * 25.4 / 72};
}

Face face_from(std::unique_ptr<hb_face_t, FreeFont> face) {
    Face made;
    made.face = std::move(face);
    made.font.reset(hb_font_create(made.face.get()));
    const unsigned units = hb_face_get_upem(made.face.get());
    hb_font_set_scale(made.font.get(), static_cast<int>(units), static_cast<int>(units));
    made.units_per_em = units;
    made.weight = static_cast<int>(hb_style_get_value(made.font.get(), HB_STYLE_TAG_WEIGHT));
    made.character.resize(std::min(hb_face_get_glyph_count(made.face.get()), most_glyphs));
    const std::unique_ptr<hb_set_t, void (*)(hb_set_t*)> all(hb_set_create(), hb_set_destroy);
    hb_face_collect_unicodes(made.face.get(), all.get());
    hb_codepoint_t character = HB_SET_VALUE_INVALID, glyph = 0;
    while (hb_set_next(all.get(), &character))
        if (hb_font_get_nominal_glyph(made.font.get(), character, &glyph) && glyph < made.character.size() &&
            made.character[glyph] == 0)
            made.character[glyph] = character;
    return made;
}

constexpr std::array<std::pair<std::string_view, label::Typeface>, 8> files_for_names = {
    {{"Lora-Bold", label::Typeface::lora},
     {"Lora-BoldItalic", label::Typeface::lora_italic},
     {"PlayfairDisplay-Bold", label::Typeface::playfair},
     {"YesevaOne-Regular", label::Typeface::yeseva},
     {"BricolageGrotesque-Bold", label::Typeface::bricolage},
     {"Phudu-Bold", label::Typeface::phudu},
     {"Oswald-Bold", label::Typeface::oswald},
     {"Alegreya-Bold", label::Typeface::alegreya}}};

label::Typeface typeface_in(const std::filesystem::path& file) {
    const auto stem = file.stem().string();
    for (const auto& [name, typeface] : files_for_names)
        if (name == stem) return typeface;
    return label::Typeface::text;
}

using Blob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;

Result<Blob> map_file(const std::filesystem::path& file) {
    Blob blob(hb_blob_create_from_file_or_fail(file.c_str()), hb_blob_destroy);
    if (!blob || hb_face_count(blob.get()) != 1) return error(Cause::data, "render.bad_font", {file.string()});
    return blob;
}

Result<Face> open_face(const std::filesystem::path& file) {
    const auto blob = TRY(map_file(file));
    return face_from(std::unique_ptr<hb_face_t, FreeFont>(hb_face_create(blob.get(), 0)));
}

void take_ink(ShapedLine& line, const Face& face, const PlacedGlyph& placed, bool& first) {
    const auto& box = face.extents(placed.glyph);
    if (box.width == 0) return;
    const double left = placed.x + box.x_bearing / face.units_per_em;
    const double top = placed.y + box.y_bearing / face.units_per_em;
    const double right = left + box.width / face.units_per_em;
    const double bottom = top + box.height / face.units_per_em; // height is negative
    line.left = first ? left : std::min(line.left, left);
    line.right = first ? right : std::max(line.right, right);
    line.top = first ? top : std::max(line.top, top);
    line.bottom = first ? bottom : std::min(line.bottom, bottom);
    first = false;
}

void mark_text(ShapedLine& line, const std::vector<std::uint32_t>& clusters) {
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        auto next = i + 1;
        while (next < clusters.size() && clusters[next] == clusters[i])
            ++next;
        const auto end = next < clusters.size() ? clusters[next] : static_cast<std::uint32_t>(line.text.size());
        const bool leads = i == 0 || clusters[i - 1] != clusters[i];
        line.glyphs[i].text_start = clusters[i];
        line.glyphs[i].text_length = leads ? end - clusters[i] : 0;
    }
}

struct Pen {
    label::Path& path;
    double units;

    void add(label::PathStep::Kind kind, float x, float y, float x1 = 0, float y1 = 0, float x2 = 0, float y2 = 0) {
        path.push_back({kind, x1 / units, y1 / units, x2 / units, y2 / units, x / units, y / units});
    }
};

Pen& pen(void* data) {
    return *static_cast<Pen*>(data);
}

using Kind = label::PathStep::Kind;

hb_draw_funcs_t* outline_functions() {
    static hb_draw_funcs_t* const functions = [] {
        auto* made = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(
            made,
            [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
                pen(data).add(Kind::move, x, y);
            },
            nullptr,
            nullptr);
        hb_draw_funcs_set_line_to_func(
            made,
            [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
                pen(data).add(Kind::line, x, y);
            },
            nullptr,
            nullptr);
        hb_draw_funcs_set_cubic_to_func(
            made,
            [](hb_draw_funcs_t*,
               void* data,
               hb_draw_state_t*,
               float x1,
               float y1,
               float x2,
               float y2,
               float x,
               float y,
               void*) { pen(data).add(Kind::curve, x, y, x1, y1, x2, y2); },
            nullptr,
            nullptr);
        hb_draw_funcs_set_close_path_func(
            made,
            [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { pen(data).add(Kind::close, 0, 0); },
            nullptr,
            nullptr);
        hb_draw_funcs_make_immutable(made);
        return made;
    }();
    return functions;
}

} // namespace

FontBook::FontBook(std::unique_ptr<Library> library) : library_(std::move(library)) {}

FontBook::~FontBook() = default;

Result<std::unique_ptr<FontBook>> FontBook::open(const std::filesystem::path& folder) {
    auto library = std::make_unique<Library>();
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() != ".ttf") continue;
        const auto typeface = typeface_in(entry.path());
        if (typeface == label::Typeface::text)
            files.push_back(entry.path());
        else
            library->name_files.emplace_back(typeface, entry.path());
    }
    if (files.empty()) return error(Cause::missing, "render.no_fonts", {folder.string()});
    std::sort(files.begin(), files.end());
    std::sort(library->name_files.begin(), library->name_files.end());
    for (const auto& [_, file] : library->name_files)
        TRY(map_file(file));
    auto& faces = library->text_faces;
    for (const auto& file : files) {
        auto face = TRY(open_face(file));
        faces.push_back(std::move(face));
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto face = with_tabular_figures(faces[i].face.get());
        if (!face) return error(Cause::data, "render.bad_font", {files[i].string()});
        faces.push_back(face_from(std::move(face)));
        faces.back().tabular = true;
    }
    return std::unique_ptr<FontBook>(new FontBook(std::move(library)));
}

std::size_t FontBook::Library::face_of(const label::TextStyle& style) const {
    for (std::size_t i = 0; i < name_files.size(); ++i)
        if (name_files[i].first == style.typeface) return text_faces.size() + i;
    const auto weight = style.typeface == label::Typeface::text ? style.weight : label::Weight::bold;
    const auto distance = [&](const Face& face) {
        return std::abs(face.weight - static_cast<int>(weight)) + (face.tabular == style.tabular ? 0 : 10000);
    };
    const auto nearest = std::min_element(
        text_faces.begin(), text_faces.end(), [&](const Face& a, const Face& b) { return distance(a) < distance(b); });
    return static_cast<std::size_t>(nearest - text_faces.begin());
}

const Face& FontBook::Library::face(std::size_t number) {
    if (number < text_faces.size()) return text_faces[number];
    if (const auto known = name_faces_.find(number); known != name_faces_.end()) return known->second;
    auto opened = open_face(name_files[number - text_faces.size()].second);
    ENSURE(opened); // FontBook::open has looked
    return name_faces_.emplace(number, *std::move(opened)).first->second;
}

ShapedLine FontBook::Library::shape_line(std::string_view line, const label::TextStyle& style) {
    ShapedLine made{.text = std::string(line), .face = face_of(style), .glyphs = {}, .operators = {}};
    const auto& face = this->face(made.face);
    auto* buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, line.data(), static_cast<int>(line.size()), 0, static_cast<int>(line.size()));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    static const hb_language_t vietnamese = hb_language_from_string("vi", -1); // made once, whichever thread is first
    hb_buffer_set_language(buffer, vietnamese);
    // Letters that stand apart do not melt into one.
    const hb_feature_t no_ligatures[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
    hb_shape(face.font.get(), buffer, no_ligatures, style.letter_spacing_em != 0 ? 2 : 0);
    unsigned count = 0;
    const auto* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    const auto* places = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<std::uint32_t> clusters;
    bool first = true;
    for (unsigned i = 0; i < count; ++i) {
        double advance = places[i].x_advance, shift = places[i].x_offset;
        if (const char c = line[glyphs[i].cluster];
            style.tabular && c >= '0' && c <= '9') { // as wide as it is, unkerned
            shift = 0;
            advance = hb_font_get_glyph_h_advance(face.font.get(), glyphs[i].codepoint);
        }
        made.glyphs.push_back({glyphs[i].codepoint,
                               made.advance + shift / face.units_per_em,
                               places[i].y_offset / face.units_per_em,
                               0,
                               0});
        take_ink(made, face, made.glyphs.back(), first);
        made.advance += advance / face.units_per_em;
        if (i + 1 == count || glyphs[i + 1].cluster != glyphs[i].cluster) made.advance += style.letter_spacing_em;
        made.complete = made.complete && glyphs[i].codepoint != 0;
        clusters.push_back(glyphs[i].cluster);
    }
    mark_text(made, clusters);
    return made;
}

ShapedLine& FontBook::Library::shape(std::string_view line, const label::TextStyle& style) {
    char look[sizeof style.letter_spacing_em + 3];
    look[0] = static_cast<char>(static_cast<int>(style.weight) / 10);
    look[1] = style.tabular ? 1 : 0;
    look[2] = static_cast<char>(style.typeface);
    std::memcpy(look + 3, &style.letter_spacing_em, sizeof style.letter_spacing_em);
    key_.assign(look, sizeof look);
    key_ += line;
    if (const auto found = shaped_.find(key_); found != shaped_.end()) return found->second;
    auto made = shape_line(line, style);
    if (shaped_.size() >= most_remembered) shaped_.clear();
    return shaped_.emplace(key_, std::move(made)).first->second;
}

const label::Path& FontBook::Library::outline(std::size_t face, std::uint32_t glyph) {
    auto [found, is_new] = outlines_.try_emplace(std::uint64_t{face} << 32 | glyph);
    if (is_new) {
        const auto& drawn_in = this->face(face);
        Pen drawn{found->second, drawn_in.units_per_em};
        hb_font_get_glyph_shape(drawn_in.font.get(), glyph, outline_functions(), &drawn);
    }
    return found->second;
}

label::Path FontBook::Library::outline_of(const ShapedLine& line, double em_mm, double x, double y) {
    label::Path all;
    for (const auto& placed : line.glyphs)
        for (const auto& step : outline(line.face, placed.glyph))
            all.push_back({step.kind,
                           x + (placed.x + step.x1) * em_mm,
                           y - (placed.y + step.y1) * em_mm,
                           x + (placed.x + step.x2) * em_mm,
                           y - (placed.y + step.y2) * em_mm,
                           x + (placed.x + step.x) * em_mm,
                           y - (placed.y + step.y) * em_mm});
    return all;
}

label::LineMeasure FontBook::measure(std::string_view line, const label::TextStyle& style) const {
    const auto& shaped = library_->shape(line, style);
    const auto mm = [&](double em) { return to_mm(em, style); };
    return {mm(shaped.advance), mm(shaped.left), mm(-shaped.top), mm(shaped.right), mm(-shaped.bottom)};
}

label::Path FontBook::outline(std::string_view line, const label::TextStyle& style) const {
    const auto& shaped = library_->shape(line, style);
    return library_->outline_of(shaped, style.size_pt * 25.4 / 72);
}

Mm FontBook::x_height(const label::TextStyle& style) const {
    return -measure("x", style).ink_top;
}

Mm FontBook::cap_height(const label::TextStyle& style) const {
    return -measure("H", style).ink_top;
}

std::vector<std::string> FontBook::missing_glyphs(std::string_view text, const label::TextStyle& asked) const {
    const label::TextStyle style{.weight = asked.weight, .typeface = asked.typeface};
    std::string words(text);
    std::replace(words.begin(), words.end(), '\n', ' ');
    // Serial numbers are each another text: what is plain ASCII is known without shaping it.
    auto* font = library_->face(library_->face_of(style)).font.get();
    const auto is_plain = [&](char c) {
        hb_codepoint_t glyph = 0;
        return c >= ' ' && c <= '~' && hb_font_get_nominal_glyph(font, static_cast<hb_codepoint_t>(c), &glyph);
    };
    if (std::all_of(words.begin(), words.end(), is_plain)) return {};
    if (library_->shape(words, style).complete) return {};
    std::vector<std::string> missing;
    for (std::size_t at = 0; at < words.size();) {
        auto end = at + 1;
        while (end < words.size() && (words[end] & 0xC0) == 0x80)
            ++end;
        const auto one = words.substr(at, end - at);
        at = end;
        if (library_->shape(one, style).complete) continue;
        unsigned character = static_cast<unsigned char>(one[0]);
        if (one.size() > 1) character &= 0x7FU >> one.size();
        for (std::size_t i = 1; i < one.size(); ++i)
            character = character << 6 | (static_cast<unsigned char>(one[i]) & 0x3FU);
        char name[16];
        std::snprintf(name, sizeof name, " (U+%04X)", character);
        if (std::find(missing.begin(), missing.end(), one + name) == missing.end()) missing.push_back(one + name);
    }
    return missing;
}

} // namespace temsao::render
