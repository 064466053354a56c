#pragma once
// Reads a date back from a label. Decree 37/2026/NĐ-CP, Appendix III, has the examples [F]; that day and month have two
// digits and the year two or four is [M]. Pure.
//
//     NSX: 020426   02 04 26   02/04/26   02042026   02.04.2026     day first
//     NSX: 260402 (năm/tháng/ngày)                                  year first, only with the legend
//     HSD: 30 tháng   30 tháng kể từ NSX                            counted from the production date; month ends stay
//     month ends HSD: 021028 NSX 30 tháng trước HSD                            the date, with words that follow from it
//     NSX, HSD xem trên bao bì                                      elsewhere
#include "base/date.h"

namespace temsao::label {

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
