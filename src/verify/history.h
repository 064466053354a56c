#pragma once
// What other sightings of a label's serial say about it: earlier checks, other labels of the same photo, and the other
// photos of a run. A serial seen twice is a question for a person, never an accusation: one pack may have been carried
// from shop to shop, or looked at twice. Pure; any thread.
#include "verify/judge.h"

namespace temsao::verify {

struct Seen {
    std::string place; // may be empty: not told
    Date day;
    std::string time = {};      // "10:32"; may be empty: not told
    std::string inspector = {}; // may be empty: not told
};

// Adds SERIAL_REPEATED (check) in one of three sentences; case and spacing make neither place nor inspector different:
// - SERIAL_REPEATED {serial, place, day}: an earlier sighting names another place than `now`;
// - SERIAL_REPEATED.again {serial, place, day, time}: the same place at another time or by another inspector. The same
//   inspector within the same minute looks at the same label again;
// - SERIAL_REPEATED.elsewhere {serial, day}: `now` has no place, and two earlier ones name different places, which are
//   not told, since anybody may ask.
void compare_history(Verdict& verdict, const Claim& claim, const std::vector<Seen>& earlier, const Seen& now);

// Adds SERIAL_REPEATED.photo {serial, how many} (check) to each of the labels of one photo that have product and serial
// in common with another one. The two vectors belong together.
void compare_within_photo(const std::vector<Verdict*>& verdicts, const std::vector<const Claim*>& claims);

// Adds SERIAL_REPEATED.photos {serial, how many photos} (info) to each label whose product and serial are in several
// photos of one run: they may be of one pack, as people take several, or of packs that have one serial. `photos` says
// in which photo a label is; the three vectors belong together.
void compare_across_photos(const std::vector<Verdict*>& verdicts,
                           const std::vector<const Claim*>& claims,
                           const std::vector<std::size_t>& photos);

// What our own print log says of the serial takes precedence over what the list says: one that was printed since the
// list was made raises no question; of one that was not printed SERIAL_NOT_PRINTED {serial} (check) is told, once.
void note_printed(Verdict& verdict);
void note_not_printed(Verdict& verdict, const std::string& serial);

// Adds SERIAL_WITHDRAWN {serial} (check): by our own print log, no label with this serial should be in circulation.
void note_withdrawn(Verdict& verdict, const std::string& serial);

} // namespace temsao::verify
