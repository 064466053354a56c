#pragma once
// What earlier checks say about a label. A serial seen in another place is a question for a person, never an
// accusation: one pack may have been carried from shop to shop. Pure; any thread.
#include "verify/judge.h"

namespace temsao::verify {

struct Seen {
    std::string place; // may be empty: not told
    Date day;
};

// Adds SERIAL_REPEATED {serial, place, day} (check) when this sighting at `place` and an earlier one, or two earlier
// ones, name different places; case and spacing do not make a place different.
void compare_history(Verdict& verdict, const Claim& claim, const std::vector<Seen>& earlier, std::string_view place);

// Adds SERIAL_WITHDRAWN {serial} (check): by our own print log, no label with this serial should be in circulation.
void note_withdrawn(Verdict& verdict, const std::string& serial);

} // namespace temsao::verify
