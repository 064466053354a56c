#pragma once
// The folders that the log was exported to (`log export`), a file of record: their newest checkpoint tells a copy of
// the data directory that the original went on. Any thread and any process: the file is changed under a lock.
#include "base/result.h"

#include <filesystem>
#include <vector>

namespace temsao::store {

// Newest first; none when it was never exported. Errors: those of read_if_there.
Result<std::vector<std::filesystem::path>> log_folders(const std::filesystem::path& home);

// Errors: those of change_record.
Outcome remember_log_folder(const std::filesystem::path& home, const std::filesystem::path& folder);

inline constexpr auto checkpoint_name = "checkpoint"; // in such a folder

} // namespace temsao::store
