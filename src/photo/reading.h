#pragma once
// Reading: one symbol seen in a photo and decoded. What we make is a Symbol (symbol/symbol.h).
// It is the only header of `photo` that `verify` includes. Values; any thread.
#include "base/message.h"

#include <array>
#include <optional>
#include <vector>

namespace temsao::photo {

// In pixels of the image as stored (EXIF orientation not applied), x right, y down, 0,0 the top left corner of the
// first pixel.
struct Point {
    double x = 0, y = 0;
};

// The bar code of the same label, found by scan/ean13.h.
struct Ean13 {
    std::string text; // 13 digits, the check digit right
    std::array<Point, 4> corners;
};

// A word printed near a symbol, read by scan/print_words.h. Places are in widths of the symbol; 0,0 is its top left
// corner.
struct PrintedWord {
    std::string text;  // UTF-8, hostile
    double confidence; // 0..1, as the reading program gives it
    Point first, last; // top left and bottom right
};

struct Reading {
    std::string bytes;            // the symbol's content, undecoded; any bytes, hostile until parsed
    std::string text;             // the same as UTF-8
    std::string kind;             // "QR", "Micro QR", "rMQR"; "EAN-13", which has no version, level and mask
    std::array<Point, 4> corners; // top left, top right, bottom right, bottom left of the symbol itself
    int version = 0;
    std::string ec_level; // "L" "M" "Q" "H"
    std::optional<int> mask;
    std::optional<double> unused_error_correction; // 0..1, of the worst block: the share that damage has not used up
    std::string step;                              // the reading step that found it: "plain", "small" …
    bool mirrored = false, inverted = false;
    // The symbol's modules as sampled, row by row from `corners[0]`, true is dark; for a QR code (17 + 4 * version)
    // squared; empty when unknown.
    std::vector<bool> modules;
    std::optional<Ean13> ean13 = {}; // beside a trace code, if one was read
};

} // namespace temsao::photo
