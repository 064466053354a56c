#pragma once
// Inside `press`: the print log's part in a run of labels. Serials are reserved before anything is drawn, and the run
// enters the log when all its files are written but none has its name yet: so no label is in circulation that the log
// has not recorded.
#include "press/packing.h"

namespace temsao::press {

class LabelIssue {
public:
    // Makes one reservation for each product of the run, in the print log at `store` (empty: the data directory's own).
    // `options`: of the command, see store/issue.h. `packing`: what the lot book is to say of the run.
    // Errors: serial.one_label, serial.check, those of Ledger::open, Ledger::reserve and make_packed.
    static Result<LabelIssue> reserve(const std::string& store,
                                      const std::filesystem::path& home,
                                      const Run& run,
                                      const std::string& options,
                                      const std::vector<const catalog::Product*>& products,
                                      const std::optional<Packing>& packing);

    // For a label that is only looked at: serials as a run would have them; the print log is not even opened, and
    // print() must not be called. Error serial.one_label.
    static Result<LabelIssue> only_to_look(const Run& run, const std::vector<const catalog::Product*>& products);

    // The serials in the codes of a product's labels, one for each label; a single empty text when all labels are
    // alike.
    std::vector<std::string> serials(std::size_t product) const;

    // The labels go to a printer that we feed: those with serials of their own enter the log as each is sent, so
    // print() leaves them reserved.
    void hold_serials() { is_held_ = true; }

    bool holds_serials() const { return is_held_ && run_.front().issue.has_serials; }

    Outcome print(); // errors of Ledger::print

    store::Ledger& ledger() { return *ledger_; } // not where the labels are only looked at

    const std::vector<store::Reservation>& run() const { return run_; }

    const std::optional<lots::Event>& packed() const { return packed_; } // what the lot book says of the run

    const std::vector<Message>& doubts() const { return doubts_; } // what a person should look at in it

    // No files were made: voids the run, as far as possible. A serial named by the user stays reserved for the next
    // try.
    void abandon(const std::string& reason);

private:
    LabelIssue(std::optional<store::Ledger> ledger, Date day, bool named)
        : ledger_(std::move(ledger)),
          day_(day),
          named_(named) {}

    std::optional<store::Ledger> ledger_; // none: only to look
    std::vector<store::Reservation> run_;
    std::optional<lots::Event> packed_;
    std::vector<Message> doubts_;
    Date day_;
    bool named_, printed_ = false, is_held_ = false;
};

} // namespace temsao::press
