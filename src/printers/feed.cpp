#include "printers/feed.h"

#include <algorithm>
#include <thread>

namespace temsao::printers {
namespace {

using Clock = std::chrono::steady_clock;

// Gives up when nothing has moved for the printer's stall time.
class Wait {
public:
    explicit Wait(const Pace& pace) : pace_(pace), end_(Clock::now() + pace.stall) {}

    void moved() { end_ = Clock::now() + pace_.stall; }

    bool goes_on() const {
        std::this_thread::sleep_for(pace_.between);
        return Clock::now() < end_;
    }

private:
    Pace pace_;
    Clock::time_point end_;
};

// What a printer that was fed said in the end.
struct Word {
    std::int64_t printed = 0; // of the batch, from its first label on
    Trouble trouble = Trouble::none;
    bool is_silent = false;
};

// Ready to take labels; otherwise why not.
Word wait_until_ready(Printer& printer) {
    Wait wait(printer.pace());
    std::optional<State> state;
    do {
        state = printer.state();
        if (state && state->trouble != Trouble::none) return {0, state->trouble, false};
        if (state && !state->is_busy) return {};
    } while (!printer.is_gone() && wait.goes_on());
    return {0, state ? Trouble::other : Trouble::none, !state};
}

// Of the batch after a trouble, counted on the same printer; what it still held is dropped first, so that the count
// stays.
std::int64_t count_again(Printer& printer, std::int64_t before, std::int64_t labels) {
    if (printer.is_gone() && !printer.open_again()) return 0;
    if (!printer.clear()) return 0;
    const auto first = printer.count(), second = printer.count();
    const bool is_steady = first && first == second && *first >= before && *first - before <= labels;
    return is_steady ? *first - before : 0;
}

Word wait_for_count(Printer& printer, std::int64_t before, std::int64_t labels) {
    Wait wait(printer.pace());
    Word word;
    do {
        const auto count = printer.count();
        if (count && *count - before == labels) return {labels, Trouble::none, false};
        if (count && (*count < before || *count - before > labels))
            return {0, Trouble::other, false}; // another's labels
        const auto state = printer.state();
        if (state && state->trouble != Trouble::none) {
            word.trouble = state->trouble;
            break;
        }
        word.is_silent = !count || !state;
        if (count && *count - before > word.printed) {
            word.printed = *count - before;
            wait.moved();
        }
    } while (!printer.is_gone() && wait.goes_on());
    word.printed = count_again(printer, before, labels);
    if (word.printed == labels && word.trouble == Trouble::none) return {labels, Trouble::none, false};
    if (word.trouble == Trouble::none && !word.is_silent) word.trouble = Trouble::other;
    return word;
}

// One label: it was seen to be busy with it, and then ready.
Word wait_until_done(Printer& printer) {
    Wait wait(printer.pace());
    bool was_busy = false;
    std::optional<State> state;
    do {
        state = printer.state();
        if (state && state->trouble != Trouble::none) return {0, state->trouble, false};
        if (state && was_busy && !state->is_busy) return {1, Trouble::none, false};
        was_busy |= state && state->is_busy;
    } while (!printer.is_gone() && wait.goes_on());
    return {0, state ? Trouble::other : Trouble::none, !state};
}

class Feeding {
public:
    Feeding(Printer& printer, Answers answers, std::span<const Load> loads, const Books& books)
        : printer_(printer),
          answers_(answers),
          loads_(loads),
          books_(books) {}

    bool is_over() const { return loads_.empty() || fed_.trouble != Trouble::none || fed_.is_silent; }

    Outcome one_batch() {
        std::int64_t before = 0;
        if (answers_ != Answers::mute) {
            if (const auto word = wait_until_ready(printer_); word.trouble != Trouble::none || word.is_silent)
                return stop(word);
        }
        if (answers_ == Answers::counts) {
            const auto count = printer_.count();
            if (!count) return stop({0, Trouble::none, true});
            before = *count;
        }
        const auto [commands, labels] = take_batch();
        TRY(books_.sent(next_, next_ + labels));
        const bool went_out = printer_.send(commands);
        const auto word = answers_ == Answers::mute     ? Word{0, Trouble::none, !went_out}
                          : answers_ == Answers::counts ? wait_for_count(printer_, before, labels)
                          : went_out                    ? wait_until_done(printer_)
                                                        : Word{0, Trouble::none, true};
        return settle(word, labels);
    }

    Fed end() {
        fed_.all_sent = loads_.empty();
        return fed_;
    }

private:
    struct Batch {
        std::string commands;
        std::int64_t labels = 0;
    };

    Batch take_batch() {
        const auto most = answers_ == Answers::counts ? largest_batch : 1;
        Batch batch;
        do {
            batch.commands += loads_.front().commands;
            batch.labels += loads_.front().labels;
            loads_ = loads_.subspan(1);
        } while (!loads_.empty() && batch.labels + loads_.front().labels <= most);
        return batch;
    }

    Outcome stop(const Word& word) {
        fed_.trouble = word.trouble;
        fed_.is_silent = word.is_silent;
        return done;
    }

    Outcome settle(const Word& word, std::int64_t labels) {
        const auto end = next_ + labels, good = next_ + std::min(word.printed, labels);
        if (good > next_) TRY(books_.ended(next_, good, Fate::printed));
        if (end > good) TRY(books_.ended(good, end, Fate::unknown));
        fed_.printed += good - next_;
        fed_.unknown += end - good;
        next_ = end;
        return stop(word);
    }

    Printer& printer_;
    Answers answers_;
    std::span<const Load> loads_;
    const Books& books_;
    std::int64_t next_ = 0;
    Fed fed_;
};

} // namespace

Result<Fed> feed(Printer& printer,
                 Answers answers,
                 std::span<const Load> loads,
                 const Books& books,
                 const std::function<bool()>& is_cancelled) {
    Feeding feeding(printer, answers, loads, books);
    while (!feeding.is_over() && !(is_cancelled && is_cancelled()))
        TRY(feeding.one_batch());
    printer.drain();
    return feeding.end();
}

} // namespace temsao::printers
