#include "office/lot_list.h"

#include "base/text.h"
#include "store/lot_events.h"

namespace temsao::office {
namespace {

// Accents and capitals make no difference, as people type on phones.
bool is_wanted(const lots::Lot& lot, const std::string& key, const LotBook& book) {
    if (key.empty()) return true;
    for (const auto& text : {lot.lot, lot.product, book.name_of(lot.product), book.listed_producer_of(lot)})
        if (bare_key(text).find(key) != std::string::npos) return true;
    return false;
}

Result<std::optional<lots::Amount>> left_of(store::Ledger& ledger, const lots::Lot& lot) {
    const auto facts = TRY(ledger.lot_events().facts_of(lot));
    if (!facts || !facts->is_counted) return std::optional<lots::Amount>();
    return std::optional(lots::Amount{std::max<std::int64_t>(facts->made - facts->used, 0), facts->unit});
}

} // namespace

Result<LotsFound> find_lots(store::Ledger& ledger, const LotBook& book, const LotsAsked& asked) {
    LotsFound found;
    const auto key = bare_key(asked.query);
    for (const auto& line : TRY(ledger.lot_events().lots())) {
        if (asked.after && line.lot <= *asked.after) continue;
        if (!book.is_there_for_asker(line.lot) || !is_wanted(line.lot, key, book)) continue;
        if (asked.most > 0 && found.lots.size() == asked.most) {
            found.has_more = true;
            break;
        }
        FoundLot lot{line, book.name_of(line.lot.product)};
        if (asked.most > 0) {
            lot.producer = book.producer_of(line.lot);
            lot.left = TRY(left_of(ledger, line.lot));
        }
        found.lots.push_back(std::move(lot));
    }
    return found;
}

Result<LotsFound> find_lots(const LotsAsked& asked, const std::string& store, const job::Surroundings& around) {
    auto ledger = TRY(store::Ledger::open_to_read(around.home, store));
    const auto book = TRY(open_lot_book(ledger, {}, around));
    return find_lots(ledger, book, asked);
}

job::Json to_json(const FoundLot& found) {
    return {{"product", found.line.lot.product},
            {"lot", found.line.lot.lot},
            {"name", found.goods},
            {"first", lots::moment_at(found.line.first).iso()},
            {"last", lots::moment_at(found.line.last).iso()},
            {"events", found.line.events},
            {"recalled", found.line.is_recalled}};
}

job::Json with_rest(const FoundLot& found, Lang lang) {
    auto json = to_json(found);
    json["producer"] = found.producer.empty() ? job::Json(nullptr) : job::Json(found.producer);
    json["left"] = found.left ? job::Json(lots::shown(*found.left, lang)) : job::Json(nullptr);
    return json;
}

} // namespace temsao::office
