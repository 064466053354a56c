#pragma once
// The signed list's bytes, for the server, which hands them out.
// Any thread: the store locks, the file is read whole.
#include "job/job.h"

namespace temsao::office {

struct BundleFile {
    std::string bytes, signature; // signature: minisign's, empty when there is none
    std::string digest;           // SHA-256, hexadecimal
    std::string root;             // the public key that it is signed with, as minisign writes it
};

// The list published last on this machine, else the installed one. Error bundle.none (Cause::missing).
Result<BundleFile> bundle_to_hand_out(const job::Surroundings& around);

// The file that the server's own `publish` writes; the signature is beside it.
std::filesystem::path published_bundle(const std::filesystem::path& home);

} // namespace temsao::office
