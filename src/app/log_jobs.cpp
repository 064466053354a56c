// What was printed, and proof of it: log show, audit, prove, check, declare, export; serial void, reissue.
#include "app/jobs.h"
#include "app/json.h"
#include "app/label_issue.h"
#include "base/file.h"
#include "base/text.h"
#include "store/list_store.h"

#include <array>
#include <limits>

namespace temsao::app {
namespace {

namespace merkle = trace::merkle;
constexpr std::size_t longest_reason = 200; // bytes

Json number_or_null(const std::optional<std::int64_t>& number) {
    return number ? Json(*number) : Json(nullptr);
}

// "name value" lines of an entry, the first line left out.
Json entry_json(const std::string& entry) {
    Json json = Json::object();
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

Result<trace::NoteVerifier> verifier_for(const Request& request, const Surroundings& around) {
    if (request.has("key")) return trace::NoteVerifier::parse(request.text("key"));
    auto ledger = open_ledger(request, around);
    if (!ledger) return ledger.error();
    return ledger->verifier();
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

Json unprinted_json(const std::vector<store::Issue>& unprinted) {
    Json runs = Json::array();
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

// One line of the table that `log show` prints.
std::string run_line(const std::array<std::string, 7>& cells) {
    constexpr std::array<std::size_t, 6> widths{7, 13, 16, 12, 9, 12};
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i)
        line += padded(cells[i], widths[i]);
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

Report proof_report(const std::string& proof, const Request& request, Lang lang) {
    Report report;
    report.words = request.has("out") ? say({"log.proof_written", {request.text("out")}}, lang) + "\n" : proof;
    report.json = dump({{"file", request.has("out") ? Json(request.text("out")) : Json(nullptr)}, {"proof", proof}});
    return report;
}

// Of a run that was never printed.
Result<Report> void_reserved_run(const Request& request, const Surroundings& around) {
    const auto run = number_option(request, "run", 0, 1, std::numeric_limits<int>::max());
    if (!run) return run.error();
    auto ledger = open_ledger(request, around);
    if (!ledger) return ledger.error();
    const auto ended = ledger->give_up(*run);
    if (!ended) return ended.error();
    Report report;
    report.words = say({"serial.run_voided", {std::to_string(*run), std::to_string(*ended)}}, around.lang) + "\n";
    report.json = dump({{"issue", *run}, {"serials", *ended}, {"state", "voided"}});
    return report;
}

// As it goes into the log. Error sighting.text.
Result<std::string> read_reason(const Request& request) {
    auto reason = tidy(request.text("reason"));
    if (reason.size() > longest_reason)
        return error(Cause::usage, "sighting.text", {"reason", std::to_string(longest_reason)});
    return reason;
}

} // namespace

Result<Report> show_log(const Request& request, const Surroundings& around) {
    const auto most = number_option(request, "last", 20, 1, 1'000'000);
    if (!most) return most.error();
    auto ledger = open_ledger(request, around);
    if (!ledger) return ledger.error();
    const auto size = ledger->log_size();
    if (!size) return size.error();
    const auto issues = ledger->issues(*most);
    if (!issues) return issues.error();
    const auto unprinted = ledger->unprinted();
    if (!unprinted) return unprinted.error();
    const auto verifier = ledger->verifier();
    const auto checkpoint = ledger->checkpoint();

    Report report;
    Json runs = Json::array();
    if (!issues->empty()) report.words = run_headings(around.lang);
    for (const auto& issue : *issues) {
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
    report.words += unprinted_words(*unprinted, around.lang);
    report.words += say({"log.summary", {std::to_string(*size)}}, around.lang) + "\n";
    if (verifier) report.words += say({"log.key", {verifier->text()}}, around.lang) + "\n";
    report.json = dump({{"size", *size},
                        {"key", verifier ? Json(verifier->text()) : Json(nullptr)},
                        {"checkpoint", checkpoint ? Json(*checkpoint) : Json(nullptr)},
                        {"issues", runs},
                        {"unprinted", unprinted_json(*unprinted)}});
    return report;
}

Result<Report> audit_log(const Request& request, const Surroundings& around) {
    auto ledger = open_ledger(request, around);
    if (!ledger) return ledger.error();
    const auto audit = ledger->audit();
    if (!audit) return audit.error();
    Report report;
    Json rows = Json::array();
    bool any_over = false;
    for (const auto& [count, declared, over] : audit->rows) {
        const std::string state = over ? "over" : declared ? "within" : "undeclared";
        any_over = any_over || over;
        report.words += padded(count.certificate, 18) + padded(count.product, 16) + padded(count.lot, 12) +
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
    report.words += unprinted_words(audit->unprinted, around.lang);
    report.words += say({audit->holds() ? "log.holds" : "log.broken",
                         {std::to_string(audit->size), std::to_string(audit->checkpoints)}},
                        around.lang) +
                    "\n";
    report.json = dump({{"holds", audit->holds()},
                        {"size", audit->size},
                        {"entries_hold", audit->entries_hold},
                        {"checkpoints", audit->checkpoints},
                        {"broken_checkpoints", audit->broken_checkpoints},
                        {"serials_astray", audit->astray},
                        {"lots", rows},
                        {"unprinted", unprinted_json(audit->unprinted)}});
    report.exit_status = !audit->holds() ? 1 : any_over ? 2 : 0;
    return report;
}

Result<Report> prove_log(const Request& request, const Surroundings& around) {
    if (request.has("serial") == request.has("since")) return error(Cause::usage, "log.prove_what");
    auto ledger = open_ledger(request, around);
    if (!ledger) return ledger.error();
    std::string text;
    if (request.has("since")) {
        const auto older = read_file(request.text("since"), trace::largest_note);
        if (!older) return older.error();
        const auto proof = ledger->prove_since(*older);
        if (!proof) return proof.error();
        text = trace::write_proof(*proof);
    } else {
        const auto serial = trace::read_serial(request.text("serial"));
        if (!serial) return serial.error();
        const auto proof = ledger->prove(*serial, key_of(request.text("of")));
        if (!proof) return proof.error();
        text = trace::write_proof(*proof);
    }
    if (request.has("out"))
        if (auto written = write_file(request.text("out"), text); !written) return written.error();
    return proof_report(text, request, around.lang);
}

Result<Report> check_log_proof(const Request& request, const Surroundings& around) {
    const auto file = read_file(request.text("file"), trace::largest_proof);
    if (!file) return file.error();
    const auto verifier = verifier_for(request, around);
    if (!verifier) return verifier.error();
    const auto proved = trace::check_proof(*file, *verifier);
    if (!proved) return proved.error();
    const auto& head = proved->checkpoint;
    Report report;
    if (proved->entry.empty()) {
        report.words =
            say({"log.consistent", {std::to_string(proved->older_size), std::to_string(head.size)}}, around.lang);
        report.json =
            dump({{"ok", true}, {"log", head.origin}, {"size", head.size}, {"older_size", proved->older_size}});
    } else {
        report.words = say({"log.included", {std::to_string(proved->index), std::to_string(head.size), head.origin}},
                           around.lang) +
                       "\n" + make_showable(proved->entry);
        report.json = dump({{"ok", true},
                            {"log", head.origin},
                            {"size", head.size},
                            {"index", proved->index},
                            {"entry", entry_json(proved->entry)}});
    }
    if (!report.words.ends_with('\n')) report.words += "\n";
    return report;
}

Result<Report> declare_lot(const Request& request, const Surroundings& around) {
    const auto quantity = number_option(request, "quantity", 0, 0, 1'000'000'000);
    if (!quantity) return quantity.error();
    const auto day = date_option(request, "date", around.today);
    if (!day) return day.error();
    auto lists = store::ListStore::open(around.home);
    if (!lists) return lists.error();
    const auto product = lists->find(key_of(request.text("key")));
    if (!product) return product.error();
    if (!*product) return error(Cause::missing, "list.no_product", {request.text("key")});
    auto ledger = open_ledger(request, around);
    if (!ledger) return ledger.error();
    store::Declaration declaration{.product = (*product)->key,
                                   .lot = request.text("lot"),
                                   .certificate = catalog::certificate_on(**product, *day).decision,
                                   .day = *day,
                                   .quantity = *quantity};
    if (declaration.lot.size() > 20) return error(Cause::data, "trace.lot_length", {declaration.lot, "20"});
    if (auto declared = ledger->declare(declaration); !declared) return declared.error();
    Report report;
    report.words =
        say({"log.declared", {(*product)->name, declaration.lot, std::to_string(*quantity)}}, around.lang) + "\n";
    report.json = dump({{"product", declaration.product}, {"lot", declaration.lot}, {"quantity", *quantity}});
    return report;
}

// The log as static files of C2SP tlog-tiles, for any web server. Full tiles never change, so they are written once.
Result<Report> export_log(const Request& request, const Surroundings& around) {
    auto ledger = open_ledger(request, around);
    if (!ledger) return ledger.error();
    const auto checkpoint = ledger->checkpoint();
    if (!checkpoint) return checkpoint.error();
    const auto verifier = ledger->verifier();
    if (!verifier) return verifier.error();
    const auto head = trace::open_checkpoint(*checkpoint, *verifier);
    if (!head) return head.error();
    const std::filesystem::path folder = request.text("folder");
    std::int64_t files = 0;
    const auto put = [&](const std::string& name, const std::string& bytes) -> Outcome {
        std::error_code failed;
        std::filesystem::create_directories((folder / name).parent_path(), failed);
        if (failed) return error(Cause::io, "file.unwritable", {(folder / name).string(), failed.message()});
        ++files;
        return write_file(folder / name, bytes);
    };
    for (int level = -1, step = 0; level < 0 || head->size >> step > 0; ++level, step = 8 * level) {
        const auto hashes = head->size >> step; // of this level; entries are counted like level 0
        for (std::int64_t number = 0; number * merkle::tile_width < hashes; ++number) {
            const auto width = std::min(merkle::tile_width, hashes - number * merkle::tile_width);
            const auto name = merkle::tile_path(level, number, width);
            std::error_code ignored;
            if (width == merkle::tile_width && std::filesystem::exists(folder / name, ignored)) continue;
            auto bytes = level < 0 ? ledger->bundle(number, head->size) : ledger->tile(level, number);
            if (!bytes) return bytes.error();
            if (level >= 0) bytes->resize(static_cast<std::size_t>(width) * sizeof(merkle::Hash));
            if (auto written = put(name, *bytes); !written) return written.error();
        }
    }
    // Last, so that whoever reads it finds everything it speaks of.
    if (auto written = put("checkpoint", *checkpoint); !written) return written.error();
    Report report;
    report.words =
        say({"log.exported", {std::to_string(head->size), folder.string(), std::to_string(files)}}, around.lang) + "\n";
    report.json =
        dump({{"folder", folder.string()}, {"size", head->size}, {"files", files}, {"key", verifier->text()}});
    return report;
}

Result<Report> void_serial(const Request& request, const Surroundings& around) {
    if (request.has("serial") == request.has("run")) return error(Cause::usage, "serial.or_run");
    if (request.has("run")) return void_reserved_run(request, around);
    const auto serial = trace::read_serial(request.text("serial"));
    if (!serial) return serial.error();
    const auto day = date_option(request, "date", around.today);
    if (!day) return day.error();
    const auto reason = read_reason(request);
    if (!reason) return reason.error();
    auto ledger = open_ledger(request, around);
    if (!ledger) return ledger.error();
    if (auto ended = ledger->void_serial(*serial, key_of(request.text("of")), *day, *reason); !ended)
        return ended.error();
    Report report;
    report.words = say({"serial.voided", {trace::show_serial(*serial)}}, around.lang) + "\n";
    report.json = dump({{"serial", *serial}, {"state", "voided"}});
    return report;
}

Result<Report> reissue_serial(const Request& request, const Surroundings& around) {
    const auto serial = trace::read_serial(request.text("serial"));
    if (!serial) return serial.error();
    const auto day = date_option(request, "date", around.today);
    if (!day) return day.error();
    const auto reason = read_reason(request);
    if (!reason) return reason.error();
    auto ledger = open_ledger(request, around);
    if (!ledger) return ledger.error();
    const auto fresh = ledger->reissue(*serial, key_of(request.text("of")), *day, *reason);
    if (!fresh) return fresh.error();
    const auto& by = fresh->serials.front();
    Report report;
    report.words =
        say({"serial.reissued",
             {trace::show_serial(*serial), trace::show_serial(by), fresh->issue.product, fresh->issue.lot, by}},
            around.lang) +
        "\n";
    report.json = dump({{"serial", *serial},
                        {"state", "reissued"},
                        {"by", by},
                        {"check", std::string(1, trace::serial_check(by))},
                        {"product", fresh->issue.product},
                        {"lot", fresh->issue.lot}});
    return report;
}

} // namespace temsao::app
