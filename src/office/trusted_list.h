#pragma once
// The list that checks go by.
//
// `trust add` installs the province's signed bundle as trust/bundle and pins its root key as trust/root.pub. From then
// on `verify` uses only that bundle and checks its signature each time, so that write access to the database is not
// enough to change a verdict. The database remembers the root key and the newest list of that root (store::Trust), so
// that deleting or replacing the two files is not enough either. Without a bundle, `verify` uses the list imported
// last, unsigned. For making labels the list added last is used, imported or signed. Any thread: files are read whole,
// and the store locks.
#include "check/signed_list.h"
#include "job/job.h"
#include "store/list_store.h"

namespace temsao::office {

// The paths of the pinned root key and the bundle.
std::filesystem::path pinned_root_file(const std::filesystem::path& home);
std::filesystem::path bundle_file(const std::filesystem::path& home);

// The root key that this machine trusts, by what the database remembers, else by its file; empty when no bundle was
// installed yet.
Result<std::optional<trace::PublicKey>> pinned_root(const std::filesystem::path& home);

// What the database remembers of the bundle; empty when none was installed.
Result<std::optional<store::Trust>> remembered_trust(const std::filesystem::path& home);

// The installed bundle; empty when none was installed. Errors (Cause::data): those of check::read_trusted;
// trust.root_gone {file, key id}, trust.root_replaced {file, key id, key id}, trust.bundle_gone {file},
// trust.older {number, day, number, day, file} when a file is not what was installed.
Result<std::optional<check::TrustedList>> load_trusted(const std::filesystem::path& home);

// What `verify` uses.
struct ListInUse {
    std::optional<catalog::ProductList> list;
    std::optional<trace::KeyRing> keys;    // with a bundle only
    std::optional<verify::KnownLots> lots; // with a bundle that has records of lots
    trace::KeyRing revoked_here;           // revocations of this machine (KeyFolder) that the bundle does not have
    std::vector<std::string> remarks;      // for stderr: there is no list; a newer unsigned list is ignored
};

Result<ListInUse> list_in_use(const job::Surroundings& around);

} // namespace temsao::office
