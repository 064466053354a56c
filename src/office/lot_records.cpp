#include "office/lot_records.h"

#include "catalog/same_name.h"
#include "lots/codes.h"
#include "office/run_options.h"
#include "store/lot_events.h"
#include "store/submissions.h"

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

void reach_begins(Reach& reach, const std::string& producer, Date first, Date last) {
    auto& covered = reach.try_emplace(producer, trace::Coverage{producer, first, last}).first->second;
    covered.first = std::min(covered.first, first);
    covered.last = std::max(covered.last, last);
}

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
            const auto first = std::min(event.made.value_or(event.at.day()), event.at.day());
            reach_begins(reach, *owners.owner_of(part.lot.product, ""), first, event.at.day());
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

// What the log of another machine says of its producer's products: entries have no dates of packs.
class TakenRecords {
public:
    TakenRecords(Owners& owners, std::string producer, std::set<std::string> struck)
        : owners_(owners),
          producer_(std::move(producer)),
          struck_(std::move(struck)) {}

    void take(const std::string& text, Lots& lots) {
        const auto entry = store::read_entry(text);
        const auto day = Date::parse_iso(entry.value("day"));
        if (entry.kind == "event") {
            if (!day || struck_.contains(entry.value("id"))) return;
            take_event({entry.value("product"), entry.value("lot")}, lots::kind_named(entry.value("kind")), *day, lots);
        } else if (entry.kind == "printed" || entry.kind == "declared") {
            const Lot lot{entry.value("product"), entry.value("lot")};
            if (!is_own(lot.product)) return;
            const auto serial = entry.value("serial");
            if (!serial.empty()) serials_.emplace_back(lot.product, serial);
            if (!serial.empty()) lots.note_serials(lot);
            if (!lot.lot.empty() || !serial.empty()) lots.add(lot, {});
        }
    }

    void add_to(Reach& reach) const {
        if (!first_) return;
        reach_begins(reach, *owner_, *first_, *last_);
    }

    const std::vector<std::pair<std::string, std::string>>& serials() const { return serials_; }

private:
    void take_event(const Lot& lot, std::optional<Kind> kind, Date day, Lots& lots) {
        if (kind != Kind::recall && (!last_ || *last_ < day)) last_ = day;
        if (!is_own(lot.product)) return;
        lots.add(lot, {});
        if (kind && makes_goods(*kind) && (!first_ || day < *first_)) first_ = day;
    }

    bool is_own(const std::string& product) {
        if (!owners_.lists(product)) return false;
        const auto* owner = owners_.owner_of(product, "");
        if (!catalog::same_producer(*owner, producer_)) return false;
        owner_ = owner;
        return true;
    }

    Owners& owners_;
    std::string producer_;
    std::set<std::string> struck_;
    const std::string* owner_ = nullptr; // as the list writes it
    std::optional<Date> first_, last_;
    std::vector<std::pair<std::string, std::string>> serials_;
};

Result<std::vector<TakenRecords>> read_taken(store::Ledger& ledger, Owners& owners, Lots& lots) {
    std::vector<TakenRecords> all;
    for (const auto& log : TRY(ledger.submissions().taken_logs())) {
        std::set<std::string> struck;
        TRY(ledger.submissions().each_taken_entry(log.verifier, [&](const std::string& text) {
            if (text.starts_with("temsao event-error ")) struck.insert(store::read_entry(text).value("id"));
        }));
        all.emplace_back(owners, log.producer, std::move(struck));
        TRY(ledger.submissions().each_taken_entry(log.verifier,
                                                  [&](const std::string& text) { all.back().take(text, lots); }));
    }
    return all;
}

using Serials = std::vector<std::pair<std::string, std::string>>; // product and serial

// Those that are printed, and whose lot has not expired; ascending, each once.
Result<Serials> living_serials(store::Ledger& ledger,
                               const std::map<std::int64_t, Lot>& with_serials,
                               const std::vector<TakenRecords>& taken,
                               const Lots& lots,
                               Date day) {
    Serials living;
    TRY(ledger.each_printed_serial([&](std::int64_t issue, const std::string& kept) {
        const auto found = with_serials.find(issue);
        if (found == with_serials.end() || lots.has_expired(found->second, day)) return;
        living.emplace_back(found->second.product, store::shown_serial(kept));
    }));
    for (const auto& log : taken)
        living.insert(living.end(), log.serials().begin(), log.serials().end());
    std::sort(living.begin(), living.end());
    living.erase(std::unique(living.begin(), living.end()), living.end());
    return living;
}

} // namespace

Result<GatheredRecords>
gather_lot_records(store::Ledger& ledger, const std::vector<catalog::Product>& products, const GatherWish& wish) {
    Owners owners(products);
    const auto events = TRY(ledger.lot_events().all());
    auto reach = reach_of(events, owners);
    GatheredRecords gathered;
    Lots lots;
    const auto taken = TRY(read_taken(ledger, owners, lots));
    for (const auto& log : taken)
        log.add_to(reach);
    if (reach.empty() && !wish.all_serials) return gathered;
    for (const auto& event : events)
        for (const auto& part : event.outputs)
            if (!event.struck && owners.lists(part.lot.product)) lots.add(part.lot, {event.made, event.expires});
    std::map<std::int64_t, Lot> with_serials;
    TRY(add_printed(ledger, owners, lots, with_serials));
    trace::SerialFilterMaker maker(wish.day, wish.key);
    for (const auto& [product, serial] : TRY(living_serials(ledger, with_serials, taken, lots, wish.day))) {
        ++gathered.serials;
        if (maker.size() < trace::most_serials) maker.add(product, serial);
    }
    auto& records = gathered.records.emplace(trace::LotRecords{lots.records(), {}});
    for (const auto& [producer, covered] : reach)
        records.coverage.push_back(covered);
    if (gathered.serials == 0) return gathered;
    auto filter = std::move(maker).finish();
    gathered.serials_left_out =
        gathered.serials > trace::most_serials || (!wish.all_serials && filter.bytes().size() > most_filter_bytes);
    if (!gathered.serials_left_out) records.serials = std::move(filter);
    return gathered;
}

} // namespace temsao::office
