#pragma once
// Inside `app`: the ledger's part in a run of labels. Serials are reserved before anything is drawn, and the run enters
// the log when all its files are written but none has its name yet: so no label is about that the log does not know.
#include "press/print_run.h"
#include "store/ledger.h"

namespace temsao::press {

// The store that --store names, else the data directory's own.

class LabelIssue {
public:
    // One reservation for each product of the run. Errors: serial.one_label, serial.check, those of Ledger::reserve.
    static Result<LabelIssue> reserve(const job::Request& request,
                                      const job::Surroundings& around,
                                      const Run& run,
                                      const std::vector<const catalog::Product*>& products);

    // What the codes of a product's labels hold, one for each label; one empty text when they are all alike.
    std::vector<std::string> serials(std::size_t product) const;

    Outcome print(); // errors of Ledger::print

    // No files came of it: the run is voided, as far as that is possible. A serial that somebody named stays reserved,
    // for the next try.
    void abandon(const std::string& reason);

private:
    LabelIssue(store::Ledger ledger, Date day, bool named) : ledger_(std::move(ledger)), day_(day), named_(named) {}

    store::Ledger ledger_;
    std::vector<store::Reservation> run_;
    Date day_;
    bool named_, printed_ = false;
};

} // namespace temsao::press
