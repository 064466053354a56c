#pragma once
// Inside `serve`: only one server at a time works in a data directory, since it empties `uploads` and goes on with the
// runs that an earlier one left. Commands beside a running server are not concerned.
#include "system/lock.h"

namespace temsao::serve {

// Call it before anything in the data directory is touched, and hold it until the server ends. Makes the directory.
// Errors: serve.held {home, who} (Cause::io), "PROCESS @ HOST" of the server that is there; file.unwritable.
Result<FileLock> own_home(const std::filesystem::path& home);

} // namespace temsao::serve
