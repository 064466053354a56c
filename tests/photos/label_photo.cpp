#include "photos/label_photo.h"

#include "label/badge.h"
#include "photos/seeded.h"
#include "shipped_template.h"
#include "system/file.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace temsao::photos {
namespace {

using Colour = std::array<double, 3>;

constexpr double radians = std::numbers::pi / 180;

label::Path star_path(double x, double y, double radius, double turned) {
    label::Path path;
    for (int corner = 0; corner < 10; ++corner) {
        const double reach = corner % 2 ? radius * BadgeGeometry::star_inner : radius;
        const double angle = (corner * 36 - 90 + turned) * radians;
        path.push_back({corner ? label::PathStep::Kind::line : label::PathStep::Kind::move,
                        0,
                        0,
                        0,
                        0,
                        x + reach * std::cos(angle),
                        y + reach * std::sin(angle)});
    }
    path.push_back({label::PathStep::Kind::close});
    return path;
}

label::Path box_path(double x, double y, double half) {
    using enum label::PathStep::Kind;
    return {{move, 0, 0, 0, 0, x - half, y - half},
            {line, 0, 0, 0, 0, x + half, y - half},
            {line, 0, 0, 0, 0, x + half, y + half},
            {line, 0, 0, 0, 0, x - half, y + half},
            {close}};
}

// Pasted by hand: a little off, a little turned, a little large; some as cut stars, some on a scrap of white.
void paste_stars(label::Drawing& drawing, const label::CodeModules& code, int from, bool black, Seeded& random) {
    using Geometry = BadgeGeometry;
    const double width = (code.module * code.symbol->size()).value;
    const bool on_paper = random.chance(0.5);
    const label::Ink ink =
        black ? label::Ink{} : label::Ink{0, random.from(15, 50), random.from(70, 100), random.from(0, 15)};
    const double size = random.from(1.0, 1.12);
    for (int i = from; i < badge_stars; ++i) {
        const double x = code.x.value + width * (Geometry::star_x(i) + random.from(-0.012, 0.012));
        const double y = code.y.value + width * (Geometry::star_y + random.from(-0.012, 0.012));
        const double radius = width * Geometry::star_radius * size;
        if (on_paper) drawing.items.emplace_back(label::FilledPath{box_path(x, y, radius * 1.05), {0, 0, 0, 0}});
        drawing.items.emplace_back(label::FilledPath{star_path(x, y, radius, random.from(-8, 8)), ink, false, true});
    }
}

// The stars drawn again, in another colour, at other places, in another number or of another form.
void draw_odd_stars(
    label::Drawing& drawing, const label::CodeModules& code, int stars, bool black, Oddity oddity, Seeded& random) {
    using Geometry = BadgeGeometry;
    const double width = (code.module * code.symbol->size()).value;
    const double row_y = code.y.value + width * Geometry::star_y;
    std::erase_if(drawing.items, [&](const label::Item& item) {
        const auto* filled = std::get_if<label::FilledPath>(&item);
        const auto* stroked = std::get_if<label::StrokedPath>(&item);
        const label::Path* path = filled ? &filled->path : stroked ? &stroked->path : nullptr;
        return path && path->size() == 11 && std::abs(path->front().y - row_y) < width * 0.2;
    });
    label::Ink ink = black ? label::Ink{} : label::Ink{0, 30, 95, 5};
    if (oddity == Oddity::red) ink = {0, random.from(85, 100), random.from(60, 100), 0};
    if (oddity == Oddity::blue) ink = {random.from(80, 100), random.from(20, 60), 0, 0};
    if (oddity == Oddity::green) ink = {random.from(70, 100), 0, random.from(70, 100), random.from(0, 20)};
    const int places = oddity == Oddity::six ? 6 : badge_stars;
    const double grow = oddity == Oddity::small ? 0.75 : 1;
    const double stretch_x = oddity == Oddity::wide ? 1.3 : grow, stretch_y = oddity == Oddity::high ? 1.3 : grow;
    const bool squeezed = oddity == Oddity::six && random.chance(0.5); // else the sixth stands beside the row
    const int moved = random.whole(0, stars - 1);                      // a solid one
    const double moved_x = random.from(-0.06, 0.06), moved_y = random.from(0.05, 0.1) * (random.chance(0.5) ? 1 : -1);
    for (int i = 0; i < places; ++i) {
        double x = Geometry::star_x(i), y = 0, radius = Geometry::star_radius;
        if (squeezed) {
            radius *= 0.82;
            x = radius + (1 - 2 * radius) * i / 5;
        }
        if (oddity == Oddity::moved && i == moved) {
            x += moved_x;
            y += moved_y;
        }
        auto path = star_path(0, 0, radius * width, 0);
        for (auto& step : path) {
            step.x = code.x.value + width * (0.5 + (x - 0.5) * stretch_x) + step.x * stretch_x;
            step.y = row_y + width * y + step.y * stretch_y;
        }
        if (i < stars || oddity == Oddity::six)
            drawing.items.emplace_back(label::FilledPath{path, ink, false, true});
        else
            drawing.items.emplace_back(label::StrokedPath{path, {}, {width * Geometry::star_outline}});
    }
}

} // namespace

Print print_label(const PrintPlan& plan, const render::FontBook& fonts, std::uint64_t seed) {
    Seeded random(seed);
    const auto design = label::test::shipped_template(plan.design);
    ENSURE(design.ok());
    auto symbol = symbol::encode(plan.payload, plan.level);
    ENSURE(symbol.ok());
    const auto resolution = Resolution::from_dpi(plan.dpi);
    auto drawing = label::fill(
        *design, plan.record, std::make_shared<const symbol::Symbol>(*std::move(symbol)), fonts, resolution);
    if (!drawing) {
        std::fprintf(stderr, "%s: %s\n", plan.design.c_str(), say(drawing.error().what, Lang::en).c_str());
        std::abort();
    }
    label::CodeModules code;
    for (const auto& item : drawing->items)
        if (const auto* found = std::get_if<label::CodeModules>(&item)) code = *found;
    if (plan.stickers_to_five)
        paste_stars(*drawing, code, plan.record.stars, plan.tone != render::Tone::colour, random);
    if (plan.oddity != Oddity::none)
        draw_odd_stars(*drawing, code, plan.record.stars, plan.tone != render::Tone::colour, plan.oddity, random);
    const std::vector<page::Page> pages{{drawing->size, {{std::make_shared<const label::Drawing>(*drawing), {}, {}}}}};
    const auto png = render::write_png(pages.front(), resolution, fonts, plan.tone);
    ENSURE(png.ok());
    return {decode_png_rgb(*png),
            resolution.dots_per_mm(),
            code.x.value,
            code.y.value,
            (code.module * code.symbol->size()).value,
            code.symbol->size()};
}

stars::BadgeShape badge_shape() {
    using Geometry = BadgeGeometry;
    return {badge_stars,
            Geometry::star_x(0),
            Geometry::star_x(1) - Geometry::star_x(0),
            Geometry::star_y,
            Geometry::star_radius,
            Geometry::star_inner,
            Geometry::star_outline};
}

std::vector<std::string> shipped_templates(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".svg") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

Case random_case(std::uint64_t number, const std::vector<std::string>& templates) {
    Seeded random(number * 7919 + 17);
    const std::array names = {
        "Nước mắm cá cơm Ổi ấm", "Mật ong hoa bạc hà", "Chè xanh Mẫu Sơn loại đặc biệt", "Kẹo cu đơ mật mía gừng"};
    Case made{.print = {.design = {},
                        .record = {.fields = {{"name", names[random.next() % names.size()]},
                                              {"producer", "HTX Mẫu Kỳ Xuân"},
                                              {"address", "xã Kỳ Xuân, tỉnh Hà Tĩnh"},
                                              {"net_quantity", "500 ml"},
                                              {"made", "24/11/2026"},
                                              {"expires", "24/11/2027"},
                                              {"lot", "261124"},
                                              {"hri", "(01)09521234543213 (10)261124"}},
                                   .stars = random.whole(3, 5),
                                   .valid_to = *Date::from(random.whole(2026, 2029), random.whole(1, 12), 1),
                                   .group = catalog::Group::food},
                        .payload = {}},
              .scene = {}};
    made.print.design = templates[number % templates.size()];
    made.print.payload = "https://id.ocop.vn/01/09521234543213/10/261124";
    if (random.chance(0.5))
        made.print.payload += "/21/" + std::to_string(random.whole(10'000'000, 99'999'999)) + "?17=271124";
    const std::array<std::pair<int, render::Tone>, 5> printers = {{{300, render::Tone::colour},
                                                                   {600, render::Tone::colour},
                                                                   {300, render::Tone::colour},
                                                                   {203, render::Tone::one_bit},
                                                                   {300, render::Tone::one_bit}}};
    std::tie(made.print.dpi, made.print.tone) = printers[random.next() % printers.size()];
    made.print.stickers_to_five = made.print.record.stars == 3 && random.chance(0.5);
    made.certified = made.print.record.stars;
    made.shown = made.print.stickers_to_five ? badge_stars : made.print.record.stars;
    made.scene = random_scene(random.next());
    return made;
}

} // namespace temsao::photos
