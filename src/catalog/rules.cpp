#include "catalog/rules.h"

#include "base/text.h"

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

bool starts_with_any(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

Body body_of(const std::string& issuer) {
    const auto words = bare_key(issuer);
    if (starts_with_any(words, {"bo nong", "bo nn", "ministry", "trung uong"})) return Body::ministry;
    if (starts_with_any(words, {"huyen", "thi xa", "district"})) return Body::district;
    if (starts_with_any(words, {"tinh", "province", "thanh pho ha noi", "thanh pho hue", "tp. ho chi minh"}))
        return Body::province;
    if (starts_with_any(words, {"xa ", "phuong", "commune", "ward", "thi tran"})) return Body::commune;
    return Body::unknown; // "thành phố" may be of either tier
}

} // namespace

Date computed_valid_to(Date issued) {
    return issued.plus_months(36); // Decision 148/QĐ-TTg; "kể từ ngày Quyết định được ký ban hành"
}

bool is_borderline(const Certificate& certificate, Date day) {
    return certificate.valid_to_computed && day == certificate.valid_to;
}

std::optional<Finding> check_issuer(const Certificate& certificate) {
    const auto body = body_of(certificate.issuer);
    if (body == Body::unknown || certificate.issued < *Date::from(2019, 8, 21)) return {};
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
