#include "lots/event.h"

#include "base/pieces.h"
#include "base/text.h"
#include "gs1/element.h"
#include "lots/codes.h"
#include "trace/trace_code.h"

#include <algorithm>
#include <array>

namespace temsao::lots {
namespace {

constexpr std::int64_t seconds_a_day = 24 * 60 * 60, noon = 12 * 60 * 60;
const Date first_day = *Date::from(1970, 1, 1);

std::string two(std::int64_t number) {
    return std::to_string(100 + number).substr(1);
}

// "05:40" or "05:40:30" -> seconds of the day.
std::optional<std::int64_t> clock_of(std::string_view text) {
    if (text.size() != 5 && text.size() != 8) return {};
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i * 3 < text.size(); ++i) {
        if (i > 0 && text[i * 3 - 1] != ':') return {};
        const auto digits = text.substr(i * 3, 2);
        if (!is_only_digits(digits)) return {};
        parts.at(i) = (digits[0] - '0') * 10 + (digits[1] - '0');
    }
    if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return {};
    return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

// "Z", "+07:00", "-03:30" -> minutes.
std::optional<int> offset_of(std::string_view text) {
    if (text == "Z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return {};
    const auto clock = clock_of(text.substr(1));
    if (!clock || *clock > 14 * 3600) return {};
    return static_cast<int>(*clock / 60) * (text[0] == '-' ? -1 : 1);
}

// A GTIN, one of our own codes, or an internal code of the list.
bool is_product(std::string_view product) {
    if (product.size() == 14 && is_only_digits(product)) return gs1::Gtin::parse(product).ok();
    return trace::is_internal_code(product);
}

Outcome check_parts(const std::vector<Part>& parts) {
    if (parts.size() > most_parts) return error(Cause::data, "lot.too_many", {std::to_string(most_parts)});
    for (const auto& [lot, amount] : parts) {
        if (gs1::lint_value("10", lot.lot)) return error(Cause::data, "lot.name", {make_showable(lot.lot)});
        if (!is_product(lot.product)) return error(Cause::data, "lot.product", {make_showable(lot.product)});
    }
    return done;
}

// The hash of an event takes "007" and "7" for one number (CBV 2.0, 8.9), and generators differ over "1e5".
bool reads_as_a_number(std::string_view text) {
    if (text == "0" || (is_only_digits(text) && !text.empty() && text.front() != '0' && text.size() <= 15))
        return false;
    const auto lower = to_lower(text);
    if (lower == "inf" || lower == "infinity" || lower == "nan") return true;
    bool has_digit = false;
    for (const char c : lower) {
        has_digit = has_digit || (c >= '0' && c <= '9');
        if (std::string_view("0123456789.+-e_ ").find(c) == std::string_view::npos) return false;
    }
    return has_digit;
}

Outcome check_texts(const Event& event) {
    const auto fits = [](const std::string& text, const char* field, std::size_t most) -> Outcome {
        const auto what = std::string("lot_field.") + field;
        if (count_characters(text) > most) return error(Cause::data, "lot.long", {what, std::to_string(most)});
        if (make_showable(text) != text || tidy(text) != text) return error(Cause::data, "lot.letters", {what});
        if (reads_as_a_number(text)) return error(Cause::data, "lot.reads_as_number", {what, text});
        return done;
    };
    TRY(fits(event.item, "item", longest_name));
    for (const auto& [text, what] : {std::pair(&event.process, "process"),
                                     {&event.report, "report"},
                                     {&event.paper, "paper"},
                                     {&event.run, "run"},
                                     {&event.reason, "reason"},
                                     {&event.note, "note"}})
        TRY(fits(*text, what, longest_text));
    for (const auto* code : {&event.place, &event.party})
        if (!code->empty() && !is_party_code(*code) && !is_gln(*code))
            return error(Cause::data, "lot.code", {make_showable(*code)});
    return done;
}

Outcome check_needs(const Event& event) {
    const auto kind = "lot_kind." + std::string(name(event.kind));
    const auto needs = [&](bool has, const char* what) -> Outcome {
        if (!has) return error(Cause::data, "lot.needs", {kind, std::string("lot_field.") + what});
        return done;
    };
    const bool is_made = event.kind == Kind::transform || event.kind == Kind::pack;
    TRY(needs(!event.outputs.empty(), "lot"));
    if (is_made) TRY(needs(!event.inputs.empty(), "inputs"));
    if (event.kind != Kind::recall && event.kind != Kind::test)
        for (const auto& part : event.outputs)
            TRY(needs(part.amount.has_value(), "amount"));
    if (event.kind == Kind::receive || event.kind == Kind::ship) TRY(needs(!event.party.empty(), "party"));
    if (event.kind == Kind::test) TRY(needs(event.passed.has_value(), "passed"));
    if (!is_made && !event.inputs.empty()) return error(Cause::data, "lot.takes_nothing_in", {kind});
    return done;
}

} // namespace

std::string_view name(Kind kind) {
    constexpr std::string_view names[] = {"harvest", "receive", "transform", "test", "pack", "ship", "recall"};
    return names[static_cast<int>(kind)];
}

std::optional<Kind> kind_named(std::string_view text) {
    for (const auto kind :
         {Kind::harvest, Kind::receive, Kind::transform, Kind::test, Kind::pack, Kind::ship, Kind::recall})
        if (name(kind) == text) return kind;
    return {};
}

bool is_about(const Event& event, const Lot& lot) {
    return std::any_of(event.outputs.begin(), event.outputs.end(), [&](const Part& part) { return part.lot == lot; });
}

std::set<Lot> lots_of(const Event& event) {
    std::set<Lot> lots;
    for (const auto* parts : {&event.inputs, &event.outputs})
        for (const auto& part : *parts)
            lots.insert(part.lot);
    return lots;
}

bool begins_lots(Kind kind) {
    return kind != Kind::test && kind != Kind::ship && kind != Kind::recall;
}

std::string_view name(Wrong wrong) {
    return wrong == Wrong::did_not_occur ? "did_not_occur" : "incorrect_data";
}

Date Moment::day() const {
    const auto local = seconds + offset * 60;
    const auto days = local >= 0 ? local / seconds_a_day : (local - seconds_a_day + 1) / seconds_a_day;
    return first_day.plus_days(static_cast<int>(days));
}

std::string Moment::iso() const {
    const auto local = seconds + offset * 60;
    const auto clock = ((local % seconds_a_day) + seconds_a_day) % seconds_a_day;
    const auto away = std::abs(offset);
    return day().iso() + "T" + two(clock / 3600) + ":" + two(clock / 60 % 60) + ":" + two(clock % 60) +
           (offset < 0 ? "-" : "+") + two(away / 60) + ":" + two(away % 60);
}

Moment moment_at(std::int64_t seconds) {
    return {.seconds = seconds};
}

Moment noon_of(Date day) {
    Moment moment{.is_day = true};
    moment.seconds = std::int64_t{day.days_since(first_day)} * seconds_a_day + noon - moment.offset * 60;
    return moment;
}

Result<Moment> read_moment(std::string_view typed) {
    const auto text = tidy(typed);
    const auto bad = error(Cause::usage, "lot.time", {make_showable(text)});
    const auto between = text.find_first_of("T ");
    const auto day = Date::parse_typed(text.substr(0, between));
    if (!day || *day < first_day) return bad;
    Moment moment{.is_day = between == text.npos};
    std::int64_t clock = noon;
    if (!moment.is_day) {
        std::string_view rest = std::string_view(text).substr(between + 1);
        const auto zone = rest.find_first_of("Z+-");
        if (zone != rest.npos) {
            const auto offset = offset_of(rest.substr(zone));
            if (!offset) return bad;
            moment.offset = *offset;
            rest = rest.substr(0, zone);
        }
        if (const auto stop = rest.find('.'); stop != rest.npos && is_only_digits(rest.substr(stop + 1)))
            rest = rest.substr(0, stop); // parts of a second
        const auto told = clock_of(rest);
        if (!told) return bad;
        clock = *told;
    }
    moment.seconds = std::int64_t{day->days_since(first_day)} * seconds_a_day + clock - moment.offset * 60;
    return moment;
}

std::string short_id(std::string_view id) {
    const auto hash = id.find(';');
    return std::string(hash == id.npos ? id : id.substr(hash + 1, 8));
}

bool matches(std::string_view id, std::string_view typed) {
    const auto hash = id.find(';');
    return id == typed || (typed.size() >= 8 && hash != id.npos && id.substr(hash + 1).starts_with(typed));
}

Outcome check(const Event& event, std::int64_t now) {
    constexpr std::int64_t clocks_differ = 15 * 60; // seconds that two clocks may lie apart
    TRY(check_parts(event.inputs));
    TRY(check_parts(event.outputs));
    TRY(check_texts(event));
    TRY(check_needs(event));
    if (event.at.is_day ? event.at.day() > moment_at(now).day() : event.at.seconds > now + clocks_differ)
        return error(Cause::data, "lot.future", {event.at.iso()});
    for (const auto& in : event.inputs)
        for (const auto& out : event.outputs)
            if (in.lot == out.lot) return error(Cause::data, "lot.into_itself", {in.lot.lot});
    if (event.made && event.expires && *event.expires <= *event.made)
        return error(Cause::data, "lot.dates", {event.made->iso(), event.expires->iso()});
    return done;
}

} // namespace temsao::lots
