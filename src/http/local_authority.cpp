// The one user of OpenSSL's certificates.
#include "http/local_authority.h"

#include "base/check.h"
#include "system/file.h"
#include "system/lock.h"

#include <arpa/inet.h>
#include <array>
#include <ctime>
#include <memory>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace temsao::http {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t day = 86'400, certificate_days = 365, renewal_days = 30, authority_days = 3650;
constexpr std::uint64_t most_bytes = 64 << 10;
constexpr std::chrono::seconds patience{10};

// RFC 1918, 3927, 4193; names of RFC 6761, 6762, 8375, and what routers call their networks.
constexpr auto authority_limits =
    "critical,permitted;IP:127.0.0.0/255.0.0.0,permitted;IP:10.0.0.0/255.0.0.0,permitted;IP:172.16.0.0/255.240.0.0,"
    "permitted;IP:192.168.0.0/255.255.0.0,permitted;IP:169.254.0.0/255.255.0.0,"
    "permitted;IP:::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,permitted;IP:fc00::/fe00::,"
    "permitted;DNS:local,permitted;DNS:localhost,permitted;DNS:home.arpa,permitted;DNS:lan,permitted;DNS:internal";

template <auto release>
struct Free {
    template <class T>
    void operator()(T* thing) const {
        release(thing);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Bytes = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Names = std::unique_ptr<GENERAL_NAMES, Free<GENERAL_NAMES_free>>;

struct Signer {
    Certificate certificate;
    Key key;
};

Bytes bytes_of(std::string_view text) {
    return Bytes(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string text_of(BIO* bytes) {
    char* start = nullptr;
    const auto size = BIO_get_mem_data(bytes, &start);
    return {start, static_cast<std::size_t>(size)};
}

// Nothing for what cannot be read; never asks for a passphrase.
Key read_key(std::string_view pem) {
    char none[] = "";
    return Key(PEM_read_bio_PrivateKey(bytes_of(pem).get(), nullptr, nullptr, none));
}

Certificate read_certificate(std::string_view pem) {
    return Certificate(PEM_read_bio_X509(bytes_of(pem).get(), nullptr, nullptr, nullptr));
}

std::int64_t end_of(const X509* certificate) {
    std::tm end{};
    return ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) == 1 ? ::timegm(&end) : 0;
}

void add_extension(X509* certificate, X509* issuer, int kind, const std::string& value) {
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>> made(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    ENSURE(made && X509_add_ext(certificate, made.get(), -1) == 1);
}

bool is_address(const std::string& name) {
    std::array<unsigned char, 16> bytes{};
    return ::inet_pton(AF_INET, name.c_str(), bytes.data()) == 1 ||
           ::inet_pton(AF_INET6, name.c_str(), bytes.data()) == 1;
}

// A certificate of version 3 with a random number (RFC 5280 4.1.2.2), yesterday's start for clocks that are behind; not
// signed yet.
Certificate blank(EVP_PKEY* key, std::int64_t now, std::int64_t days, const std::string& common_name) {
    Certificate made(X509_new());
    const std::unique_ptr<BIGNUM, Free<BN_free>> number(BN_new());
    ENSURE(made && number && BN_rand(number.get(), 159, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1);
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(made.get()));
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_TIME_set(X509_getm_notBefore(made.get()), now - day);
    ASN1_TIME_set(X509_getm_notAfter(made.get()), now + days * day);
    X509_set_pubkey(made.get(), key);
    auto* subject = X509_get_subject_name(made.get());
    for (const auto& [kind, text] :
         {std::pair(NID_organizationName, std::string("Tem Sao")), std::pair(NID_commonName, common_name)})
        X509_NAME_add_entry_by_NID(subject,
                                   kind,
                                   MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(text.data()),
                                   static_cast<int>(text.size()),
                                   -1,
                                   0);
    return made;
}

Key fresh_key() {
    Key key(EVP_EC_gen("P-256"));
    ENSURE(key);
    return key;
}

Signer new_authority(std::int64_t now, const std::string& name) {
    auto key = fresh_key();
    auto made = blank(key.get(), now, authority_days, name);
    X509_set_issuer_name(made.get(), X509_get_subject_name(made.get()));
    add_extension(made.get(), made.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    add_extension(made.get(), made.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    add_extension(made.get(), made.get(), NID_name_constraints, authority_limits);
    add_extension(made.get(), made.get(), NID_subject_key_identifier, "hash");
    ENSURE(X509_sign(made.get(), key.get(), EVP_sha256()) > 0);
    return {std::move(made), std::move(key)};
}

Signer new_certificate(const Signer& authority, const std::vector<std::string>& names, std::int64_t now) {
    auto key = fresh_key();
    auto made = blank(key.get(), now, certificate_days, names.front());
    X509_set_issuer_name(made.get(), X509_get_subject_name(authority.certificate.get()));
    std::string alternatives;
    for (const auto& name : names)
        alternatives += (alternatives.empty() ? "" : ",") + std::string(is_address(name) ? "IP:" : "DNS:") + name;
    auto* issuer = authority.certificate.get();
    add_extension(made.get(), issuer, NID_basic_constraints, "critical,CA:FALSE");
    add_extension(made.get(), issuer, NID_key_usage, "critical,digitalSignature");
    add_extension(made.get(), issuer, NID_ext_key_usage, "serverAuth");
    add_extension(made.get(), issuer, NID_subject_alt_name, alternatives);
    add_extension(made.get(), issuer, NID_authority_key_identifier, "keyid");
    ENSURE(X509_sign(made.get(), authority.key.get(), EVP_sha256()) > 0);
    return {std::move(made), std::move(key)};
}

// For these names and no other.
bool is_for(X509* certificate, const std::vector<std::string>& names) {
    const Names there(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    if (!there || sk_GENERAL_NAME_num(there.get()) != static_cast<int>(names.size())) return false;
    for (const auto& name : names)
        if ((is_address(name) ? X509_check_ip_asc(certificate, name.c_str(), 0)
                              : X509_check_host(certificate, name.data(), name.size(), 0, nullptr)) != 1)
            return false;
    return true;
}

// What a file holds; empty for one that is not there.
Result<std::string> text_in(const fs::path& file) {
    return TRY(read_if_there(file, most_bytes)).value_or(std::string());
}

Outcome save(const fs::path& path, const std::string& text, bool is_secret) {
    auto file = TRY(NewFile::create(path));
    std::error_code denied;
    const auto owner = fs::perms::owner_read | fs::perms::owner_write;
    fs::permissions(
        file.temporary(), is_secret ? owner : owner | fs::perms::group_read | fs::perms::others_read, denied);
    if (denied) return error(Cause::io, "file.unwritable", {path.string(), denied.message()});
    const auto written = file.write(text);
    return written ? file.commit() : written;
}

// The key first: a certificate without its key is useless, a key without its certificate is simply replaced.
Outcome save(const Signer& made, const fs::path& certificate, const fs::path& key) {
    const Bytes secret(BIO_new(BIO_s_secmem())), open(BIO_new(BIO_s_mem()));
    ENSURE(PEM_write_bio_PrivateKey(secret.get(), made.key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1 &&
           PEM_write_bio_X509(open.get(), made.certificate.get()) == 1);
    TRY(save(key, text_of(secret.get()), true));
    return save(certificate, text_of(open.get()), false);
}

// The authority in the folder; empty if it is missing or expires too soon.
Result<std::optional<Signer>>
find_authority(const fs::path& certificate_file, const fs::path& key_file, std::int64_t now) {
    const auto text = TRY(text_in(certificate_file));
    if (text.empty()) return std::optional<Signer>();
    const auto secret = TRY(text_in(key_file));
    std::error_code ignored;
    if (!secret.empty() && (fs::status(key_file, ignored).permissions() &
                            (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none)
        return error(Cause::refused, "key.open", {key_file.string()});
    Signer found{read_certificate(text), read_key(secret)};
    const auto folder = certificate_file.parent_path().string();
    if (!found.certificate) return error(Cause::data, "serve.lan_broken", {certificate_file.string(), folder});
    if (!found.key || X509_check_private_key(found.certificate.get(), found.key.get()) != 1)
        return error(Cause::data, "serve.lan_broken", {key_file.string(), folder});
    if (end_of(found.certificate.get()) < now + certificate_days * day) return std::optional<Signer>();
    return std::optional(std::move(found));
}

// The certificate in the folder if it is still usable; otherwise a new one is made.
Certificate find_certificate(const LocalCertificate& files,
                             const Signer& authority,
                             const std::vector<std::string>& names,
                             std::int64_t now) {
    const auto text = read_file(files.certificate, most_bytes), secret = read_file(files.key, most_bytes);
    if (!text || !secret) return {};
    auto found = read_certificate(*text);
    const auto key = read_key(*secret);
    const bool serves = found && key && X509_check_private_key(found.get(), key.get()) == 1 &&
                        X509_verify(found.get(), authority.key.get()) == 1 && is_for(found.get(), names) &&
                        end_of(found.get()) >= now + renewal_days * day;
    return serves ? std::move(found) : Certificate();
}

std::string der_of(X509* certificate) {
    const Bytes der(BIO_new(BIO_s_mem()));
    ENSURE(i2d_X509_bio(der.get(), certificate) == 1);
    return text_of(der.get());
}

std::string fingerprint_of(const X509* certificate) {
    std::array<unsigned char, 32> hash{};
    unsigned size = 0;
    ENSURE(X509_digest(certificate, EVP_sha256(), hash.data(), &size) == 1 && size == hash.size());
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const auto byte : hash) {
        if (!text.empty()) text += ':';
        text += {digits[byte / 16], digits[byte % 16]};
    }
    return text;
}

} // namespace

Result<LocalCertificate>
local_certificate(const fs::path& folder, const std::vector<std::string>& names, std::int64_t now) {
    ENSURE(!names.empty());
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
    if (failed) return error(Cause::io, "file.unwritable", {folder.string(), failed.message()});
    const auto lock = TRY(FileLock::take(folder / "lock", patience));
    const auto authority_key = folder / "ca.key";
    LocalCertificate result{.authority = folder / "ca.pem",
                            .certificate = folder / "server.pem",
                            .key = folder / "server.key",
                            .authority_bytes = {},
                            .fingerprint = {},
                            .authority_ends = Date::at(now),
                            .ends = Date::at(now)};

    auto authority = TRY(find_authority(result.authority, authority_key, now));
    if (!authority) {
        authority = new_authority(now, "Tem Sao " + names.back());
        TRY(save(*authority, result.authority, authority_key));
        result.is_new_authority = true;
    }
    auto certificate = find_certificate(result, *authority, names, now);
    if (!certificate) {
        auto made = new_certificate(*authority, names, now);
        TRY(save(made, result.certificate, result.key));
        certificate = std::move(made.certificate);
        result.is_new = true;
    }
    result.authority_bytes = der_of(authority->certificate.get());
    result.fingerprint = fingerprint_of(authority->certificate.get());
    result.authority_ends = Date::at(end_of(authority->certificate.get()));
    result.ends = Date::at(end_of(certificate.get()));
    return result;
}

} // namespace temsao::http
