#pragma once
// Serial numbers: eight characters that identify one label, drawn at random so that nobody can guess the next one.
//
//   alphabet   0123456789ABCDEFGHJKMNPQRSTVWXYZ: 32 letters and figures without I, L, O, U, so a character is 5 bits
//   serial     8 characters, 40 random bits; this is what the code holds
//   check      a ninth character, on the label beside the serial (K7M2P9XQ /W) and never in the code, which has
//              its own error correction; people who type the serial type it too
//
// Eight characters with the check among them could not hold 40 bits without telling capitals from small letters. The
// check is a weighted sum over the field of 32 elements: it detects every single wrong character and every swap of two,
// adjacent or not. Pure except random_serials; any thread may use its own SerialSource.
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace temsao::trace {

inline constexpr std::size_t serial_length = 8;
inline constexpr int serial_bits = 40;

std::string write_serial(std::uint64_t bits); // the lowest 40 bits

bool is_serial(std::string_view text); // eight characters of the alphabet, as write_serial writes them

char serial_check(std::string_view serial); // ENSUREs is_serial

// As labels, messages and pages write it, the check character apart, because the code does not hold it: "K7M2P9XQ /W".
// A serial that is not ours as it is.
std::string show_serial(std::string_view serial);

// As people type it and as labels ever had it (K7M2P9XQ-W): small letters, spaces, hyphens and a stroke, O for 0, I and
// L for 1, U for V; with the check character or without. Text that cannot be one of our serials is returned as it is.
// Error serial.check {typed} (Cause::usage) when the ninth character is wrong.
Result<std::string> read_serial(std::string_view typed);

// Where serials come from: libsodium's generator, or a fixed sequence in tests.
using SerialSource = std::function<std::string()>;
SerialSource random_serials();

} // namespace temsao::trace
