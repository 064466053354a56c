#include "label/label_rules.h"

#include <algorithm>
#include <cstdio>

namespace temsao::label {
namespace {

constexpr auto always = "1900-01-01", onward = "2999-12-31";
constexpr auto old_from = "2017-06-01", old_to = "2026-01-22"; // 43/2017/NĐ-CP
constexpr auto new_from = "2026-01-23";                        // 37/2026/NĐ-CP

constexpr Source new_all{"37/2026/NĐ-CP Điều 42(1)", new_from, onward, Mark::found};
constexpr Source old_all{"43/2017/NĐ-CP Điều 10", old_from, old_to, Mark::memory};
constexpr Source old_group{"43/2017/NĐ-CP Phụ lục I", old_from, old_to, Mark::found};
constexpr Source old_group_m{"43/2017/NĐ-CP Phụ lục I", old_from, old_to, Mark::memory};
// Appendix I of the new decree could not be read; one commercial implementation takes it to be the same.
constexpr Source new_group{"37/2026/NĐ-CP Phụ lục I", new_from, onward, Mark::memory};

constexpr LabelRule rules[] = {
    // code              law, article                                    from      to      mark          does
    {"ADDRESS_NO_PROVINCE", {"19/2025/QĐ-TTg", "2025-07-01", onward, Mark::found}, Severity::check},
    {"ADDRESS_OLD", {"19/2025/QĐ-TTg", "2025-07-01", onward, Mark::memory}, Severity::check},
    {"ADDRESS_PROVINCE_OLD", {"19/2025/QĐ-TTg", "2025-07-01", onward, Mark::found}, Severity::check},
    // Which foods and ingredients are to be declared, by the Codex list of the standard; no decree was found that says
    // so.
    {"ALLERGEN_NOT_NAMED", {"TCVN 7087:2013 4.2.1.4", always, onward, Mark::memory}, Severity::check},
    {"BADGE_CLEAR_SPACE", {"1162/QĐ-VPĐP-OCOP", always, onward, Mark::ours}, Severity::invalid},
    {"BADGE_LAPSED", {"1162/QĐ-VPĐP-OCOP", always, onward, Mark::found}, Severity::invalid},
    {"BADGE_PLACE", {"Tem Sao", always, onward, Mark::ours}, Severity::invalid},
    {"BADGE_STARS", {"1162/QĐ-VPĐP-OCOP", always, onward, Mark::found}, Severity::invalid},
    {"CONTRAST_LOW", {"43/2017/NĐ-CP", old_from, old_to, Mark::memory}, Severity::check},
    {"CONTRAST_LOW", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
    {"CONTRAST_NONE", {"Tem Sao", always, onward, Mark::ours}, Severity::invalid},
    {"DATE_FORM", {"43/2017/NĐ-CP Điều 14", old_from, old_to, Mark::memory}, Severity::check},
    {"DATE_FORM", {"37/2026/NĐ-CP Phụ lục III", new_from, onward, Mark::memory}, Severity::check},
    {"DATE_IMPOSSIBLE", {"Tem Sao", always, onward, Mark::ours}, Severity::invalid},
    {"DATE_ORDER", {"Tem Sao", always, onward, Mark::ours}, Severity::invalid},
    {"DATE_OTHER_THAN_CODE", {"Tem Sao", always, onward, Mark::ours}, Severity::invalid},
    {"DATE_TWICE", {"Tem Sao", always, onward, Mark::ours}, Severity::check},
    // The appendix has "NSX" and "HSD" as examples [F]; that nothing else will do is from memory.
    {"DATE_WORDS", {"43/2017/NĐ-CP Điều 14", old_from, old_to, Mark::memory}, Severity::check},
    {"DATE_WORDS", {"37/2026/NĐ-CP Phụ lục III", new_from, onward, Mark::memory}, Severity::check},
    {"EXPIRED_AT_PRINTING", {"Tem Sao", always, onward, Mark::ours}, Severity::invalid},
    {"EXPIRY_BEYOND_SHELF_LIFE", {"Tem Sao", always, onward, Mark::ours}, Severity::check},
    {"GOODS_UNKNOWN", {"43/2017/NĐ-CP Phụ lục I", old_from, old_to, Mark::found}, Severity::check},
    {"GOODS_UNKNOWN", {"37/2026/NĐ-CP Điều 42(1)", new_from, onward, Mark::found}, Severity::check},
    {"HEALTH_CLAIM", {"43/2017/NĐ-CP", old_from, old_to, Mark::memory}, Severity::check},
    {"HEALTH_CLAIM", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
    {"LANGUAGE_ALONE", {"43/2017/NĐ-CP", old_from, old_to, Mark::memory}, Severity::check},
    {"LANGUAGE_ALONE", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
    {"LANGUAGE_LARGER", {"43/2017/NĐ-CP", old_from, old_to, Mark::memory}, Severity::check},
    {"LANGUAGE_LARGER", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
    {"LETTER_HEIGHT", {"43/2017/NĐ-CP Điều 6", old_from, old_to, Mark::memory}, Severity::check},
    {"LETTER_HEIGHT", {"37/2026/NĐ-CP Chương IV", new_from, onward, Mark::memory}, Severity::check},
    {"MADE_AFTER_CERTIFICATE", {"1162/QĐ-VPĐP-OCOP", always, onward, Mark::found}, Severity::invalid},
    {"MADE_AHEAD", {"Tem Sao", always, onward, Mark::ours}, Severity::check},
    {"MADE_BEFORE_CERTIFICATE", {"Tem Sao", always, onward, Mark::ours}, Severity::check},
    {"NUTRITION_BASIS", {"29/2023/TT-BYT", "2026-01-01", onward, Mark::found}, Severity::check},
    {"NUTRITION_INCOMPLETE", {"29/2023/TT-BYT", "2026-01-01", onward, Mark::memory}, Severity::check},
    // The duty is [F]; who is exempt is [M], so its absence only warns.
    {"NUTRITION_MISSING", {"29/2023/TT-BYT", "2026-01-01", onward, Mark::memory}, Severity::check},
    {"NUTRITION_UNIT", {"29/2023/TT-BYT", "2026-01-01", onward, Mark::found}, Severity::check},
    {"NUTRITION_VALUE", {"29/2023/TT-BYT", "2026-01-01", onward, Mark::found}, Severity::check},
    {"ORIGIN_ABBREVIATED", {"111/2021/NĐ-CP", old_from, old_to, Mark::memory}, Severity::check},
    {"ORIGIN_ABBREVIATED", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
    {"ORIGIN_NO_COUNTRY", {"111/2021/NĐ-CP", old_from, old_to, Mark::memory}, Severity::check},
    {"ORIGIN_NO_COUNTRY", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
    {"ORIGIN_WORDS", {"111/2021/NĐ-CP", old_from, old_to, Mark::memory}, Severity::check},
    {"ORIGIN_WORDS", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
    {"QUANTITY_HEIGHT", {"21/2014/TT-BKHCN", always, onward, Mark::memory}, Severity::check},
    {"QUANTITY_NO_UNIT", {"43/2017/NĐ-CP Phụ lục II", old_from, old_to, Mark::found}, Severity::check},
    {"QUANTITY_NO_UNIT", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
    {"QUIET_ZONE_ART", {"ISO/IEC 18004:2015 6.3.8", always, onward, Mark::found}, Severity::invalid},
    {"TEXT_PARTED", {"Tem Sao", always, onward, Mark::ours}, Severity::check},
    {"STARS_DOUBTFUL", {"1162/QĐ-VPĐP-OCOP", always, onward, Mark::ours}, Severity::check},
    {"STARS_IN_WORDS", {"1162/QĐ-VPĐP-OCOP", always, onward, Mark::ours}, Severity::invalid},
    {"TEXT_CLIPPED", {"Tem Sao", always, onward, Mark::ours}, Severity::invalid},
    {"TEXT_COLLISION", {"Tem Sao", always, onward, Mark::ours}, Severity::invalid},
    {"TEXT_TIGHT", {"Tem Sao", always, onward, Mark::ours}, Severity::check},
    {"TILL_CODE_COVERED", {"Tem Sao", always, onward, Mark::ours}, Severity::invalid},
    {"TILL_CODE_NONE", {"Tem Sao", always, onward, Mark::ours}, Severity::check},
    {"TILL_CODE_QUIET", {"ISO/IEC 15420, ISO/IEC 16022", always, onward, Mark::memory}, Severity::check},
    {"TILL_CODE_SMALL", {"GS1 General Specifications 5.12.3.1", always, onward, Mark::found}, Severity::check},
    {"UNIT_CASE", {"43/2017/NĐ-CP Phụ lục II", always, old_to, Mark::memory}, Severity::check},
    {"UNIT_CASE", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
    {"UNIT_WRONG", {"43/2017/NĐ-CP Phụ lục II", always, old_to, Mark::found}, Severity::invalid},
    // That the new decree names the same units could not be read.
    {"UNIT_WRONG", {"37/2026/NĐ-CP", new_from, onward, Mark::memory}, Severity::check},
};

const char* mark_words(Mark mark) {
    switch (mark) {
    case Mark::found: return "[F]";
    case Mark::memory: return "[M]";
    case Mark::ours: return "[D]";
    }
    return "";
}

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

} // namespace

std::string Source::words() const {
    return std::string(law) + " " + mark_words(mark);
}

const std::vector<LabelRule>& label_rules() {
    static const std::vector<LabelRule> all(std::begin(rules), std::end(rules));
    return all;
}

const LabelRule* rule_on(std::string_view code, Date day) {
    for (const auto& rule : label_rules())
        if (rule.code == code && rule.source.holds_on(day)) return &rule;
    return nullptr;
}

const std::vector<ContentRule>& content_rules() {
    static const std::vector<ContentRule> rules = [] {
        std::vector<ContentRule> all;
        const auto add = [&](std::optional<Goods> goods,
                             std::string_view content,
                             std::string_view heading,
                             Source old,
                             Source now) {
            all.push_back({goods, content, heading, old});
            all.push_back({goods, content, heading, now});
        };
        const auto group =
            [&](Goods goods, Source old, std::initializer_list<std::pair<const char*, const char*>> rows) {
                for (const auto& [content, heading] : rows)
                    add(goods, content, heading, old, new_group);
            };
        add({}, "name", "Tên hàng hóa", old_all, new_all);
        add({}, "producer", "Tên tổ chức, cá nhân chịu trách nhiệm", old_all, new_all);
        add({}, "address", "Địa chỉ", old_all, new_all);
        add({}, "origin", "Xuất xứ", old_all, new_all);
        group(Goods::grain,
              old_group,
              {{"net_quantity", "Định lượng"}, {"made", "Ngày sản xuất"}, {"expires", "Hạn sử dụng"}});
        group(Goods::food,
              old_group,
              {{"net_quantity", "Định lượng"},
               {"made", "Ngày sản xuất"},
               {"expires", "Hạn sử dụng"},
               {"ingredients", "Thành phần"},
               {"usage", "Hướng dẫn sử dụng"},
               {"storage", "Hướng dẫn bảo quản"}});
        group(Goods::health_food,
              old_group,
              {{"net_quantity", "Định lượng"},
               {"made", "Ngày sản xuất"},
               {"expires", "Hạn sử dụng"},
               {"ingredients|nutrition", "Thành phần"},
               {"usage", "Hướng dẫn sử dụng"},
               {"storage", "Hướng dẫn bảo quản"},
               {"\"Thực phẩm bảo vệ sức khỏe\"", "Cảnh báo"}});
        group(Goods::health_food,
              old_group_m,
              {{"\"Thực phẩm này không phải là thuốc, không có tác dụng thay thế thuốc chữa bệnh\"", "Cảnh báo"}});
        group(Goods::alcohol,
              old_group,
              {{"net_quantity", "Định lượng"}, {"\"% vol|%vol|% v/v|% thể tích\"", "Thành phần"}, {"lot", "Số lô"}});
        group(Goods::alcohol, old_group_m, {{"warning", "Cảnh báo"}, {"\"18 tuổi|18+\"", "Cảnh báo"}});
        group(Goods::drink,
              old_group_m,
              {{"net_quantity", "Định lượng"},
               {"made", "Ngày sản xuất"},
               {"expires", "Hạn sử dụng"},
               {"ingredients", "Thành phần"},
               {"usage", "Hướng dẫn sử dụng"},
               {"storage", "Hướng dẫn bảo quản"}});
        group(Goods::cosmetic,
              old_group_m,
              {{"net_quantity", "Định lượng"},
               {"ingredients", "Thành phần"},
               {"lot", "Số lô"},
               {"made|expires", "Ngày sản xuất hoặc hạn sử dụng"},
               {"usage", "Hướng dẫn sử dụng"},
               {"warning", "Cảnh báo"}});
        group(Goods::textile,
              old_group_m,
              {{"ingredients", "Thành phần"}, {"net_quantity", "Quy cách"}, {"usage|storage", "Hướng dẫn sử dụng"}});
        for (const auto goods : {Goods::grain, Goods::food})
            for (const auto& source : {old_group, new_group})
                all.push_back({goods, "warning", "Cảnh báo", source, true});
        for (const auto goods : {Goods::drink, Goods::textile, Goods::craft})
            for (const auto& source : {old_group_m, new_group})
                all.push_back({goods, "warning", "Cảnh báo", source, true});
        group(Goods::craft, old_group_m, {{"net_quantity", "Quy cách"}, {"ingredients", "Chất liệu"}});
        return all;
    }();
    return rules;
}

const std::vector<NutrientRule>& nutrient_rules() {
    static const std::vector<NutrientRule> rules = [] {
        std::vector<NutrientRule> all;
        for (const auto goods : {Goods::food, Goods::drink}) {
            all.push_back({goods, "Năng lượng", "kcal", ""});
            all.push_back({goods, "Chất đạm", "g", ""});
            all.push_back({goods, "Carbohydrat", "g", ""});
            all.push_back({goods, "Chất béo", "g", ""});
            all.push_back({goods, "Natri", "mg", ""});
        }
        all.push_back({Goods::drink, "Đường tổng số", "g", ""});
        for (const auto* word : {"kẹo",
                                 "mứt",
                                 "siro",
                                 "si rô",
                                 "thạch",
                                 "sô cô la",
                                 "bánh ngọt",
                                 "+đường",
                                 "+mạch nha",
                                 "+mật mía",
                                 "+mật ong",
                                 "+siro"})
            all.push_back({Goods::food, "Đường tổng số", "g", word});
        all.push_back({Goods::food, "Chất béo bão hòa", "g", "chiên"});
        all.push_back({Goods::food, "Chất béo bão hòa", "g", "rán"});
        return all;
    }();
    return rules;
}

const std::vector<HeightStep>& letter_heights() {
    static const std::vector<HeightStep> steps = {{80, 0.9}, {1e9, 1.2}};
    return steps;
}

const std::vector<HeightStep>& quantity_heights(QuantityHeights kind) {
    // OIML R 79 by the face's area; the table of Directive 76/211/EEC by the quantity, whose steps include their ends.
    static const std::vector<HeightStep> by_area = {{32, 1.6}, {258, 3.2}, {645, 4.8}, {2580, 6.4}, {1e9, 12.7}};
    static const std::vector<HeightStep> by_quantity = {{50.001, 2}, {200.001, 3}, {1000.001, 4}, {1e9, 6}};
    return kind == QuantityHeights::by_area ? by_area : by_quantity;
}

double least_height(const std::vector<HeightStep>& steps, double size) {
    for (const auto& step : steps)
        if (size < step.below) return step.least_mm;
    return steps.back().least_mm;
}

std::vector<std::pair<std::string, std::string>> all_rules() {
    std::vector<std::pair<std::string, std::string>> all;
    const auto dated = [](const Source& source) {
        return source.words() + " " + std::string(source.from) + ".." + std::string(source.to);
    };
    for (const auto& rule : label_rules())
        all.emplace_back(std::string(rule.code) + " " + std::string(rule.source.from),
                         dated(rule.source) + " " + std::string(name(rule.severity)));
    for (const auto& rule : content_rules())
        all.emplace_back((rule.goods ? std::string(name(*rule.goods)) : "all") + " " + std::string(rule.content) + " " +
                             std::string(rule.source.from),
                         dated(rule.source));
    for (const auto& rule : nutrient_rules())
        all.emplace_back(std::string(name(rule.goods)) + " " + std::string(rule.nutrient) + " " +
                             std::string(rule.only_when),
                         std::string(rule.unit));
    const auto steps = [&](const char* table, const std::vector<HeightStep>& rows) {
        for (const auto& row : rows)
            all.emplace_back(std::string(table) + " < " + number(row.below), number(row.least_mm) + " mm");
    };
    steps("letters", letter_heights());
    steps("quantity by area", quantity_heights(QuantityHeights::by_area));
    steps("quantity by quantity", quantity_heights(QuantityHeights::by_quantity));
    return all;
}

} // namespace temsao::label
