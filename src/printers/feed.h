#pragma once
// Labels -> a label printer, and what became of each. That bytes were sent, or a printer says "completed", proves
// nothing; a label counts as printed only when the printer's own count of labels has grown by it, or when the printer
// was busy with this one label and then ready without trouble. All else that was sent is unknown: it may lie on the
// roll or not, and nobody prints it again under its serial. One thread at a time feeds a printer.
#include "printers/printer.h"

#include <span>

namespace temsao::printers {

// The commands for one label, or for several that are alike. What lies side by side on a roll with columns comes out at
// once, and counts as one label here as it does for the printer.
struct Load {
    std::string_view commands;
    std::int64_t labels = 1;
};

enum class Fate { printed, unknown };

// Who keeps the books. An error of either ends the feeding.
struct Books {
    // These labels, counted through all loads, go out now. Called before their first byte does.
    std::function<Outcome(std::int64_t first, std::int64_t end)> sent;
    std::function<Outcome(std::int64_t first, std::int64_t end, Fate)> ended; // for each label that was sent, once
};

struct Fed {
    std::int64_t printed = 0, unknown = 0; // the others were never sent
    Trouble trouble = Trouble::none;
    bool is_silent = false; // it did not answer, or the connection was lost
    bool all_sent = false;
};

// Feeds batches that are as large as the printer's answers allow (ten labels where it counts, one where it tells that
// it is busy) and waits for each; a mute printer gets all at once. Ends at the first trouble. `is_cancelled` is asked
// between batches. Errors: those of `books`.
inline constexpr std::int64_t largest_batch = 10;
Result<Fed> feed(Printer& printer,
                 Answers answers,
                 std::span<const Load> loads,
                 const Books& books,
                 const std::function<bool()>& is_cancelled = {});

} // namespace temsao::printers
