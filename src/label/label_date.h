#pragma once
// A date as a label shows it, read back. Decree 37/2026/NĐ-CP, Appendix III, has the examples [F]; that day, month and
// year have two figures each (the year two or four) is [M]. Pure.
//
//     NSX: 020426   02 04 26   02/04/26   02042026   02.04.2026     day first
//     NSX: 260402 (năm/tháng/ngày)                                  year first, only with the legend
//     HSD: 30 tháng   30 tháng kể từ NSX                            counted from the day made, the month's end kept
//     HSD: 021028 NSX 30 tháng trước HSD                            the date, with words that follow from it
//     NSX, HSD xem trên bao bì                                      elsewhere
#include "base/date.h"

namespace temsao::label {

struct LabelDate {
    enum class Kind {
        day,         // `day` is what it says
        month,       // month and year only: `day` is the month's last [M: some goods may]
        loose,       // a real day written in another form than those above; `day` is what it most likely says
        elsewhere,   // "xem trên bao bì"
        no_such_day, // figures that are no day: 31/02/26
        unreadable,
    };
    Kind kind = Kind::unreadable;
    std::optional<Date> day = {};
};

// `value` without the words before it ("NSX"). `made`: what "30 tháng" counts from; without it such words are
// `unreadable`.
LabelDate read_label_date(std::string_view value, std::optional<Date> made);

// The day `shelf_life` ("12 tháng", "18 months", "45 ngày", "2 năm") after `made`; nothing when the words say it
// otherwise.
std::optional<Date> after_shelf_life(std::string_view shelf_life, Date made);

} // namespace temsao::label
