#include "press/at_printer.h"

#include "office/home_json.h"
#include "press/printer_words.h"
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

// Labels that went to the printer at one time: a run of the print log for each product, in the order of the roll.
struct Sent {
    std::string store; // where the print log is
    std::vector<std::int64_t> runs;
};

// What the data directory knows of a printer's labels whose fate is open, in a file of record:
// {"sending": {"store": "", "runs": [7]}, "unsettled": [...]}
struct OpenLabels {
    std::optional<Sent> sending; // from before the first label until after the last
    std::vector<Sent> unsettled; // with unknown labels that nobody has settled yet
};

std::filesystem::path record_file(const std::filesystem::path& home, const std::string& printer) {
    return folder(home) / (printer + ".json");
}

std::optional<Sent> read_sent(const job::Json& json) {
    if (!json.is_object() || !json.contains("runs") || !json["runs"].is_array()) return {};
    Sent sent{json.value("store", ""), {}};
    for (const auto& run : json["runs"]) {
        if (!run.is_number_integer()) return {};
        sent.runs.push_back(run.get<std::int64_t>());
    }
    return sent;
}

job::Json to_json(const Sent& sent) {
    return {{"store", sent.store}, {"runs", sent.runs}};
}

// Errors: those of load_home_json, home.file {file}.
Result<OpenLabels> read_open(const std::filesystem::path& home, const std::string& printer) {
    const auto file = record_file(home, printer);
    const auto json = TRY(office::load_home_json(file));
    const auto damaged = error(Cause::data, "home.file", {file.string()});
    OpenLabels open;
    if (const auto found = json.find("sending"); found != json.end()) {
        open.sending = read_sent(*found);
        if (!open.sending) return damaged;
    }
    if (const auto found = json.find("unsettled"); found != json.end())
        for (const auto& one : *found) {
            auto sent = read_sent(one);
            if (!sent) return damaged;
            open.unsettled.push_back(*std::move(sent));
        }
    return open;
}

Outcome write_open(const std::filesystem::path& home, const std::string& printer, const OpenLabels& open) {
    return office::change_home_json(record_file(home, printer), [&](job::Json& json) -> Outcome {
        json = job::Json::object();
        if (open.sending) json["sending"] = to_json(*open.sending);
        json["unsettled"] = job::Json::array();
        for (const auto& sent : open.unsettled)
            json["unsettled"].push_back(to_json(sent));
        return done;
    });
}

std::string shown(const std::string& kept) {
    return std::string(store::shown_serial(kept));
}

Outcome void_label(store::Ledger& ledger, const store::FoundSerial& found, Date day, const char* why) {
    return ledger.void_serial(shown(found.row.serial), found.issue.product, day, why);
}

// Labels of one run whose process was killed: those that were sent are unknown, the others never will be.
Outcome settle_killed(store::Ledger& ledger, std::int64_t run, Date today, std::vector<std::string>& unknown) {
    std::vector<std::string> sent;
    std::vector<store::FoundSerial> unsent;
    for (auto& serial : TRY(ledger.serials_of(run))) {
        if (serial.row.state == SerialState::sent) sent.push_back(serial.row.serial);
        if (serial.row.state == SerialState::reserved) unsent.push_back(std::move(serial));
    }
    TRY(ledger.settle(sent, SerialState::unknown));
    for (const auto& kept : sent)
        unknown.push_back(shown(kept));
    if (!unsent.empty() && !unsent.front().issue.first_leaf) { // nothing of it was sent
        TRY(ledger.give_up(run));
        return done;
    }
    for (const auto& serial : unsent)
        TRY(void_label(ledger, serial, today, never_sent));
    return done;
}

Result<std::vector<std::string>> settle_earlier_run(const job::Surroundings& around, const std::string& printer) {
    std::vector<std::string> unknown;
    auto open = TRY(read_open(around.home, printer));
    if (!open.sending) return unknown;
    auto ledger = TRY(store::Ledger::open(around.home, open.sending->store));
    for (const auto run : open.sending->runs)
        TRY(settle_killed(ledger, run, around.today, unknown));
    if (!unknown.empty()) open.unsettled.push_back(*std::move(open.sending));
    open.sending.reset();
    TRY(write_open(around.home, printer, open));
    return unknown;
}

// The labels that went out at one time, as they lie on the roll.
Result<std::vector<store::FoundSerial>> on_the_roll(store::Ledger& ledger, const Sent& sent) {
    std::vector<store::FoundSerial> all;
    for (const auto run : sent.runs)
        for (auto& serial : TRY(ledger.serials_of(run)))
            if (serial.row.leaf) all.push_back(std::move(serial)); // the others never went out
    return all;
}

bool is_unknown(const store::FoundSerial& serial) {
    return serial.row.state == SerialState::unknown;
}

// Those up to the last good label are printed, those after it void; without one all are void.
Outcome settle_sent(store::Ledger& ledger,
                    const std::vector<store::FoundSerial>& all,
                    const LastGood& last,
                    Date day,
                    Settled& settled) {
    const auto is_last = [&](const store::FoundSerial& serial) { return last && shown(serial.row.serial) == *last; };
    const auto found = std::find_if(all.begin(), all.end(), is_last);
    const auto end = found == all.end() ? all.begin() : std::next(found);
    std::vector<std::string> good;
    for (auto one = all.begin(); one != end; ++one)
        if (is_unknown(*one)) good.push_back(one->row.serial);
    TRY(ledger.settle(good, SerialState::printed));
    settled.printed += std::ssize(good);
    for (auto one = end; one != all.end(); ++one) {
        if (!is_unknown(*one)) continue;
        TRY(void_label(ledger, *one, day, not_on_roll));
        ++settled.voided;
    }
    return done;
}

// A label of the run: its reservation, and which of its serials.
struct Place {
    std::size_t product, label;
};

// Of each page the number of labels before it; of the last one also those after it. A partly used sheet holds fewer
// labels than a new one.
std::vector<std::int64_t> labels_before(const page::Imposition& imposition, const Printed& made) {
    std::vector<std::int64_t> before{0};
    for (std::size_t page = 0; page < made.pages; ++page)
        before.push_back(std::min(before.back() + static_cast<std::int64_t>(imposition.labels_on(page)),
                                  static_cast<std::int64_t>(made.labels)));
    return before;
}

// While it lives Ctrl-C cancels, so that what became of the labels is told and written down.
class StopsGently {
public:
    explicit StopsGently(const job::Surroundings& around) : around_(around) { set(true); }

    ~StopsGently() { set(false); }

    StopsGently(const StopsGently&) = delete;
    StopsGently& operator=(const StopsGently&) = delete;

private:
    void set(bool gently) const {
        if (around_.stops_gently) around_.stops_gently(gently);
    }

    const job::Surroundings& around_;
};

class LogBooks {
public:
    LogBooks(LabelIssue& issue, std::vector<std::int64_t> labels_before, AtPrinter& end)
        : issue_(issue),
          labels_before_(std::move(labels_before)),
          end_(end) {
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
                    (is_printed ? end_.printed : end_.not_known) += labels_before_at(end) - labels_before_at(first);
                    return each_product(first, end, [&](const store::Reservation& part) -> Outcome {
                        for (const auto& kept : part.serials)
                            if (!is_printed) end_.unknown.push_back(shown(kept));
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
        return each_product(
            pages_sent_, std::ssize(labels_before_) - 1, [&](const store::Reservation& part) -> Outcome {
                for (const auto& kept : part.serials)
                    TRY(issue_.ledger().void_serial(shown(kept), part.issue.product, day, never_sent));
                return done;
            });
    }

private:
    std::int64_t labels_before_at(std::int64_t page) const {
        return labels_before_[static_cast<std::size_t>(std::min(page, std::ssize(labels_before_) - 1))];
    }

    // Calls `take` for the labels on the pages first … end-1, a product at a time; never where they have no serials.
    template <class Take>
    Outcome each_product(std::int64_t first, std::int64_t end, const Take& take) {
        first = labels_before_at(first);
        end = std::min(labels_before_at(end), std::ssize(places_)); // none where the labels have no serials
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
    std::vector<std::int64_t> labels_before_;
    AtPrinter& end_;
    std::vector<Place> places_;
    std::int64_t pages_sent_ = 0;
};

} // namespace

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
    const auto& [address, kind, answers, certificate, pages] = *known.connection;
    auto printer = TRY(printers::AnyPrinter::open(kind, address, certificate));
    // A queue that is mute about its labels still tells of itself.
    if (kind == printers::Kind::ipp || answers != printers::Answers::mute) {
        const auto state = printer.state();
        if (!state) return error(Cause::io, "printer.silent", {name});
        if (state->trouble != printers::Trouble::none)
            return error(Cause::refused, "printer.trouble", {name, trouble_words(state->trouble, around.lang)});
    }
    HeldPrinter held(name, store, *std::move(lock), std::move(printer), answers);
    held.found_unknown_ = std::move(found_unknown);
    held.paper_.pages = pages;
    return Result<HeldPrinter>(std::move(held));
}

Outcome HeldPrinter::take_paper(SizeMm page) {
    const auto facts = printer_.facts();
    if (!facts) return error(Cause::io, "printer.silent", {name_});
    if (!facts->has_paper(page))
        return error(Cause::refused, "printer.no_such_paper", {name_, size_words(page), paper_words(facts->papers)});
    paper_.size = page;
    paper_.refuses_others = facts->never_scales;
    return done;
}

Result<HeldPrinter::Tried>
HeldPrinter::try_out(const std::function<Result<std::vector<TestLoad>>(SizeMm loaded)>& loads_for) {
    const auto facts = printer_.facts();
    if (facts) paper_.size = facts->loaded.value_or(SizeMm{{210}, {297}});
    const auto all = TRY(loads_for(paper_.size));
    std::vector<printers::Load> loads;
    for (const auto& one : all)
        loads.push_back({one.commands, one.pages});
    auto answers = printer_.answers();
    const printers::Books none{[](std::int64_t, std::int64_t) -> Outcome { return done; },
                               [](std::int64_t, std::int64_t, printers::Fate) -> Outcome { return done; }};
    const auto fed = TRY(printer_.feed(answers, paper_, loads, none));
    // An office printer that completed the job and counted nothing does not count.
    if (facts && fed.printed == 0 && fed.trouble == printers::Trouble::other) answers = printers::Answers::mute;
    return Tried{fed, answers};
}

Result<AtPrinter> HeldPrinter::print(LabelIssue& issue,
                                     const Printed& made,
                                     const page::Imposition& imposition,
                                     const job::Surroundings& around) {
    const auto file = commands_file(around.home, name_);
    const auto commands = TRY(read_file(file, most_command_bytes));
    std::vector<printers::Load> loads;
    for (std::size_t at = 0; const auto& block : made.blocks) {
        loads.push_back({std::string_view(commands).substr(at, block.bytes), block.pages});
        at += block.bytes;
    }
    const StopsGently gently(around);
    auto open = TRY(read_open(around.home, name_));
    open.sending = Sent{store_, {}};
    for (const auto& reservation : issue.run())
        open.sending->runs.push_back(reservation.issue.id);
    TRY(write_open(around.home, name_, open));
    AtPrinter end;
    LogBooks books(issue, labels_before(imposition, made), end);
    end.fed = TRY(printer_.feed(answers_, paper_, loads, books.books(), around.is_cancelled));
    TRY(books.end(around.today));
    end.unsent = static_cast<std::int64_t>(made.labels) - end.printed - end.not_known;
    end.has_serials = issue.holds_serials();
    if (!end.unknown.empty()) open.unsettled.push_back(*std::move(open.sending));
    open.sending.reset();
    TRY(write_open(around.home, name_, open));
    std::filesystem::remove(file);
    return end;
}

Result<Settled>
settle_labels(const job::Surroundings& around, const std::string& printer, const LastGood& last, Date day) {
    TRY(make_private_folder(folder(around.home)));
    const auto lock = TRY(FileLock::try_take(folder(around.home) / (printer + ".lock")));
    if (!lock) return error(Cause::io, "printer.in_use", {printer});
    TRY(settle_earlier_run(around, printer));
    auto open = TRY(read_open(around.home, printer));
    if (open.unsettled.empty()) return error(Cause::missing, "print.nothing_unknown", {printer});
    Settled settled;
    bool is_known = !last;
    OpenLabels left;
    for (auto& sent : open.unsettled) {
        auto ledger = TRY(store::Ledger::open(around.home, sent.store));
        const auto all = TRY(on_the_roll(ledger, sent));
        const bool has_last = std::any_of(
            all.begin(), all.end(), [&](const auto& serial) { return last && shown(serial.row.serial) == *last; });
        is_known |= has_last;
        // The last good label of one time says nothing of labels that went out at another.
        if (has_last || !last) {
            TRY(settle_sent(ledger, all, last, day, settled));
        } else {
            settled.left += std::count_if(all.begin(), all.end(), is_unknown);
            left.unsettled.push_back(std::move(sent));
        }
    }
    if (!is_known) return error(Cause::missing, "print.other_label", {*last, printer});
    TRY(write_open(around.home, printer, left));
    return settled;
}

} // namespace temsao::press
