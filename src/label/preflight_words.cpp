#include "base/pieces.h"
#include "base/text.h"
#include "label/label_date.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

struct Heading {
    std::string_view field, words;
};

// As the list's columns are headed.
constexpr Heading headings[] = {
    {"name", "Tên sản phẩm"},
    {"producer", "Chủ thể"},
    {"address", "Địa chỉ"},
    {"origin", "Xuất xứ"},
    {"net_quantity", "Định lượng"},
    {"ingredients", "Thành phần"},
    {"usage", "HDSD"},
    {"storage", "Bảo quản"},
    {"warning", "Cảnh báo"},
    {"nutrition", "Giá trị dinh dưỡng"},
    {"made", "NSX"},
    {"expires", "HSD"},
    {"lot", "Số lô"},
    {"hri", "HRI"},
    {"self_declaration", "Số TCB"},
};

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string all_text(const Label& label) {
    std::string text;
    for (const auto& field : label.drawing.fields)
        text += label.text_of(field) + "\n";
    return match_key(text);
}

// `content` as in ContentRule: one of several fields, or one of several wordings in quotes.
bool is_printed(const Label& label, std::string_view content, const std::string& words) {
    if (content.front() == '"') {
        const auto wordings = split(content.substr(1, content.size() - 2), '|');
        return std::any_of(wordings.begin(), wordings.end(), [&](std::string_view wording) {
            return words.find(match_key(wording)) != words.npos;
        });
    }
    const auto fields = split(content, '|');
    return std::any_of(fields.begin(), fields.end(), [&](std::string_view name) { return label.field(name); });
}

bool is_in_record(const Label& label, std::string_view content) {
    const auto fields = split(content, '|');
    return std::any_of(fields.begin(), fields.end(), [&](std::string_view name) {
        const auto found = label.asked.record.fields.find(std::string(name));
        return found != label.asked.record.fields.end() && !found->second.empty();
    });
}

// Before the country; the second half for goods whose last stage only was done there.
constexpr std::string_view origin_words[] = {"sản xuất tại",
                                             "chế tạo tại",
                                             "nước sản xuất",
                                             "xuất xứ",
                                             "sản xuất bởi",
                                             "sản phẩm của",
                                             "lắp ráp tại",
                                             "đóng chai tại",
                                             "phối trộn tại",
                                             "hoàn tất tại",
                                             "đóng gói tại",
                                             "dán nhãn tại"};

bool says_origin(const std::string& words) {
    return std::any_of(std::begin(origin_words), std::end(origin_words), [&](std::string_view one) {
        return words.find(std::string(one) + " việt nam") != words.npos ||
               words.find(std::string(one) + ": việt nam") != words.npos;
    });
}

// The words that a field's text begins with, up to its first figure; when there are none, those that stand to its left.
std::string words_before(const Label& label, const PlacedField& field, const std::string& text) {
    auto words = text.substr(0, text.find_first_of("0123456789"));
    if (const auto at = match_key(words).find(" xem"); at != std::string::npos) words.resize(words.find(" xem"));
    while (!words.empty() && (words.back() == ' ' || words.back() == ':'))
        words.pop_back();
    if (!words.empty()) return words;
    const PrintedLine* nearest = nullptr;
    for (const auto& line : label.lines) {
        const bool left = line.ink.right() <= field.ink.x + Mm{0.01} && field.ink.x - line.ink.right() < Mm{6};
        const bool level = line.ink.y < field.ink.bottom() && field.ink.y < line.ink.bottom();
        if (left && level && (!nearest || line.ink.right() > nearest->ink.right())) nearest = &line;
    }
    words = nearest ? nearest->line->text : "";
    while (!words.empty() && (words.back() == ' ' || words.back() == ':'))
        words.pop_back();
    return words;
}

struct DateField {
    std::string_view field;
    std::initializer_list<std::string_view> words; // the first is what to write
};

// "Hạn dùng" and HD are of older labels [M].
const DateField made_field{"made", {"NSX", "Ngày sản xuất"}};
const DateField expires_field{"expires", {"HSD", "Hạn sử dụng", "Hạn dùng", "HD"}};

// Reads one of the dates as printed; reports its words and form. Nothing when it is not there or not readable.
std::optional<Date>
check_date(const Label& label, const DateField& which, std::optional<Date> expected, Findings& findings) {
    const auto* placed = label.field(which.field);
    if (!placed) return {};
    const auto text = label.text_of(*placed);
    const auto words = words_before(label, *placed, text);
    const auto& first = *which.words.begin();
    const auto said = match_key(words);
    const bool known = std::any_of(which.words.begin(), which.words.end(), [&](auto one) {
        return one.size() <= 3 ? words == one : said == match_key(one); // NSX is written so, not nsx
    });
    const auto start = text.find_first_of("0123456789");
    const auto value = start == text.npos ? text : text.substr(start);
    if (!known)
        label.report(findings,
                     "DATE_WORDS",
                     {{value, words.empty() ? "–" : words, std::string(first)},
                      placed->ink,
                      words.empty() ? "–" : words,
                      std::string(first)});
    const auto made = which.field == "made" ? std::nullopt : std::optional(label.asked.made);
    const auto read = read_label_date(value, made);
    using Kind = LabelDate::Kind;
    if (read.kind == Kind::elsewhere) return {};
    if (read.kind == Kind::no_such_day) {
        label.report(findings, "DATE_IMPOSSIBLE", {{heading_of(which.field), value}, placed->ink, value, ""});
        return {};
    }
    if (read.kind != Kind::day)
        label.report(findings, "DATE_FORM", {{heading_of(which.field), value}, placed->ink, value, "dd/mm/yyyy"});
    if (read.day && expected && *read.day != *expected)
        label.report(findings,
                     "DATE_OTHER_THAN_CODE",
                     {{heading_of(which.field), read.day->vietnamese(), expected->vietnamese()},
                      placed->ink,
                      read.day->vietnamese(),
                      expected->vietnamese()});
    return read.day;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80);
}

// The words that stand right after a number: "500 gr" -> "gr".
std::vector<std::string> units_in(std::string_view text) {
    std::vector<std::string> units;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        auto at = i + 1;
        if (at < text.size() && text[at] == ' ') ++at;
        auto end = at;
        while (end < text.size() && is_letter(text[end]))
            ++end;
        if (end > at) units.emplace_back(text.substr(at, end - at));
    }
    return units;
}

struct Unit {
    std::string_view wrong, right;
};

constexpr Unit wrong_units[] = {{"gr", "g"}, {"grs", "g"}, {"kgs", "kg"}, {"cc", "ml"}, {"mls", "ml"}};
constexpr std::string_view units_of_measure[] = {"g", "kg", "mg", "µg", "l", "ml", "µl", "m", "cm", "mm"};

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// "Nước mắm chiên" has the word "chiên".
bool has_word(const std::string& key, std::string_view word) {
    return (" " + key + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

// Whom the circular exempts, as we remember it [M]: raw goods of one ingredient, tea, coffee, water.
bool is_exempt_from_nutrition(const Label& label) {
    const auto name = match_key(value_of(label, "name"));
    const auto& ingredients = value_of(label, "ingredients");
    const auto is_single = ingredients.find_first_of(",;") == std::string::npos;
    return is_single || has_word(name, "trà") || has_word(name, "chè") || name.starts_with("cà phê") ||
           name.starts_with("nước uống") || name.starts_with("nước khoáng");
}

} // namespace

const std::string& value_of(const Label& label, const char* field) {
    static const std::string none;
    const auto found = label.asked.record.fields.find(field);
    return found == label.asked.record.fields.end() ? none : found->second;
}

std::string heading_of(std::string_view field) {
    for (const auto& heading : headings)
        if (heading.field == field) return std::string(heading.words);
    return std::string(field);
}

void check_content(const Label& label, Findings& findings) {
    if (!label.asked.is_whole_label) return;
    const auto words = all_text(label);
    for (const auto& rule : content_rules()) {
        if ((rule.goods && *rule.goods != label.asked.goods) || !rule.source.holds_on(label.asked.made)) continue;
        if (is_printed(label, rule.content, words)) continue;
        if (rule.content == "origin" && says_origin(words)) continue; // the template's own words
        const bool is_wording = rule.content.front() == '"';
        const auto what = is_wording ? std::string(rule.content.substr(1, rule.content.find_first_of("|\"", 1) - 1))
                                     : std::string(rule.heading);
        const char* code = is_wording                          ? "CONTENT_WORDING"
                           : is_in_record(label, rule.content) ? "CONTENT_NOT_ON_TEMPLATE"
                                                               : "CONTENT_NOT_IN_LIST";
        findings.push_back({{.axis = Axis::label,
                             .code = code,
                             .severity = rule.severity(),
                             .facts = {what, std::string(temsao::label::words(label.asked.goods))},
                             .rule = rule.source.words()},
                            {},
                            "",
                            what});
    }
}

void check_dates(const Label& label, Findings& findings) {
    const auto made = check_date(label, made_field, label.asked.made, findings);
    const auto expires = check_date(label, expires_field, label.asked.expires, findings);
    if (!expires) return;
    const auto from = made.value_or(label.asked.made);
    if (*expires <= from)
        label.report(findings,
                     "DATE_ORDER",
                     {{expires->vietnamese(), from.vietnamese()},
                      label.field("expires")->ink,
                      expires->vietnamese(),
                      "> " + from.vietnamese()});
}

void check_origin_and_address(const Label& label, Findings& findings) {
    if (const auto* origin = label.field("origin")) {
        const auto text = label.text_of(*origin);
        const auto key = match_key(text);
        std::string plain;
        std::copy_if(key.begin(), key.end(), std::back_inserter(plain), [](char c) { return c != '.'; });
        if (has_word(plain, "vn"))
            label.report(findings, "ORIGIN_ABBREVIATED", {{text}, origin->ink, text, "Việt Nam"});
        if (std::none_of(
                std::begin(origin_words), std::end(origin_words), [&](auto one) { return key.starts_with(one); }))
            label.report(findings, "ORIGIN_WORDS", {{text}, origin->ink, text, "Sản xuất tại Việt Nam"});
    }
    if (const auto* address = label.field("address")) {
        const auto text = label.text_of(*address);
        auto key = match_key(text);
        // the old address may stand in brackets: (trước 01/07/2025: …)
        if (const auto at = key.find("(trước"); at != key.npos) key.erase(at, key.find(')', at) - at);
        for (auto& c : key)
            if (c == ',' || c == '.' || c == ';') c = ' ';
        for (const auto* tier : {"huyện", "thị xã", "thị trấn", "quận"}) {
            if (!has_word(key, tier)) continue;
            label.report(findings, "ADDRESS_OLD", {{text, tier}, address->ink, tier, ""});
            break;
        }
    }
}

void check_units(const Label& label, Findings& findings) {
    for (const auto* name : {"net_quantity", "ingredients", "usage", "nutrition"}) {
        const auto* field = label.field(name);
        if (!field) continue;
        const auto text = label.text_of(*field);
        for (const auto& unit : units_in(text)) {
            const auto small = lower(unit);
            const auto report = [&](const char* code, std::string_view right) {
                label.report(
                    findings,
                    code,
                    {{heading_of(name), unit, std::string(right), text}, field->ink, unit, std::string(right)});
            };
            const auto* wrong = std::find_if(
                std::begin(wrong_units), std::end(wrong_units), [&](const Unit& one) { return one.wrong == small; });
            const bool in_capitals = unit != small && unit != "L" && unit != "mL" &&
                                     std::find(std::begin(units_of_measure), std::end(units_of_measure), small) !=
                                         std::end(units_of_measure);
            if (wrong != std::end(wrong_units))
                report("UNIT_WRONG", wrong->right);
            else if (in_capitals)
                report("UNIT_CASE", small);
        }
    }
}

void check_nutrition(const Label& label, Findings& findings) {
    if (!label.asked.is_whole_label) return;
    const auto name = match_key(value_of(label, "name"));
    const auto* placed = label.field("nutrition");
    const auto text = placed ? match_key(label.text_of(*placed)) : "";
    std::string all, missing;
    for (const auto& rule : nutrient_rules()) {
        if (rule.goods != label.asked.goods) continue;
        if (!rule.only_when.empty() && !has_word(name, rule.only_when)) continue;
        const auto words = std::string(rule.nutrient) + " (" + std::string(rule.unit) + ")";
        if (text.find(match_key(rule.nutrient)) == text.npos) missing += (missing.empty() ? "" : ", ") + words;
        all += (all.empty() ? "" : ", ") + words;
    }
    if (missing.empty()) return;
    if (placed)
        label.report_on(label.asked.day, findings, "NUTRITION_INCOMPLETE", {{missing}, placed->ink, text, all});
    else if (!is_exempt_from_nutrition(label))
        label.report_on(label.asked.day, findings, "NUTRITION_MISSING", {{all}, {}, "", all});
}

} // namespace temsao::label
