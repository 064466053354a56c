#include "label/fill.h"

#include "label/badge.h"
#include "label/text_flow.h"

#include <algorithm>
#include <cstdio>

namespace temsao::label {
namespace {

std::string millimetres(Mm length) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", length.value);
    return text;
}

bool overlap(const BoxMm& a, const BoxMm& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

class Filler {
public:
    Filler(const Template& design,
           const LabelRecord& record,
           std::shared_ptr<const symbol::Symbol> symbol,
           const FontMeasure& fonts,
           Resolution resolution)
        : design_(design),
          record_(record),
          symbol_(std::move(symbol)),
          fonts_(fonts),
          resolution_(resolution) {}

    Result<Drawing> fill() {
        drawing_.size = design_.size;
        drawing_.title = field("name");
        if (auto placed = place_code(); !placed) return placed.error();
        for (const auto& piece : design_.pieces) {
            auto drawn = std::visit([&](const auto& p) { return draw(p); }, piece);
            if (!drawn) return drawn.error();
        }
        return std::move(drawing_);
    }

private:
    const std::string& field(const std::string& name) const {
        static const std::string none;
        const auto found = record_.fields.find(name);
        return found == record_.fields.end() ? none : found->second;
    }

    // The largest module of whole dots that leaves the quiet zone inside the box; its corner on the dot grid.
    Outcome place_code() {
        const auto* place = [&] {
            for (const auto& piece : design_.pieces)
                if (const auto* code = std::get_if<CodePlace>(&piece)) return code;
            check_failed("a template has a code", __FILE__, __LINE__);
        }();
        const auto& box = place->box;
        const int modules = symbol_->size() + 2 * symbol::quiet_zone_modules;
        const Mm side = std::min(box.width, box.height);
        const Dots dots{resolution_.whole_dots_below(side).value / modules};
        const Mm module = resolution_.length(dots);
        if (module < least_module - Mm{1e-6}) {
            int needed = 1;
            while (resolution_.length({needed}) < least_module - Mm{1e-6})
                ++needed;
            return error(Cause::refused,
                         "label.code_too_small",
                         {design_.name,
                          std::to_string(resolution_.dpi()),
                          std::to_string(modules),
                          millimetres(resolution_.length({needed * modules})),
                          millimetres(side)});
        }
        const auto on_grid = [&](Mm length) { return resolution_.length(resolution_.nearest_dot(length)); };
        const Mm whole = module * modules;
        const Mm quiet = module * symbol::quiet_zone_modules;
        const bool has_badge = std::any_of(design_.pieces.begin(), design_.pieces.end(), [](const Piece& piece) {
            return std::holds_alternative<BadgePlace>(piece);
        });
        const double down = has_badge ? 0 : 0.5; // the code stays close to the badge; without one it is centred
        code_ = {symbol_,
                 on_grid(box.x + (box.width - whole) / 2 + quiet),
                 on_grid(box.y + (box.height - whole) * down + quiet),
                 module,
                 dots};
        quiet_box_ = {code_.x - quiet, code_.y - quiet, whole, whole};
        return done;
    }

    Outcome draw(const Art& art) {
        auto item = art.item;
        if (art.accent) {
            if (auto* filled = std::get_if<FilledPath>(&item)) filled->ink = accent(record_.group);
            if (auto* stroked = std::get_if<StrokedPath>(&item)) stroked->ink = accent(record_.group);
        }
        if (const auto* line = std::get_if<TextLine>(&item)) return add({*line}, line->text);
        drawing_.items.push_back(std::move(item));
        return done;
    }

    Outcome draw(const TextPlace& place) {
        const auto& text = field(place.field);
        if (text.empty())
            return place.optional ? Outcome(done)
                                  : error(Cause::refused, "label.field_missing", {design_.name, place.field});
        if (auto known = check_glyphs(text, place.style.weight, place.field); !known) return known;
        const auto lines = set_text(place, text, fonts_);
        if (!lines)
            return too_long(place.field, text, [&](double scale) {
                auto larger = place;
                larger.box.width = larger.box.width * scale;
                larger.box.height = larger.box.height * scale;
                return set_text(larger, text, fonts_).has_value();
            });
        return add(*lines, place.field);
    }

    Outcome draw(const FactsPlace& place) {
        std::vector<WordedFact> facts;
        for (const auto& fact : place.facts) {
            const auto& value = field(fact.field);
            if (value.empty() && !fact.optional)
                return error(Cause::refused, "label.field_missing", {design_.name, fact.field});
            if (auto known = check_glyphs(value, place.style.weight, fact.field); !known) return known;
            if (!value.empty()) facts.push_back({fact.words, value});
        }
        const auto lines = set_facts(place, facts, fonts_);
        if (!lines) {
            const auto longest = std::max_element(facts.begin(), facts.end(), [](const auto& a, const auto& b) {
                return a.value.size() < b.value.size();
            });
            return too_long(longest->words, longest->value, [&](double scale) {
                auto larger = place;
                larger.box.width = larger.box.width * scale;
                larger.box.height = larger.box.height * scale;
                return set_facts(larger, facts, fonts_).has_value();
            });
        }
        return add(*lines, place.facts.front().field);
    }

    Outcome draw(const CodePlace&) {
        drawing_.items.emplace_back(code_);
        return done;
    }

    Outcome draw(const BadgePlace&) {
        const auto box = draw_badge(drawing_.items, code_, record_.stars, record_.valid_to, fonts_);
        return box.y < Mm{} ? Outcome(error(Cause::refused, "label.badge_outside", {design_.name})) : done;
    }

    Outcome check_glyphs(const std::string& text, Weight weight, const std::string& name) const {
        const auto missing = fonts_.missing_glyphs(text, weight);
        if (missing.empty()) return done;
        std::string all;
        for (const auto& one : missing)
            all += (all.empty() ? "" : " ") + one;
        return error(Cause::refused, "label.missing_glyph", {name, all});
    }

    // By how much: the box would have to be so many percent larger.
    template <class Fits>
    Outcome too_long(const std::string& name, const std::string& text, Fits fits) const {
        int percent = 5;
        while (percent < 400 && !fits(1 + percent / 100.0))
            percent += 5;
        return error(Cause::refused, "label.text_too_long", {design_.name, name, text, std::to_string(percent)});
    }

    Outcome add(const std::vector<TextLine>& lines, const std::string& name) {
        for (const auto& line : lines) {
            if (overlap(ink_box(line, fonts_), quiet_box_))
                return error(Cause::refused, "label.in_quiet_zone", {design_.name, name});
            drawing_.items.emplace_back(line);
        }
        return done;
    }

    const Template& design_;
    const LabelRecord& record_;
    std::shared_ptr<const symbol::Symbol> symbol_;
    const FontMeasure& fonts_;
    Resolution resolution_;
    CodeModules code_;
    BoxMm quiet_box_;
    Drawing drawing_;
};

} // namespace

Result<Drawing> fill(const Template& design,
                     const LabelRecord& record,
                     std::shared_ptr<const symbol::Symbol> symbol,
                     const FontMeasure& fonts,
                     Resolution resolution) {
    return Filler(design, record, std::move(symbol), fonts, resolution).fill();
}

Ink accent(catalog::Group group) {
    switch (group) {
    case catalog::Group::food: return {0, 45, 92, 22};        // honey amber
    case catalog::Group::beverage: return {78, 22, 40, 30};   // sea green
    case catalog::Group::medicinal: return {62, 18, 80, 34};  // tea green
    case catalog::Group::handicraft: return {12, 66, 74, 24}; // clay
    case catalog::Group::ornamental: return {48, 8, 78, 30};
    case catalog::Group::tourism: return {82, 50, 20, 18};
    case catalog::Group::unknown: return {0, 0, 0, 82};
    }
    check_failed("group", __FILE__, __LINE__);
}

} // namespace temsao::label
