#pragma once
// What the lot book shows to everybody: the events of a lot and of what it was made of, whole, so that each still
// proves its id. Those in which a person stands or may stand are left out: with a partner, a paper, a process, a note
// or a reason. Any thread with a ledger of its own.
#include "job/json.h"
#include "store/ledger.h"

namespace temsao::office {

// An EPCIS 2.0 document (JSON-LD); empty when there is nothing to show. Errors: those of the ledger.
Result<std::optional<job::Json>>
public_events(store::Ledger& ledger, const lots::Lot& lot, const std::string& host, const lots::Moment& now);

} // namespace temsao::office
