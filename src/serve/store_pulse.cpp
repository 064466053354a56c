#include "serve/store_pulse.h"

namespace temsao::serve {
namespace {

using std::chrono::steady_clock;
constexpr auto between_beats = std::chrono::seconds(2), longest_silence = std::chrono::seconds(6);

} // namespace

StorePulse::StorePulse(desk::Desk& desk) : desk_(desk), thread_([this] { work(); }) {}

StorePulse::~StorePulse() {
    {
        const Lock lock(mutex_);
        ends_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

bool StorePulse::is_well() const {
    const Lock lock(mutex_);
    return answered_ && steady_clock::now() - asked_ < longest_silence;
}

void StorePulse::work() {
    for (;;) {
        {
            Lock lock(mutex_);
            const auto next = steady_clock::now() + between_beats;
            while (!ends_ && lock.wait_until(wake_, next)) {
            }
            if (ends_) return;
        }
        const bool answered = desk_.store().answers().ok();
        const Lock lock(mutex_);
        answered_ = answered;
        asked_ = steady_clock::now();
    }
}

} // namespace temsao::serve
