#pragma once
// Small JSON files of the data directory, at most 1 MB, each a file of record (system/record_file.h). A member
// "#sha256" holds the digest of all others, so that a damaged file is noticed; a file without it was written by an
// earlier temsao or by hand, and is taken as it is. Any thread: a file is locked while it changes.
#include "job/job.h"
#include "system/record_file.h"

namespace temsao::office {

// An object, empty when there is no such file. Errors: those of read_file, home.file {file} (Cause::data).
Result<job::Json> load_home_json(const std::filesystem::path& file);

// The file's bytes, with the digest.
std::string home_json_bytes(job::Json json);

// `change` alters the object that load_home_json gives. Errors also: those of change_record and of `change`.
Outcome change_home_json(const std::filesystem::path& file, const std::function<Outcome(job::Json&)>& change);

} // namespace temsao::office
