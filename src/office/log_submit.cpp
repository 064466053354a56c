// Logs from hand to hand: log submit at the producer's, log take at the office.
#include "job/read_options.h"
#include "office/jobs.h"
#include "office/key_folder.h"
#include "office/permits.h"
#include "store/ledger.h"
#include "store/submissions.h"
#include "system/file.h"

namespace temsao::office {
namespace {

struct SubmitWish {
    std::string key, store;
    std::filesystem::path out;
    bool all = false; // also what was handed in before
    PassphraseSource passphrase;
};

SubmitWish read_submit_wish(const job::Request& request, const job::Surroundings& around) {
    return {.key = request.text("key"),
            .store = request.text("store"),
            .out = request.text("out"),
            .all = request.has("all"),
            .passphrase = read_passphrase_wish(request, around)};
}

// Whose key it is. Errors (Cause::refused) submission.key_unknown {key}, submission.key_revoked {key, from},
// submission.key_not_then {key, producer, day}.
Result<std::string> producer_of(const trace::PublicKey& key, Date day, const trace::KeyRing& permits) {
    const auto shown = trace::show_key_id(key.id());
    if (const auto* revoked = permits.revoked(trace::Revoked::key, key.base64()))
        return error(Cause::refused, "submission.key_revoked", {shown, revoked->from.iso()});
    std::string producer;
    for (const auto* permit : permits.find(key.id())) {
        if (permit->key != key) continue;
        if (permit->covers(day)) return permit->producer;
        producer = permit->producer;
    }
    if (producer.empty()) return error(Cause::refused, "submission.key_unknown", {shown});
    return error(Cause::refused, "submission.key_not_then", {shown, producer, day.iso()});
}

// Lots that the producer calls back, as its log says.
std::vector<std::string> recalls_in(const std::vector<std::string>& entries) {
    std::vector<std::string> lots;
    for (const auto& text : entries) {
        const auto entry = store::read_entry(text);
        if (entry.kind == "event" && entry.value("kind") == "recall")
            lots.push_back(entry.value("product") + "/" + entry.value("lot"));
    }
    return lots;
}

} // namespace

Result<job::Report> submit_log(const job::Request& request, const job::Surroundings& around) {
    const auto wish = read_submit_wish(request, around);
    const KeyFolder folder(around.home);
    TRY(folder.find(wish.key));
    auto ledger = TRY(store::Ledger::open(around.home, wish.store));
    const auto submission = TRY(ledger.submissions().entries_to_submit(wish.all, around.today));
    if (submission.entries.empty()) { // an empty file would take the place of one that was not sent yet
        job::Report report;
        report.words = say({"submission.nothing_new", {submission.log.name}}, around.lang) + "\n";
        report.json = {
            {"file", nullptr}, {"log", submission.log.text()}, {"from", submission.from}, {"entries", 0}, {"bytes", 0}};
        return report;
    }
    const auto secret = TRY(folder.unlock(wish.key, wish.passphrase, around.lang));
    const auto bytes = TRY(trace::write_submission(submission, secret));
    TRY(write_file(wish.out, bytes));
    TRY(ledger.submissions().note_submitted(submission)); // after the file: a second try hands in the same once more
    const auto count = std::to_string(submission.entries.size());
    job::Report report;
    report.words = say({"submission.written",
                        {submission.log.name, count, wish.out.string(), std::to_string((bytes.size() + 1023) / 1024)}},
                       around.lang) +
                   "\n";
    report.json = {{"file", wish.out.string()},
                   {"log", submission.log.text()},
                   {"from", submission.from},
                   {"entries", submission.entries.size()},
                   {"bytes", bytes.size()}};
    return report;
}

Result<job::Report> take_log(const job::Request& request, const job::Surroundings& around) {
    const auto file = TRY(read_file(request.text("file"), trace::largest_submission));
    const auto opened = TRY(trace::read_submission(file));
    const auto producer = TRY(producer_of(opened.signer, opened.submission.day, TRY(known_permits(around.home))));
    auto ledger = TRY(store::Ledger::open(around.home, request.text("store")));
    const auto taking = TRY(ledger.submissions().take(opened, producer, around.today));
    job::Report report;
    std::vector<std::string> facts{opened.submission.log.name, producer, std::to_string(taking.size)};
    const bool is_new = taking.size > taking.before;
    if (is_new) facts.push_back(std::to_string(taking.size - taking.before));
    report.words = say({is_new ? "submission.taken" : "submission.known", std::move(facts)}, around.lang) + "\n";
    std::vector<std::string> lines;
    const auto recalled = recalls_in(opened.submission.entries);
    for (const auto& lot : recalled)
        lines.push_back(say({"submission.recall", {producer, lot}}, around.lang));
    job::append_first(report.remarks, lines, "lot.more_lines", around.lang);
    report.json = {{"log", opened.submission.log.text()},
                   {"producer", producer},
                   {"before", taking.before},
                   {"size", taking.size},
                   {"recalled", recalled}};
    return report;
}

} // namespace temsao::office
