#pragma once
// Inside `app`: which list counts.
//
// `trust add` installs the province's signed bundle as trust/bundle and pins its root key as trust/root.pub. From then
// on `verify` judges by that bundle and by nothing else: its signature is checked anew each time, so that nobody who
// can write to the database changes a verdict. Without a bundle the list imported last counts, unsigned. For making
// labels the list that was added last counts, be it imported or signed.
#include "check/signed_list.h"
#include "job/job.h"

namespace temsao::office {

// Where the pinned root key and the bundle lie.
std::filesystem::path pinned_root_file(const std::filesystem::path& home);
std::filesystem::path bundle_file(const std::filesystem::path& home);

// The pinned root key; nothing when no bundle was installed yet.
Result<std::optional<trace::PublicKey>> pinned_root(const std::filesystem::path& home);

// The installed bundle; nothing when there is none.
Result<std::optional<check::TrustedList>> load_trusted(const std::filesystem::path& home);

// What `verify` judges by.
struct ListInUse {
    std::optional<catalog::ProductList> list;
    std::optional<trace::KeyRing> keys; // with a bundle only
    std::vector<std::string> remarks;   // for stderr: there is no list; a newer unsigned one is left aside
};

Result<ListInUse> list_in_use(const job::Surroundings& around);

} // namespace temsao::office
