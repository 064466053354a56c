#pragma once
// Folders: made for the owner alone, synced to the disk, and freed of what killed runs left behind. Any thread.
#include "base/result.h"

#include <filesystem>
#include <vector>

namespace temsao {

// Makes the folder and those above it that are missing, each with mode 0700: the data directory and what lies in it. A
// folder that is there already stays as it is. Error file.unwritable {folder, why}.
Outcome make_private_folder(const std::filesystem::path& folder);

// What the folder holds, by name; nothing when there is no such folder. Errors: file.unreadable {folder, why}
// (Cause::io).
Result<std::vector<std::filesystem::path>> content_of(const std::filesystem::path& folder);

// After a rename: so that the new name, too, survives a power cut. A file system that cannot sync folders is not an
// error. Error file.not_synced {folder, why}.
Outcome sync_folder(const std::filesystem::path& folder);

// The name under which a file is written before it gets its own, in `folder`; mkostemp fills in the XXXXXX. It names
// the process that writes, so that others can tell whether it still lives.
std::filesystem::path unfinished_name(const std::filesystem::path& folder);

// Removes the unfinished files and folders in `folder` whose process has ended. Where that cannot be known (another
// machine wrote it, or a container beside this one), a file is removed when it has not changed for a day. Returns how
// many went.
std::size_t sweep_unfinished(const std::filesystem::path& folder);

} // namespace temsao
