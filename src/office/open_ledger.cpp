#include "office/open_ledger.h"

namespace temsao::office {

Result<store::Ledger> open_ledger(const job::Request& request, const job::Surroundings& around) {
    return store::Ledger::open(around.home, request.text("store"));
}

} // namespace temsao::office
