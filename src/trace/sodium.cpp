#include "trace/sodium.h"

#include "base/check.h"
#include "base/pieces.h"

#include <algorithm>
#include <sodium.h>

namespace temsao::trace::sodium {
namespace {

static_assert(salt_size == crypto_pwhash_SALTBYTES && nonce_size == crypto_secretbox_NONCEBYTES &&
              box_overhead == crypto_secretbox_MACBYTES);

void ready() {
    static const bool is_ready = sodium_init() >= 0;
    ENSURE(is_ready);
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::optional<Bytes32> stretch(std::string_view passphrase, std::string_view salt, Work work) {
    ready();
    ENSURE(salt.size() == salt_size);
    Bytes32 key{};
    const int failed = crypto_pwhash(key.data(),
                                     key.size(),
                                     passphrase.data(),
                                     passphrase.size(),
                                     bytes_of(salt),
                                     work.passes,
                                     work.memory,
                                     crypto_pwhash_ALG_ARGON2ID13);
    return failed ? std::nullopt : std::optional(key);
}

} // namespace

std::string_view text_of(const Bytes32& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string_view text_of(const Bytes64& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void random_bytes(void* to, std::size_t count) {
    ready();
    randombytes_buf(to, count);
}

void wipe(void* at, std::size_t count) {
    sodium_memzero(at, count);
}

Bytes32 sha256(std::string_view message) {
    Bytes32 hash;
    crypto_hash_sha256(hash.data(), bytes_of(message), message.size());
    return hash;
}

struct Sha256::State {
    crypto_hash_sha256_state sodium;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    ready();
    crypto_hash_sha256_init(&state_->sodium);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view part) {
    crypto_hash_sha256_update(&state_->sodium, bytes_of(part), part.size());
}

Bytes32 Sha256::finish() {
    Bytes32 hash{};
    crypto_hash_sha256_final(&state_->sodium, hash.data());
    return hash;
}

Bytes64 blake2b_512(std::string_view message) {
    Bytes64 hash;
    crypto_generichash(hash.data(), hash.size(), bytes_of(message), message.size(), nullptr, 0);
    return hash;
}

std::uint64_t keyed_hash(std::string_view message, const Bytes32& key) {
    std::array<std::uint8_t, crypto_generichash_BYTES_MIN> hash{}; // 16
    crypto_generichash(hash.data(), hash.size(), bytes_of(message), message.size(), key.data(), key.size());
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8 | hash[i];
    return number;
}

KeyPair key_pair(const Bytes32& seed) {
    ready();
    KeyPair pair;
    crypto_sign_seed_keypair(pair.public_key.data(), pair.secret.data(), seed.data());
    return pair;
}

Bytes64 sign(std::string_view message, const Bytes64& secret) {
    ready();
    Bytes64 signature;
    crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(), secret.data());
    return signature;
}

bool verify(std::string_view message, const Bytes64& signature, const Bytes32& public_key) {
    ready();
    return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(), public_key.data()) == 0;
}

bool is_sound_key(const Bytes32& public_key) {
    ready();
    return crypto_core_ed25519_is_valid_point(public_key.data()) == 1;
}

std::optional<std::string>
lock(std::string_view plain, std::string_view passphrase, std::string_view salt, std::string_view nonce, Work work) {
    ENSURE(nonce.size() == nonce_size);
    auto key = stretch(passphrase, salt, work);
    if (!key) return {};
    std::string box(plain.size() + box_overhead, '\0');
    crypto_secretbox_easy(bytes_of(box), bytes_of(plain), plain.size(), bytes_of(nonce), key->data());
    wipe(key->data(), key->size());
    return box;
}

std::optional<std::string>
unlock(std::string_view box, std::string_view passphrase, std::string_view salt, std::string_view nonce, Work work) {
    ENSURE(nonce.size() == nonce_size);
    if (box.size() < box_overhead) return {};
    auto key = stretch(passphrase, salt, work);
    if (!key) return {};
    std::string plain(box.size() - box_overhead, '\0');
    const int failed =
        crypto_secretbox_open_easy(bytes_of(plain), bytes_of(box), box.size(), bytes_of(nonce), key->data());
    wipe(key->data(), key->size());
    return failed ? std::nullopt : std::optional(std::move(plain));
}

namespace {

// Of Argon2id for passwords that people sign in with: OWASP's Password Storage Cheat Sheet, m=19456 (19 MiB), t=2, p=1
// (as of 2024). libsodium's own "interactive" takes 64 MiB, which a crowd at the door could multiply.
constexpr unsigned long long password_passes = 2;
constexpr std::size_t password_memory = 19456ul * 1024;

} // namespace

std::string password_hash(std::string_view passphrase) {
    char hash[crypto_pwhash_STRBYTES];
    const int made = crypto_pwhash_str(hash, passphrase.data(), passphrase.size(), password_passes, password_memory);
    return made == 0 ? hash : "";
}

bool password_hash_is_old(const std::string& hash) {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), password_passes, password_memory) != 0;
}

bool password_holds(const std::string& hash, std::string_view passphrase) {
    return crypto_pwhash_str_verify(hash.c_str(), passphrase.data(), passphrase.size()) == 0;
}

std::string hex(std::string_view bytes) {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes_of(bytes), bytes.size());
    text.pop_back(); // the final zero
    return text;
}

std::string hex(const Bytes32& bytes) {
    return hex(text_of(bytes));
}

std::string short_hash(std::string_view bytes) {
    return hex(text_of(sha256(bytes)).substr(0, 8));
}

std::string base64_of_secret(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the final zero
    return text;
}

std::optional<std::string> secret_from_base64(std::string_view text) {
    if (!is_ascii(text)) return {}; // libsodium 1.0.18 takes such a byte for a stroke
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    const int failed = sodium_base642bin(bytes_of(bytes),
                                         bytes.size(),
                                         text.data(),
                                         text.size(),
                                         nullptr,
                                         &length,
                                         nullptr,
                                         sodium_base64_VARIANT_ORIGINAL);
    if (failed) return {};
    bytes.resize(length);
    return bytes;
}

} // namespace temsao::trace::sodium
