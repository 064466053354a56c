#include "store/sightings.h"

#include "store/ledger_step.h"

namespace temsao::store {

Result<Sightings::Recorded> Sightings::record(const std::vector<Sighting>& sightings) {
    return ledger_->in_a_step([&]() -> Result<Sightings::Recorded> {
        const auto before = ledger_->tables_->sighting_count();
        ledger_->tables_->add_sightings(sightings);
        const auto all = ledger_->tables_->sighting_count();
        return Recorded{all - before, all};
    });
}

Result<std::vector<Sighting>> Sightings::of(std::string_view product, std::string_view serial) {
    return sound(*ledger_->tables_, ledger_->tables_->sightings(product, serial));
}

Result<std::vector<Sighting>> Sightings::all() {
    return sound(*ledger_->tables_, ledger_->tables_->sightings());
}

Result<std::vector<Sighting>> Sightings::newest(int most, const std::optional<SightingPlace>& after) {
    // No day is written so, and no id.
    const auto day = after ? after->day.iso() : "9999-12-31", id = after ? after->id : "~";
    return sound(*ledger_->tables_, ledger_->tables_->newest_sightings(most, day, id));
}

Result<std::vector<PlaceCount>> Sightings::places() {
    return sound(*ledger_->tables_, ledger_->tables_->places());
}

Result<std::int64_t> Sightings::damaged() {
    return sound(*ledger_->tables_, ledger_->tables_->damaged_sightings());
}

} // namespace temsao::store
