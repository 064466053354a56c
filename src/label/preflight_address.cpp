// Where goods come from: the country's words, and the address of the person responsible for them.
#include "base/pieces.h"
#include "base/text.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr std::string_view abbreviated[] = {"vn", "usa", "us", "eu", "uk", "prc", "uae", "tq", "hq", "nb"};

// Countries as Vietnamese labels name them. One that is not here only asks.
constexpr std::string_view countries[] = {
    "việt nam", "trung quốc", "đài loan",    "hàn quốc",  "nhật bản",    "thái lan",   "lào",         "campuchia",
    "mianma",   "myanmar",    "malaysia",    "ma-lai",    "indonesia",   "in-đô",      "philippin",   "singapore",
    "ấn độ",    "pakistan",   "bangladesh",  "sri lanka", "nepal",       "iran",       "thổ nhĩ kỳ",  "nga",
    "ukraina",  "ba lan",     "đức",         "pháp",      "ý",           "italia",     "tây ban nha", "bồ đào nha",
    "hà lan",   "bỉ",         "đan mạch",    "thụy điển", "na uy",       "phần lan",   "thụy sĩ",     "áo",
    "anh",      "ireland",    "ai-len",      "hy lạp",    "hungary",     "séc",        "bulgari",     "rumani",
    "hoa kỳ",   "mỹ",         "canada",      "mexico",    "brazil",      "bra-xin",    "argentina",   "chi lê",
    "chile",    "peru",       "úc",          "australia", "new zealand", "niu di lân", "nam phi",     "ai cập",
    "ma rốc",   "ghana",      "bờ biển ngà", "ethiopia",  "kenya",       "israel",     "cuba",        "viet nam"};

// 34 provinces and cities since 01/07/2025 (Decision 19/2025/QĐ-TTg), and those that joined them.
struct Province {
    std::string_view name, joined; // `joined`: parted by "|"
};

constexpr Province provinces[] = {
    {"hà nội", ""},
    {"cao bằng", ""},
    {"điện biên", ""},
    {"lai châu", ""},
    {"sơn la", ""},
    {"lạng sơn", ""},
    {"quảng ninh", ""},
    {"thanh hóa", ""},
    {"nghệ an", ""},
    {"hà tĩnh", ""},
    {"huế", "thừa thiên huế|thừa thiên - huế"},
    {"tuyên quang", "hà giang"},
    {"lào cai", "yên bái"},
    {"thái nguyên", "bắc kạn"},
    {"bắc ninh", "bắc giang"},
    {"phú thọ", "vĩnh phúc|hòa bình"},
    {"hải phòng", "hải dương"},
    {"hưng yên", "thái bình"},
    {"ninh bình", "hà nam|nam định"},
    {"quảng trị", "quảng bình"},
    {"đà nẵng", "quảng nam"},
    {"quảng ngãi", "kon tum"},
    {"gia lai", "bình định"},
    {"khánh hòa", "ninh thuận"},
    {"đắk lắk", "phú yên"},
    {"lâm đồng", "đắk nông|bình thuận"},
    {"đồng nai", "bình phước"},
    {"hồ chí minh", "bình dương|bà rịa - vũng tàu|bà rịa-vũng tàu"},
    {"tây ninh", "long an"},
    {"đồng tháp", "tiền giang"},
    {"vĩnh long", "bến tre|trà vinh"},
    {"an giang", "kiên giang"},
    {"cần thơ", "sóc trăng|hậu giang"},
    {"cà mau", "bạc liêu"},
};

// Cities that are provinces themselves; every other "thành phố" was a district. Đồng Nai since 30/04/2026.
constexpr std::string_view cities[] = {
    "hà nội", "huế", "hải phòng", "đà nẵng", "cần thơ", "hồ chí minh", "hcm", "đồng nai"};

// "thôn 1, xã kỳ xuân, tỉnh hà tĩnh" -> its parts; a full stop parts only behind a whole word.
std::vector<std::string> parts_of(std::string key) {
    // the old address may stand in brackets: (trước 01/07/2025: …)
    if (const auto at = key.find("(trước"); at != key.npos) key.erase(at, key.find(')', at) - at);
    std::vector<std::string> parts;
    std::string_view rest = key;
    while (!rest.empty()) {
        auto part = tidy(rest.substr(0, rest.find_first_of(",;")));
        rest.remove_prefix(std::min(rest.find_first_of(",;"), rest.size() - 1) + 1);
        for (auto at = part.find(" - "); at != part.npos; at = part.find(" - ")) {
            parts.push_back(part.substr(0, at));
            part = part.substr(at + 3);
        }
        while (!part.empty() && (part.back() == '.' || part.back() == ')'))
            part.pop_back();
        if (!part.empty()) parts.push_back(part);
    }
    return parts;
}

struct Tier {
    std::string_view shown;
    std::vector<std::string_view> starts; // how a part of an address begins
};

const std::vector<Tier>& old_tiers() {
    static const std::vector<Tier> tiers = {
        {"huyện", {"huyện ", "h. ", "h."}},
        {"thị xã", {"thị xã ", "tx ", "tx. ", "tx."}},
        {"thị trấn", {"thị trấn ", "tt ", "tt. ", "tt."}},
        {"quận", {"quận ", "q. ", "q.", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"}},
    };
    return tiers;
}

bool starts_with_city(std::string_view part) {
    return std::any_of(std::begin(cities), std::end(cities), [&](auto city) { return part.starts_with(city); });
}

// The name behind "thành phố", when the part begins so.
std::optional<std::string> city_of(std::string_view part) {
    for (const std::string_view start : {"thành phố ", "tp. ", "tp.", "tp "})
        if (part.starts_with(start)) return std::string(part.substr(start.size()));
    return {};
}

// A level that was abolished, as the address writes it; empty when it has none.
std::string old_level(const std::vector<std::string>& parts) {
    for (const auto& part : parts) {
        for (const auto& tier : old_tiers())
            for (const auto start : tier.starts)
                if (part.starts_with(start) && part.find("thương mại") == part.npos) return std::string(tier.shown);
        if (const auto city = city_of(part); city && !starts_with_city(*city)) return "thành phố " + *city;
        // "xã kỳ xuân huyện kỳ anh": without a comma; "bà huyện thanh quan" and "đường huyện 5" are streets
        const auto words = spaced(part);
        for (const auto& tier : old_tiers()) {
            const auto at = words.find(" " + std::string(tier.shown) + " ");
            if (at == words.npos || at == 0) continue;
            const auto before = std::string_view(words).substr(0, at);
            const bool street = before.ends_with(" bà") || before.ends_with(" ông") || before.ends_with(" đường") ||
                                before.ends_with(" phố") || before.ends_with(" ngõ");
            if (!street) return std::string(tier.shown);
        }
    }
    return "";
}

// "tỉnh hà giang", "t. hà giang", or as the last part "hà giang".
std::string province_in(const std::vector<std::string>& parts) {
    for (const auto& part : parts)
        for (const std::string_view start : {"tỉnh ", "t. ", "t."})
            if (part.starts_with(start)) return part.substr(start.size());
    return parts.empty() ? "" : parts.back();
}

struct Merged {
    std::string old_name, now;
};

std::optional<Merged> merged_province(const std::string& name) {
    for (const auto& province : provinces) {
        auto rest = province.joined;
        while (!rest.empty())
            if (const auto old = next_piece(rest, '|'); name == old)
                return Merged{std::string(old), std::string(province.name)};
    }
    return {};
}

bool names_province(const std::string& key) {
    const auto words = spaced(key);
    if (words.find(" hcm ") != words.npos || words.find(" hà nội ") != words.npos) return true;
    return std::any_of(std::begin(provinces), std::end(provinces), [&](const Province& one) {
        return words.find(" " + std::string(one.name) + " ") != words.npos;
    });
}

// "hà giang" -> "Hà Giang"
std::string capitals(const std::string& name) {
    std::string all;
    std::string_view rest = name;
    while (!rest.empty()) {
        const auto word = next_piece(rest, ' ');
        auto end = std::size_t{1};
        while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80)
            ++end;
        all += (all.empty() ? "" : " ") + to_upper(word.substr(0, end)) + std::string(word.substr(end));
    }
    return all;
}

void check_one_address(const Label& label, const PrintedText& text, std::string key, Findings& findings) {
    if (const auto caption = key.find("địa chỉ"); caption != key.npos)
        key.erase(0, key.find_first_not_of(" :", caption + std::string_view("địa chỉ").size()));
    const auto parts = parts_of(key);
    const auto field = field_name(text);
    if (const auto level = old_level(parts); !level.empty())
        label.report(findings, "ADDRESS_OLD", {{text.text, level}, text.box, level, "", field});
    if (const auto merged = merged_province(province_in(parts)))
        label.report(findings,
                     "ADDRESS_PROVINCE_OLD",
                     {{capitals(merged->old_name), capitals(merged->now)},
                      text.box,
                      capitals(merged->old_name),
                      capitals(merged->now),
                      field});
    else if (text.field && !names_province(key))
        label.report(findings, "ADDRESS_NO_PROVINCE", {{text.text}, text.box, "", "", field});
}

} // namespace

void check_origin(const Label& label, Findings& findings) {
    const auto* origin = label.field("origin");
    if (!origin) return;
    const auto text = label.text_of(*origin);
    const auto key = match_key(text);
    std::string plain;
    std::copy_if(key.begin(), key.end(), std::back_inserter(plain), [](char c) { return c != '.'; });
    const bool is_short =
        std::any_of(std::begin(abbreviated), std::end(abbreviated), [&](auto one) { return has_word(plain, one); });
    const bool is_country =
        std::any_of(std::begin(countries), std::end(countries), [&](auto one) { return has_word(key, one); });
    if (is_short)
        label.report(findings, "ORIGIN_ABBREVIATED", {{text}, origin->ink, text, "Việt Nam", "origin"});
    else if (!is_country)
        label.report(findings, "ORIGIN_NO_COUNTRY", {{text}, origin->ink, text, "Việt Nam", "origin"});
    if (!begins_with_origin_words(key))
        label.report(findings, "ORIGIN_WORDS", {{text}, origin->ink, text, "Sản xuất tại Việt Nam", "origin"});
}

void check_address(const Label& label, Findings& findings) {
    for (const auto& text : label.texts) {
        const bool is_address = text.field ? text.field->field == "address" : text.key.find("địa chỉ") != text.key.npos;
        if (is_address) check_one_address(label, text, text.key, findings);
    }
}

} // namespace temsao::label
