// What a person may read from src/app; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"job.unknown", "Không có lệnh “{0}”; xem temsao --help.", "There is no command “{0}”; see temsao --help."},
};

} // namespace

extern constinit const Table app{rows};

} // namespace temsao::sentences
