#include "store/sighting.h"

#include "trace/sodium.h"

namespace temsao::store {

// Each field with its length before it, so that no two sightings are written alike.
std::string id_of(const Sighting& s) {
    std::string all = "temsao sighting 1";
    for (const auto* field : {&s.product, &s.lot, &s.serial, &s.place, &s.inspector, &s.verdict, &s.code}) {
        all += "\n" + std::to_string(field->size()) + " ";
        all += *field;
    }
    all += "\n" + s.day.iso();
    const auto digest = trace::sodium::sha256(all);
    return trace::sodium::hex(trace::sodium::text_of(digest).substr(0, 16));
}

} // namespace temsao::store
