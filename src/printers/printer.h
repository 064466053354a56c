#pragma once
// A label printer that is spoken to: commands go to it, questions are answered or not. An object is used by one thread.
#include "printers/link.h"
#include "printers/replies.h"

#include <optional>

namespace temsao::printers {

enum class Kind { zebra, tsc, ipp }; // what it takes: ZPL, TSPL, a PDF by IPP (printers/ipp.h, not Printer)

// How much a printer tells of what it printed.
enum class Answers {
    counts, // how many labels it has printed in its life
    busy,   // that it prints, and that something is wrong
    mute,   // nothing
};

// How long to wait, and how often to ask. Tests take shorter times.
struct Pace {
    Patience connect{3000};
    Patience answer{1000};               // to a question
    Patience stall{20000};               // no label came out, or no byte was taken, for so long: something is wrong
    Patience between{100};               // two questions
    std::size_t bytes_a_second = 40'000; // some printers lose what comes faster; a label is some 10,000
};

class Printer {
public:
    // Errors: those of Link::open.
    static Result<Printer> open(Kind kind, const Address& address, const Pace& pace);

    std::optional<State> state();
    std::optional<std::int64_t> count(); // of labels in its life; nothing where it does not tell
    std::optional<int> dpi();

    Answers answers(); // what it tells now

    bool send(std::string_view commands); // as Link::send, paced

    void drain() { link_.drain(pace_.stall); }

    // Drops the labels that it holds and has not printed; false when it may still hold some.
    bool clear();

    // Connects again, after the connection was lost.
    bool open_again();

    bool is_gone() const { return link_.is_gone(); }

    const Pace& pace() const { return pace_; }

private:
    Printer(Kind kind, Address address, const Pace& pace, Link link)
        : kind_(kind),
          address_(std::move(address)),
          pace_(pace),
          link_(std::move(link)) {}

    std::string ask(std::string_view question, const std::function<bool(std::string_view)>& is_whole);

    Kind kind_;
    Address address_;
    Pace pace_;
    Link link_;
};

} // namespace temsao::printers
