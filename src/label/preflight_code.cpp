// What may not stand at the code and at the stars: by what shows there, not by boxes (label/ink_map.h).
#include "label/boxes.h"
#include "label/ink_map.h"
#include "label/preflight_checks.h"
#include "label/till_code.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr Mm least_badge_space{0.3};
constexpr Mm edge_of_window{0.01};     // of a window's edge
constexpr std::size_t star_steps = 11; // five points, five hollows, closed

const Path* path_of(const Item& item) {
    if (const auto* filled = std::get_if<FilledPath>(&item)) return &filled->path;
    if (const auto* stroked = std::get_if<StrokedPath>(&item)) return &stroked->path;
    return nullptr;
}

// The badge as drawn: whatever has a star's shape.
struct Stars {
    int solid = 0, outlined = 0;
    std::vector<std::size_t> items;
    BoxMm box{};
};

Stars find_stars(const Drawing& drawing) {
    Stars stars;
    for (std::size_t i = 0; i < drawing.items.size(); ++i) {
        const auto* path = path_of(drawing.items[i]);
        if (!path || path->size() != star_steps) continue;
        const auto* filled = std::get_if<FilledPath>(&drawing.items[i]);
        ++(filled ? stars.solid : stars.outlined);
        const auto box = box_of(*path);
        stars.box = stars.items.empty() ? box : join(stars.box, box);
        stars.items.push_back(i);
    }
    return stars;
}

BoxMm symbol_box(const CodeModules& code) {
    const Mm side = code.module * code.symbol->size();
    return {code.x, code.y, side, side};
}

void check_badge_place(const Label& label, const Stars& stars, Findings& findings) {
    const auto symbol = symbol_box(*label.code);
    const Mm width = symbol.width;
    const Mm aside = std::max({Mm{}, symbol.x - stars.box.x, stars.box.right() - symbol.right()});
    const Mm gap = std::max(symbol.y - stars.box.bottom(), stars.box.y - symbol.bottom());
    const auto report = [&](const std::string& measured, const std::string& required) {
        label.report(findings, "BADGE_PLACE", {{measured, required}, stars.box, measured, required});
    };
    if (aside > Mm{0.1})
        report("↔ " + in_mm(aside), "↔ 0 mm");
    else if (gap > width)
        report("↕ " + in_mm(gap), "↕ ≤ " + in_mm(width));
}

// What shows in the window of the items from `first` on; the numbers are the drawing's. `without`: items of the badge
// or the code itself. Where boxes tell that nothing can show, no map is drawn: so it is on nearly every label.
std::vector<Shown> shown_at(const Label& label,
                            const BoxMm& window,
                            const BoxMm& from,
                            std::size_t first,
                            const std::vector<std::size_t>& without,
                            White white) {
    const auto& all = label.drawing.items;
    std::vector<Item> items;
    std::vector<std::size_t> numbers;
    bool may_show = false;
    for (auto i = first; i < all.size(); ++i) {
        if (std::find(without.begin(), without.end(), i) != without.end()) continue;
        if (std::holds_alternative<CodeModules>(all[i]) || !overlap(drawn_box(all[i], label.fonts), window)) continue;
        may_show = may_show || white == White::shows || printed_box(all[i], label.fonts);
        items.push_back(all[i]);
        numbers.push_back(i);
    }
    if (!may_show) return {};
    auto* memory = label.asked.memory;
    auto shown = memory ? memory->shown_in(window, std::move(items), white, from, label.fonts)
                        : shown_in(window, items, white, from, label.fonts);
    for (auto& one : shown)
        one.item = numbers[one.item];
    return shown;
}

// The template's element that drew an item; none for what the program draws itself, and for fields.
std::optional<Element> element_of(const Label& label, std::size_t item) {
    const auto* design = label.asked.design;
    if (!design || item >= label.drawing.pieces.size()) return {};
    const auto* art = std::get_if<Art>(&design->pieces[label.drawing.pieces[item]]);
    return art ? std::optional(art->element) : std::nullopt;
}

struct Named {
    std::string name, line, field;
    std::optional<Element> element;
};

// How people find an item in the template: a field by its heading, art by its id and line.
Named named(const Label& label, std::size_t item) {
    Named found{"SVG", "", "", element_of(label, item)};
    if (const auto& element = found.element) {
        found.name = element->id.empty() ? "<" + element->tag + ">" : element->id;
        found.line = std::to_string(element->line);
        return found;
    }
    for (const auto& line : label.lines)
        if (line.item == item) {
            found.name = name_of(line);
            found.field = field_of(line);
        }
    return found;
}

// What is told of art is told with its line in the template; of a field by its heading alone.
Remark remark_on(const Named& art, std::vector<std::string> facts, BoxMm box, const char* art_sentence) {
    facts.insert(facts.begin(), art.name);
    if (art.element) facts.insert(facts.begin() + 1, art.line);
    return {std::move(facts), box, "", "", art.field, art.element ? art_sentence : "", art.element};
}

Remark with_measures(Remark remark, std::string measured, std::string required) {
    remark.measured = std::move(measured);
    remark.required = std::move(required);
    return remark;
}

// The items that were told.
std::vector<std::size_t> check_quiet_zone(const Label& label, Findings& findings) {
    const auto symbol = symbol_box(*label.code);
    const auto required = in_mm(label.code->module * symbol::quiet_zone_modules);
    const auto window = grown(quiet_box(*label.code), -edge_of_window);
    std::vector<std::size_t> told;
    for (const auto& shown : shown_at(label, window, symbol, 0, {}, White::clears)) {
        const auto clear = in_mm(shown.distance);
        auto remark = remark_on(named(label, shown.item), {clear, required}, shown.box, "QUIET_ZONE_ART.element");
        label.report(findings, "QUIET_ZONE_ART", with_measures(std::move(remark), clear, required));
        told.push_back(shown.item);
    }
    return told;
}

// White does no harm around the code, but over it.
void check_code_uncovered(const Label& label, const std::vector<std::size_t>& told, Findings& findings) {
    const auto& items = label.drawing.items;
    const auto code = std::find_if(
        items.begin(), items.end(), [](const Item& item) { return std::holds_alternative<CodeModules>(item); });
    const auto symbol = symbol_box(*label.code);
    const auto after = static_cast<std::size_t>(code - items.begin()) + 1;
    for (const auto& shown : shown_at(label, grown(symbol, -edge_of_window), symbol, after, told, White::shows)) {
        auto remark = remark_on(named(label, shown.item), {}, shown.box, "QUIET_ZONE_ART.over");
        label.report(findings, "QUIET_ZONE_ART", std::move(remark));
    }
}

void check_badge_space(const Label& label, const Stars& stars, Findings& findings) {
    const auto required = in_mm(least_badge_space);
    const auto window = grown(stars.box, least_badge_space - edge_of_window);
    for (const auto& shown : shown_at(label, window, stars.box, 0, stars.items, White::clears)) {
        const auto clear = in_mm(shown.distance);
        auto remark = remark_on(named(label, shown.item), {clear, required}, stars.box, "BADGE_CLEAR_SPACE.element");
        label.report(findings, "BADGE_CLEAR_SPACE", with_measures(std::move(remark), clear, required));
        return;
    }
}

// Beside the bars, and over them.
void check_till_code(const Label& label, const PlacedTillCode& code, Findings& findings) {
    if (code.module < right_bar - Mm{1e-6} && code.kind == symbol::TillCode::Kind::bars) {
        const auto measured = millimetres(code.module, 3) + " mm", required = millimetres(right_bar, 3) + " mm";
        label.report(findings, "TILL_CODE_SMALL", {{measured, required}, code.box, measured, required, till_number});
    }
    const auto window = grown(code.quiet, -edge_of_window);
    if (label.code && overlap(symbol_box(*label.code), window)) { // which shown_at leaves out
        const auto box = symbol_box(*label.code);
        const auto* rule = overlap(box, code.box) ? "TILL_CODE_COVERED" : "TILL_CODE_QUIET";
        label.report(findings, rule, {{"QR"}, box, "", "", till_number});
    }
    auto told = code.items; // and its own
    for (const auto& shown : shown_at(label, window, code.box, 0, code.items, White::clears)) {
        const bool is_over = overlap(shown.box, code.box);
        const auto* sentence = is_over ? "TILL_CODE_COVERED.element" : "TILL_CODE_QUIET.element";
        auto remark = remark_on(named(label, shown.item), {}, shown.box, sentence);
        label.report(findings, is_over ? "TILL_CODE_COVERED" : "TILL_CODE_QUIET", std::move(remark));
        told.push_back(shown.item);
    }
    for (const auto& shown :
         shown_at(label, grown(code.box, -edge_of_window), code.box, code.items.front() + 1, told, White::shows))
        label.report(findings,
                     "TILL_CODE_COVERED",
                     remark_on(named(label, shown.item), {}, shown.box, "TILL_CODE_COVERED.element"));
}

// The design has bars for products with a number, this one has a number, and its text left no room (label/fill.h).
bool leaves_bars_out(const Label& label, const Template& design) {
    const auto has_room_if_numbered = [&](const Piece& piece) {
        const auto* place = std::get_if<TillCodePlace>(&piece);
        const bool is_asked =
            place && place->only_if && place->only_if->field == till_number && !place->only_if->absent;
        return is_asked && !till_text(*place, label.asked.record).empty();
    };
    return label.drawing.till_codes.empty() &&
           std::any_of(design.pieces.begin(), design.pieces.end(), has_room_if_numbered);
}

} // namespace

void check_till_codes(const Label& label, Findings& findings) {
    for (const auto& code : label.drawing.till_codes)
        check_till_code(label, code, findings);
}

void check_till_number(const Label& label, Findings& findings) {
    const auto* design = label.asked.design;
    if (!design) return;
    const bool is_left_empty = std::any_of(design->pieces.begin(), design->pieces.end(), [&](const Piece& piece) {
        const auto* place = std::get_if<TillCodePlace>(&piece);
        return place && !place->only_if && till_text(*place, label.asked.record).empty();
    });
    if (leaves_bars_out(label, *design))
        label.report(findings, "TILL_CODE_NONE", {{}, {}, "", "", till_number, "TILL_CODE_NONE.no_room"});
    if (is_left_empty) label.report(findings, "TILL_CODE_NONE", {{}, {}, "", "", till_number});
}

bool has_badge(const Label& label) {
    return !find_stars(label.drawing).items.empty();
}

void check_badge(const Label& label, Findings& findings) {
    const auto stars = find_stars(label.drawing);
    if (stars.items.empty() || !label.code) return;
    const auto& record = label.asked.record;
    if (stars.solid != record.stars)
        label.report(findings,
                     "BADGE_STARS",
                     {{std::to_string(stars.solid), std::to_string(record.stars)},
                      stars.box,
                      std::to_string(stars.solid),
                      std::to_string(record.stars)});
    if (record.valid_to < label.asked.day)
        label.report(findings,
                     "BADGE_LAPSED",
                     {{record.valid_to.vietnamese(), label.asked.day.vietnamese()},
                      stars.box,
                      label.asked.day.vietnamese(),
                      "≤ " + record.valid_to.vietnamese()});
    check_badge_place(label, stars, findings);
    check_badge_space(label, stars, findings);
}

void check_code_place(const Label& label, Findings& findings) {
    if (!label.code) return;
    const auto told = check_quiet_zone(label, findings);
    check_code_uncovered(label, told, findings);
}

} // namespace temsao::label
