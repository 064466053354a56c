#pragma once
// Keys of the tests, from seeds that everybody can see; never used for anything else.
#include "trace/signed_code.h"

namespace temsao::trace::test {

inline SecretKey key_of(std::uint8_t first) {
    sodium::Bytes32 seed;
    for (std::size_t i = 0; i < seed.size(); ++i)
        seed[i] = static_cast<std::uint8_t>(first + i);
    return SecretKey::from_seed(seed);
}

inline SecretKey root_key() {
    return key_of(0x00);
}

inline SecretKey producer_key() {
    return key_of(0x20);
}

inline SecretKey lost_key() {
    return key_of(0x40);
}

inline SecretKey stranger_key() {
    return key_of(0x60);
}

inline KeyCertificate certificate_of(const SecretKey& key, std::string producer) {
    return {key.public_key(),
            *Date::from(2026, 1, 1),
            *Date::from(2028, 12, 31),
            {"09521234543213", "MATONG-01"},
            std::move(producer)};
}

inline SecretKey sealing_key() {
    return key_of(0x80);
}

// Of a producer whose goods carry a seal from 2027 on.
inline KeyCertificate sealing_certificate() {
    auto certificate = certificate_of(sealing_key(), "HTX Trà Mẫu");
    certificate.products = {"TRA-01"};
    certificate.sealed_from = Date::from(2027, 1, 1);
    return certificate;
}

inline KeyRing ring() {
    return KeyRing({certificate_of(producer_key(), "HTX Mật ong Hương Rừng"),
                    certificate_of(lost_key(), "HTX Kẹo Cu Đơ Sông Ngàn"),
                    sealing_certificate()},
                   {{Revoked::key, lost_key().public_key().base64(), *Date::from(2026, 11, 1), "mất máy tính"}});
}

inline TraceCode sample(bool with_lot = false) {
    TraceCode code;
    code.host = "id.ocop.vn";
    code.gtin = *gs1::Gtin::parse("09521234543213");
    if (with_lot) code.lot = "L261124";
    code.serial = "K7M2P9XQ";
    code.made = Date::from(2026, 11, 24);
    code.expires = Date::from(2027, 11, 24);
    return code;
}

} // namespace temsao::trace::test
