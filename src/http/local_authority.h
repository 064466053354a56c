#pragma once
// Local authority: TLS within one building, where no public authority knows the addresses. A data directory has a
// certificate authority of its own, and below it a certificate for the machine's addresses (RFC 5280). Phones install
// the authority once; certificates come and go below it without their noticing.
//
// The authority can speak for local addresses and names alone (name constraints, critical): who steals its key cannot
// pose as anybody's bank. So a certificate names "may.local", never a bare "may", for which no constraint would do.
#include "base/date.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace temsao::http {

struct LocalCertificate {
    std::filesystem::path authority, certificate, key; // PEM files; `key` belongs to `certificate`
    std::string authority_bytes;                       // DER: what a phone installs
    std::string fingerprint;                           // of it: SHA-256, "AB:CD:…"
    Date authority_ends, ends;
    bool is_new_authority = false, is_new = false;
};

// What lies in `folder` (ca.pem, ca.key, server.pem, server.key; keys readable by their owner alone), made where it is
// not there. The certificate (a year) is made anew when it is for other `names` than these, has under 30 days left, or
// is not this authority's; the authority (ten years) when it would end before a certificate does. `names`: local
// addresses and names, each once. Under a lock; for one or many processes. Errors: serve.lan_broken {file, folder} for
// an authority that is there and cannot be used, key.open {file}, those of base/file.h and base/lock.h.
Result<LocalCertificate>
local_certificate(const std::filesystem::path& folder, const std::vector<std::string>& names, std::int64_t now);

} // namespace temsao::http
