#pragma once
// The few functions of libsodium that we use. Only sodium.cpp includes it. Any thread.
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace temsao::trace::sodium {

using Bytes32 = std::array<std::uint8_t, 32>;
using Bytes64 = std::array<std::uint8_t, 64>;

std::string_view text_of(const Bytes32& bytes);
std::string_view text_of(const Bytes64& bytes);

void random_bytes(void* to, std::size_t count);
void wipe(void* at, std::size_t count); // not optimised away

Bytes32 sha256(std::string_view message);

// The same of a message that comes in parts.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void add(std::string_view part);
    Bytes32 finish(); // once

private:
    struct State;
    std::unique_ptr<State> state_;
};

Bytes64 blake2b_512(std::string_view message);
// The first eight bytes, most significant first, of BLAKE2b with 16 bytes of digest and this key (RFC 7693).
std::uint64_t keyed_hash(std::string_view message, const Bytes32& key);

// Ed25519 (RFC 8032). The secret is seed and public key, as libsodium keeps it.
struct KeyPair {
    Bytes32 public_key;
    Bytes64 secret;
};

KeyPair key_pair(const Bytes32& seed);
Bytes64 sign(std::string_view message, const Bytes64& secret);

// Strict: the point of the signature and the key canonical and not of small order, S below the group's order. So a
// signature cannot be altered into another valid one.
bool verify(std::string_view message, const Bytes64& signature, const Bytes32& public_key);

// Canonical, on the curve, in the main subgroup.
bool is_sound_key(const Bytes32& public_key);

// Argon2id and XSalsa20-Poly1305. `work` is Argon2's passes and bytes of memory.
struct Work {
    std::uint64_t passes;
    std::uint64_t memory;
};

inline constexpr std::size_t salt_size = 16, nonce_size = 24, box_overhead = 16;

// Empty when there is too little memory.
std::optional<std::string>
lock(std::string_view plain, std::string_view passphrase, std::string_view salt, std::string_view nonce, Work work);
// Empty when the password is wrong, the box was altered, or there is too little memory.
std::optional<std::string>
unlock(std::string_view box, std::string_view passphrase, std::string_view salt, std::string_view nonce, Work work);

// A password in the form that may be stored: Argon2id with its salt and limits (19 MB, 2 passes), as libsodium writes
// it. Empty when there is not enough memory.
std::string password_hash(std::string_view passphrase);
bool password_hash_is_old(const std::string& hash); // made with other limits
bool password_holds(const std::string& hash, std::string_view passphrase);

std::string hex(std::string_view bytes); // two lower-case digits a byte
std::string hex(const Bytes32& bytes);   // of a digest
// The first 16 digits of a SHA-256 in hexadecimal: names a thing by its bytes where nobody gains by another with the
// same.
std::string short_hash(std::string_view bytes);

// As base/coding.h writes and reads base64, in a time that does not depend on the bytes: for secrets.
std::string base64_of_secret(std::string_view bytes);
std::optional<std::string> secret_from_base64(std::string_view text);

} // namespace temsao::trace::sodium
