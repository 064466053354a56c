#include "label/fill.h"

#include "base/text.h"
#include "label/badge.h"
#include "label/boxes.h"
#include "label/text_flow.h"
#include "label/till_code.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr std::size_t most_text_bytes = 4000; // of one field; no label has room for more

// How many characters must go until `fits` is content with the rest.
template <class Fits>
std::size_t characters_too_many(const std::string& text, Fits fits) {
    std::size_t good = 0, bad = text.size();
    while (bad - good > 1) {
        const auto middle = (good + bad) / 2;
        auto cut = middle;
        while (cut > good && (text[cut] & 0xC0) == 0x80)
            --cut;
        const bool ok = cut == good || fits(text.substr(0, cut));
        (ok ? good : bad) = middle;
    }
    return count_characters(text.substr(good));
}

const std::string& value_of(const LabelRecord& record, const std::string& field) {
    static const std::string none;
    const auto found = record.fields.find(field);
    return found == record.fields.end() ? none : found->second;
}

// A line and where its ink is.
struct InkedLine {
    SetLine set;
    BoxMm ink;
};

// The lines of one piece of the template, as set for the values that it read.
struct KeptLines {
    std::vector<std::string> reads; // fields
    std::vector<std::string> values;
    std::vector<StrokedPath> frames;
    std::vector<InkedLine> lines;
    bool valid = false;
};

// The badge as drawn over a code of this size at this place.
struct KeptBadge {
    Mm x, y, module;
    int modules = 0, stars = 0;
    Date valid_to;
    std::vector<Item> items;
    BoxMm box;
};

void add_field(std::vector<std::string>& reads, const std::string& field, const std::optional<Condition>& only_if) {
    reads.push_back(field);
    if (only_if) reads.push_back(only_if->field);
}

void add_fields(std::vector<std::string>& reads, const TextPlace& place) {
    add_field(reads, place.field, place.only_if);
}

void add_fields(std::vector<std::string>& reads, const FactsPlace& place) {
    for (const auto& fact : place.facts)
        add_field(reads, fact.field, place.only_if);
}

void add_fields(std::vector<std::string>& reads, const NutritionPlace& place) {
    add_field(reads, "nutrition", place.only_if);
}

void add_fields(std::vector<std::string>& reads, const StackPlace& place) {
    for (const auto& part : place.parts)
        std::visit([&](const auto& p) { add_fields(reads, p); }, part);
}

void add_fields(std::vector<std::string>& reads, const Art& art) {
    if (art.only_if) reads.push_back(art.only_if->field);
}

void add_fields(std::vector<std::string>&, const CodePlace&) {}

void add_fields(std::vector<std::string>&, const BadgePlace&) {}

void add_fields(std::vector<std::string>&, const LogoPlace&) {}

void add_fields(std::vector<std::string>&, const PatternPlace&) {}

void add_fields(std::vector<std::string>&, const TillCodePlace&) {}

} // namespace

struct Filler::Memory {
    Memory(const Template& the_design, const FontMeasure& the_fonts, Resolution the_resolution, ModuleRange the_range)
        : design(the_design),
          fonts(the_fonts),
          resolution(the_resolution),
          range(the_range),
          lines(the_design.pieces.size()) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            std::visit([&](const auto& piece) { add_fields(lines[i].reads, piece); }, design.pieces[i]);
    }

    // What no piece reads but all may show: the goods' colour and the brand.
    void begin(const LabelRecord& record) {
        if (has_begun && group == record.group && brand == record.brand) return;
        has_begun = true;
        group = record.group;
        brand = record.brand;
        for (auto& kept : lines)
            kept.valid = false;
        patterns.clear();
    }

    Ink ink_of(Paint::Role role) const {
        const auto goods = accent(group);
        const auto of_brand = [&](const std::optional<Ink> Brand::*colour) {
            return brand ? brand.get()->*colour : std::nullopt;
        };
        switch (role) {
        case Paint::Role::goods: return of_brand(&Brand::main).value_or(goods);
        case Paint::Role::main: return of_brand(&Brand::main).value_or(design.main.value_or(goods));
        case Paint::Role::second: return of_brand(&Brand::second).value_or(design.second.value_or(goods));
        case Paint::Role::own: break;
        }
        check_failed("a role with a colour", __FILE__, __LINE__);
    }

    Ink ink_of(const Paint& paint) const {
        if (paint.role == Paint::Role::own) return paint.ink;
        auto ink = ink_of(paint.role);
        for (auto* part : {&ink.c, &ink.m, &ink.y, &ink.k})
            *part *= paint.tint / 100;
        return ink;
    }

    Typeface typeface() const { return brand && brand->typeface ? *brand->typeface : design.typeface; }

    const Template& design;
    const FontMeasure& fonts;
    Resolution resolution;
    ModuleRange range;
    catalog::Group group = catalog::Group::unknown;
    std::shared_ptr<const Brand> brand;
    bool has_begun = false;
    std::map<const PatternPlace*, std::vector<Item>> patterns; // as cut for their places
    std::map<const TillCodePlace*, std::optional<DrawnTillCode>> till_codes;
    std::vector<KeptLines> lines; // of each piece
    std::optional<KeptBadge> badge;
};

namespace {

class OneLabel {
public:
    OneLabel(Filler::Memory& memory, const LabelRecord& record, std::shared_ptr<const symbol::Symbol> symbol)
        : memory_(memory),
          design_(memory.design),
          record_(record),
          symbol_(std::move(symbol)),
          fonts_(memory.fonts),
          resolution_(memory.resolution),
          range_(memory.range) {}

    Result<Drawing> fill() {
        drawing_.size = design_.size;
        drawing_.title = value("name");
        drawing_.items.reserve(4 * design_.pieces.size());
        drawing_.pieces.reserve(4 * design_.pieces.size());
        TRY(place_code());
        for (std::size_t i = 0; i < design_.pieces.size(); ++i) {
            kept_ = &memory_.lines[i];
            if (is_known(*kept_))
                add(*kept_);
            else
                TRY(std::visit([&](const auto& p) { return draw(p); }, design_.pieces[i]));
            drawing_.pieces.resize(drawing_.items.size(), static_cast<std::uint32_t>(i));
        }
        return std::move(drawing_);
    }

private:
    const std::string& value(const std::string& name) const { return value_of(record_, name); }

    bool is_known(const KeptLines& kept) const {
        return kept.valid && std::equal(kept.reads.begin(),
                                        kept.reads.end(),
                                        kept.values.begin(),
                                        [&](const auto& field, const auto& was) { return value(field) == was; });
    }

    void keep(KeptLines set) {
        kept_->frames = std::move(set.frames);
        kept_->lines = std::move(set.lines);
        kept_->values.clear();
        for (const auto& field : kept_->reads)
            kept_->values.push_back(value(field));
        kept_->valid = true;
    }

    Error refused(std::string id, std::vector<std::string> facts) const {
        return error(Cause::refused, std::move(id), std::move(facts));
    }

    const CodePlace& code_place() const {
        for (const auto& piece : design_.pieces)
            if (const auto* code = std::get_if<CodePlace>(&piece)) return *code;
        check_failed("a template has a code", __FILE__, __LINE__);
    }

    // The largest module of whole dots that leaves the quiet zone inside the box; its corner on the dot grid.
    Outcome place_code() {
        const auto& [box, valign] = code_place();
        const int modules = symbol_->size() + 2 * symbol::quiet_zone_modules;
        const Mm side = std::min(box.width, box.height);
        const Dots dots{std::min(resolution_.whole_dots_below(side).value / modules,
                                 resolution_.whole_dots_below(range_.most).value)};
        const Mm module = resolution_.length(dots);
        if (module < range_.least - Mm{1e-6}) return code_too_small(modules, side);
        const auto on_grid = [&](Mm length) { return resolution_.length(resolution_.nearest_dot(length)); };
        const Mm whole = module * modules;
        const Mm quiet = module * symbol::quiet_zone_modules;
        code_ = {symbol_,
                 on_grid(box.x + (box.width - whole) / 2 + quiet),
                 on_grid(box.y + (box.height - whole) * part_before(valign) + quiet),
                 module,
                 dots};
        return done;
    }

    Error code_too_small(int modules, Mm side) const {
        const auto least_dots = [this](Resolution resolution) {
            int dots = 1;
            while (resolution.length({dots}) < range_.least - Mm{1e-6})
                ++dots;
            return Dots{dots};
        };
        std::string finer;
        for (const int dpi : {203, 300, 600, 1200}) {
            const auto other = Resolution::from_dpi(dpi);
            if (other.length({least_dots(other).value * modules}) <= side)
                finer += (finer.empty() ? "" : ", ") + std::to_string(dpi);
        }
        return refused("label.code_too_small",
                       {design_.name,
                        std::to_string(resolution_.dpi()),
                        std::to_string(modules),
                        millimetres(resolution_.length({least_dots(resolution_).value * modules}), 1),
                        millimetres(side, 1),
                        finer.empty() ? "–" : finer});
    }

    bool applies(const std::optional<Condition>& condition) const {
        if (condition && condition->field == brand_logo) return has_logo() != condition->absent;
        return !condition || value(condition->field).empty() == condition->absent;
    }

    bool has_logo() const { return memory_.brand && memory_.brand->logo; }

    // The place with the colour and the typeface that it has on this label.
    template <class Place>
    Place dressed(Place place) const {
        place.paint = {.ink = memory_.ink_of(place.paint)};
        if (place.in_brand_typeface) place.style.typeface = memory_.typeface();
        return place;
    }

    Outcome draw(const Art& art) {
        if (!applies(art.only_if)) return done;
        auto item = art.item;
        if (art.paint.role != Paint::Role::own) {
            if (auto* filled = std::get_if<FilledPath>(&item)) filled->ink = memory_.ink_of(art.paint);
            if (auto* stroked = std::get_if<StrokedPath>(&item)) stroked->ink = memory_.ink_of(art.paint);
        }
        if (const auto* line = std::get_if<TextLine>(&item)) return draw_static(*line, art);
        drawing_.items.push_back(std::move(item));
        return done;
    }

    Outcome draw_static(TextLine line, const Art& art) {
        line.ink = memory_.ink_of(art.paint);
        if (art.in_brand_typeface) line.style.typeface = memory_.typeface();
        TRY(check_glyphs(line.text, line.style, "SVG"));
        const Mm advance = fonts_.measure(line.text, line.style).advance;
        const auto before = turned_point({(advance * part_before(art.anchor)).value, 0}, line.turn);
        line.x = line.x - Mm{before.x};
        line.baseline = line.baseline - Mm{before.y};
        set({{{line, line.text, true}}, {}});
        return done;
    }

    // What the place has to show; nothing when the field is empty and may be.
    Result<std::optional<FilledPart>> filled(const TextPlace& as_designed) const {
        if (!applies(as_designed.only_if)) return std::optional<FilledPart>();
        auto place = dressed(as_designed);
        const auto& text = value(place.field);
        if (text.empty() && !place.optional) return refused("label.field_missing", {design_.name, place.field});
        TRY(check_glyphs(text, place.style, place.field));
        if (text.empty()) return std::optional<FilledPart>();
        return std::optional<FilledPart>(FilledText{std::move(place), text});
    }

    Result<std::optional<FilledPart>> filled(const FactsPlace& as_designed) const {
        if (!applies(as_designed.only_if)) return std::optional<FilledPart>();
        FilledFacts part{dressed(as_designed), {}};
        for (const auto& fact : part.place.facts) {
            const auto& text = value(fact.field);
            if (text.empty() && !fact.optional) return refused("label.field_missing", {design_.name, fact.field});
            TRY(check_glyphs(text, part.place.style, fact.field));
            if (!text.empty()) part.facts.push_back({fact.words, text, fact.field});
        }
        if (part.facts.empty()) return std::optional<FilledPart>();
        return std::optional<FilledPart>(std::move(part));
    }

    // As a table; facts without amounts after their heading, as others are set.
    Result<std::optional<FilledPart>> filled(const NutritionPlace& as_designed) const {
        if (!applies(as_designed.only_if)) return std::optional<FilledPart>();
        auto place = as_designed;
        place.paint = {.ink = memory_.ink_of(place.paint)};
        const auto& text = value("nutrition");
        if (text.empty() && !place.optional) return refused("label.field_missing", {design_.name, "nutrition"});
        TRY(check_glyphs(place.title + place.basis + text, place.style, "nutrition"));
        if (text.empty()) return std::optional<FilledPart>();
        if (auto facts = read_nutrition(text)) return std::optional<FilledPart>(FilledTable{place, *std::move(facts)});
        return std::optional<FilledPart>(as_text(place));
    }

    FilledFacts as_text(const NutritionPlace& place) const {
        FactsPlace facts{.facts = {}, .box = place.box, .style = place.style};
        facts.least_size_pt = place.least_size_pt;
        facts.gap_before = place.gap_before;
        facts.paint = place.paint;
        const auto words = place.title.empty() ? "" : place.title + ":";
        return {std::move(facts), {{words, value("nutrition"), "nutrition"}}};
    }

    Outcome draw(const TextPlace& place) {
        const auto part = TRY(filled(place));
        return part ? set({*part}, place.box, {}, place.valign, place.turn) : Outcome(done);
    }

    Outcome draw(const NutritionPlace& place) {
        const auto part = TRY(filled(place));
        return part ? set({*part}, place.box, {}, place.valign, place.turn) : Outcome(done);
    }

    Outcome draw(const FactsPlace& place) {
        const auto part = TRY(filled(place));
        return part ? set({*part}, place.box, {}, Valign::top, place.turn) : Outcome(done);
    }

    Outcome draw(const StackPlace& place) {
        std::vector<FilledPart> parts;
        for (const auto& one : place.parts) {
            auto part = TRY(std::visit([&](const auto& p) { return filled(p); }, one));
            if (part) parts.push_back(std::move(*part));
        }
        return parts.empty() ? Outcome(done) : set(parts, place.box, place.gap, place.valign, place.turn);
    }

    Outcome draw(const CodePlace&) {
        drawing_.items.emplace_back(code_);
        return done;
    }

    Outcome draw(const LogoPlace& place) {
        if (!has_logo() || !applies(place.only_if)) return done;
        const auto& logo = memory_.brand->logo;
        const auto box = fitted(*logo, place.box, part_before(place.align), part_before(place.valign));
        drawing_.items.emplace_back(PlacedPicture{logo, box, memory_.brand->one_colour_logo});
        return done;
    }

    Outcome draw(const PatternPlace& place) {
        if (!applies(place.only_if)) return done;
        auto known = memory_.patterns.find(&place);
        if (known == memory_.patterns.end()) {
            const bool of_brand = !place.is_own && memory_.brand && memory_.brand->pattern;
            const auto& pattern = of_brand ? *memory_.brand->pattern : *place.pattern;
            auto drawn = fill_with(pattern, place.outline, memory_.ink_of(place.paint));
            if (!drawn)
                return refused("label.pattern_too_fine",
                               {design_.name, pattern.name, std::to_string(most_drawn_marks)});
            known = memory_.patterns.emplace(&place, *std::move(drawn)).first;
        }
        drawing_.items.insert(drawing_.items.end(), known->second.begin(), known->second.end());
        return done;
    }

    Outcome draw(const TillCodePlace& place) {
        const auto& text = till_text(place, record_);
        if (text.empty() || !applies(place.only_if)) return done;
        auto& kept = memory_.till_codes[&place];
        if (!kept || kept->of != text) kept = TRY(draw_till_code(place, text, design_.name, fonts_, resolution_));
        auto placed = kept->placed;
        const auto first = drawing_.items.size();
        drawing_.items.emplace_back(kept->modules);
        add(with_ink(kept->number));
        for (auto item = first; item < drawing_.items.size(); ++item)
            placed.items.push_back(item);
        drawing_.till_codes.push_back(std::move(placed));
        return done;
    }

    Outcome draw(const BadgePlace& place) {
        if (record_.stars < least_stars || record_.stars > badge_stars)
            return refused("label.too_few_stars", {value("name"), std::to_string(record_.stars)});
        auto& kept = memory_.badge;
        if (!kept || kept->x != code_.x || kept->y != code_.y || kept->module != code_.module ||
            kept->modules != symbol_->size() || kept->stars != record_.stars || kept->valid_to != record_.valid_to) {
            kept = {code_.x, code_.y, code_.module, symbol_->size(), record_.stars, record_.valid_to, {}, {}};
            kept->box = draw_badge(kept->items, code_, record_.stars, record_.valid_to, fonts_);
        }
        drawing_.items.insert(drawing_.items.end(), kept->items.begin(), kept->items.end());
        return inside(kept->box, place.box) ? Outcome(done) : refused("label.badge_outside", {design_.name});
    }

    // A table among other parts gives way to running text, which needs less room.
    Outcome set(std::vector<FilledPart> parts, const BoxMm& box, Mm gap, Valign valign, Turn turn) {
        auto all = set_stack(parts, box, gap, valign, fonts_);
        for (auto& part : parts)
            if (const auto* table = std::get_if<FilledTable>(&part); table && !all && parts.size() > 1) {
                part = as_text(table->place);
                all = set_stack(parts, box, gap, valign, fonts_);
            }
        if (!all) return too_long(parts, box, gap, valign);
        for (auto& one : all->lines)
            turn_by(one.line, turn);
        for (auto& frame : all->frames)
            turn_path(frame.path, turn);
        set(*all);
        return done;
    }

    // Blames the longest text, or the one without which the rest would fit.
    Error too_long(std::vector<FilledPart> parts, const BoxMm& box, Mm gap, Valign valign) const {
        const auto beyond = excess(parts, box, gap, fonts_);
        if (std::holds_alternative<FilledTable>(parts.front())) {
            const bool wide = beyond.width > Mm{};
            return refused(wide ? "label.nutrition_too_wide" : "label.nutrition_too_tall",
                           {design_.name, value("name"), millimetres(wide ? beyond.width : beyond.height, 1)});
        }
        std::string* blamed = nullptr;
        std::string field;
        const auto look = [&](std::string& text, const std::string& name) {
            if (blamed && text.size() <= blamed->size()) return;
            blamed = &text;
            field = name;
        };
        const bool is_wide = beyond.width > Mm{};
        for (std::size_t i = 0; i < parts.size(); ++i) {
            auto& part = parts[i];
            if (is_wide && i != beyond.part) continue;
            if (auto* text = std::get_if<FilledText>(&part)) look(text->text, text->place.field);
            if (auto* facts = std::get_if<FilledFacts>(&part))
                for (auto& fact : facts->facts)
                    look(fact.value, fact.field);
        }
        ENSURE(blamed);
        const auto whole = *blamed;
        const auto too_many = characters_too_many(whole, [&](std::string shorter) {
            *blamed = std::move(shorter);
            return set_stack(parts, box, gap, valign, fonts_).has_value();
        });
        // The law gives these as they are: nobody can shorten them.
        if (field == "producer" || field == "address")
            return refused(
                "label.name_too_long",
                {design_.name, field, value("name"), millimetres(is_wide ? beyond.width : beyond.height, 1)});
        return refused(is_wide ? "label.word_too_wide" : "label.text_too_long",
                       {design_.name,
                        field,
                        value("name"),
                        millimetres(is_wide ? beyond.width : beyond.height, 1),
                        std::to_string(too_many)});
    }

    Outcome check_glyphs(const std::string& text, const TextStyle& style, const std::string& name) const {
        if (!is_utf8(text)) return refused("label.missing_glyph", {name, "U+FFFD"});
        if (text.size() > most_text_bytes)
            return refused("label.text_over_limit",
                           {name, std::to_string(count_characters(text)), std::to_string(most_text_bytes)});
        const auto missing = fonts_.missing_glyphs(text, style);
        if (missing.empty()) return done;
        std::string all;
        for (const auto& one : missing)
            all += (all.empty() ? "" : ", ") + one;
        return refused("label.missing_glyph", {name, all});
    }

    void set(const SetStack& stack) {
        KeptLines all;
        all.frames = stack.frames;
        all.lines = with_ink(stack.lines);
        add(all);
        keep(std::move(all));
    }

    std::vector<InkedLine> with_ink(const std::vector<SetLine>& lines) const {
        std::vector<InkedLine> inked;
        for (const auto& one : lines)
            inked.push_back({one, ink_box(one.line, fonts_)});
        return inked;
    }

    void add(const KeptLines& set) {
        drawing_.items.insert(drawing_.items.end(), set.frames.begin(), set.frames.end());
        add(set.lines);
    }

    void add(const std::vector<InkedLine>& lines) {
        for (const auto& [set, ink] : lines) {
            auto& placed = drawing_.fields;
            if (!placed.empty() && placed.back().field == set.field && placed.back().is_art == set.is_art)
                placed.back().ink = join(placed.back().ink, ink);
            else
                placed.push_back({set.field, ink, set.line.style, {}, set.is_art});
            placed.back().items.push_back(drawing_.items.size());
            drawing_.items.emplace_back(set.line);
        }
    }

    Filler::Memory& memory_;
    KeptLines* kept_ = nullptr; // of the piece in hand
    const Template& design_;
    const LabelRecord& record_;
    std::shared_ptr<const symbol::Symbol> symbol_;
    const FontMeasure& fonts_;
    Resolution resolution_;
    ModuleRange range_;
    CodeModules code_;
    Drawing drawing_;
};

// A design with a layout of its own for products without a number: it takes those too whose text finds no room beside
// the bars.
bool may_go_without_bars(const Template& design) {
    return std::any_of(design.pieces.begin(), design.pieces.end(), [](const Piece& piece) {
        const auto* place = std::get_if<TillCodePlace>(&piece);
        return place && place->only_if && place->only_if->field == till_number;
    });
}

} // namespace

Filler::Filler(const Template& design, const FontMeasure& fonts, Resolution resolution, ModuleRange modules)
    : memory_(std::make_unique<Memory>(design, fonts, resolution, modules)) {}

Filler::~Filler() = default;

Result<Drawing> Filler::fill(const LabelRecord& record, std::shared_ptr<const symbol::Symbol> symbol) {
    memory_->begin(record);
    auto drawing = OneLabel(*memory_, record, symbol).fill();
    if (drawing || !may_go_without_bars(memory_->design) || value_of(record, till_number).empty()) return drawing;
    auto without = record;
    without.fields.erase(till_number);
    auto other = OneLabel(*memory_, without, std::move(symbol)).fill();
    return other ? std::move(other) : std::move(drawing); // which blames the text
}

Result<Drawing> fill(const Template& design,
                     const LabelRecord& record,
                     std::shared_ptr<const symbol::Symbol> symbol,
                     const FontMeasure& fonts,
                     Resolution resolution,
                     ModuleRange modules) {
    return Filler(design, fonts, resolution, modules).fill(record, std::move(symbol));
}

} // namespace temsao::label
