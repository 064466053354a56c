#pragma once
// Inside `press`: labels go to a printer that we feed, and the print log knows of each serial what became of it: sent,
// then printed or unknown (printers/feed.h). Labels without serials are in the log as a whole before the first one goes
// out.
#include "press/known_printers.h"
#include "press/label_issue.h"
#include "press/run_labels.h"
#include "printers/any_printer.h"
#include "system/lock.h"

namespace temsao::press {

// Where the commands of a run lie until they are sent: a file in the data directory, one for each printer.
std::filesystem::path commands_file(const std::filesystem::path& home, const std::string& printer);

struct AtPrinter {
    printers::Fed fed;                                   // in pages, which are what a printer counts
    std::int64_t printed = 0, not_known = 0, unsent = 0; // labels
    std::vector<std::string> unknown;                    // serials, as shown
    bool has_serials = false;
};

class HeldPrinter {
public:
    // Nobody else sends to the printer while this object lives. What an earlier run that was killed had sent becomes
    // unknown, and what it had not is voided. The printer answers, unless it is mute, and is not in trouble.
    // Errors: printer.in_use, printer.no_answer, printer.trouble {name, what and what to do} (Cause::refused), those of
    // find_connected and Ledger::open.
    static Result<HeldPrinter> take(const job::Surroundings& around, const std::string& name, const std::string& store);

    // Labels of the killed run that are unknown now.
    const std::vector<std::string>& found_unknown() const { return found_unknown_; }

    // Whether it prints pages of this size, unscaled; asked before labels are made. Errors (Cause::refused):
    // printer.no_such_paper {name, size, the sizes it has}; printer.silent {name} (Cause::io).
    Outcome take_paper(SizeMm page);

    // Sends the run's commands, or its PDFs. What was never sent is voided, so labels that are still wanted get new
    // numbers. Errors: those of Ledger and of reading the file.
    Result<AtPrinter>
    print(LabelIssue& issue, const Printed& made, const page::Imposition& imposition, const job::Surroundings& around);

    // Test pages, without a trace in the log; and what the printer told of them, which may be more or less than is
    // known of it so far. `loads` makes them, for paper of the size that an office printer has loaded.
    struct Tried {
        printers::Fed fed;
        printers::Answers answers;
    };

    struct TestLoad {
        std::string commands;
        std::int64_t pages = 1;
    };

    Result<Tried> try_out(const std::function<Result<std::vector<TestLoad>>(SizeMm loaded)>& loads);

private:
    HeldPrinter(
        std::string name, std::string store, FileLock lock, printers::AnyPrinter printer, printers::Answers answers)
        : name_(std::move(name)),
          store_(std::move(store)),
          lock_(std::move(lock)),
          printer_(std::move(printer)),
          answers_(answers) {}

    std::string name_, store_;
    FileLock lock_;
    printers::AnyPrinter printer_;
    printers::Answers answers_;
    printers::IppPaper paper_;
    std::vector<std::string> found_unknown_;
};

// The last label on the roll that is good; empty: none of those that are unknown is there.
using LastGood = std::optional<std::string>; // its serial, as shown

struct Settled {
    std::int64_t printed = 0, voided = 0;
    std::int64_t left = 0; // still unknown, since they went out at another time
};

// The unknown labels that went out together with the last good one, in the order in which they were sent: printed up to
// it, void after it. Without a last good one all unknown labels of the printer are void. Errors: printer.in_use,
// print.nothing_unknown {name} (Cause::missing), print.other_label {serial, name} (Cause::missing), those of Ledger.
Result<Settled>
settle_labels(const job::Surroundings& around, const std::string& printer, const LastGood& last, Date day);

} // namespace temsao::press
