#pragma once
// Inside `epcis`: the vocabularies that our documents declare, and those of others that an event needs beside them.
// Pure; any thread.
#include "epcis/event_hash.h"

namespace temsao::epcis {

const job::Json& our_context();
const Prefixes& our_prefixes(); // of our_context()

// Of the prefixes those that this event uses, as a context that goes with the event (JSON-LD 1.1, 4.1.3; GS1's schema
// allows it), so that its words keep their meaning, and its id, in a document with other prefixes. Empty: none.
job::Json own_context(const job::Json& event, const Prefixes& prefixes);

} // namespace temsao::epcis
