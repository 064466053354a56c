#include "office/public_events.h"

#include "epcis/document.h"
#include "epcis/uri.h"
#include "store/lot_events.h"

#include <algorithm>
#include <set>

namespace temsao::office {
namespace {

constexpr std::size_t most_lots = 200;

// An event of another's, as it came, may say anything.
bool is_public(const lots::Event& event) {
    return !event.struck && event.original.empty() && event.party.empty() && event.paper.empty() &&
           event.process.empty() && event.note.empty() && event.reason.empty() && event.kind != lots::Kind::ship;
}

} // namespace

Result<std::optional<job::Json>>
public_events(store::Ledger& ledger, const lots::Lot& lot, const std::string& host, const lots::Moment& now) {
    auto along = TRY(ledger.lot_events().lots_along(lot, store::LotEvents::Way::back));
    if (along.size() > most_lots) along.resize(most_lots);
    along.push_back(lot);
    std::vector<lots::Event> shown;
    std::set<std::string> seen;
    for (const auto& one : along)
        for (auto& event : TRY(ledger.lot_events().of(one))) {
            if (lots::is_about(event, one) && is_public(event) && seen.insert(event.id).second)
                shown.push_back(std::move(event));
        }
    if (shown.empty()) return std::optional<job::Json>();
    std::stable_sort(shown.begin(), shown.end(), [](const lots::Event& one, const lots::Event& other) {
        return one.at.seconds < other.at.seconds;
    });
    return std::optional(epcis::document(shown, {host, epcis::document_uri(lot, host), now}));
}

} // namespace temsao::office
