#pragma once
// A printer of whichever kind: what can be asked of all of them. An object is used by one thread.
#include "printers/ipp_feed.h"

#include <variant>

namespace temsao::printers {

class AnyPrinter {
public:
    // Errors: those of Printer::open and IppPrinter::open.
    static Result<AnyPrinter> open(Kind kind, const Address& address, const Fingerprint& certificate);

    std::optional<State> state();

    // What a printer by IPP takes; nothing for others, and where it does not answer.
    std::optional<IppFacts> facts();

    // What it tells now. Of an IPP printer: whether it may be believed at all; a test shows whether it counts.
    Answers answers();

    // `paper` counts with IPP only. Errors: those of `books`.
    Result<Fed> feed(Answers answers,
                     const IppPaper& paper,
                     std::span<const Load> loads,
                     const Books& books,
                     const std::function<bool()>& is_cancelled = {});

private:
    using Either = std::variant<Printer, IppPrinter>;

    explicit AnyPrinter(Either either) : either_(std::move(either)) {}

    Either either_;
};

} // namespace temsao::printers
