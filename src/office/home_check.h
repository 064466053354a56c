#pragma once
// Inside `office`: looks over a data directory for damage and for what is gone: the database, each list version against
// its digest, the print log against its tiles and signed marks, the records beside it against the log, keys,
// publication, sign-offs, settings; and what one of them knows of another. Needs no password and changes nothing.
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

// How to look.
struct HomeView {
    std::filesystem::path home;
    std::string store = {};      // where the print log is, as for `log audit`
    std::string host = {};       // with which the lot book was written, besides the usual one
    bool has_no_secrets = false; // a backup without them was just restored
};

HomeFacts look_over(const HomeView& view);

} // namespace temsao::office
