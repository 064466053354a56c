// What was printed, and proof of it: log show, audit, prove, check, declare, export; serial void, reissue.
#include "base/text.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/jobs.h"
#include "office/open_ledger.h"
#include "store/list_store.h"
#include "system/file.h"

#include <limits>

namespace temsao::office {
namespace {

namespace merkle = trace::merkle;
constexpr std::size_t longest_reason = 200; // bytes

job::Json number_or_null(const std::optional<std::int64_t>& number) {
    return number ? job::Json(*number) : job::Json(nullptr);
}

// "name value" lines of an entry, the first line left out.
job::Json entry_json(const std::string& entry) {
    job::Json json = job::Json::object();
    std::istringstream lines(entry);
    std::string line;
    std::getline(lines, line);
    json["kind"] = line;
    while (std::getline(lines, line)) {
        const auto space = std::min(line.find(' '), line.size());
        json[line.substr(0, space)] = space < line.size() ? line.substr(space + 1) : "";
    }
    return json;
}

Result<trace::NoteVerifier> verifier_for(const job::Request& request, const job::Surroundings& around) {
    if (request.has("key")) return trace::NoteVerifier::parse(request.text("key"));
    auto ledger = TRY(open_ledger(request, around));
    return ledger.verifier();
}

// Of runs that were reserved and not printed: what a person can do about each.
std::string unprinted_words(const std::vector<store::Issue>& unprinted, Lang lang) {
    std::string words;
    for (const auto& issue : unprinted)
        words += say({"log.unprinted",
                      {std::to_string(issue.id),
                       issue.product,
                       issue.day.iso(),
                       std::to_string(issue.labels - issue.withdrawn)}},
                     lang) +
                 "\n";
    return words;
}

job::Json unprinted_json(const std::vector<store::Issue>& unprinted) {
    job::Json runs = job::Json::array();
    for (const auto& issue : unprinted)
        runs.push_back({{"issue", issue.id},
                        {"product", issue.product},
                        {"lot", issue.lot},
                        {"day", issue.day.iso()},
                        {"labels", issue.labels - issue.withdrawn}});
    return runs;
}

std::string_view state_of(const store::Issue& issue) {
    return issue.first_leaf ? "printed" : issue.labels > issue.withdrawn ? "reserved" : "voided";
}

job::Report proof_report(const std::string& proof, const job::Request& request, Lang lang) {
    job::Report report;
    report.words = request.has("out") ? say({"log.proof_written", {request.text("out")}}, lang) + "\n" : proof;
    report.json = {{"file", request.has("out") ? job::Json(request.text("out")) : job::Json(nullptr)},
                   {"proof", proof}};
    return report;
}

// Of a run that was never printed.
Result<job::Report> void_reserved_run(const job::Request& request, const job::Surroundings& around) {
    const auto run = TRY(job::number_option(request, "run", 0, 1, std::numeric_limits<int>::max()));
    auto ledger = TRY(open_ledger(request, around));
    const auto ended = TRY(ledger.give_up(run));
    job::Report report;
    report.words = say({"serial.run_voided", {std::to_string(run), std::to_string(ended)}}, around.lang) + "\n";
    report.json = {{"issue", run}, {"serials", ended}, {"state", "voided"}};
    return report;
}

// As it goes into the log. Error sighting.text.
Result<std::string> read_reason(const job::Request& request) {
    auto reason = tidy(request.text("reason"));
    if (reason.size() > longest_reason)
        return error(Cause::usage, "sighting.text", {"reason", std::to_string(longest_reason)});
    return reason;
}

// One line of the table that `log show` prints.
std::string run_line(const std::array<std::string, 7>& cells) {
    constexpr std::array<std::size_t, 6> widths{7, 13, 16, 12, 9, 12};
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i)
        line += job::padded(cells[i], widths[i]);
    return line + cells.back() + "\n";
}

std::string run_headings(Lang lang) {
    const auto words = [&](const char* column) { return say({std::string("log.column.") + column, {}}, lang); };
    return run_line({words("run"),
                     words("day"),
                     words("product"),
                     words("lot"),
                     words("labels"),
                     words("state"),
                     words("certificate")});
}

std::string run_words(const store::Issue& issue, Lang lang) {
    return run_line({std::to_string(issue.id),
                     issue.day.shown(lang),
                     issue.product,
                     issue.lot,
                     std::to_string(issue.labels),
                     say({"state." + std::string(state_of(issue)), {}}, lang),
                     issue.certificate});
}

} // namespace

Result<job::Report> show_log(const job::Request& request, const job::Surroundings& around) {
    const auto most = TRY(job::number_option(request, "last", 20, 1, 1'000'000));
    auto ledger = TRY(open_ledger(request, around));
    const auto size = TRY(ledger.log_size());
    const auto issues = TRY(ledger.issues(most));
    const auto unprinted = TRY(ledger.unprinted());
    const auto verifier = ledger.verifier();
    const auto checkpoint = ledger.checkpoint();

    job::Report report;
    job::Json runs = job::Json::array();
    if (!issues.empty()) report.words = run_headings(around.lang);
    for (const auto& issue : issues) {
        report.words += run_words(issue, around.lang);
        runs.push_back({{"issue", issue.id},
                        {"day", issue.day.iso()},
                        {"product", issue.product},
                        {"certificate", issue.certificate},
                        {"lot", issue.lot},
                        {"labels", issue.labels},
                        {"serials", issue.has_serials},
                        {"state", state_of(issue)},
                        {"first_entry", number_or_null(issue.first_leaf)}});
    }
    report.words += unprinted_words(unprinted, around.lang);
    report.words += say({"log.summary", {std::to_string(size)}}, around.lang) + "\n";
    if (verifier) report.words += say({"log.key", {verifier->text()}}, around.lang) + "\n";
    report.json = {{"size", size},
                   {"key", verifier ? job::Json(verifier->text()) : job::Json(nullptr)},
                   {"checkpoint", checkpoint ? job::Json(*checkpoint) : job::Json(nullptr)},
                   {"issues", runs},
                   {"unprinted", unprinted_json(unprinted)}};
    return report;
}

Result<job::Report> audit_log(const job::Request& request, const job::Surroundings& around) {
    auto ledger = TRY(open_ledger(request, around));
    const auto audit = TRY(ledger.audit());
    job::Report report;
    job::Json rows = job::Json::array();
    bool any_over = false;
    for (const auto& [count, declared, over] : audit.rows) {
        const std::string state = over ? "over" : declared ? "within" : "undeclared";
        any_over = any_over || over;
        report.words += job::padded(count.certificate, 18) + job::padded(count.product, 16) +
                        job::padded(count.lot, 12) +
                        say({"log.audit_row",
                             {std::to_string(count.printed),
                              std::to_string(count.ended),
                              declared ? std::to_string(*declared) : "-"}},
                            around.lang) +
                        (over ? "  " + say({"log.audit_over", {}}, around.lang) : "") + "\n";
        rows.push_back({{"certificate", count.certificate},
                        {"product", count.product},
                        {"lot", count.lot},
                        {"printed", count.printed},
                        {"ended", count.ended},
                        {"declared", number_or_null(declared)},
                        {"state", state}});
    }
    report.words += unprinted_words(audit.unprinted, around.lang);
    report.words += say({audit.holds() ? "log.holds" : "log.broken",
                         {std::to_string(audit.size), std::to_string(audit.checkpoints)}},
                        around.lang) +
                    "\n";
    report.json = {{"holds", audit.holds()},
                   {"size", audit.size},
                   {"entries_hold", audit.entries_hold},
                   {"checkpoints", audit.checkpoints},
                   {"broken_checkpoints", audit.broken_checkpoints},
                   {"serials_astray", audit.inconsistent},
                   {"lots", rows},
                   {"unprinted", unprinted_json(audit.unprinted)}};
    report.exit_status = !audit.holds() ? 1 : any_over ? 2 : 0;
    return report;
}

Result<job::Report> prove_log(const job::Request& request, const job::Surroundings& around) {
    if (request.has("serial") == request.has("since")) return error(Cause::usage, "log.prove_what");
    auto ledger = TRY(open_ledger(request, around));
    std::string text;
    if (request.has("since")) {
        const auto older = TRY(read_file(request.text("since"), trace::largest_note));
        const auto proof = TRY(ledger.prove_since(older));
        text = trace::write_proof(proof);
    } else {
        const auto serial = TRY(trace::read_serial(request.text("serial")));
        const auto proof = TRY(ledger.prove(serial, job::key_of(request.text("of"))));
        text = trace::write_proof(proof);
    }
    if (request.has("out")) TRY(write_file(request.text("out"), text));
    return proof_report(text, request, around.lang);
}

Result<job::Report> check_log_proof(const job::Request& request, const job::Surroundings& around) {
    const auto file = TRY(read_file(request.text("file"), trace::largest_proof));
    const auto verifier = TRY(verifier_for(request, around));
    const auto proved = TRY(trace::check_proof(file, verifier));
    const auto& head = proved.checkpoint;
    job::Report report;
    if (proved.entry.empty()) {
        report.words =
            say({"log.consistent", {std::to_string(proved.older_size), std::to_string(head.size)}}, around.lang);
        report.json = {{"ok", true}, {"log", head.origin}, {"size", head.size}, {"older_size", proved.older_size}};
    } else {
        report.words =
            say({"log.included", {std::to_string(proved.index), std::to_string(head.size), head.origin}}, around.lang) +
            "\n" + make_showable(proved.entry);
        report.json = {{"ok", true},
                       {"log", head.origin},
                       {"size", head.size},
                       {"index", proved.index},
                       {"entry", entry_json(proved.entry)}};
    }
    if (!report.words.ends_with('\n')) report.words += "\n";
    return report;
}

Result<job::Report> declare_lot(const job::Request& request, const job::Surroundings& around) {
    const auto quantity = TRY(job::number_option(request, "quantity", 0, 0, 1'000'000'000));
    const auto day = TRY(job::date_option(request, "date", around.today));
    auto lists = TRY(store::ListStore::open(around.home));
    const auto product = TRY(lists.find(job::key_of(request.text("key"))));
    if (!product) return error(Cause::missing, "list.no_product", {request.text("key")});
    auto ledger = TRY(open_ledger(request, around));
    store::Declaration declaration{.product = product->key,
                                   .lot = request.text("lot"),
                                   .certificate = catalog::certificate_on(*product, day).decision,
                                   .day = day,
                                   .quantity = quantity};
    if (declaration.lot.size() > 20) return error(Cause::data, "trace.lot_length", {declaration.lot, "20"});
    TRY(ledger.declare(declaration));
    job::Report report;
    report.words =
        say({"log.declared", {product->name, declaration.lot, std::to_string(quantity)}}, around.lang) + "\n";
    report.json = {{"product", declaration.product}, {"lot", declaration.lot}, {"quantity", quantity}};
    return report;
}

// The log as static files of C2SP tlog-tiles, for any web server. Full tiles never change, so they are written once.
Result<job::Report> export_log(const job::Request& request, const job::Surroundings& around) {
    auto ledger = TRY(open_ledger(request, around));
    const auto checkpoint = TRY(ledger.checkpoint());
    const auto verifier = TRY(ledger.verifier());
    const auto head = TRY(trace::open_checkpoint(checkpoint, verifier));
    const std::filesystem::path folder = request.text("folder");
    std::int64_t files = 0;
    const auto put = [&](const std::string& name, const std::string& bytes) -> Outcome {
        std::error_code failed;
        std::filesystem::create_directories((folder / name).parent_path(), failed);
        if (failed) return error(Cause::io, "file.unwritable", {(folder / name).string(), failed.message()});
        ++files;
        return write_file(folder / name, bytes);
    };
    for (int level = -1, step = 0; level < 0 || head.size >> step > 0; ++level, step = 8 * level) {
        const auto hashes = head.size >> step; // of this level; entries are counted like level 0
        for (std::int64_t number = 0; number * merkle::tile_width < hashes; ++number) {
            const auto width = std::min(merkle::tile_width, hashes - number * merkle::tile_width);
            const auto name = merkle::tile_path(level, number, width);
            std::error_code ignored;
            if (width == merkle::tile_width && std::filesystem::exists(folder / name, ignored)) continue;
            auto bytes = TRY(level < 0 ? ledger.bundle(number, head.size) : ledger.tile(level, number));
            if (level >= 0) bytes.resize(static_cast<std::size_t>(width) * sizeof(merkle::Hash));
            TRY(put(name, bytes));
        }
    }
    // Last, so that whoever reads it finds everything it speaks of.
    TRY(put("checkpoint", checkpoint));
    job::Report report;
    report.words =
        say({"log.exported", {std::to_string(head.size), folder.string(), std::to_string(files)}}, around.lang) + "\n";
    report.json = {{"folder", folder.string()}, {"size", head.size}, {"files", files}, {"key", verifier.text()}};
    return report;
}

Result<job::Report> void_serial(const job::Request& request, const job::Surroundings& around) {
    if (request.has("serial") == request.has("run")) return error(Cause::usage, "serial.or_run");
    if (request.has("run")) return void_reserved_run(request, around);
    const auto serial = TRY(trace::read_serial(request.text("serial")));
    const auto day = TRY(job::date_option(request, "date", around.today));
    const auto reason = TRY(read_reason(request));
    auto ledger = TRY(open_ledger(request, around));
    TRY(ledger.void_serial(serial, job::key_of(request.text("of")), day, reason));
    job::Report report;
    report.words = say({"serial.voided", {trace::show_serial(serial)}}, around.lang) + "\n";
    report.json = {{"serial", serial}, {"state", "voided"}};
    return report;
}

Result<job::Report> reissue_serial(const job::Request& request, const job::Surroundings& around) {
    const auto serial = TRY(trace::read_serial(request.text("serial")));
    const auto day = TRY(job::date_option(request, "date", around.today));
    const auto reason = TRY(read_reason(request));
    auto ledger = TRY(open_ledger(request, around));
    const auto fresh = TRY(ledger.reissue(serial, job::key_of(request.text("of")), day, reason));
    const auto& by = fresh.serials.front();
    job::Report report;
    report.words = say({"serial.reissued",
                        {trace::show_serial(serial), trace::show_serial(by), fresh.issue.product, fresh.issue.lot, by}},
                       around.lang) +
                   "\n";
    report.json = {{"serial", serial},
                   {"state", "reissued"},
                   {"by", by},
                   {"check", std::string(1, trace::serial_check(by))},
                   {"product", fresh.issue.product},
                   {"lot", fresh.issue.lot}};
    return report;
}

} // namespace temsao::office
