#pragma once
// A label printer for the tests: reads ZPL II or TSPL as the makers' manuals describe them, knows nothing of our
// writers, and prints onto pixels. Strict: whatever it does not know, or what lies outside the manual's ranges, ends
// the test with the command's name.
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct PrintedLabel {
    int width = 0, height = 0; // dots
    std::vector<bool> black;   // row by row
    int copies = 0;
    double width_mm = -1, height_mm = -1; // TSPL says millimetres
    double gap_mm = -1;                   // TSPL; 0: continuous
    bool continuous = false;
    int darkness = -1, speed = -1; // -1: as set at the printer

    bool at(int x, int y) const { return black[static_cast<std::size_t>(y) * width + x]; }
};

// A command that a printer would not obey.
struct Refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::vector<PrintedLabel> print_zpl(std::string_view commands);
std::vector<PrintedLabel> print_tspl(std::string_view commands, double dots_per_mm);
