#include "trace/signed_code.h"

#include "base/pieces.h"

#include <algorithm>

namespace temsao::trace {
namespace {

constexpr std::string_view code_domain = "temsao trace code 1\n";
constexpr std::size_t signature_digits = 155; // of 2^512 - 1
constexpr std::size_t head_digits = seal_size - signature_digits;
const Date day_zero = *Date::from(1999, 12, 31);

std::string padded(std::int64_t number, std::size_t digits) {
    auto text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::int64_t number(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

std::int64_t day_number(const std::optional<Date>& date) {
    return date ? date->days_since(day_zero) : 0;
}

std::optional<Date> day_of(std::int64_t days) {
    return days == 0 ? std::nullopt : std::optional(day_zero.plus_days(static_cast<int>(days)));
}

// The 64 bytes, big end first, as a number of 155 digits. School arithmetic in limbs of nine digits.
std::string to_decimal(const sodium::Bytes64& bytes) {
    std::array<std::uint64_t, 18> limbs{};
    for (const auto byte : bytes) {
        std::uint64_t carry = byte;
        for (auto limb = limbs.rbegin(); limb != limbs.rend(); ++limb) {
            const auto value = *limb * 256 + carry;
            *limb = value % 1'000'000'000;
            carry = value / 1'000'000'000;
        }
    }
    std::string text;
    for (const auto limb : limbs)
        text += padded(static_cast<std::int64_t>(limb), 9);
    return text.substr(text.size() - signature_digits);
}

// And back; nothing for 2^512 and more.
std::optional<sodium::Bytes64> from_decimal(std::string_view digits) {
    sodium::Bytes64 bytes{};
    for (std::size_t at = 0; at < digits.size();) {
        const auto count = (digits.size() - at) % 9 == 0 ? 9 : (digits.size() - at) % 9;
        auto carry = static_cast<std::uint64_t>(number(digits.substr(at, count)));
        std::uint64_t scale = 1;
        for (std::size_t i = 0; i < count; ++i)
            scale *= 10;
        for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
            const auto value = *byte * scale + carry;
            *byte = static_cast<std::uint8_t>(value);
            carry = value >> 8;
        }
        if (carry != 0) return {};
        at += count;
    }
    return bytes;
}

std::string head_of(const Seal& seal) {
    return "1" + padded(seal.stars, 1) + padded(seal.key_id, 9) + padded(day_number(seal.made), 5) +
           padded(day_number(seal.expires), 5);
}

// What is signed: the code in lower-case letters up to where its signature begins.
Result<std::string> signed_bytes(TraceCode code, std::string head) {
    code.signature = std::move(head);
    auto uri = make_uri(code);
    return uri ? Result<std::string>(std::string(code_domain) + *uri) : uri;
}

Finding remark(const char* code, Severity severity, std::vector<std::string> facts) {
    return {Axis::signature, code, severity, std::move(facts), "", {}};
}

// A parameter s without the form of a seal may belong to another service: `check`. A seal that fails is `invalid`.
SignatureReport bad(const std::optional<Seal>& seal) {
    return {SignatureState::bad, seal, nullptr, remark("SIG_BAD", seal ? Severity::invalid : Severity::check, {})};
}

// Written the one way that we write it, or the same with our own words in capitals?
bool is_canonical(std::string_view text, const TraceCode& code) {
    for (const auto letters : {Letters::lower, Letters::upper})
        if (const auto uri = make_uri(code, letters); uri && *uri == text) return true;
    return false;
}

bool agree(const std::optional<Date>& in_clear, const std::optional<Date>& sealed) {
    return !in_clear || in_clear == sealed;
}

// What a signature of this certificate's key is worth on these goods. Without a day of production they may have been
// made on any day up to today, also after the key's term.
SignatureReport worth(const KeyCertificate& certificate,
                      std::string_view product,
                      const std::optional<Date>& made,
                      Date today,
                      const KeyRing& keys) {
    const auto id = show_key_id(certificate.key.id());
    if (const auto* lost = keys.revoked(Revoked::key, certificate.key.base64()))
        return {SignatureState::key_revoked,
                {},
                &certificate,
                remark("SIG_KEY_REVOKED", Severity::check, {id, lost->from.vietnamese(), lost->reason})};
    if (!certificate.covers(product) || (made && !certificate.covers(*made)))
        return {SignatureState::bad,
                {},
                &certificate,
                remark("SIG_OUT_OF_SCOPE",
                       Severity::invalid,
                       {certificate.producer, std::string(product), made ? made->vietnamese() : "–"}),
                true};
    if (!made && certificate.to < today)
        return {SignatureState::ok,
                {},
                &certificate,
                remark("KEY_EXPIRED", Severity::check, {id, certificate.to.vietnamese()})};
    return {SignatureState::ok, {}, &certificate, remark("SIG_OK", Severity::info, {id, certificate.producer})};
}

SignatureReport unknown(const std::optional<Seal>& seal, KeyId id) {
    return {SignatureState::key_unknown, seal, nullptr, remark("SIG_KEY_UNKNOWN", Severity::check, {show_key_id(id)})};
}

} // namespace

std::optional<Seal> parse_seal(std::string_view digits) {
    if (digits.size() != seal_size || digits[0] != '1' || !is_only_digits(digits)) return {};
    const auto signature = from_decimal(digits.substr(head_digits));
    if (!signature) return {};
    return Seal{static_cast<int>(number(digits.substr(1, 1))),
                static_cast<KeyId>(number(digits.substr(2, 9))),
                day_of(number(digits.substr(11, 5))),
                day_of(number(digits.substr(16, 5))),
                *signature};
}

std::string write_seal(const Seal& seal) {
    return head_of(seal) + to_decimal(seal.signature);
}

Result<std::string> make_signed_uri(TraceCode code, int stars, const SecretKey& key, Letters letters) {
    if (stars < 3 || stars > 5) return error(Cause::refused, "trace.stars", {std::to_string(stars)});
    if (code.lot.empty() && code.serial.empty()) return error(Cause::refused, "trace.nothing_to_sign", {code.key()});
    for (const auto& date : {code.made, code.expires})
        if (date && (*date).days_since(day_zero) <= 0)
            return error(Cause::data, "trace.date_early", {date->vietnamese()});
    code.signature.reset();
    if (auto sound = make_uri(code); !sound) return sound; // also the order of the dates
    Seal seal{stars, key.public_key().id(), code.made, code.expires, {}};
    code.made.reset();
    code.expires.reset();
    auto message = signed_bytes(code, head_of(seal));
    if (!message) return message;
    seal.signature = key.sign(*message);
    code.signature = write_seal(seal);
    return make_uri(code, letters);
}

std::string_view name(SignatureState state) {
    constexpr std::array<std::string_view, 5> names = {"ok", "bad", "absent", "key_unknown", "key_revoked"};
    return names[static_cast<std::size_t>(state)];
}

SignatureReport check_signature(std::string_view text, const TraceCode& code, const KeyRing& keys, Date today) {
    if (!code.signature) return {SignatureState::absent, {}, nullptr, remark("SIG_ABSENT", Severity::info, {})};
    const auto seal = parse_seal(*code.signature);
    if (!seal || !is_canonical(text, code) || !agree(code.made, seal->made) || !agree(code.expires, seal->expires))
        return bad(seal);
    const auto candidates = keys.find(seal->key_id);
    if (candidates.empty()) return unknown(seal, seal->key_id);
    const auto message = signed_bytes(code, head_of(*seal));
    ENSURE(message.ok()); // it is canonical
    // Of several certificates for the key that signed, the one that covers this code counts.
    std::optional<SignatureReport> best;
    for (const auto* certificate : candidates)
        if (certificate->key.verifies(*message, seal->signature)) {
            auto report = worth(*certificate, code.key(), seal->made, today, keys);
            report.seal = seal;
            if (!best || report.finding.severity < best->finding.severity) best = std::move(report);
        }
    return best ? *best : bad(seal);
}

std::optional<Finding>
why_not_believed(const PublicKey& key, std::string_view product, Date made, const KeyRing& keys) {
    auto best = unknown({}, key.id());
    for (const auto* certificate : keys.find(key.id()))
        if (certificate->key == key) {
            best = worth(*certificate, product, made, made, keys);
            if (best.state == SignatureState::ok) return {};
        }
    return std::move(best.finding);
}

} // namespace temsao::trace
