#pragma once
// What earlier checks say about a label: its serial seen in another place is a question for a person, never an
// accusation; one pack may have been carried from shop to shop. Pure; any thread.
#include "verify/judge.h"

namespace temsao::verify {

struct Seen {
    std::string place; // may be empty: not told
    Date day;
};

// Adds SERIAL_REPEATED {serial, place, day} (check) when the label, seen now at `place`, or its earlier sightings among
// themselves, stand in two places; letters' case and spacing make no place another.
void compare_history(Verdict& verdict, const Claim& claim, const std::vector<Seen>& earlier, std::string_view place);

// Adds SERIAL_WITHDRAWN {serial} (check): our own ledger says that no label with this serial should be about.
void note_withdrawn(Verdict& verdict, const std::string& serial);

} // namespace temsao::verify
