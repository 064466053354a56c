#include "render/tabular_face.h"

#include <array>
#include <cmath>
#include <optional>

namespace temsao::render {
namespace {

using Blob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;

constexpr unsigned x_is_byte = 0x02, repeats = 0x08, x_same_or_positive = 0x10; // flags of a point

std::string table_of(hb_face_t* face, const char (&name)[5]) {
    const Blob blob(hb_face_reference_table(face, HB_TAG(name[0], name[1], name[2], name[3])), hb_blob_destroy);
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
}

// Big-endian figures of a table. Beyond its end reads 0, and `good` turns false.
class Table {
public:
    explicit Table(std::string& bytes) : bytes_(bytes) {}

    unsigned byte(std::size_t at) {
        if (at < bytes_.size()) return static_cast<unsigned char>(bytes_[at]);
        good = false;
        return 0;
    }

    unsigned word(std::size_t at) { return byte(at) << 8 | byte(at + 1); }

    int signed_word(std::size_t at) { return static_cast<std::int16_t>(word(at)); }

    std::size_t offset(std::size_t at) { return std::size_t{word(at)} << 16 | word(at + 2); }

    void put_word(std::size_t at, int value) {
        if (at + 1 >= bytes_.size()) {
            good = false;
            return;
        }
        bytes_[at] = static_cast<char>(value >> 8);
        bytes_[at + 1] = static_cast<char>(value);
    }

    bool good = true;

private:
    std::string& bytes_;
};

void add_word(std::string& to, int value) {
    to += static_cast<char>(value >> 8);
    to += static_cast<char>(value);
}

// A simple glyph moved to the right: its box, and its first point, from which all others are counted. Empty when it is
// composed of others, or broken.
std::string moved(std::string glyph, int by) {
    Table in(glyph);
    const int contours = in.signed_word(0);
    if (contours <= 0) return {};
    const std::size_t points = in.word(8 + 2 * static_cast<std::size_t>(contours)) + 1;
    const std::size_t program = 10 + 2 * static_cast<std::size_t>(contours);
    std::size_t at = program + 2 + in.word(program);
    std::string head = glyph.substr(0, at), flags;
    while (flags.size() < points && in.good) {
        const auto flag = in.byte(at++);
        const auto times = 1 + ((flag & repeats) != 0 ? in.byte(at++) : 0U);
        flags.append(times, static_cast<char>(flag & ~repeats));
    }
    if (!in.good || flags.size() != points) return {};
    const unsigned first = static_cast<unsigned char>(flags[0]);
    int x = 0;
    if ((first & x_is_byte) != 0) {
        const auto size = static_cast<int>(in.byte(at++));
        x = (first & x_same_or_positive) != 0 ? size : -size;
    } else if ((first & x_same_or_positive) == 0) {
        x = in.signed_word(at);
        at += 2;
    }
    flags[0] = static_cast<char>(first & ~(x_is_byte | x_same_or_positive)); // in two bytes from now on
    Table out(head);
    for (const std::size_t side : {2U, 6U})
        out.put_word(side, out.signed_word(side) + by);
    std::string made = head + flags;
    add_word(made, x + by);
    if (!in.good || !out.good || at > glyph.size()) return {};
    made += glyph.substr(at);
    made.resize((made.size() + 3) / 4 * 4);
    return made;
}

struct Digit {
    hb_codepoint_t glyph = 0;
    int advance = 0, shift = 0;
};

std::array<Digit, 10> digits_of(hb_face_t* face, int& cell) {
    const std::unique_ptr<hb_font_t, FreeFont> font(hb_font_create(face));
    const auto units = static_cast<int>(hb_face_get_upem(face));
    hb_font_set_scale(font.get(), units, units);
    std::array<Digit, 10> digits;
    double sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        hb_font_get_nominal_glyph(font.get(), static_cast<hb_codepoint_t>('0' + i), &digits[i].glyph);
        digits[i].advance = hb_font_get_glyph_h_advance(font.get(), digits[i].glyph);
        sum += digits[i].advance;
    }
    cell = static_cast<int>(std::lround(sum / 10));
    for (auto& digit : digits)
        digit.shift = (cell - digit.advance) / 2;
    return digits;
}

struct Outlines {
    std::string glyf, loca, hmtx, head;
};

// All glyphs in their order, those of the digits moved; places in four bytes.
std::optional<Outlines> rebuilt(hb_face_t* face, const std::array<Digit, 10>& digits, int cell) {
    Outlines made{{}, {}, table_of(face, "hmtx"), table_of(face, "head")};
    auto glyf = table_of(face, "glyf"), loca = table_of(face, "loca"), hhea = table_of(face, "hhea");
    Table places(loca), widths(made.hmtx), head(made.head), header(hhea);
    const bool is_long = head.word(50) != 0;
    const auto place = [&](std::size_t glyph) {
        return is_long ? places.offset(4 * glyph) : 2 * std::size_t{places.word(2 * glyph)};
    };
    const auto add_place = [&] {
        add_word(made.loca, static_cast<int>(made.glyf.size() >> 16));
        add_word(made.loca, static_cast<int>(made.glyf.size() & 0xFFFF));
    };
    const std::size_t count = hb_face_get_glyph_count(face);
    for (std::size_t glyph = 0; glyph < count; ++glyph) {
        add_place();
        const auto first = place(glyph), end = place(glyph + 1);
        if (end < first || end > glyf.size()) return {};
        auto outline = glyf.substr(first, end - first);
        for (const auto& digit : digits) {
            if (digit.glyph != glyph) continue;
            outline = moved(std::move(outline), digit.shift);
            if (outline.empty() || glyph >= header.word(34)) return {};
            widths.put_word(4 * glyph, cell);
            widths.put_word(4 * glyph + 2, widths.signed_word(4 * glyph + 2) + digit.shift);
        }
        made.glyf += outline;
    }
    add_place();
    head.put_word(50, 1);
    if (!places.good || !widths.good || !head.good || !header.good) return {};
    return made;
}

void add_table(hb_face_t* builder, const char (&name)[5], const std::string& bytes) {
    const Blob blob(
        hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr),
        hb_blob_destroy);
    hb_face_builder_add_table(builder, HB_TAG(name[0], name[1], name[2], name[3]), blob.get());
}

} // namespace

std::unique_ptr<hb_face_t, FreeFont> with_tabular_figures(hb_face_t* face) {
    int cell = 0;
    const auto digits = digits_of(face, cell);
    const auto outlines = rebuilt(face, digits, cell);
    if (!outlines) return {};
    const std::unique_ptr<hb_face_t, FreeFont> builder(hb_face_builder_create());
    unsigned count = hb_face_get_table_tags(face, 0, nullptr, nullptr);
    std::vector<hb_tag_t> tags(count);
    hb_face_get_table_tags(face, 0, &count, tags.data());
    for (const auto tag : tags) {
        if (tag == HB_TAG('g', 'l', 'y', 'f') || tag == HB_TAG('l', 'o', 'c', 'a') ||
            tag == HB_TAG('h', 'm', 't', 'x') || tag == HB_TAG('h', 'e', 'a', 'd'))
            continue;
        const Blob blob(hb_face_reference_table(face, tag), hb_blob_destroy);
        hb_face_builder_add_table(builder.get(), tag, blob.get());
    }
    add_table(builder.get(), "glyf", outlines->glyf);
    add_table(builder.get(), "loca", outlines->loca);
    add_table(builder.get(), "hmtx", outlines->hmtx);
    add_table(builder.get(), "head", outlines->head);
    // As one file, since a builder answers for its tables more slowly.
    const Blob file(hb_face_reference_blob(builder.get()), hb_blob_destroy);
    return std::unique_ptr<hb_face_t, FreeFont>(hb_face_create(file.get(), 0));
}

} // namespace temsao::render
