#pragma once
// What the province says about keys and goods: signing permits (key certificates) for producers, and revocations. Both
// are lines of text, fields between tabs, kept in the bundle (trace/bundle.h); trace/FORMAT.md has the exact bytes.
//
// Rotation: a producer may have several certified keys at once and stops using the old one. Loss of a key: it is
// revoked, and from then on nothing that it signed counts, whatever its date, because a thief can write any date.
#include "base/date.h"
#include "trace/key.h"

#include <functional>
#include <unordered_map>

namespace temsao::trace {

struct KeyCertificate {
    PublicKey key;
    Date from, to;                        // the days of production that it may sign for, both included
    std::vector<std::string> products;    // GTINs of 14 digits or internal codes; empty: all of this producer's
    std::string producer;                 // as in the list; for people, and for sealed_from where no product is named
    std::optional<Date> sealed_from = {}; // goods made from this day on carry a seal; empty: they may have none

    bool covers(std::string_view product) const;

    bool covers(Date made) const { return from <= made && made <= to; }

    friend bool operator==(const KeyCertificate&, const KeyCertificate&) = default;
};

// One line, without its end; a permit with sealed_from has the newer of two forms. Error certificate.field {field}: a
// tab or control character in it, no product, to < from.
Result<std::string> write_certificate(const KeyCertificate& certificate, const SecretKey& root);
// Errors (Cause::data): certificate.form, certificate.signature (not by this root), key.unsound.
Result<KeyCertificate> read_certificate(std::string_view line, const PublicKey& root);

enum class Revoked { key, certificate, serial, lot };

std::string_view name(Revoked kind); // "key"

struct Revocation {
    Revoked kind = Revoked::key;
    // key: base64; certificate: number of the decision; serial: PRODUCT/SERIAL; lot: PRODUCT/LOT
    std::string what;
    Date from;
    std::string reason; // for people; may be empty
};

// Error revocation.field {field}.
Result<std::string> write_revocation(const Revocation& revocation);
Result<Revocation> read_revocation(std::string_view line); // error revocation.form

// All signing permits and revocations of one bundle, indexed. Built whole, then unchanged; any thread.
class KeyRing {
public:
    KeyRing() = default;
    KeyRing(std::vector<KeyCertificate> certificates, std::vector<Revocation> revocations);

    // All certificates of keys with this id, usually one.
    std::vector<const KeyCertificate*> find(KeyId id) const;
    const Revocation* revoked(Revoked kind, std::string_view what) const; // null when not

    // The day from which goods of this product carry a seal, the earliest that a permit says; empty: they may have
    // none. A permit for all of a producer's products goes by `is_producer`, which is given that producer's name and
    // says whether the product is theirs.
    std::optional<Date> sealed_from(std::string_view product,
                                    const std::function<bool(std::string_view)>& is_producer) const;

    const std::vector<KeyCertificate>& certificates() const { return certificates_; }

    const std::vector<Revocation>& revocations() const { return revocations_; }

private:
    std::vector<KeyCertificate> certificates_;
    std::vector<Revocation> revocations_;
    std::unordered_multimap<KeyId, std::size_t> by_id_;
    std::unordered_map<std::string, std::size_t> by_what_;
    std::unordered_map<std::string, Date> sealed_products_;
    std::vector<std::size_t> sealed_producers_; // permits that name no product
};

} // namespace temsao::trace
