#pragma once
// Slows down guessing of passwords, without locking out the account's owner. Each name has tries of its own for
// each address, and for each device from which its owner signed in before: five at once, then each must wait twice as
// long as the one before, up to a minute; an hour without a try, or the right password, forgets them. When a name is
// tried from everywhere, addresses without a known device get one try at once instead of five, never none.
// Any thread; times are seconds since 1970.
#include "store/desk_store.h"

namespace temsao::desk {

struct Guesser {
    std::string name;        // whose password is tried; such an account need not exist
    std::string client;      // the address that tries
    std::string device = {}; // a known device of this name; empty: none
};

// Counts a try before it is made. The seconds to wait when it may not be made now; 0: it may.
Result<std::int64_t> begin_try(store::DeskStore& store, const Guesser& guesser, std::int64_t now);

// The password was right.
Outcome forget_tries(store::Sql& sql, const Guesser& guesser);

// How long after the last of so many tries the next one must wait.
std::int64_t seconds_to_wait(std::int64_t tries, std::int64_t at_once);

} // namespace temsao::desk
