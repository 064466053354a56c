// Labels of fictitious producers against the labelling law: law_cases.tsv has them as data, with what preflight must
// find on each and nothing else.
#include "base/pieces.h"
#include "base/text.h"
#include "catch.h"
#include "drawn_rules.h"
#include "label/preflight.h"
#include "shipped_fonts.h"
#include "system/file.h"

#include <iostream>
#include <map>
#include <set>

using namespace temsao;
using namespace temsao::label;
using render::test::shipped_fonts;
namespace fs = std::filesystem;

namespace {

using Values = std::map<std::string, std::string>;

// A row: what it is about, in words; the base label, the goods ("food", "group:food" for the list's guess), the days
// made and printed, what is changed on the base, the template's own words, and the findings: CODE! refuses, CODE? asks.
struct LawCase {
    std::string about, what, base, goods, made, printed, art, expected;
    Values changes;
};

struct LawTable {
    std::map<std::string, Values> bases;
    std::vector<LawCase> cases;
};

Values values_in(std::string_view text) {
    Values values;
    while (!text.empty()) {
        auto one = next_piece(text, '|');
        const auto name = std::string(next_piece(one, '='));
        values[name] = std::string(one);
    }
    return values;
}

const LawTable& table() {
    static const auto read = [] {
        LawTable all;
        const auto text = *read_file(fs::path(TEMSAO_SOURCE_DIR) / "tests/label/law_cases.tsv", 1 << 20);
        std::string_view rest = text;
        while (const auto line = take_line(rest)) {
            if (line->empty() || line->starts_with('#')) continue;
            auto columns = *line;
            const auto next = [&] { return std::string(next_piece(columns, '\t')); };
            const auto about = next();
            if (about == "base") {
                const auto name = next();
                all.bases[name] = values_in(next());
                continue;
            }
            LawCase one{.about = about,
                        .what = next(),
                        .base = next(),
                        .goods = next(),
                        .made = next(),
                        .printed = next(),
                        .art = {},
                        .expected = {},
                        .changes = values_in(next())};
            one.art = next();
            one.expected = next();
            all.cases.push_back(std::move(one));
        }
        return all;
    }();
    return read;
}

struct Fact {
    const char *words, *field;
};

// The facts' places, but for the fields that the case's template drops.
std::string facts(std::initializer_list<Fact> all, const std::set<std::string>& dropped) {
    std::string text;
    for (const auto& [words, field] : all)
        if (!dropped.contains(field)) text += (text.empty() ? "" : "; ") + std::string(words) + "=" + field + "?";
    return text;
}

std::string take(Values& values, const std::string& name, const std::string& otherwise = "") {
    const auto found = values.find(name);
    if (found == values.end()) return otherwise;
    const auto value = found->second;
    values.erase(found);
    return value;
}

std::string svg_of(Values& changes, std::string_view art) {
    std::set<std::string> dropped;
    const auto drop = take(changes, "drop");
    for (std::string_view rest = drop; !rest.empty();)
        dropped.insert(std::string(next_piece(rest, ',')));
    const auto made_words = take(changes, "made_words", "NSX"), expires_words = take(changes, "expires_words", "HSD");
    const auto origin_words = take(changes, "origin_words", "Xuất xứ:");
    const auto en_size = take(changes, "en_size", "8");
    const auto place = [](const std::string& kind, const std::string& box, const std::string& more) {
        return "<rect data-kind=\"" + kind + "\" " + box + " fill=\"none\" " + more + "/>";
    };
    std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="150mm" height="140mm" viewBox="0 0 150 140">)";
    if (!dropped.contains("name"))
        svg += place("text", R"(x="4" y="5" width="110" height="5")", R"(data-field="name" data-size="12")");
    svg += place("text",
                 R"(x="4" y="12" width="110" height="4")",
                 R"(data-field="name_en" data-optional="yes" data-size=")" + en_size + "\"");
    if (!dropped.contains("net_quantity"))
        svg += place("text",
                     R"(x="4" y="19" width="110" height="4")",
                     R"(data-field="net_quantity" data-optional="yes" data-size="14")");
    svg += place("facts",
                 R"(x="4" y="27" width="110" height="40")",
                 "data-size=\"7\" data-facts=\"" +
                     facts({{"Thành phần:", "ingredients"},
                            {"Giá trị dinh dưỡng:", "nutrition"},
                            {"HDSD:", "usage"},
                            {"Bảo quản:", "storage"},
                            {"Cảnh báo:", "warning"},
                            {"Thời hạn:", "shelf_life"}},
                           dropped) +
                     "\"");
    svg += place("facts",
                 R"(x="4" y="72" width="110" height="16")",
                 "data-size=\"7\" data-facts=\"" +
                     facts({{"Sản xuất bởi:", "producer"},
                            {"Địa chỉ:", "address"},
                            {origin_words.c_str(), "origin"},
                            {"Ingredients:", "ingredients_en"}},
                           dropped) +
                     "\"");
    svg += place("badge", R"(x="120" y="2" width="25" height="26")", "");
    svg += place("code", R"(x="120" y="16" width="26" height="26")", "");
    svg +=
        place("facts",
              R"(x="119" y="50" width="29" height="30")",
              "data-size=\"7\" data-facts=\"" +
                  facts({{made_words.c_str(), "made"}, {expires_words.c_str(), "expires"}, {"Số lô", "lot"}}, dropped) +
                  "\"");
    int y = 95;
    while (!art.empty()) {
        const auto line = std::string(next_piece(art, '|'));
        if (!line.empty()) svg += "<text x=\"4\" y=\"" + std::to_string(y) + "\" font-size=\"2.5\">" + line + "</text>";
        y += 4;
    }
    return svg + "</svg>";
}

std::vector<LabelFinding> findings_of(const LawCase& one) {
    const auto day = [](const std::string& iso) { return *Date::parse_iso(iso); };
    auto changes = one.changes;
    const auto svg = svg_of(changes, one.art);
    LabelRecord record{.fields = table().bases.at(one.base),
                       .stars = 3,
                       .valid_to = day(take(changes, "valid_to", "2028-11-24")),
                       .group = catalog::Group::food};
    PreflightCase asked{.record = record, .day = day(one.printed), .made = day(one.made)};
    record.stars = std::stoi(take(changes, "stars", "3"));
    if (one.goods.starts_with("group:")) {
        for (const auto group : {catalog::Group::food,
                                 catalog::Group::beverage,
                                 catalog::Group::medicinal,
                                 catalog::Group::handicraft,
                                 catalog::Group::ornamental,
                                 catalog::Group::tourism,
                                 catalog::Group::unknown})
            if (catalog::name(group) == one.goods.substr(6)) record.group = group;
    } else
        asked.goods = goods_named(one.goods);
    if (record.fields.contains("made")) record.fields["made"] = asked.made.vietnamese();
    if (record.fields.contains("expires")) record.fields["expires"] = asked.made.plus_months(12).vietnamese();
    if (const auto later = take(changes, "certified_later"); !later.empty()) asked.certified_later = day(later);
    asked.is_whole_label = take(changes, "use") != "stamp";
    const auto code = take(changes, "code");
    for (const auto& [field, value] : changes)
        record.fields[field] = value;
    if (!code.empty() && code != "none")
        asked.expires = day(code);
    else if (code.empty())
        asked.expires = Date::parse_vietnamese(record.fields["expires"]);
    if (one.goods.starts_with("group:")) asked.goods = goods_of(record.group, record.fields["name"]);

    const auto design = parse_template(svg, "law");
    if (!design) FAIL(say(design.error().what, Lang::en));
    static const auto symbol = std::make_shared<const symbol::Symbol>(
        *symbol::encode("https://id.ocop.vn/01/09521234543213/10/261124?17=281124"));
    const auto drawing = fill(*design, record, symbol, shipped_fonts(), Resolution::from_dpi(300));
    if (!drawing) FAIL(say(drawing.error().what, Lang::en));
    return preflight(*drawing, asked, shipped_fonts());
}

std::set<std::string> expected_of(const LawCase& one) {
    std::set<std::string> all;
    for (std::string_view rest = one.expected; !rest.empty();)
        all.insert(std::string(next_piece(rest, ' ')));
    return all;
}

std::set<std::string> found_of(const std::vector<LabelFinding>& findings) {
    std::set<std::string> all;
    for (const auto& one : findings)
        if (one.finding.code != "TEXT_PARTED") // its boxes do not concern the words
            all.insert(one.finding.code + (one.finding.severity == Severity::invalid ? "!" : "?"));
    return all;
}

} // namespace

TEST_CASE("each label of the table has the findings that its row expects, and no others") {
    std::size_t right = 0;
    for (const auto& one : table().cases) {
        CAPTURE(one.about, one.what);
        const auto findings = findings_of(one);
        for (const auto& finding : findings) {
            UNSCOPED_INFO(finding.finding.code + ": " + say(finding.finding.message(), Lang::en));
            CHECK_FALSE(say(finding.finding.message(), Lang::vi).empty());
        }
        CHECK(found_of(findings) == expected_of(one));
        right += found_of(findings) == expected_of(one) ? 1 : 0;
    }
    std::cout << right << " of " << table().cases.size() << " rows of law_cases.tsv are right\n";
}

TEST_CASE("the table has cases enough, complete labels of each kind, and both sides of each rule of words") {
    CHECK(table().cases.size() >= 300);
    std::set<std::string> complete, broken, kept;
    for (const auto& one : table().cases) {
        if (one.about == "complete" && one.expected.empty()) complete.insert(one.goods);
        for (const auto& code : expected_of(one))
            broken.insert(code.substr(0, code.size() - 1));
        if (one.expected.empty()) kept.insert(one.about);
    }
    for (const auto* goods :
         {"grain", "food", "health_food", "alcohol", "drink", "cosmetic", "textile", "craft", "living", "other"})
        CHECK(complete.contains(goods));
    for (const auto& rule : label_rules()) {
        const auto code = std::string(rule.code);
        CAPTURE(code);
        if (code.starts_with("TILL_CODE_")) continue; // till_code.cpp has both sides
        CHECK((drawn_rules().contains(code) || broken.contains(code)));
        CHECK((drawn_rules().contains(code) || kept.contains(code)));
    }
}
