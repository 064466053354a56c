#pragma once
// Inside `catalog` only: what one heading of a list means. Vietnamese puts the head noun first, so a heading means what
// it begins with: "Ngày quyết định" is a day, "Loại hình chủ thể" not a producer. A heading about another paper (food
// safety, the file's state), another person (a representative, a birth) or another time (old stars) means nothing here.
#include <string>
#include <string_view>

namespace temsao::catalog {

// The stronger of two headings for the same meaning wins.
enum class Strength { none, begins, qualified, exact, said };

struct Meaning {
    std::string_view name; // "producer"; empty: not understood
    Strength strength = Strength::none;
};

Meaning meaning_of(std::string_view heading);

// "Giấy ATTP", "Số CCCD", "Số tự công bố": of a paper that is not the certificate. `meaning`: what it was read as.
bool is_of_other_paper(std::string_view heading, std::string_view meaning);

// "Ngày cấp", "Nơi cấp", "Có giá trị đến": a day, an office or an end that may belong to the other paper beside it,
// since its heading does not name OCOP's. "Ngày cấp GCN" may be of "Số GCN ATTP", not of "Số ATTP".
bool may_be_of(std::string_view paper, std::string_view heading, std::string_view meaning);

// "Số QĐ thu hồi", "Ngày hủy": about the end of a certificate, so nothing of the certificate itself. A column of
// statuses may name ends as well.
bool is_about_ending(std::string_view heading);

// The name of the meaning as `Meaning` keeps it; empty when there is none of that name.
std::string_view known_meaning(std::string_view name);

// Of a heading that stands under another one: "Số" under "Quyết định công nhận".
Meaning meaning_under(std::string_view parent, std::string_view child);

} // namespace temsao::catalog
