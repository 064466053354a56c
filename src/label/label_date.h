#pragma once
// Reads a date back from a label. Decree 37/2026/NĐ-CP, Appendix III, has the examples [F]; that day and month have two
// digits and the year two or four is [M]. Pure.
//
//     NSX: 020426   02 04 26   02/04/26       day first; also 02042026 and 02.04.2026
//     NSX: 260402 (năm/tháng/ngày)            year first, only with the legend; also (yy/mm/dd)
//     ngày 24 tháng 11 năm 2026               a day in words
//     HSD: 30 tháng   30 tháng kể từ NSX      counted from the production date; a month's end stays a month's end
//     HSD: 021028 NSX 30 tháng trước HSD      the date, with words that follow from it
//     NSX, HSD xem trên bao bì                elsewhere
//
// Any thread.
#include "base/date.h"

#include <string>
#include <vector>

namespace temsao::label {

// The words before a date. The decree shows "NSX" and "HSD" as examples [F]; that no other words will do is [M]. "Hạn
// dùng" and HD are of older labels [M]; other languages may stand beside the Vietnamese words: "NSX/MFG".
enum class DateWords { made, expires };

// "NSX", "Ngày sản xuất (NSX)", "NSX/MFG", "HSD đến", "Sử dụng tốt nhất trước".
bool are_date_words(std::string_view words, DateWords which);

// Where such words end in `key`, which is as base/text.h match_key writes it.
std::vector<std::size_t> ends_of_date_words(std::string_view key, DateWords which);

// Where "xem trên bao bì", "in trên nắp chai" and the like begin; npos when the text has no such words.
std::size_t says_elsewhere(std::string_view text);

// "HSD: 30 tháng" -> "30 tháng"; "NSX, HSD xem trên bao bì" -> "xem trên bao bì": the words that a list repeats.
std::string without_date_words(std::string_view text);

struct LabelDate {
    enum class Kind {
        day,         // `day` is what it says
        month,       // month and year only: `day` is the month's last [M: some goods may]
        loose,       // a real day in a form other than those above; `day` is the most likely reading
        elsewhere,   // "xem trên bao bì"
        no_such_day, // digits that are not a day: 31/02/26
        unreadable,
    };
    Kind kind = Kind::unreadable;
    std::optional<Date> day = {};
};

// `value` without the words before it ("NSX"). `made`: the day from which "30 tháng" counts; without it such text is
// `unreadable`.
LabelDate read_label_date(std::string_view value, std::optional<Date> made);

// The day `shelf_life` ("12 tháng", "18 months", "45 ngày", "2 năm") after `made`; empty when the words have another
// form.
std::optional<Date> after_shelf_life(std::string_view shelf_life, Date made);

} // namespace temsao::label
