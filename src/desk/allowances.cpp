#include "desk/allowances.h"

#include "store/rate_limits.h"

#include <algorithm>

namespace temsao::desk {
namespace {

constexpr int batches = 20; // of a minute's units

} // namespace

void Allowances::begin_minute(std::int64_t minute) {
    {
        const Lock lock(mutex_);
        if (minute_ == minute) return;
        minute_ = minute;
        reserved_.clear();
    }
    (void)store::forget_requests_before(store_, minute - 2).ok(); // rows of old minutes are harmless
}

std::int64_t Allowances::granted(const std::string& who, int per_minute, std::int64_t wanted, std::int64_t minute) {
    const auto used = store::count_requests(store_, who, minute, static_cast<int>(wanted));
    if (!used) return wanted; // the store is away: this server alone counts
    return std::clamp<std::int64_t>(per_minute - (*used - wanted), 0, wanted);
}

bool Allowances::take(const std::string& who, int per_minute, int units, std::int64_t now) {
    const auto minute = now / 60;
    begin_minute(minute);
    std::int64_t wanted = std::max(per_minute / batches, units);
    {
        const Lock lock(mutex_);
        const auto found = reserved_.find(who);
        if (found != reserved_.end()) {
            auto& mine = found->second;
            if (mine.left >= units) {
                mine.left -= units;
                return true;
            }
            if (mine.used_up) return false;
            wanted = std::max<std::int64_t>(per_minute / batches, units - mine.left);
        } else if (reserved_.size() >= most_remembered_) {
            wanted = units; // not remembered: no more than what is used now
        }
    }
    const auto more = granted(who, per_minute, wanted, minute);
    const Lock lock(mutex_);
    if (minute_ != minute) return more >= units;
    if (!reserved_.contains(who) && reserved_.size() >= most_remembered_) return more >= units;
    auto& mine = reserved_[who];
    mine.left += more;
    mine.used_up = more < wanted;
    if (mine.left < units) return false;
    mine.left -= units;
    return true;
}

void Allowances::owe(const std::string& who, int units, std::int64_t now) {
    begin_minute(now / 60);
    const Lock lock(mutex_);
    if (const auto found = reserved_.find(who); found != reserved_.end()) found->second.left -= units;
}

std::size_t Allowances::remembered() const {
    const Lock lock(mutex_);
    return reserved_.size();
}

bool UnwrittenAllowances::take(const std::string& who, int per_minute, int units, std::int64_t now) {
    const Lock lock(mutex_);
    if (const auto minute = now / 60; minute_ != minute) {
        minute_ = minute;
        used_.clear();
    }
    if (used_.size() >= most_remembered_ && !used_.contains(who)) return false;
    auto& used = used_[who];
    if (units > per_minute - used) return false;
    used += units;
    return true;
}

} // namespace temsao::desk
