#pragma once
// Inside `press`: small JSON files of the data directory.
#include "job/job.h"

namespace temsao::press {

// An object, empty when there is no such file. Errors: those of read_file, home.file {file} (Cause::data).
Result<job::Json> load_home_json(const std::filesystem::path& file);

// Creates the data directory if need be. Errors: those of write_file.
Outcome save_home_json(const job::Surroundings& around, const std::filesystem::path& file, const job::Json& json);

} // namespace temsao::press
