#pragma once
// What a label printer says of itself -> values. Its bytes are compared with the forms below and go no further: no text
// of a printer is shown or kept. Silence and what is not understood give nothing, which never means "ready".
//
// Sources: Zebra, ZPL II Programming Guide (~HS host status, ~HI host identification, ~JA cancel all; SGD
// odometer.total_label_count) [M]; TSC, TSPL/TSPL2 Programming Manual (<ESC>!? status, <ESC>!. cancel) [M]. Pure; any
// thread.
#include <cstdint>
#include <optional>
#include <string_view>

namespace temsao::printers {

enum class Trouble {
    none,
    paper_out,
    ribbon_out,
    ink_out,
    head_open,
    cover_open,
    jam,
    paused,
    canceled,
    refused,
    other
};

struct State {
    Trouble trouble = Trouble::none;
    bool is_busy = false; // prints, or holds labels that are not printed yet
};

// The three lines that answer ~HS: "\x02030,0,0,0480,000,0,0,0,000,0,0,0\x03\r\n" and two more.
std::optional<State> read_zebra_state(std::string_view answer);

// The answer to ~HI, "\x02ZD421-203dpi ZPL,V93.21.07Z,8,8192KB\x03": dots an inch by the dots a millimetre that it
// names (6, 8, 12 or 24).
std::optional<int> read_zebra_dpi(std::string_view answer);

// The answer to the question for odometer.total_label_count: "\"1234\"".
std::optional<std::int64_t> read_zebra_count(std::string_view answer);

// The byte that answers <ESC>!?.
std::optional<State> read_tsc_state(std::string_view answer);

} // namespace temsao::printers
