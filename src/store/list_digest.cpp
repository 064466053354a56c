#include "store/list_digest.h"

#include "store/append_number.h"
#include "trace/sodium.h"

#include <bit>

namespace temsao::store {
namespace {

constexpr std::size_t digest_bytes = 32;

// DigestedFields one after the other, each with its length, so that no two lists of fields give the same bytes.
class DigestedFields {
public:
    DigestedFields& add(std::string_view text) {
        append_number(bytes_, static_cast<std::int64_t>(text.size()));
        bytes_ += ':';
        bytes_ += text;
        return *this;
    }

    DigestedFields& add(std::int64_t number) {
        std::string digits;
        append_number(digits, number);
        return add(digits);
    }

    std::string digest() const {
        const auto whole = trace::sodium::blake2b_512(bytes_);
        return std::string(trace::sodium::text_of(whole).substr(0, digest_bytes));
    }

private:
    std::string bytes_;
};

} // namespace

std::string digest_of(std::int64_t list_id, const catalog::Product& product) {
    DigestedFields fields;
    fields.add(list_id).add(product.key).add(product.shared_number).add(std::int64_t{product.gtin.has_value()});
    fields.add(product.name).add(product.producer).add(product.address).add(static_cast<std::int64_t>(product.group));
    fields.add(static_cast<std::int64_t>(product.certificates.size()));
    for (const auto& c : product.certificates) {
        fields.add(std::int64_t{c.stars}).add(c.score ? std::bit_cast<std::int64_t>(*c.score) : -1);
        fields.add(c.decision).add(c.issuer).add(c.issued.iso()).add(c.valid_to.iso());
        fields.add(std::int64_t{c.valid_to_computed}).add(static_cast<std::int64_t>(c.status)).add(c.ended_by);
    }
    for (const auto& [name, value] : product.facts)
        fields.add(name).add(value);
    return fields.digest();
}

std::string digest_of(const OwnRevocation& revocation) {
    DigestedFields fields;
    fields.add(revocation.key).add(revocation.name).add(revocation.producer).add(revocation.decision);
    fields.add(revocation.issuer).add(revocation.issued.iso()).add(revocation.ended_by);
    fields.add(static_cast<std::int64_t>(revocation.was));
    return fields.digest();
}

std::string digest_of(const Trust& trust) {
    DigestedFields fields;
    fields.add(trust.root).add(trust.sequence).add(trust.as_of.iso());
    return fields.digest();
}

std::string digest_of(const ListVersion& version, const std::vector<catalog::Product>& products) {
    DigestedFields fields;
    fields.add(version.id).add(version.header.source).add(version.header.as_of.iso());
    fields.add(std::int64_t{version.header.is_signed}).add(version.products);
    for (const auto& product : products)
        if (!product.certificates.empty()) fields.add(digest_of(version.id, product)); // others are never loaded
    return fields.digest();
}

} // namespace temsao::store
