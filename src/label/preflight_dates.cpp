// The dates of a label: their words and forms, and each against all others that we know.
#include "base/pieces.h"
#include "base/text.h"
#include "label/label_date.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr int days_ahead = 31; // labels are printed some time before the goods are made

struct DateField {
    std::string_view field, first; // `first`: what to write
    DateWords words;
};

constexpr DateField made_field{"made", "NSX", DateWords::made};
constexpr DateField expires_field{"expires", "HSD", DateWords::expires};

std::string without_colon(std::string words) {
    while (!words.empty() && (words.back() == ' ' || words.back() == ':'))
        words.pop_back();
    return words;
}

// The words that a field's text begins with, up to its first figure or "xem trên bao bì"; when there are none, those
// that stand to its left.
std::string words_before(const Label& label, const PlacedField& field, const std::string& text) {
    const auto words = without_colon(text.substr(0, std::min(text.find_first_of("0123456789"), says_elsewhere(text))));
    if (!words.empty()) return words;
    const PrintedLine* nearest = nullptr;
    for (const auto& line : label.lines) {
        const bool left = line.ink.right() <= field.ink.x + Mm{0.01} && field.ink.x - line.ink.right() < Mm{6};
        const bool level = line.ink.y < field.ink.bottom() && field.ink.y < line.ink.bottom();
        if (left && level && (!nearest || line.ink.right() > nearest->ink.right())) nearest = &line;
    }
    return without_colon(nearest ? nearest->line->text : "");
}

void report_other_day(
    const Label& label, std::string_view field, const BoxMm& box, Date printed, Date code, Findings& findings) {
    label.report(findings,
                 "DATE_OTHER_THAN_CODE",
                 {{heading_of(field), printed.vietnamese(), code.vietnamese()},
                  box,
                  printed.vietnamese(),
                  code.vietnamese(),
                  std::string(field)});
}

// Reads one of the dates as printed; reports its words and form. Nothing when it is not there or not readable.
std::optional<Date>
check_date(const Label& label, const DateField& which, std::optional<Date> expected, Findings& findings) {
    const auto* placed = label.field(which.field);
    if (!placed) return {};
    const auto text = label.text_of(*placed);
    const auto words = words_before(label, *placed, text);
    const auto start = text.find_first_of("0123456789");
    const auto elsewhere = says_elsewhere(text); // "24/11/2028 (xem thêm trên nắp)" has the day itself
    const auto value = start == text.npos ? text : text.substr(start, elsewhere - std::min(start, elsewhere));
    const auto field = std::string(which.field), first = std::string(which.first);
    // "HSD ba mùa trăng": no figure parts words and value, which is said to have no form
    const bool has_figures = start != text.npos || elsewhere != text.npos;
    if (has_figures && !are_date_words(words, which.words)) {
        const auto said = words.empty() ? "–" : words;
        label.report(findings, "DATE_WORDS", {{value, said, first}, placed->ink, said, first, field});
    }
    if (elsewhere < start) return {};
    const auto made = which.field == "made" ? std::nullopt : std::optional(label.asked.made);
    const auto read = read_label_date(value, made);
    using Kind = LabelDate::Kind;
    if (read.kind == Kind::no_such_day) {
        label.report(findings, "DATE_IMPOSSIBLE", {{heading_of(field), value}, placed->ink, value, "", field});
        return {};
    }
    if (read.kind != Kind::day)
        label.report(findings, "DATE_FORM", {{heading_of(field), value}, placed->ink, value, "dd/mm/yyyy", field});
    if (read.day && expected && *read.day != *expected)
        report_other_day(label, field, placed->ink, *read.day, *expected, findings);
    return read.day;
}

// The day behind the words of a date in some other text: "… HSD: 24/11/2028", "HSD 12 tháng".
struct SaidDay {
    Date day;
    bool is_counted; // from the production date
};

std::optional<SaidDay> said_day(const Label& label, std::string_view rest, DateWords words) {
    const auto start = rest.find_first_not_of(" :.-");
    if (start == rest.npos || !is_digit(rest[start])) return {};
    rest.remove_prefix(start);
    const auto end = std::min(rest.find_first_not_of("0123456789/.- "), rest.size());
    const auto read = read_label_date(rest.substr(0, end), {});
    if (read.day && (read.kind == LabelDate::Kind::day || read.kind == LabelDate::Kind::loose))
        return SaidDay{*read.day, false};
    // Once opened, goods keep for another time.
    const auto sentence = rest.substr(0, rest.find_first_of(";.\n"));
    if (words == DateWords::made || sentence.find("mở") != sentence.npos) return {};
    if (const auto day = after_shelf_life(sentence, label.asked.made)) return SaidDay{*day, true};
    return {};
}

// The same date said a second time, in other fields or in the template's own words.
void check_said_twice(const Label& label, const DateField& which, std::optional<Date> known, Findings& findings) {
    if (!known) return;
    for (const auto& text : label.texts) {
        if (text.field && (text.field->field == "made" || text.field->field == "expires")) continue;
        for (const auto at : ends_of_date_words(text.key, which.words)) {
            const auto said = said_day(label, std::string_view(text.key).substr(at), which.words);
            if (!said || said->day == *known) continue;
            const bool in_code = which.words == DateWords::made || label.asked.expires;
            if (in_code && !said->is_counted)
                report_other_day(label, which.field, text.box, said->day, *known, findings);
            else
                label.report(findings,
                             "DATE_TWICE",
                             {{heading_of(which.field), said->day.vietnamese(), known->vietnamese()},
                              text.box,
                              said->day.vietnamese(),
                              known->vietnamese(),
                              field_name(text)});
        }
    }
}

void check_expiry(const Label& label, Date expires, Date made, Findings& findings) {
    const auto* field = label.field("expires");
    const auto box = field ? std::optional(field->ink) : std::nullopt;
    const auto report = [&](const char* code, Date other, const std::string& required, const std::string& fact) {
        std::vector<std::string> facts{expires.vietnamese(), other.vietnamese()};
        if (!fact.empty()) facts.push_back(fact);
        label.report(findings, code, {std::move(facts), box, expires.vietnamese(), required, "expires"});
    };
    if (expires <= made) report("DATE_ORDER", made, "> " + made.vietnamese(), "");
    if (expires < label.asked.day)
        report("EXPIRED_AT_PRINTING", label.asked.day, "≥ " + label.asked.day.vietnamese(), "");
    const auto shelf_life = without_date_words(value_of(label, "shelf_life"));
    if (const auto last = after_shelf_life(shelf_life, made); last && expires > *last)
        report("EXPIRY_BEYOND_SHELF_LIFE", *last, "≤ " + last->vietnamese(), shelf_life);
}

// The production date against the day of printing and against the certificate whose stars the label shows.
void check_made(const Label& label, Findings& findings) {
    const auto& asked = label.asked;
    const auto made = asked.made.vietnamese();
    const auto* field = label.field("made");
    const auto box = field ? std::optional(field->ink) : std::nullopt;
    if (asked.made > asked.day.plus_days(days_ahead))
        label.report(
            findings, "MADE_AHEAD", {{made, asked.day.vietnamese()}, box, made, asked.day.vietnamese(), "made"});
    if (!has_badge(label)) return;
    const auto& last = asked.record.valid_to;
    if (asked.made > last)
        label.report(findings,
                     "MADE_AFTER_CERTIFICATE",
                     {{made, last.vietnamese()}, box, made, "≤ " + last.vietnamese(), "made"});
    else if (asked.certified_later)
        label.report(findings,
                     "MADE_BEFORE_CERTIFICATE",
                     {{made, asked.certified_later->vietnamese()},
                      box,
                      made,
                      "≥ " + asked.certified_later->vietnamese(),
                      "made"});
}

} // namespace

void check_dates(const Label& label, Findings& findings) {
    const auto made = check_date(label, made_field, label.asked.made, findings);
    const auto expires = check_date(label, expires_field, label.asked.expires, findings);
    const auto last = expires ? expires : label.asked.expires;
    if (last) check_expiry(label, *last, made.value_or(label.asked.made), findings);
    check_said_twice(label, made_field, label.asked.made, findings);
    check_said_twice(label, expires_field, last, findings);
    check_made(label, findings);
}

} // namespace temsao::label
