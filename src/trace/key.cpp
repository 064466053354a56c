#include "trace/key.h"

#include "base/coding.h"

#include <algorithm>
#include <cstring>

namespace temsao::trace {

std::string show_key_id(KeyId id) {
    auto digits = std::to_string(id);
    digits = std::string(digits.size() < 9 ? 9 - digits.size() : 0, '0') + digits;
    return digits.substr(0, 3) + " " + digits.substr(3, 3) + " " + digits.substr(6);
}

Result<PublicKey> PublicKey::parse(std::string_view base64) {
    if (base64.size() == 44)
        if (const auto text = temsao::from_base64(base64); text && text->size() == 32) {
            sodium::Bytes32 bytes;
            std::memcpy(bytes.data(), text->data(), bytes.size());
            if (const auto key = from(bytes)) return *key;
        }
    return error(Cause::data, "key.unsound", {std::string(base64.substr(0, 60))});
}

std::optional<PublicKey> PublicKey::from(const sodium::Bytes32& bytes) {
    return sodium::is_sound_key(bytes) ? std::optional(PublicKey(bytes)) : std::nullopt;
}

std::string PublicKey::base64() const {
    return temsao::base64(sodium::text_of(bytes_));
}

KeyId PublicKey::id() const {
    const auto hash = sodium::sha256(sodium::text_of(bytes_));
    std::uint64_t number = 0;
    for (int i = 0; i < 8; ++i)
        number = number << 8 | hash[static_cast<std::size_t>(i)];
    return static_cast<KeyId>(number % 1'000'000'000);
}

SecretKey SecretKey::generate() {
    sodium::Bytes32 seed;
    sodium::random_bytes(seed.data(), seed.size());
    auto key = from_seed(seed);
    sodium::wipe(seed.data(), seed.size());
    return key;
}

SecretKey SecretKey::from_seed(const sodium::Bytes32& seed) {
    auto pair = sodium::key_pair(seed);
    SecretKey key(pair);
    sodium::wipe(pair.secret.data(), pair.secret.size());
    return key;
}

// The first half of libsodium's secret key is the seed (RFC 8032, 5.1.5).
sodium::Bytes32 SecretKey::seed() const {
    sodium::Bytes32 seed;
    std::memcpy(seed.data(), secret_.data(), seed.size());
    return seed;
}

SecretKey::SecretKey(SecretKey&& other) noexcept : public_key_(other.public_key_), secret_(other.secret_) {
    sodium::wipe(other.secret_.data(), other.secret_.size());
}

SecretKey::~SecretKey() {
    sodium::wipe(secret_.data(), secret_.size());
}

} // namespace temsao::trace
