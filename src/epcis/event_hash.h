#pragma once
// The id of an EPCIS event, made of what it says: CBV 2.0, 8.9 (hash of an event, "ni:///sha-256;…?ver=CBV2.0", RFC
// 6920). The id can be made again from the event; an event that was altered has another one. The text that is
// hashed has the event's members in the standard's order, lists sorted, moments in Greenwich's time, GS1 keys as
// canonical Digital Links, and then the extensions, sorted; recordTime, eventID and errorDeclaration are left out.
// Pure; any thread.
#include "job/json.h"

#include <map>

namespace temsao::epcis {

// The prefixes that a document declares: "temsao" -> "https://id.ocop.vn/ns/epcis/". Of its @context, those that stand
// there themselves.
using Prefixes = std::map<std::string, std::string>;
Prefixes prefixes_of(const job::Json& context);

std::string text_to_hash(const job::Json& event, const Prefixes& prefixes);
std::string event_id(const job::Json& event, const Prefixes& prefixes);

} // namespace temsao::epcis
