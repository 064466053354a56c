#include "press/at_printer.h"

#include "office/home_json.h"
#include "store/issue.h"
#include "system/folder.h"

#include <algorithm>
#include <array>

namespace temsao::press {
namespace {

using store::SerialState;
constexpr auto never_sent = "never sent to the printer", not_on_roll = "not on the roll";
constexpr std::uint64_t most_command_bytes = std::uint64_t{2} << 30;

std::filesystem::path folder(const std::filesystem::path& home) {
    return home / "printing";
}

// Which runs are being sent, from before the first label until after the last; and which have labels that nobody has
// settled yet. {"sending": [{"run": 7, "store": ""}], "unsettled": [...]}
std::filesystem::path record_file(const std::filesystem::path& home, const std::string& printer) {
    return folder(home) / (printer + ".json");
}

struct RunAt {
    std::int64_t run;
    std::string store; // where its print log is
};

std::vector<RunAt> read_runs(const job::Json& record, const char* which) {
    std::vector<RunAt> runs;
    if (const auto found = record.find(which); found != record.end() && found->is_array())
        for (const auto& one : *found)
            if (one.is_object() && one.contains("run") && one["run"].is_number_integer())
                runs.push_back({one["run"].get<std::int64_t>(), one.value("store", "")});
    return runs;
}

job::Json to_json(const std::vector<RunAt>& runs) {
    auto all = job::Json::array();
    for (const auto& [run, store] : runs)
        all.push_back({{"run", run}, {"store", store}});
    return all;
}

Outcome void_unsent(store::Ledger& ledger, const store::Issue& issue, const std::string& kept, Date day) {
    return ledger.void_serial(std::string(store::shown_serial(kept)), issue.product, day, never_sent);
}

// Labels of one run whose process was killed: those that were sent are unknown, the others never will be.
Outcome settle_killed(store::Ledger& ledger, std::int64_t run, Date today, std::vector<std::string>& unknown) {
    std::vector<std::string> sent, unsent;
    for (const auto& serial : TRY(ledger.serials_of(run))) {
        if (serial.state == SerialState::sent) sent.push_back(serial.serial);
        if (serial.state == SerialState::reserved) unsent.push_back(serial.serial);
    }
    TRY(ledger.settle(sent, SerialState::unknown));
    for (const auto& kept : sent)
        unknown.emplace_back(store::shown_serial(kept));
    for (const auto& kept : unsent) {
        const auto found = TRY(ledger.find(std::string(store::shown_serial(kept)), ""));
        if (!found.issue.first_leaf) { // nothing of it was sent
            TRY(ledger.give_up(run));
            return done;
        }
        TRY(void_unsent(ledger, found.issue, kept, today));
    }
    return done;
}

Result<std::vector<std::string>> settle_earlier_run(const job::Surroundings& around, const std::string& printer) {
    std::vector<std::string> unknown;
    const auto file = record_file(around.home, printer);
    const auto record = TRY(office::load_home_json(file));
    auto unsettled = read_runs(record, "unsettled");
    const auto sending = read_runs(record, "sending");
    if (sending.empty()) return unknown;
    for (const auto& one : sending) {
        const auto before = unknown.size();
        auto ledger = TRY(store::Ledger::open(around.home, one.store));
        TRY(settle_killed(ledger, one.run, around.today, unknown));
        if (unknown.size() > before) unsettled.push_back(one);
    }
    TRY(office::change_home_json(file, [&](job::Json& json) -> Outcome {
        json = {{"sending", job::Json::array()}, {"unsettled", to_json(unsettled)}};
        return done;
    }));
    return unknown;
}

// Of one run, those before and after the last good label; `is_before`: it was not met yet.
Outcome
settle_run(store::Ledger& ledger, const RunAt& one, const LastGood& last, Date day, bool& is_before, Settled& settled) {
    std::vector<std::string> good, bad;
    std::string product;
    for (const auto& serial : TRY(ledger.serials_of(one.run))) {
        const auto shown = std::string(store::shown_serial(serial.serial));
        if (serial.state == SerialState::unknown) (is_before ? good : bad).push_back(serial.serial);
        if (last && shown == *last) is_before = false;
    }
    TRY(ledger.settle(good, SerialState::printed));
    for (const auto& kept : bad) {
        const auto found = TRY(ledger.find(std::string(store::shown_serial(kept)), ""));
        TRY(ledger.void_serial(std::string(store::shown_serial(kept)), found.issue.product, day, not_on_roll));
    }
    settled.printed += std::ssize(good);
    settled.voided += std::ssize(bad);
    return done;
}

// A label of the run: its reservation, and which of its serials.
struct Place {
    std::size_t product, label;
};

class LogBooks {
public:
    LogBooks(LabelIssue& issue, std::int64_t labels_a_page, std::vector<std::string>& unknown)
        : issue_(issue),
          labels_a_page_(labels_a_page),
          unknown_(unknown) {
        for (std::size_t product = 0; issue.holds_serials() && product < issue.run().size(); ++product)
            for (std::size_t label = 0; label < issue.run()[product].serials.size(); ++label)
                places_.push_back({product, label});
    }

    printers::Books books() {
        return {[this](std::int64_t first, std::int64_t end) -> Outcome {
                    const auto packed = std::exchange(pages_sent_, end) == 0 ? issue_.packed() : std::nullopt;
                    return each_product(first, end, [&](const store::Reservation& part) -> Outcome {
                        return issue_.ledger().send(part, packed);
                    });
                },
                [this](std::int64_t first, std::int64_t end, printers::Fate fate) -> Outcome {
                    const bool is_printed = fate == printers::Fate::printed;
                    return each_product(first, end, [&](const store::Reservation& part) -> Outcome {
                        for (const auto& kept : part.serials)
                            if (!is_printed) unknown_.emplace_back(store::shown_serial(kept));
                        return issue_.ledger().settle(part.serials,
                                                      is_printed ? SerialState::printed : SerialState::unknown);
                    });
                }};
    }

    // Those that were never sent will not be.
    Outcome end(Date day) {
        if (pages_sent_ == 0) {
            for (const auto& [issue, serials] : issue_.run())
                if (issue_.holds_serials()) TRY(issue_.ledger().give_up(issue.id));
            return done;
        }
        return each_product(pages_sent_, every_page, [&](const store::Reservation& part) -> Outcome {
            for (const auto& kept : part.serials)
                TRY(void_unsent(issue_.ledger(), part.issue, kept, day));
            return done;
        });
    }

private:
    static constexpr std::int64_t every_page = std::int64_t{1} << 32;

    // Calls `take` for the labels on the pages first … end-1, a product at a time; never where they have no serials.
    template <class Take>
    Outcome each_product(std::int64_t first, std::int64_t end, const Take& take) {
        first *= labels_a_page_;
        end = std::min(end * labels_a_page_, static_cast<std::int64_t>(places_.size()));
        while (first < end) {
            const auto product = places_[static_cast<std::size_t>(first)].product;
            const auto& reservation = issue_.run()[product];
            store::Reservation part{reservation.issue, {}};
            for (; first < end && places_[static_cast<std::size_t>(first)].product == product; ++first)
                part.serials.push_back(reservation.serials[places_[static_cast<std::size_t>(first)].label]);
            TRY(take(part));
        }
        return done;
    }

    LabelIssue& issue_;
    std::int64_t labels_a_page_;
    std::vector<std::string>& unknown_;
    std::vector<Place> places_;
    std::int64_t pages_sent_ = 0;
};

constexpr std::array<std::pair<printers::Trouble, std::string_view>, 7> troubles{
    {{printers::Trouble::none, "none"},
     {printers::Trouble::paper_out, "paper_out"},
     {printers::Trouble::ribbon_out, "ribbon_out"},
     {printers::Trouble::head_open, "head_open"},
     {printers::Trouble::jam, "jam"},
     {printers::Trouble::paused, "paused"},
     {printers::Trouble::other, "other"}}};

} // namespace

std::string_view name(printers::Trouble trouble) {
    return troubles[static_cast<std::size_t>(trouble)].second;
}

std::string trouble_words(printers::Trouble trouble, Lang lang) {
    constexpr std::array ids{"printer.is_ready",
                             "printer.paper_out",
                             "printer.ribbon_out",
                             "printer.head_open",
                             "printer.is_jammed",
                             "printer.is_paused",
                             "printer.in_trouble"};
    return say({ids[static_cast<std::size_t>(trouble)], {}}, lang);
}

std::filesystem::path commands_file(const std::filesystem::path& home, const std::string& printer) {
    return folder(home) / (printer + ".commands");
}

Result<HeldPrinter>
HeldPrinter::take(const job::Surroundings& around, const std::string& name, const std::string& store) {
    const auto known = TRY(find_connected(around, name));
    TRY(make_private_folder(folder(around.home)));
    auto lock = TRY(FileLock::try_take(folder(around.home) / (name + ".lock")));
    if (!lock) return error(Cause::io, "printer.in_use", {name});
    auto found_unknown = TRY(settle_earlier_run(around, name));
    const auto& [address, kind, answers] = *known.connection;
    auto printer = TRY(printers::Printer::open(kind, address, printers::Pace()));
    if (answers != printers::Answers::mute) {
        const auto state = printer.state();
        if (!state) return error(Cause::io, "printer.silent", {name});
        if (state->trouble != printers::Trouble::none)
            return error(Cause::refused, "printer.trouble", {name, trouble_words(state->trouble, around.lang)});
    }
    HeldPrinter held(name, store, *std::move(lock), std::move(printer), answers);
    held.found_unknown_ = std::move(found_unknown);
    return Result<HeldPrinter>(std::move(held));
}

Result<HeldPrinter::Tried> HeldPrinter::try_out(const std::function<std::string(int number)>& commands, int labels) {
    std::vector<std::string> all;
    for (int number = 1; number <= labels; ++number)
        all.push_back(commands(number));
    std::vector<printers::Load> loads;
    for (const auto& one : all)
        loads.push_back({one, 1});
    using printers::Answers;
    const auto answers = printer_.count() ? Answers::counts : printer_.state() ? Answers::busy : Answers::mute;
    const printers::Books none{[](std::int64_t, std::int64_t) -> Outcome { return done; },
                               [](std::int64_t, std::int64_t, printers::Fate) -> Outcome { return done; }};
    return Tried{TRY(printers::feed(printer_, answers, loads, none)), answers};
}

Result<AtPrinter> HeldPrinter::print(LabelIssue& issue,
                                     const Printed& made,
                                     std::int64_t labels_a_page,
                                     const job::Surroundings& around) {
    const auto file = commands_file(around.home, name_), record = record_file(around.home, name_);
    const auto commands = TRY(read_file(file, most_command_bytes));
    std::vector<printers::Load> loads;
    for (std::size_t at = 0; const auto& block : made.blocks) {
        loads.push_back({std::string_view(commands).substr(at, block.bytes), block.copies});
        at += block.bytes;
    }
    const auto before = read_runs(TRY(office::load_home_json(record)), "unsettled");
    std::vector<RunAt> runs;
    for (const auto& reservation : issue.run())
        runs.push_back({reservation.issue.id, store_});
    const auto note = [&](const std::vector<RunAt>& sending, const std::vector<RunAt>& unsettled) {
        return office::change_home_json(record, [&](job::Json& json) -> Outcome {
            json = {{"sending", to_json(sending)}, {"unsettled", to_json(unsettled)}};
            return done;
        });
    };
    TRY(note(runs, before));
    AtPrinter end;
    LogBooks books(issue, labels_a_page, end.unknown);
    end.fed = TRY(printers::feed(printer_, answers_, loads, books.books(), around.is_cancelled));
    TRY(books.end(around.today));
    const auto labels = static_cast<std::int64_t>(made.labels);
    end.printed = std::min(labels, end.fed.printed * labels_a_page);
    end.not_known = std::min(labels - end.printed, end.fed.unknown * labels_a_page);
    end.unsent = labels - end.printed - end.not_known;
    end.has_serials = issue.holds_serials();
    auto unsettled = before;
    if (!end.unknown.empty()) unsettled.insert(unsettled.end(), runs.begin(), runs.end());
    TRY(note({}, unsettled));
    std::filesystem::remove(file);
    return end;
}

Result<Settled>
settle_labels(const job::Surroundings& around, const std::string& printer, const LastGood& last, Date day) {
    TRY(make_private_folder(folder(around.home)));
    const auto lock = TRY(FileLock::try_take(folder(around.home) / (printer + ".lock")));
    if (!lock) return error(Cause::io, "printer.in_use", {printer});
    TRY(settle_earlier_run(around, printer));
    const auto record = record_file(around.home, printer);
    const auto runs = read_runs(TRY(office::load_home_json(record)), "unsettled");
    Settled settled;
    bool is_before = last.has_value();
    // Is it one of these labels at all? A wrong number would call all of them good.
    bool is_known = !last;
    for (const auto& one : runs) {
        auto ledger = TRY(store::Ledger::open_to_read(around.home, one.store));
        for (const auto& serial : TRY(ledger.serials_of(one.run)))
            is_known |= last && store::shown_serial(serial.serial) == *last;
    }
    if (runs.empty()) return error(Cause::missing, "print.nothing_unknown", {printer});
    if (!is_known) return error(Cause::missing, "print.other_label", {*last, printer});
    for (const auto& one : runs) {
        auto ledger = TRY(store::Ledger::open(around.home, one.store));
        TRY(settle_run(ledger, one, last, day, is_before, settled));
    }
    TRY(office::change_home_json(record, [&](job::Json& json) -> Outcome {
        json = {{"sending", job::Json::array()}, {"unsettled", job::Json::array()}};
        return done;
    }));
    return settled;
}

} // namespace temsao::press
