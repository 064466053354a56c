#pragma once
// photo -> what its labels show: the codes read, and beside each trace code the stars and the bar code. The one way in
// which the command line and the phone look at a photo. Any thread with its own photo.
#include "check/check_report.h"
#include "photo/colours.h"
#include "photo/photo.h"
#include "scan/read.h"

namespace temsao::check {

struct LookWish {
    scan::Effort effort = scan::Effort::normal;
    bool codes_only = false; // neither stars nor bar codes: for a live picture, to be looked at again
};

// Without verdicts, `file` and `photo`. `colours` may be empty; the counter may be shared by all threads.
CheckedFile look_at_photo(const photo::Photo& photo,
                          const photo::ColourSource& colours,
                          const LookWish& wish,
                          const stars::StarCounter& counter);

// Every label of the photo, and with the others beside it.
void judge_photo(CheckedFile& file, const verify::Grounds& grounds, Date day);

} // namespace temsao::check
