#pragma once
// What the server hands out that no command prints: a product with its whole history, and the signed list's bytes.
#include "app/job.h"

namespace temsao::app {

// {"product": row of `list show`, "facts": {…}, "certificates": [oldest first], "may_print", "why", "last_print_day"}.
// Errors: list.no_product {key}, store.no_list.
Result<std::string> product_facts(const std::string& key, const Surroundings& around);

struct BundleFile {
    std::string bytes, signature; // signature: minisign's, empty when it is not at hand
    std::string digest;           // SHA-256, hexadecimal
    std::string root;             // the public key that it is signed with, as minisign writes it
};

// The list as published here last, else as installed here. Error bundle.none (Cause::missing).
Result<BundleFile> bundle_to_hand_out(const Surroundings& around);

// Where the server's own `publish` writes to; the signature lies beside it.
std::filesystem::path published_bundle(const std::filesystem::path& home);

} // namespace temsao::app
