#include "render/pdf_fonts.h"

#include "render/pdf_text.h"

#include <cmath>
#include <hb-ot.h>
#include <hb-subset.h>

namespace temsao::render {
namespace {

using Blob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;

std::string bytes_of(hb_blob_t* blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    return {data, length};
}

std::string subset(const Face& face, const std::vector<bool>& used) {
    const std::unique_ptr<hb_subset_input_t, void (*)(hb_subset_input_t*)> input(hb_subset_input_create_or_fail(),
                                                                                 hb_subset_input_destroy);
    if (!input) return {};
    for (std::size_t glyph = 0; glyph < used.size(); ++glyph)
        if (used[glyph]) hb_set_add(hb_subset_input_glyph_set(input.get()), static_cast<hb_codepoint_t>(glyph));
    // Shaping is done: tables for it, and for other ways of choosing glyphs, are of no use in a PDF.
    for (const auto tag : {"GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "DSIG", "STAT", "gasp"})
        hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), hb_tag_from_string(tag, 4));
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    const std::unique_ptr<hb_face_t, FreeFont> made(hb_subset_or_fail(face.face.get(), input.get()));
    if (!made) return {};
    const Blob blob(hb_face_reference_blob(made.get()), hb_blob_destroy);
    return bytes_of(blob.get());
}

std::string postscript_name(const Face& face) {
    char name[64];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face.face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    std::string kept;
    for (unsigned i = 0; i < size; ++i)
        if (std::isalnum(static_cast<unsigned char>(name[i])) != 0 || name[i] == '-') kept += name[i];
    return kept.empty() ? "Font" : kept;
}

// Six letters that tell this choice of glyphs from another one (FNV-1a), and figures of one width from the font's own.
std::string subset_tag(const Face& face, const std::vector<bool>& used) {
    std::uint64_t hash = 0xcbf29ce484222325 + (face.tabular ? 1 : 0);
    for (std::size_t glyph = 0; glyph < used.size(); ++glyph)
        if (used[glyph]) hash = (hash ^ glyph) * 0x100000001b3;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26)
        tag += static_cast<char>('A' + hash % 26);
    return tag;
}

int thousandths(const Face& face, double units) {
    return static_cast<int>(std::lround(units * 1000 / face.units_per_em));
}

// The font's own box, from its table `head`.
std::string font_box(const Face& face) {
    const Blob head(hb_face_reference_table(face.face.get(), HB_TAG('h', 'e', 'a', 'd')), hb_blob_destroy);
    const auto bytes = bytes_of(head.get());
    std::string box = "[";
    for (const std::size_t at : {36U, 38U, 40U, 42U}) {
        if (at + 1 >= bytes.size()) return "[0 0 1000 1000]";
        const auto high = static_cast<unsigned char>(bytes[at]), low = static_cast<unsigned char>(bytes[at + 1]);
        box += (at == 36 ? "" : " ") + std::to_string(thousandths(face, static_cast<std::int16_t>(high << 8 | low)));
    }
    return box + "]";
}

std::string descriptor(const Face& face) {
    hb_font_extents_t extents{};
    hb_font_get_h_extents(face.font.get(), &extents);
    hb_position_t capitals = extents.ascender;
    hb_ot_metrics_get_position(face.font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &capitals);
    const auto number = [&](const char* name, double units) {
        return std::string("/") + name + " " + std::to_string(thousandths(face, units));
    };
    // Flag 3: glyphs are chosen by number. StemV: what is known of it, by weight.
    return "/Flags 4/ItalicAngle 0/StemV " + std::to_string(face.weight / 5) + number("Ascent", extents.ascender) +
           number("Descent", extents.descender) + number("CapHeight", capitals) + "/FontBBox" + font_box(face);
}

std::string widths(const Face& face, const std::vector<bool>& used) {
    std::string out = "[";
    for (std::size_t glyph = 0; glyph < used.size(); ++glyph) {
        if (!used[glyph]) continue;
        const bool goes_on = glyph > 0 && used[glyph - 1];
        if (!goes_on) out += (out.size() > 1 ? "]" : "") + std::to_string(glyph) + "[";
        if (goes_on) out += ' ';
        const auto advance = hb_font_get_glyph_h_advance(face.font.get(), static_cast<hb_codepoint_t>(glyph));
        out += std::to_string(thousandths(face, advance));
    }
    return out + (out.size() > 1 ? "]]" : "]");
}

std::string utf16_hex(char32_t character) {
    std::string hex;
    if (character > 0xFFFF) {
        put_hex16(hex, 0xD800 + ((character - 0x10000) >> 10));
        put_hex16(hex, 0xDC00 + ((character - 0x10000) & 0x3FF));
    } else {
        put_hex16(hex, character);
    }
    return hex;
}

// At most 100 lines a block (Adobe technical note 5014).
std::string to_unicode(const Face& face, const std::vector<bool>& used) {
    std::vector<std::string> lines;
    for (std::size_t glyph = 0; glyph < used.size(); ++glyph) {
        if (!used[glyph] || face.character[glyph] == 0) continue;
        std::string line = "<";
        put_hex16(line, static_cast<unsigned>(glyph));
        lines.push_back(line + "><" + utf16_hex(face.character[glyph]) + ">\n");
    }
    std::string out = "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                      "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                      "1 begincodespacerange<0000><FFFF>endcodespacerange\n";
    for (std::size_t start = 0; start < lines.size(); start += 100) {
        const auto count = std::min<std::size_t>(100, lines.size() - start);
        out += std::to_string(count) + " beginbfchar\n";
        for (std::size_t i = 0; i < count; ++i)
            out += lines[start + i];
        out += "endbfchar\n";
    }
    return out + "endcmap CMapName currentdict/CMap defineresource pop end end\n";
}

} // namespace

Result<EmbeddedFont> embed(const Face& face, const std::vector<bool>& used) {
    auto file = subset(face, used);
    if (file.empty()) return error(Cause::io, "render.failed", {"HarfBuzz"});
    return EmbeddedFont{subset_tag(face, used) + "+" + postscript_name(face),
                        std::move(file),
                        descriptor(face),
                        widths(face, used),
                        to_unicode(face, used)};
}

} // namespace temsao::render
