#include "trace/serial.h"

#include "trace/sodium.h"

#include <algorithm>
#include <array>

namespace temsao::trace {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Twice `x` in GF(32), modulo x^5 + x^2 + 1.
constexpr unsigned twice(unsigned x) {
    return x & 16 ? x << 1 ^ 0b100101 : x << 1;
}

char as_meant(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    switch (c) {
    case 'O': return '0';
    case 'I':
    case 'L': return '1';
    case 'U': return 'V';
    default: return c;
    }
}

} // namespace

std::string write_serial(std::uint64_t bits) {
    std::string serial(serial_length, '0');
    for (auto at = serial.rbegin(); at != serial.rend(); ++at, bits >>= 5)
        *at = alphabet[bits & 31];
    return serial;
}

bool is_serial(std::string_view text) {
    return text.size() == serial_length && text.find_first_not_of(alphabet) == std::string_view::npos;
}

// Horner's rule: the last character weighs 2, the one before it 4 …; the weights 2^1 … 2^8 and the check's own 1 are
// nine different elements, which is why exchanges show.
char serial_check(std::string_view serial) {
    ENSURE(is_serial(serial));
    unsigned sum = 0;
    for (const char c : serial)
        sum = twice(sum ^ static_cast<unsigned>(alphabet.find(c)));
    return alphabet[sum];
}

std::string show_serial(std::string_view serial) {
    if (!is_serial(serial)) return std::string(serial);
    return std::string(serial) + " /" + serial_check(serial);
}

Result<std::string> read_serial(std::string_view typed) {
    // A stroke stands before the check character only; elsewhere it is a part of a producer's own number.
    const auto last = typed.find_last_not_of(' ');
    const auto before_last = last == typed.npos || last == 0 ? typed.npos : typed.find_last_not_of(' ', last - 1);
    std::string meant;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const bool is_stroke = typed[i] == '/' && i == before_last;
        if (typed[i] != ' ' && typed[i] != '-' && !is_stroke) meant += as_meant(typed[i]);
    }
    const auto serial = meant.substr(0, serial_length);
    if (meant.size() > serial_length + 1 || !is_serial(serial)) return std::string(typed);
    if (meant.size() == serial_length + 1 && meant.back() != serial_check(serial))
        return error(Cause::usage, "serial.check", {std::string(typed)});
    return serial;
}

SerialSource random_serials() {
    // Bytes are drawn by the thousand: a system call for each serial would cost more than everything else.
    struct Pool {
        std::array<std::uint8_t, 4000> bytes;
        std::size_t used = sizeof bytes;
    };

    return [pool = Pool{}]() mutable {
        if (pool.used == pool.bytes.size()) {
            sodium::random_bytes(pool.bytes.data(), pool.bytes.size());
            pool.used = 0;
        }
        std::uint64_t bits = 0;
        for (int i = 0; i < serial_bits / 8; ++i)
            bits = bits << 8 | pool.bytes[pool.used++];
        return write_serial(bits);
    };
}

} // namespace temsao::trace
