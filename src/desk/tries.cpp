#include "desk/tries.h"

#include "store/tries.h"

#include <algorithm>

namespace temsao::desk {
namespace {

constexpr std::int64_t at_once = 5, at_once_when_crowded = 1; // tries without waiting
constexpr std::int64_t crowd = 50;                            // tries of a name from everywhere within the hour
constexpr std::int64_t longest_wait = 60, forgotten_after = 3600;
constexpr std::size_t longest_name = 60;

std::string row_of(const Guesser& guesser) {
    if (!guesser.device.empty()) return "device " + guesser.device;
    return "address " + guesser.client + " " + guesser.name.substr(0, longest_name);
}

std::string crowd_row_of(const Guesser& guesser) {
    return "name " + guesser.name.substr(0, longest_name);
}

Result<store::Tries> fresh_tries(store::Sql& sql, const std::string& who, std::int64_t now) {
    const auto kept = TRY(store::find_tries(sql, who));
    return kept && now - kept->last < forgotten_after ? *kept : store::Tries{};
}

} // namespace

std::int64_t seconds_to_wait(std::int64_t tries, std::int64_t tries_at_once) {
    if (tries < tries_at_once) return 0;
    constexpr std::int64_t most_doublings = 6;
    return std::min(longest_wait, std::int64_t{1} << std::min(tries - tries_at_once, most_doublings));
}

Result<std::int64_t> begin_try(store::DeskStore& store, const Guesser& guesser, std::int64_t now) {
    std::int64_t wait = 0;
    TRY(store.together([&](store::Sql& sql) -> Outcome {
        const auto mine = TRY(fresh_tries(sql, row_of(guesser), now));
        const auto of_all = TRY(fresh_tries(sql, crowd_row_of(guesser), now));
        const bool is_crowded = guesser.device.empty() && of_all.count >= crowd;
        wait = mine.last + seconds_to_wait(mine.count, is_crowded ? at_once_when_crowded : at_once) - now;
        if (mine.count == 0 || wait < 0) wait = 0;
        if (wait > 0) return done;
        TRY(store::keep_tries(sql, row_of(guesser), {mine.count + 1, now}));
        if (guesser.device.empty()) TRY(store::keep_tries(sql, crowd_row_of(guesser), {of_all.count + 1, now}));
        return store::forget_tries_before(sql, now - forgotten_after);
    }));
    return wait;
}

Outcome forget_tries(store::Sql& sql, const Guesser& guesser) {
    return store::forget_tries(sql, row_of(guesser));
}

} // namespace temsao::desk
