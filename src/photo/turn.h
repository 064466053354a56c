#pragma once
// Pictures and places as a person holds the photo: turned by the camera's note (EXIF orientation 1..8). Pure; any
// thread.
#include "photo/colours.h"

namespace temsao::photo {

inline bool swaps_sides(int orientation) {
    return orientation >= 5 && orientation <= 8;
}

// Where a place of the stored picture, which is that wide and high, lies in the turned one.
inline Point turned(Point at, int orientation, double width, double height) {
    switch (orientation) {
    case 2: return {width - at.x, at.y};
    case 3: return {width - at.x, height - at.y};
    case 4: return {at.x, height - at.y};
    case 5: return {at.y, at.x};
    case 6: return {height - at.y, at.x};
    case 7: return {height - at.y, width - at.x};
    case 8: return {at.y, width - at.x};
    default: return at;
    }
}

// The whole picture, turned and shrunk until it is at most `most_wide` pixels wide; each pixel the mean of what it
// stands for.
Colours turned(const Colours& picture, int orientation, int most_wide);

} // namespace temsao::photo
