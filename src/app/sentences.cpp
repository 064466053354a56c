// What a person may read from src/app; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"job.unknown", "Không có lệnh “{0}”; xem temsao --help.", "There is no command “{0}”; see temsao --help."},
    {"option.number",
     "--{0} “{1}” phải là số nguyên từ {2} đến {3}.",
     "--{0} “{1}” must be a whole number from {2} to {3}."},
};

} // namespace

extern constinit const Table app{rows};

} // namespace temsao::sentences
