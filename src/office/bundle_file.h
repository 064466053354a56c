#pragma once
// The signed list's bytes, as the server hands them out.
#include "job/job.h"

namespace temsao::office {

struct BundleFile {
    std::string bytes, signature; // signature: minisign's, empty when it is not at hand
    std::string digest;           // SHA-256, hexadecimal
    std::string root;             // the public key that it is signed with, as minisign writes it
};

// The list as published here last, else as installed here. Error bundle.none (Cause::missing).
Result<BundleFile> bundle_to_hand_out(const job::Surroundings& around);

// Where the server's own `publish` writes to; the signature lies beside it.
std::filesystem::path published_bundle(const std::filesystem::path& home);

} // namespace temsao::office
