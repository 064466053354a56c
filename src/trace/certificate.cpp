#include "trace/certificate.h"

#include "base/coding.h"
#include "base/pieces.h"
#include "base/text.h"
#include "trace/trace_code.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace temsao::trace {
namespace {

// The second form is the first with one field more, sealed_from.
constexpr std::string_view first_domain = "temsao key certificate 1\n", second_domain = "temsao key certificate 2\n";
constexpr std::size_t first_fields = 6, second_fields = 7;
constexpr std::array<std::string_view, 4> kinds = {"key", "certificate", "serial", "lot"};

// One line, no tab, no control character, tidy already: what is signed is what is shown.
bool is_field(std::string_view text) {
    return text.size() <= 500 && is_utf8(text) && text == tidy(text);
}

std::string index_of(Revoked kind, std::string_view what) {
    return std::string(name(kind)) + "\t" + std::string(what);
}

} // namespace

bool KeyCertificate::covers(std::string_view product) const {
    return products.empty() || std::find(products.begin(), products.end(), product) != products.end();
}

Result<std::string> write_certificate(const KeyCertificate& certificate, const SecretKey& root) {
    const auto wrong = [](std::string field) { return error(Cause::data, "certificate.field", {std::move(field)}); };
    if (certificate.producer.empty() || !is_field(certificate.producer)) return wrong(certificate.producer);
    if (certificate.to < certificate.from) return wrong(certificate.to.iso());
    std::string products;
    for (const auto& product : certificate.products) {
        if (!is_internal_code(product)) return wrong(product);
        products += (products.empty() ? "" : ",") + product;
    }
    auto line = certificate.key.base64() + "\t" + certificate.from.iso() + "\t" + certificate.to.iso() + "\t" +
                (products.empty() ? "*" : products) + "\t" + certificate.producer;
    if (certificate.sealed_from) line += "\t" + certificate.sealed_from->iso();
    const std::string domain(certificate.sealed_from ? second_domain : first_domain);
    return line + "\t" + temsao::base64(sodium::text_of(root.sign(domain + line)));
}

Result<KeyCertificate> read_certificate(std::string_view line, const PublicKey& root) {
    const auto form = error(Cause::data, "certificate.form", {std::string(line.substr(0, 60))});
    const auto fields = split(line, '\t');
    const bool is_second = fields.size() == second_fields;
    if (fields.size() != first_fields && !is_second) return form;
    const auto signature = temsao::from_base64(fields.back());
    if (!signature || signature->size() != 64) return form;
    sodium::Bytes64 bytes;
    std::memcpy(bytes.data(), signature->data(), bytes.size());
    const std::string domain(is_second ? second_domain : first_domain);
    if (!root.verifies(domain + std::string(line.substr(0, line.rfind('\t'))), bytes))
        return error(Cause::data, "certificate.signature", {std::string(line.substr(0, 60))});
    // Signed by the root; what follows can only be wrong if another program wrote it.
    const auto key = TRY(PublicKey::parse(fields[0]));
    const auto from = Date::parse_iso(fields[1]), to = Date::parse_iso(fields[2]);
    std::vector<std::string> products;
    if (fields[3] != "*")
        for (const auto product : split(fields[3], ','))
            products.emplace_back(product);
    if (!from || !to || !is_field(fields[4]) || !std::all_of(products.begin(), products.end(), is_internal_code))
        return form;
    KeyCertificate certificate{key, *from, *to, std::move(products), std::string(fields[4])};
    if (is_second) certificate.sealed_from = TRY(Date::parse_iso(fields[5]));
    return certificate;
}

std::string_view name(Revoked kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

Result<std::string> write_revocation(const Revocation& revocation) {
    for (const auto* field : {&revocation.what, &revocation.reason})
        if (!is_field(*field) || (field->empty() && field == &revocation.what))
            return error(Cause::data, "revocation.field", {*field});
    return std::string(name(revocation.kind)) + "\t" + revocation.what + "\t" + revocation.from.iso() + "\t" +
           revocation.reason;
}

Result<Revocation> read_revocation(std::string_view line) {
    const auto fields = split(line, '\t');
    const auto form = error(Cause::data, "revocation.form", {std::string(line.substr(0, 60))});
    if (fields.size() != 4) return form;
    const auto kind = std::find(kinds.begin(), kinds.end(), fields[0]);
    const auto from = Date::parse_iso(fields[2]);
    if (kind == kinds.end() || !from || fields[1].empty() || !is_field(fields[1]) || !is_field(fields[3])) return form;
    return Revocation{
        static_cast<Revoked>(kind - kinds.begin()), std::string(fields[1]), *from, std::string(fields[3])};
}

KeyRing::KeyRing(std::vector<KeyCertificate> certificates, std::vector<Revocation> revocations)
    : certificates_(std::move(certificates)),
      revocations_(std::move(revocations)) {
    for (std::size_t i = 0; i < certificates_.size(); ++i) {
        const auto& certificate = certificates_[i];
        by_id_.emplace(certificate.key.id(), i);
        if (!certificate.sealed_from) continue;
        if (certificate.products.empty()) sealed_producers_.push_back(i);
        for (const auto& product : certificate.products) {
            auto& day = sealed_products_.emplace(product, *certificate.sealed_from).first->second;
            day = std::min(day, *certificate.sealed_from);
        }
    }
    for (std::size_t i = 0; i < revocations_.size(); ++i)
        by_what_.emplace(index_of(revocations_[i].kind, revocations_[i].what), i);
}

std::vector<const KeyCertificate*> KeyRing::find(KeyId id) const {
    std::vector<const KeyCertificate*> found;
    const auto [first, last] = by_id_.equal_range(id);
    for (auto entry = first; entry != last; ++entry)
        found.push_back(&certificates_[entry->second]);
    return found;
}

const Revocation* KeyRing::revoked(Revoked kind, std::string_view what) const {
    const auto found = by_what_.find(index_of(kind, what));
    return found == by_what_.end() ? nullptr : &revocations_[found->second];
}

std::optional<Date> KeyRing::sealed_from(std::string_view product,
                                         const std::function<bool(std::string_view)>& is_producer) const {
    std::optional<Date> earliest;
    if (const auto named = sealed_products_.find(std::string(product)); named != sealed_products_.end())
        earliest = named->second;
    for (const auto place : sealed_producers_) {
        const auto& permit = certificates_[place];
        if ((!earliest || permit.sealed_from < earliest) && is_producer(permit.producer)) earliest = permit.sealed_from;
    }
    return earliest;
}

} // namespace temsao::trace
