#include "press/label_issue.h"

#include "store/lot_events.h"
#include "trace/serial.h"

namespace temsao::press {
namespace {

Outcome names_one_label(const Run& run, std::size_t products) {
    const bool is_one = !run.serials && products == 1 && run.count == 1;
    return run.serial.empty() || is_one ? Outcome(done) : error(Cause::usage, "serial.one_label");
}

// The lot book has packs of one of these products, and does not have this lot.
Result<bool>
is_asked_about(store::Ledger& ledger, const Run& run, const std::vector<const catalog::Product*>& products) {
    for (const auto* product : products)
        if (TRY(ledger.lot_events().is_packed(product->key)) &&
            !TRY(ledger.lot_events().facts_of({product->key, run.lot})))
            return true;
    return false;
}

// The version that the labels show, so that others like them show it too.
std::string brand_option(const Run& run, const catalog::Product& product) {
    const auto brand = run.brands->of(product.producer);
    return brand ? " --brand " + std::to_string(brand->version) : "";
}

} // namespace

Result<LabelIssue> LabelIssue::reserve(const std::string& store,
                                       const std::filesystem::path& home,
                                       const Run& run,
                                       const std::string& options,
                                       const std::vector<const catalog::Product*>& products,
                                       const std::optional<Packing>& packing) {
    TRY(names_one_label(run, products.size()));
    const bool named = !run.serial.empty();
    auto ledger = TRY(store::Ledger::open(home, store));
    if (packing) TRY(make_packed(ledger, *packing, "")); // what can fail fails before serials are drawn
    LabelIssue issue(std::move(ledger), run.date, named);
    std::vector<store::Issue> asked;
    for (const auto* product : products)
        asked.push_back({.product = product->key,
                         .certificate = catalog::certificate_on(*product, run.date).decision,
                         .lot = run.lot,
                         .day = run.date,
                         .labels = run.count,
                         .has_serials = run.serials || named,
                         .options = options + brand_option(run, *product)});
    if (named) {
        auto reserved = TRY(issue.ledger_->reserve(asked.front(), run.serial));
        issue.run_.push_back(std::move(reserved));
    } else {
        auto reserved = TRY(issue.ledger_->reserve(asked));
        issue.run_ = std::move(reserved);
    }
    if (packing) {
        auto made = TRY(make_packed(*issue.ledger_, *packing, std::to_string(issue.run_.front().issue.id)));
        issue.packed_ = std::move(made.event);
        issue.doubts_ = std::move(made.doubts);
    } else if (TRY(is_asked_about(*issue.ledger_, run, products))) {
        issue.doubts_.push_back({"label.from_which_lot", {}});
    }
    return Result<LabelIssue>(std::move(issue));
}

Result<LabelIssue> LabelIssue::only_to_look(const Run& run, const std::vector<const catalog::Product*>& products) {
    TRY(names_one_label(run, products.size()));
    LabelIssue issue({}, run.date, !run.serial.empty());
    const auto draw = trace::random_serials();
    for (std::size_t product = 0; product < products.size(); ++product) {
        store::Reservation one{{.product = products[product]->key, .certificate = {}, .lot = run.lot, .day = run.date},
                               {}};
        if (!run.serial.empty()) one.serials.push_back(run.serial);
        for (int i = 0; run.serials && i < run.count; ++i)
            one.serials.push_back(draw());
        issue.run_.push_back(std::move(one));
    }
    return Result<LabelIssue>(std::move(issue));
}

std::vector<std::string> LabelIssue::serials(std::size_t product) const {
    std::vector<std::string> shown;
    for (const auto& kept : run_[product].serials)
        shown.emplace_back(store::shown_serial(kept));
    if (shown.empty()) shown.emplace_back();
    return shown;
}

Outcome LabelIssue::print() {
    ENSURE(ledger_);
    if (holds_serials()) return done;
    auto outcome = ledger_->print(run_, packed_);
    printed_ = outcome.ok();
    return outcome;
}

void LabelIssue::abandon(const std::string& reason) {
    if (!ledger_) return;
    // The first failure is what the user hears of; should this one fail too, the log says printed, or reserved, where
    // nothing is, which errs on the safe side.
    if (printed_) (void)ledger_->void_run(run_, day_, reason).ok();
    if (printed_ || named_) return;
    for (const auto& reservation : run_)
        (void)ledger_->give_up(reservation.issue.id).ok();
}

} // namespace temsao::press
