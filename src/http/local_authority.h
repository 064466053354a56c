#pragma once
// Local authority: TLS within one building, whose addresses no public authority certifies. A data directory has its own
// certificate authority and, signed by it, a certificate for the machine's addresses (RFC 5280). Phones install the
// authority once; its certificates can be renewed without another step on the phone. Any thread.
//
// The authority is valid for local addresses and names only (critical name constraints), so that a stolen key cannot
// impersonate a public site. So a certificate names "may.local", never a bare "may", which no constraint could cover.
#include "base/date.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace temsao::http {

struct LocalCertificate {
    std::filesystem::path authority, certificate, key; // PEM files; `key` belongs to `certificate`
    std::string authority_bytes;                       // DER: what a phone installs
    std::string fingerprint;                           // its SHA-256, "AB:CD:…"
    Date authority_ends, ends;
    bool is_new_authority = false, is_new = false;
};

// The certificate in `folder` (ca.pem, ca.key, server.pem, server.key; keys readable by their owner only), created if
// missing. The certificate (valid a year) is renewed when it has names other than `names`, expires within 30 days, or
// is not signed by this authority; the authority (ten years) when it would expire before a certificate. `names`: local
// addresses and names, each once. Under a lock between processes. Errors: serve.lan_broken {file, folder} when there is
// an authority that cannot be used, key.open {file}, those of system/file.h and system/lock.h.
Result<LocalCertificate>
local_certificate(const std::filesystem::path& folder, const std::vector<std::string>& names, std::int64_t now);

} // namespace temsao::http
