#pragma once
// This machine as a witness for other logs (c2sp.org/tlog-witness): it signs a log's checkpoint only if the log grew
// out of the longest history that this machine signed before. What it signed is on the disk before the answer goes out;
// so neither a killed process nor a second server on the same store signs two histories. Any thread.
#include "store/desk_store.h"

#include <filesystem>

namespace temsao::office {

struct WitnessReply {
    int status = 200; // 200, 400, 403, 404, 409 or 422, as C2SP says
    std::string body; // with 200 our signature line, with 409 the size that we signed last
    Message why = {}; // with the others
};

class WitnessDesk {
public:
    // `store` as in --store; it is opened at the first request.
    WitnessDesk(std::filesystem::path home, std::string store) : home_(std::move(home)), store_(std::move(store)) {}

    // The answer to the body of add-checkpoint. `now`: seconds since 1970. Errors: those of DeskStore and
    // load_witness_key.
    Result<WitnessReply> answer(const std::string& body, std::int64_t now);

private:
    Result<store::DeskStore*> opened();

    std::filesystem::path home_;
    std::string store_;
    Mutex mutex_;
    std::unique_ptr<store::DeskStore> desk_ GUARDED_BY(mutex_);
};

} // namespace temsao::office
