#pragma once
// An EPCIS 2.0 document in JSON-LD (GS1 EPCIS 2.0, 10; CBV 2.0): our events go out in it, and those of suppliers come
// in. Only shapes on whose ids the known generators agree (docs/decisions.md): a source or a destination, neither
// beside sensors or ilmd; one string as certificationInfo; what the standard has no member for stands under `temsao:`.
// Pure; any thread.
#include "job/json.h"
#include "lots/event.h"

namespace temsao::epcis {

struct About {
    std::string host; // ours: "id.ocop.vn"
    std::string name; // the document's address
    lots::Moment created;
};

// The event as a member of eventList, with its id; what is struck through has its errorDeclaration.
job::Json event_json(const lots::Event& event, std::string_view host);

// The id that the event has by what it says.
std::string id_of(const lots::Event& event, std::string_view host);

// Does the event still say what its id was made of? False also for one that was made with another host.
bool says_its_id(const lots::Event& event, std::string_view host);

job::Json document(const std::vector<lots::Event>& events, const About& about);

// An event of the file that could not be taken, or of which something was not understood.
struct EventRemark {
    std::size_t number = 0; // of the event, from 1 on
    Message what;
};

struct ReadDocument {
    std::vector<lots::Event> events; // whose id is what they say
    std::vector<EventRemark> refused;
    std::vector<EventRemark> remarks; // members that were left out, named
};

// `now` in seconds since 1970, `host` is ours. Events whose id is not the hash of what they say are refused, and so are
// kinds that we have no word for; an event without an id gets one. Errors (Cause::data): those of read_json; epcis.form
// {}: not an EPCIS document; epcis.version {version}; epcis.too_many {most}.
Result<ReadDocument> read_document(std::string_view text, std::string_view host, std::int64_t now);

inline constexpr std::size_t most_events = 100'000;        // of a document
inline constexpr std::size_t largest_document = 128 << 20; // bytes

} // namespace temsao::epcis
