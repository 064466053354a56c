#pragma once
// Inside `sheet` only: what a spreadsheet shows for a number, by its number format (ECMA-376 part 1, 18.8.30, 18.8.31):
// 500 under `0" g"` is "500 g", 912345678 under `0000000000` is "0912345678". Numbers are shown as Viet Nam writes
// them, comma before the decimals and points between the thousands, since the text is for Vietnamese labels.
#include "base/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temsao::sheet {

class NumberFormat {
public:
    // A format of the workbook's own, or for a built-in `id` an empty code.
    NumberFormat(int id, std::string_view code);

    // A day, or a part of one.
    bool shows_day() const { return shows_.day || shows_.month || shows_.year; }

    std::string shown(double number) const;

    // The parts of a day that the format shows, in the order day, month, year whatever its own order is: 15/10/2025;
    // under `mmm-yy` 10/2025; under `yyyy` 2025.
    std::string shown(const Date& day) const;

    // A text under the format's section for texts: "500" under `@" g"` is "500 g". A section that would hide it counts
    // for nothing, since a text that nobody sees is still there.
    std::string shown(std::string text) const;

private:
    struct Token {
        enum Kind { digit, point, literal, exponent, general, place_for_text } kind = literal;

        std::string text; // of a literal; of a digit its sign: 0, # or ?
    };

    struct Section {
        std::vector<Token> tokens;
        bool has_condition = false;
        char comparison = 0; // < > = l (<=) g (>=) n (<>)
        double limit = 0;
        int percents = 0, thousands = 0; // scaling
        bool groups = false;             // points between thousands
    };

    struct Parts {
        bool day = false, month = false, year = false;
    };

    static Parts parts_of_day(int id, std::string_view code);
    static void read_condition(Section& section, std::string_view inner);
    static Section read_section(std::string_view code);
    static bool has_text(const Section& section);
    static std::string fill(const Section& section, double number);
    const Section* choose(double number) const;

    Parts shows_;
    std::vector<Section> sections_;
    std::optional<Section> text_section_;
};

// As a cell without a format shows it: whole numbers in full, others with at most ten figures.
std::string shown_plain(double number);

} // namespace temsao::sheet
