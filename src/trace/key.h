#pragma once
// Keys for signing, Ed25519: the province's root key signs certificates and bundles, a producer's key signs codes.
//
// A secret key is wiped from memory when it is destroyed; nothing prints it, and it leaves the program only as a key
// file, mode 0600, encrypted with a password (Argon2id, XSalsa20-Poly1305). trace/FORMAT.md has the format. Any thread
// may use its own.
#include "base/result.h"
#include "trace/sodium.h"

#include <optional>

namespace temsao::trace {

// The short name of a public key, nine digits as people read them out: the first eight bytes of the key's SHA-256, big
// end first, modulo 10^9. Two keys may share one, so a look-up must try all keys with that id.
using KeyId = std::uint32_t;

std::string show_key_id(KeyId id); // "042 318 777"

class PublicKey {
public:
    // 32 bytes in base64. Error key.unsound {text} (Cause::data): also for weak keys, such as points of small order,
    // with which signatures prove nothing.
    static Result<PublicKey> parse(std::string_view base64);
    static std::optional<PublicKey> from(const sodium::Bytes32& bytes);

    const sodium::Bytes32& bytes() const { return bytes_; }

    std::string base64() const;
    KeyId id() const;

    bool verifies(std::string_view message, const sodium::Bytes64& signature) const {
        return sodium::verify(message, signature, bytes_);
    }

    friend bool operator==(const PublicKey&, const PublicKey&) = default;

private:
    friend class SecretKey;

    explicit PublicKey(const sodium::Bytes32& bytes) : bytes_(bytes) {}

    sodium::Bytes32 bytes_;
};

class SecretKey {
public:
    static SecretKey generate();
    static SecretKey from_seed(const sodium::Bytes32& seed); // for test vectors; a real key is generated
    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&&) = delete;
    ~SecretKey();

    const PublicKey& public_key() const { return public_key_; }

    sodium::Bytes64 sign(std::string_view message) const { return sodium::sign(message, secret_); }

    // What a key file keeps, sealed; from_seed gives the same key back. The caller wipes it.
    sodium::Bytes32 seed() const;

private:
    explicit SecretKey(const sodium::KeyPair& pair) : public_key_(pair.public_key), secret_(pair.secret) {}

    PublicKey public_key_;
    sodium::Bytes64 secret_;
};

} // namespace temsao::trace
