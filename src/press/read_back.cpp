#include "press/read_back.h"

#include "base/check.h"
#include "label/badge.h"
#include "label/boxes.h"
#include "render/bitmap.h"
#include "scan/read_back.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace temsao::press {
namespace {

constexpr int modules_around = 2; // beyond the quiet zone: what stands close by is seen too

// The box cut out of the label, on the printer's grid; all of the drawing that reaches in.
page::Page part_of(const label::Drawing& drawing, const BoxMm& box, const render::FontBook& fonts) {
    auto part = std::make_shared<label::Drawing>();
    part->size = drawing.size;
    for (const auto& item : drawing.items) {
        const auto* filled = std::get_if<label::FilledPath>(&item); // white art covers too
        const auto inked = filled ? std::optional(label::box_of(filled->path)) : label::printed_box(item, fonts);
        if (inked && label::overlap(*inked, box)) part->items.push_back(item);
    }
    return {{box.width, box.height}, {{std::move(part), -box.x, -box.y}}};
}

// The code, its quiet zone and a little more, and `above` modules over that.
page::Page
around_code(const label::Drawing& drawing, const label::CodeModules& code, int above, const render::FontBook& fonts) {
    const Mm over = code.module * above;
    const auto quiet = label::grown(label::quiet_box(code), code.module * modules_around);
    return part_of(drawing, {quiet.x, quiet.y - over, quiet.width, quiet.height + over}, fonts);
}

const label::CodeModules* code_of(const label::Drawing& drawing) {
    for (const auto& item : drawing.items)
        if (const auto* code = std::get_if<label::CodeModules>(&item)) return code;
    return nullptr;
}

// Each of eight dots as a byte, for each byte of a bitmap.
using EightDots = std::array<std::uint8_t, 8>;

const std::array<EightDots, 256>& dots_of_bytes() {
    static const auto table = [] {
        std::array<EightDots, 256> all{};
        for (std::size_t byte = 0; byte < all.size(); ++byte)
            for (std::size_t dot = 0; dot < 8; ++dot)
                all[byte][dot] = byte >> (7 - dot) & 1;
        return all;
    }();
    return table;
}

scan::PrintedDots unpacked(const render::Bitmap& bitmap) {
    const auto width = static_cast<std::size_t>(bitmap.width), height = static_cast<std::size_t>(bitmap.height);
    scan::PrintedDots dots{bitmap.width, bitmap.height, std::vector<std::uint8_t>(width * height)};
    for (std::size_t y = 0; y < height; ++y) {
        const auto* row = bitmap.row(static_cast<int>(y));
        for (std::size_t x = 0; x < width; x += 8)
            std::copy_n(
                dots_of_bytes()[row[x / 8]].begin(), std::min<std::size_t>(8, width - x), &dots.ink[y * width + x]);
    }
    return dots;
}

// How many stars the badge has in this photo of the print; nothing when it cannot be said.
std::optional<int> stars_back(const photo::Photo& photo, const stars::StarCounter& counter) {
    const auto reading = scan::read_alone(photo);
    if (!reading) return {};
    const auto badge = counter.count(photo, *reading);
    return badge ? badge->stars : std::nullopt;
}

std::string shown(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts)
        all += (all.empty() ? "" : " | ") + text.substr(0, 200);
    return all.empty() ? "–" : all;
}

std::uint64_t seed_of(const std::vector<std::string>& texts) {
    std::uint64_t hash = 14695981039346656037ull; // FNV-1a
    for (const auto& text : texts)
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return hash;
}

} // namespace

std::vector<std::size_t> sample(std::size_t count, std::size_t asked, std::uint64_t seed) {
    std::mt19937_64 dice(seed); // NOLINT(cert-msc51-cpp): the same labels for the same run, on purpose
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < count && places.size() < asked; ++i)
        if (dice() % (count - i) < asked - places.size()) places.push_back(i); // Knuth, algorithm S
    return places;
}

std::vector<bool> labels_to_read(std::optional<int> asked, const std::vector<std::string>& serials) {
    std::vector<bool> chosen(serials.size(), !asked);
    if (!asked) return chosen;
    for (const auto place : sample(serials.size(), static_cast<std::size_t>(*asked), seed_of(serials)))
        chosen[place] = true;
    return chosen;
}

Outcome read_label_back(const Made& label, Resolution resolution, const render::FontBook& fonts) {
    const auto* code = code_of(*label.drawing);
    ENSURE(code); // every template has one
    const auto bitmap = TRY(render::draw_bitmap(around_code(*label.drawing, *code, 0, fonts), resolution, fonts));
    const auto dots = unpacked(bitmap);
    auto seen = scan::read_back(scan::photographed(dots, code->module_dots));
    // ZBar misses one good code in five hundred when a module has but a few pixels, and none from near.
    if (seen.zxing.empty() || seen.zbar.empty())
        seen = scan::read_back(scan::photographed(dots, code->module_dots, scan::Nearness::near));
    const std::vector<std::string> expected{label.uri};
    const auto refused = [&](const char* reader, const std::vector<std::string>& texts) {
        return error(Cause::refused,
                     "label.unreadable",
                     {label.product->name, std::to_string(resolution.dpi()), reader, label.uri, shown(texts)});
    };
    if (seen.zxing != expected) return refused("ZXing", seen.zxing);
    if (seen.zbar != expected) return refused("ZBar", seen.zbar);
    return done;
}

Outcome read_till_codes_back(const Made& label, bool first, Resolution resolution, const render::FontBook& fonts) {
    for (const auto& code : label.drawing->till_codes) {
        const bool is_matrix = code.kind == symbol::TillCode::Kind::data_matrix; // which ZBar does not read
        if (!first && !is_matrix) continue;
        const auto box = label::grown(code.quiet, code.module * modules_around);
        const auto bitmap = TRY(render::draw_bitmap(part_of(*label.drawing, box, fonts), resolution, fonts));
        const auto seen =
            scan::read_till_codes_back(scan::photographed(unpacked(bitmap), code.module_dots, scan::Nearness::near));
        const auto refused = [&](const char* reader, const std::vector<std::string>& texts) {
            return error(Cause::refused,
                         "label.till_code_unreadable",
                         {label.product->name, std::to_string(resolution.dpi()), reader, code.text, shown(texts)});
        };
        const std::vector<std::string> expected{code.text};
        if (seen.zxing != expected) return refused("ZXing", seen.zxing);
        if (!is_matrix && seen.zbar != expected) return refused("ZBar", seen.zbar);
    }
    return done;
}

Outcome count_stars_back(const Made& label,
                         const label::Template& design,
                         const stars::StarCounter& counter,
                         Resolution resolution,
                         const render::FontBook& fonts) {
    const auto is_badge = [](const label::Piece& piece) { return std::holds_alternative<label::BadgePlace>(piece); };
    if (std::none_of(design.pieces.begin(), design.pieces.end(), is_badge)) return done;
    const auto* code = code_of(*label.drawing);
    ENSURE(code);
    const int above = static_cast<int>(std::ceil(code->symbol->size() * BadgeGeometry::height));
    const auto bitmap = TRY(render::draw_bitmap(around_code(*label.drawing, *code, above, fonts), resolution, fonts));
    const auto seen =
        stars_back(scan::photographed(unpacked(bitmap), code->module_dots, scan::Nearness::near), counter);
    if (seen == label.record.stars) return done;
    return error(Cause::refused,
                 "label.badge_unreadable",
                 {label.product->name,
                  std::to_string(resolution.dpi()),
                  std::to_string(label.record.stars),
                  seen ? std::to_string(*seen) : "–"});
}

} // namespace temsao::press
