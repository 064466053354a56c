#include "press/label_issue.h"

namespace temsao::press {

Result<LabelIssue> LabelIssue::reserve(const std::string& store,
                                       const std::filesystem::path& home,
                                       const Run& run,
                                       const std::vector<const catalog::Product*>& products) {
    const bool named = !run.serial.empty();
    if (named && (run.serials || products.size() != 1 || run.count != 1))
        return error(Cause::usage, "serial.one_label");
    auto ledger = TRY(store::Ledger::open(home, store));
    LabelIssue issue(std::move(ledger), run.date, named);
    std::vector<store::Issue> asked;
    for (const auto* product : products)
        asked.push_back({.product = product->key,
                         .certificate = catalog::certificate_on(*product, run.date).decision,
                         .lot = run.lot,
                         .day = run.date,
                         .labels = run.count,
                         .has_serials = run.serials || named});
    if (named) {
        auto reserved = TRY(issue.ledger_.reserve(asked.front(), run.serial));
        issue.run_.push_back(std::move(reserved));
    } else {
        auto reserved = TRY(issue.ledger_.reserve(asked));
        issue.run_ = std::move(reserved);
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
    auto outcome = ledger_.print(run_);
    printed_ = outcome.ok();
    return outcome;
}

void LabelIssue::abandon(const std::string& reason) {
    // The first failure is what the user hears of; should this one fail too, the log says printed, or reserved, where
    // nothing is, which errs on the safe side.
    if (printed_) (void)ledger_.void_run(run_, day_, reason).ok();
    if (printed_ || named_) return;
    for (const auto& reservation : run_)
        (void)ledger_.give_up(reservation.issue.id).ok();
}

} // namespace temsao::press
