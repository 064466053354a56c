#include "office/lot_records.h"

#include "catalog/same_name.h"
#include "lots/codes.h"
#include "office/run_options.h"

#include <algorithm>
#include <limits>
#include <set>

namespace temsao::office {
namespace {

using lots::Event;
using lots::Kind;
using lots::Lot;

bool makes_goods(Kind kind) {
    return kind == Kind::harvest || kind == Kind::transform || kind == Kind::pack;
}

std::optional<Date> day_of_run(std::string_view options, std::string_view option) {
    const auto day = Date::parse_typed(value_of(options, option));
    return day ? std::optional(*day) : std::nullopt;
}

// Whose goods are these? Products by the list; others by their code, which was made of the producer's name and theirs.
class Owners {
public:
    explicit Owners(const std::vector<catalog::Product>& products) {
        for (const auto& product : products) {
            by_product_[product.key] = &product.producer;
            keys_.emplace(catalog::producer_key(product.producer), &product.producer);
        }
    }

    bool lists(const std::string& product) const { return by_product_.contains(product); }

    // Null: nobody on the list.
    const std::string* owner_of(const std::string& product, const std::string& item) {
        if (const auto found = by_product_.find(product); found != by_product_.end()) return found->second;
        if (!lots::is_goods_code(product)) return nullptr;
        const auto [place, is_new] = by_code_.try_emplace(product, nullptr);
        if (!is_new) return place->second;
        const auto name = catalog::product_name_key(item);
        for (const auto& [key, producer] : keys_)
            if (lots::goods_code(key, name) == product) place->second = producer;
        return place->second;
    }

private:
    std::map<std::string, const std::string*> by_product_, keys_, by_code_;
};

// The lots, each with all that was told of its dates.
class Lots {
public:
    struct Days {
        std::optional<Date> made, expires;
        friend auto operator<=>(const Days&, const Days&) = default;
    };

    void add(const Lot& lot, Days days) { all_[lot].days.insert(days); }

    void note_serials(const Lot& lot) { all_[lot].has_serials = true; }

    // Every expiry that was told lies before `day`.
    bool has_expired(const Lot& lot, Date day) const {
        const auto found = all_.find(lot);
        if (found == all_.end()) return false;
        std::optional<Date> last;
        for (const auto& days : found->second.days)
            if (days.expires && (!last || *last < *days.expires)) last = days.expires;
        return last && *last < day;
    }

    std::vector<trace::LotRecord> records() const {
        std::vector<trace::LotRecord> all;
        for (const auto& [lot, facts] : all_)
            for (const auto& days : facts.days)
                if (facts.days.size() == 1 || days.made || days.expires) // one without days adds nothing to others
                    all.push_back({lot.product, lot.lot, days.made, days.expires, facts.has_serials});
        return all;
    }

private:
    struct Facts {
        std::set<Days> days;
        bool has_serials = false;
    };

    std::map<Lot, Facts> all_;
};

// By producer.
using Reach = std::map<std::string, trace::Coverage>;

// First the lots that were made here: an entry about another's goods says nothing of how far their maker's reports
// reach.
Reach reach_of(const std::vector<Event>& events, Owners& owners) {
    Reach reach;
    std::set<Lot> made_here;
    for (const auto& event : events) {
        if (event.struck || !makes_goods(event.kind)) continue;
        for (const auto& part : event.outputs) {
            made_here.insert(part.lot);
            if (!owners.lists(part.lot.product)) continue;
            const auto& producer = *owners.owner_of(part.lot.product, "");
            const auto first = std::min(event.made.value_or(event.at.day()), event.at.day());
            auto [place, is_new] = reach.try_emplace(producer, trace::Coverage{producer, first, event.at.day()});
            place->second.first = std::min(place->second.first, first);
        }
    }
    for (const auto& event : events) {
        if (event.struck || event.kind == Kind::recall) continue;
        for (const auto& part : event.outputs) {
            if (owners.lists(part.lot.product) && !made_here.contains(part.lot)) continue;
            const auto* producer = owners.owner_of(part.lot.product, event.item);
            if (!producer) continue;
            if (const auto found = reach.find(*producer); found != reach.end())
                found->second.last = std::max(found->second.last, event.at.day());
        }
    }
    return reach;
}

// Also those with serials: the lot's records say that its labels have them.
Outcome
add_printed(store::Ledger& ledger, const Owners& owners, Lots& lots, std::map<std::int64_t, Lot>& with_serials) {
    for (const auto& issue : TRY(ledger.issues(std::numeric_limits<std::int64_t>::max()))) {
        if (!issue.first_leaf || !owners.lists(issue.product)) continue;
        const Lot lot{issue.product, issue.lot};
        if (issue.has_serials) {
            with_serials.emplace(issue.id, lot);
            lots.note_serials(lot);
        }
        if (!issue.lot.empty() || issue.has_serials)
            lots.add(lot,
                     issue.lot.empty()
                         ? Lots::Days{}
                         : Lots::Days{day_of_run(issue.options, "--made"), day_of_run(issue.options, "--expires")});
    }
    for (const auto& declaration : TRY(ledger.declarations()))
        if (owners.lists(declaration.product) && !declaration.lot.empty())
            lots.add({declaration.product, declaration.lot}, {});
    return done;
}

} // namespace

Result<GatheredRecords>
gather_lot_records(store::Ledger& ledger, const std::vector<catalog::Product>& products, Date day, bool all_serials) {
    Owners owners(products);
    const auto events = TRY(ledger.all_events());
    const auto reach = reach_of(events, owners);
    GatheredRecords gathered;
    if (reach.empty() && !all_serials) return gathered;
    Lots lots;
    for (const auto& event : events)
        for (const auto& part : event.outputs)
            if (!event.struck && owners.lists(part.lot.product)) lots.add(part.lot, {event.made, event.expires});
    std::map<std::int64_t, Lot> with_serials;
    TRY(add_printed(ledger, owners, lots, with_serials));
    trace::SerialFilterMaker maker(day, trace::SerialFilter::new_key());
    TRY(ledger.each_printed_serial([&](std::int64_t issue, const std::string& kept) {
        const auto found = with_serials.find(issue);
        if (found == with_serials.end() || lots.has_expired(found->second, day)) return;
        ++gathered.serials;
        if (maker.size() < trace::most_serials) maker.add(found->second.product, store::shown_serial(kept));
    }));
    auto& records = gathered.records.emplace(trace::LotRecords{lots.records(), {}});
    for (const auto& [producer, covered] : reach)
        records.coverage.push_back(covered);
    if (gathered.serials == 0) return gathered;
    auto filter = std::move(maker).finish();
    gathered.serials_left_out =
        gathered.serials > trace::most_serials || (!all_serials && filter.bytes().size() > most_filter_bytes);
    if (!gathered.serials_left_out) records.serials = std::move(filter);
    return gathered;
}

} // namespace temsao::office
