#pragma once
// An ICC profile of a printing press, as a file from its owner -> what a PDF states as its output condition.
// Pure; any thread.
#include "base/result.h"

#include <string>

namespace temsao::render {

struct OutputProfile {
    std::string condition; // the profile's own name: "Coated FOGRA39"
    std::string bytes;     // the file
};

inline constexpr std::uint64_t most_profile_bytes = 4 << 20;

// Checks what a PDF relies on: the header (ICC.1:2010, 7.2: length, version 2 to 4, signature acsp) describes an output
// profile (class prtr) of four inks (colour space CMYK), and there is a description. The tables are not checked. Errors
// (Cause::data): icc.damaged {file}, icc.not_for_press {file, class, colour space}.
Result<OutputProfile> read_output_profile(std::string bytes, const std::string& file);

} // namespace temsao::render
