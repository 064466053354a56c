#include "trace/serial_filter.h"

#include "base/check.h"
#include "base/coding.h"
#include "trace/fields.h"

#include <algorithm>

namespace temsao::trace {
namespace {

constexpr unsigned rest_bits = 8; // 1/256 of false answers; also the Golomb-Rice parameter
constexpr std::size_t least_bits = rest_bits + 1;

std::uint64_t hash_of(const SerialFilter::Key& key, std::string_view product, std::string_view serial) {
    return sodium::keyed_hash(std::string(product) + "/" + std::string(serial), key);
}

// hash * range / 2^64: even over 0 … range-1 without a division (BIP 158). range is below 2^32, so that both products
// fit.
std::uint32_t value_in(std::uint64_t hash, std::uint64_t range) {
    return static_cast<std::uint32_t>(((hash >> 32) * range + (((hash & 0xffffffff) * range) >> 32)) >> 32);
}

std::uint64_t range_of(std::size_t count) {
    return static_cast<std::uint64_t>(count) << rest_bits;
}

class BitWriter {
public:
    void put(bool bit) {
        if (used_ == 0) bytes_ += '\0';
        if (bit) bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | (0x80u >> used_));
        used_ = (used_ + 1) % 8;
    }

    std::string bytes_;

private:
    unsigned used_ = 0; // bits of the last byte
};

class BitReader {
public:
    explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

    bool at_end() const { return at_ == bytes_.size() * 8; }

    bool next() {
        const auto byte = static_cast<unsigned char>(bytes_[at_ / 8]);
        return (byte >> (7 - at_++ % 8) & 1) != 0;
    }

    // What fills up the last byte: fewer than eight bits, all zero.
    bool ends_here() {
        if (bytes_.size() * 8 - at_ >= 8) return false;
        while (!at_end())
            if (next()) return false;
        return true;
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

// The next difference; nothing when the bits end before it does.
std::optional<std::uint64_t> read_step(BitReader& bits) {
    std::uint64_t step = 0;
    for (;; ++step) {
        if (bits.at_end()) return {};
        if (!bits.next()) break;
    }
    for (unsigned i = 0; i < rest_bits; ++i) {
        if (bits.at_end()) return {};
        step = step << 1 | (bits.next() ? 1 : 0);
    }
    return step;
}

} // namespace

SerialFilter::Key SerialFilter::new_key() {
    Key key;
    sodium::random_bytes(key.data(), key.size());
    return key;
}

bool SerialFilter::may_hold(std::string_view product, std::string_view serial) const {
    return std::binary_search(
        values_.begin(), values_.end(), value_in(hash_of(key_, product, serial), range_of(values_.size())));
}

std::string SerialFilter::bytes() const {
    BitWriter bits;
    std::uint32_t before = 0;
    for (const auto value : values_) {
        const auto step = value - before;
        for (auto times = step >> rest_bits; times > 0; --times)
            bits.put(true);
        bits.put(false);
        for (unsigned i = rest_bits; i-- > 0;)
            bits.put((step >> i & 1) != 0);
        before = value;
    }
    return "day: " + day_.iso() + "\ncount: " + std::to_string(values_.size()) +
           "\nkey: " + temsao::base64(sodium::text_of(key_)) + "\n\n" + bits.bytes_;
}

std::optional<SerialFilter> SerialFilter::read(std::string_view bytes) {
    const auto day = Date::parse_iso(field(bytes, "day").value_or(""));
    const auto count = number(field(bytes, "count"));
    const auto key = temsao::from_base64(field(bytes, "key").value_or(""));
    if (!day || !count || !key || key->size() != Key().size() || !next_piece(bytes, '\n').empty()) return {};
    if (*count > most_serials || *count > bytes.size() * 8 / least_bits) return {};
    SerialFilter filter(*day, {});
    std::copy(key->begin(), key->end(), filter.key_.begin());
    filter.values_.reserve(*count);
    BitReader bits(bytes);
    std::uint64_t value = 0;
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto step = read_step(bits);
        if (!step) return {};
        value += *step;
        if (value >= range_of(*count)) return {};
        filter.values_.push_back(static_cast<std::uint32_t>(value));
    }
    if (!bits.ends_here()) return {};
    return filter;
}

void SerialFilterMaker::add(std::string_view product, std::string_view serial) {
    ENSURE(hashes_.size() < most_serials);
    hashes_.push_back(hash_of(filter_.key_, product, serial));
}

SerialFilter SerialFilterMaker::finish() && {
    const auto range = range_of(hashes_.size());
    filter_.values_.reserve(hashes_.size());
    for (const auto hash : hashes_)
        filter_.values_.push_back(value_in(hash, range));
    std::sort(filter_.values_.begin(), filter_.values_.end());
    return std::move(filter_);
}

} // namespace temsao::trace
