#pragma once
// Inside `app`: the list that checks go by.
//
// `trust add` installs the province's signed bundle as trust/bundle and pins its root key as trust/root.pub. From then
// on `verify` uses only that bundle and checks its signature each time, so that write access to the database is not
// enough to change a verdict. Without a bundle, `verify` uses the list imported last, unsigned. For making labels the
// list added last is used, imported or signed.
#include "check/signed_list.h"
#include "job/job.h"

namespace temsao::office {

// The paths of the pinned root key and the bundle.
std::filesystem::path pinned_root_file(const std::filesystem::path& home);
std::filesystem::path bundle_file(const std::filesystem::path& home);

// The pinned root key; empty when no bundle was installed yet.
Result<std::optional<trace::PublicKey>> pinned_root(const std::filesystem::path& home);

// The installed bundle; empty when there is none.
Result<std::optional<check::TrustedList>> load_trusted(const std::filesystem::path& home);

// What `verify` uses.
struct ListInUse {
    std::optional<catalog::ProductList> list;
    std::optional<trace::KeyRing> keys; // with a bundle only
    std::vector<std::string> remarks;   // for stderr: there is no list; a newer unsigned list is ignored
};

Result<ListInUse> list_in_use(const job::Surroundings& around);

} // namespace temsao::office
