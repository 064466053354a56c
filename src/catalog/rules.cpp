#include "catalog/rules.h"

#include "base/text.h"
#include "catalog/plain_words.h"

#include <algorithm>
#include <cstdio>

namespace temsao::catalog {
namespace {

enum class Body { province, district, ministry, commune, unknown };

struct Grant {
    int stars;
    Body body;
    std::string_view from, to; // decision dates, inclusive
    std::string_view source;
};

// Decisions 1048/QĐ-TTg (2019), 148/QĐ-TTg (2023), 1489/QĐ-TTg (2025); a late amendment of 2022 gave districts three
// stars some months early, so both are accepted there. All [F].
constexpr Grant grants[] = {
    // stars body            from          to            source
    {3, Body::province, "2019-08-21", "2023-02-23", "1048/QĐ-TTg"},
    {3, Body::district, "2022-10-01", "2025-06-30", "148/QĐ-TTg"},
    {3, Body::province, "2025-07-01", "2999-12-31", "1489/QĐ-TTg"},
    {4, Body::province, "2019-08-21", "2999-12-31", "1048, 148, 1489/QĐ-TTg"},
    {5, Body::ministry, "2019-08-21", "2999-12-31", "1048, 148, 1489/QĐ-TTg"},
};

struct Band {
    int stars;
    double least, below; // council means: half-open, never rounded before classing
};

// Decision 148/QĐ-TTg; bands [F], half-open reading [M].
constexpr Band bands[] = {{1, 0, 30}, {2, 30, 50}, {3, 50, 70}, {4, 70, 90}, {5, 90, 100.0001}};

// The words by which an issuer's name tells its level. Of several the first one counts: "UBND xã Hương Khê, tỉnh Hà
// Tĩnh" is a commune's. A city's level depends on its name and on the day.
enum class Level { ministry, province, district, commune, city };

struct LevelWords {
    std::string_view words;
    Level level;
};

constexpr LevelWords level_words[] = {
    {"bộ nông nghiệp", Level::ministry},
    {"bộ nn", Level::ministry},
    {"bộ nn&ptnt", Level::ministry},
    {"bộ nnptnt", Level::ministry},
    {"bộ nn-ptnt", Level::ministry},
    {"bộ nn-mt", Level::ministry},
    {"bộ nnmt", Level::ministry},
    {"bộ nn&mt", Level::ministry},
    {"trung ương", Level::ministry},
    {"ministry", Level::ministry},
    {"thị xã", Level::district},
    {"thị trấn", Level::commune},
    {"đặc khu", Level::commune},
    {"phường", Level::commune},
    {"xã", Level::commune},
    {"huyện", Level::district},
    {"quận", Level::district},
    {"tỉnh", Level::province},
    {"thành phố", Level::city},
    {"tp", Level::city},
    {"tx", Level::district},
    {"district", Level::district},
    {"town", Level::district},
    {"commune", Level::commune},
    {"ward", Level::commune},
    {"township", Level::commune},
    {"province", Level::province},
    {"tphcm", Level::province},
    {"provincial", Level::province},
    {"city", Level::city},
};

struct CentralCity {
    std::string_view name, from; // the first day on which it was one
};

// Cities outside any province, which grant as a province does. Others, and these before their day, are
// district-level cities, which ended with the districts. Law 2025 on Đồng Nai [F]: domain facts 1.9; Huế [M].
constexpr CentralCity central_cities[] = {
    {"hà nội", "1900-01-01"},
    {"hồ chí minh", "1900-01-01"},
    {"hcm", "1900-01-01"},
    {"hải phòng", "1900-01-01"},
    {"đà nẵng", "1900-01-01"},
    {"cần thơ", "2004-01-01"},
    {"huế", "2025-01-01"},
    {"đồng nai", "2026-04-30"},
};

bool is_central(const PlainText& text, std::size_t name, Date issued) {
    return std::any_of(std::begin(central_cities), std::end(central_cities), [&](const CentralCity& city) {
        return text.at(name, city.name) > 0 && issued.iso() >= city.from;
    });
}

Body body_of(const std::string& issuer, Date issued) {
    auto words_only = issuer; // "TP.HCM", "H. Hương Khê": words of their own
    std::replace(words_only.begin(), words_only.end(), '.', ' ');
    const auto text = plain_text(words_only);
    for (std::size_t place = 0; place < text.words.size(); ++place)
        for (const auto& [words, level] : level_words) {
            const auto count = text.at(place, words);
            if (count == 0) continue;
            switch (level) {
            case Level::ministry: return Body::ministry;
            case Level::province: return Body::province;
            case Level::district: return Body::district;
            case Level::commune: return Body::commune;
            case Level::city: // "Hue City" as well as "thành phố Huế"
                for (std::size_t name = 0; name <= place + count; ++name)
                    if ((name == place + count || words == "city") && is_central(text, name, issued))
                        return Body::province;
                return Body::district;
            }
        }
    return Body::unknown;
}

} // namespace

Date computed_valid_to(Date issued) {
    return issued.plus_months(36); // Decision 148/QĐ-TTg; "kể từ ngày Quyết định được ký ban hành"
}

bool is_borderline(const Certificate& certificate, Date day) {
    return certificate.valid_to_computed && day == certificate.valid_to;
}

std::optional<Finding> check_issuer(const Certificate& certificate) {
    const auto body = body_of(certificate.issuer, certificate.issued);
    // Of what was granted before the programme's first criteria we only know that communes never grant.
    const bool is_early = certificate.issued < *Date::from(2019, 8, 21);
    if (body == Body::unknown || (is_early && body != Body::commune)) return {};
    for (const auto& grant : grants)
        if (grant.stars == certificate.stars && grant.body == body && certificate.issued.iso() >= grant.from &&
            certificate.issued.iso() <= grant.to)
            return {};
    return Finding{Axis::certificate,
                   "ISSUER_IMPLAUSIBLE",
                   Severity::check,
                   {certificate.issuer, std::to_string(certificate.stars), certificate.issued.vietnamese()},
                   "148/QĐ-TTg, 1489/QĐ-TTg"};
}

std::optional<Finding> check_score(const Certificate& certificate) {
    if (!certificate.score) return {};
    for (const auto& band : bands)
        if (band.stars == certificate.stars && *certificate.score >= band.least && *certificate.score < band.below)
            return {};
    char score[32];
    std::snprintf(score, sizeof score, "%g", *certificate.score);
    return Finding{Axis::certificate,
                   "STARS_AND_SCORE",
                   Severity::check,
                   {std::to_string(certificate.stars), score},
                   "148/QĐ-TTg [M]"};
}

} // namespace temsao::catalog
