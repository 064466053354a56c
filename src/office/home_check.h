#pragma once
// Inside `office`: looks over a data directory for damage: the database, each list version against its digest, the
// print log against its tiles and signed marks, keys, publication, sign-offs, settings. Needs no password and changes
// nothing.
#include "job/job.h"

namespace temsao::office {

struct HomeFinding {
    std::string what; // "database", "list", "log", "key", "bundle", "approval", "settings", "permissions"
    Message words;    // what is wrong, and what to do now
};

struct HomeFacts {
    std::vector<HomeFinding> findings;
    std::int64_t lists = 0, log_size = 0;
};

// `store`: where the print log is, as for `log audit`.
HomeFacts look_over(const std::filesystem::path& home, const std::string& store);

} // namespace temsao::office
