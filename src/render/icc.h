#pragma once
// An ICC profile of a press, as a file that its owner hands us -> what a PDF says about the press it is meant for.
#include "base/result.h"

#include <string>

namespace temsao::render {

struct OutputProfile {
    std::string condition; // what the profile calls itself: "Coated FOGRA39"
    std::string bytes;     // the file
};

inline constexpr std::uint64_t most_profile_bytes = 4 << 20;

// Looks at what a PDF relies on: the header (ICC.1:2010, 7.2: length, version 2 to 4, signature acsp) says that it is
// an output profile (class prtr) of four inks (colour space CMYK), and it has a description. The tables are not looked
// into. Errors (Cause::data): icc.damaged {file}, icc.not_for_press {file, class, colour space}.
Result<OutputProfile> read_output_profile(std::string bytes, const std::string& file);

} // namespace temsao::render
