// Serials that end: serial void, serial reissue.
#include "base/text.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/jobs.h"
#include "office/product_meant.h"
#include "store/ledger.h"

#include <limits>

namespace temsao::office {
namespace {

constexpr std::size_t longest_reason = 200; // bytes

// One label's serial, to be ended in the print log.
struct SerialWish {
    std::string serial;
    std::string product; // its key; may be empty where the serial says it all
    Date day;
    std::string reason; // tidy, as it goes into the log
    std::string store;
};

// Errors: date.form, sighting.text, those of trace::read_serial and product_meant.
Result<SerialWish> read_serial_wish(const job::Request& request, const job::Surroundings& around) {
    auto serial = TRY(trace::read_serial(request.text("serial")));
    const auto day = TRY(job::date_option(request, "date", around.today));
    auto reason = tidy(request.text("reason"));
    if (reason.size() > longest_reason)
        return error(Cause::usage, "sighting.text", {"reason", std::to_string(longest_reason)});
    auto product = TRY(product_meant(around.home, request.text("of")));
    return SerialWish{std::move(serial), std::move(product), day, std::move(reason), request.text("store")};
}

// Of a run that was never printed.
Result<job::Report> void_reserved_run(store::Ledger& ledger, int run, Lang lang) {
    const auto ended = TRY(ledger.give_up(run));
    job::Report report;
    report.words = say({"serial.run_voided", {std::to_string(run), std::to_string(ended)}}, lang) + "\n";
    report.json = {{"issue", run}, {"serials", ended}, {"state", "voided"}};
    return report;
}

} // namespace

Result<job::Report> void_serial(const job::Request& request, const job::Surroundings& around) {
    if (request.has("serial") == request.has("run")) return error(Cause::usage, "serial.or_run");
    if (request.has("run")) {
        const auto run = TRY(job::number_option(request, "run", 0, 1, std::numeric_limits<int>::max()));
        auto ledger = TRY(store::Ledger::open(around.home, request.text("store")));
        return void_reserved_run(ledger, run, around.lang);
    }
    const auto wish = TRY(read_serial_wish(request, around));
    auto ledger = TRY(store::Ledger::open(around.home, wish.store));
    TRY(ledger.void_serial(wish.serial, wish.product, wish.day, wish.reason));
    job::Report report;
    report.words = say({"serial.voided", {trace::show_serial(wish.serial)}}, around.lang) + "\n";
    report.json = {{"serial", wish.serial}, {"state", "voided"}};
    return report;
}

Result<job::Report> reissue_serial(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_serial_wish(request, around));
    auto ledger = TRY(store::Ledger::open(around.home, wish.store));
    const auto fresh = TRY(ledger.reissue(wish.serial, wish.product, wish.day, wish.reason));
    const auto& by = fresh.serials.front();
    job::Report report;
    report.words = say({"serial.reissued",
                        {trace::show_serial(wish.serial),
                         trace::show_serial(by),
                         fresh.issue.product,
                         job::as_shell_word(fresh.issue.lot),
                         by,
                         fresh.issue.options}},
                       around.lang) +
                   "\n";
    report.json = {{"serial", wish.serial},
                   {"state", "reissued"},
                   {"by", by},
                   {"check", std::string(1, trace::serial_check(by))},
                   {"product", fresh.issue.product},
                   {"lot", fresh.issue.lot}};
    return report;
}

} // namespace temsao::office
