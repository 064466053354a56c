// What was printed: log show, audit, declare, export.
#include "catalog/find_product.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/gather_cosignatures.h"
#include "office/jobs.h"
#include "office/witness_policy.h"
#include "store/ledger.h"
#include "store/list_store.h"
#include "store/log_folders.h"
#include "system/record_file.h"

#include <array>

namespace temsao::office {
namespace {

namespace merkle = trace::merkle;

job::Json number_or_null(const std::optional<std::int64_t>& number) {
    return number ? job::Json(*number) : job::Json(nullptr);
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

// What the folder's checkpoint says must stay true: it is replaced only by one that extends it. Errors (Cause::refused)
// log.other_folder {folder}, log.not_extending {folder, entries here}.
Result<RecordFile> hold_checkpoint(const std::filesystem::path& folder, std::int64_t size, store::Ledger& ledger) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed); // for a web server: others may read it
    if (failed) return error(Cause::io, "file.unwritable", {folder.string(), failed.message()});
    auto held = TRY(RecordFile::hold(folder / store::checkpoint_name));
    const auto published = TRY(held.read(trace::largest_note));
    if (published.empty()) return held;
    const auto extended = TRY(ledger.extends(published));
    if (!extended) return error(Cause::refused, "log.other_folder", {folder.string()});
    if (!*extended) return error(Cause::refused, "log.not_extending", {folder.string(), std::to_string(size)});
    return held;
}

} // namespace

Result<job::Report> show_log(const job::Request& request, const job::Surroundings& around) {
    const auto most = TRY(job::number_option(request, "last", 20, 1, 1'000'000));
    auto ledger = TRY(store::Ledger::open_to_read(around.home, request.text("store")));
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
    auto ledger = TRY(store::Ledger::open_to_read(around.home, request.text("store")));
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
    if (!audit.behind.empty()) report.words += say({"log.behind", {audit.behind}}, around.lang) + "\n";
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
                   {"events_astray", audit.events_inconsistent},
                   {"declarations_astray", audit.declarations_inconsistent},
                   {"taken_astray", audit.taken_inconsistent},
                   {"statements_astray", audit.statements_inconsistent},
                   {"unsigned_entries", audit.unsigned_entries},
                   {"behind", audit.behind.empty() ? job::Json(nullptr) : job::Json(audit.behind)},
                   {"lots", rows},
                   {"unprinted", unprinted_json(audit.unprinted)}};
    report.exit_status = !audit.holds() ? 1 : any_over ? 2 : 0;
    return report;
}

Result<job::Report> declare_lot(const job::Request& request, const job::Surroundings& around) {
    const auto quantity = TRY(job::number_option(request, "quantity", 0, 0, 1'000'000'000));
    const auto day = TRY(job::date_option(request, "date", around.today));
    auto lists = TRY(store::ListStore::open_to_read(around.home));
    const auto list = TRY(lists.load());
    const auto* product =
        TRY(catalog::find_product(list.products, job::key_of(request.text("key")), request.text("key")));
    auto ledger = TRY(store::Ledger::open(around.home, request.text("store")));
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

namespace {

// Writes what of the log is not in the folder yet; returns how many files. Full tiles never change, so they are written
// once.
Result<std::int64_t> write_tiles(store::Ledger& ledger, std::int64_t size, const std::filesystem::path& folder) {
    std::int64_t files = 0;
    const auto put = [&](const std::string& name, const std::string& bytes) -> Outcome {
        std::error_code failed;
        std::filesystem::create_directories((folder / name).parent_path(), failed);
        if (failed) return error(Cause::io, "file.unwritable", {(folder / name).string(), failed.message()});
        ++files;
        return write_file(folder / name, bytes);
    };
    for (int level = -1, step = 0; level < 0 || size >> step > 0; ++level, step = 8 * level) {
        const auto hashes = size >> step; // of this level; entries are counted like level 0
        for (std::int64_t number = 0; number * merkle::tile_width < hashes; ++number) {
            const auto width = std::min(merkle::tile_width, hashes - number * merkle::tile_width);
            const auto name = merkle::tile_path(level, number, width);
            std::error_code ignored;
            if (width == merkle::tile_width && std::filesystem::exists(folder / name, ignored)) continue;
            auto bytes = TRY(level < 0 ? ledger.bundle(number, size) : ledger.tile(level, number));
            if (level >= 0) bytes.resize(static_cast<std::size_t>(width) * sizeof(merkle::Hash));
            TRY(put(name, bytes));
        }
    }
    return files;
}

// Who signed, in words and as JSON; exit status 1 when they are fewer than a signed list needs.
void tell_witnesses(const GatheredCosignatures& gathered,
                    const trace::WitnessPolicy& policy,
                    Lang lang,
                    job::Report& report) {
    report.words +=
        say({"log.cosigned", {std::to_string(gathered.signers.size()), std::to_string(policy.members.size())}}, lang) +
        "\n";
    report.remarks = silent_words(gathered, lang);
    job::Json silent = job::Json::array();
    for (const auto& one : gathered.silent)
        silent.push_back({{"name", one.name}, {"why", say(one.why, lang)}});
    report.json["witnesses"] = {
        {"signed", gathered.signers}, {"silent", silent}, {"needed", policy.needed}, {"asked", policy.members.size()}};
    const auto met = trace::meets(gathered.note, policy);
    if (met) return;
    report.remarks.push_back(say({"log.too_few_witnesses", {std::to_string(policy.needed)}}, lang));
    report.exit_status = 1;
}

} // namespace

// The log as static files of C2SP tlog-tiles, for any web server, with the signatures of its witnesses.
Result<job::Report> export_log(const job::Request& request, const job::Surroundings& around) {
    const auto policy = TRY(witness_policy(around.home));
    auto ledger = TRY(policy.members.empty() ? store::Ledger::open_to_read(around.home, request.text("store"))
                                             : store::Ledger::open(around.home, request.text("store")));
    auto gathered = GatheredCosignatures{TRY(ledger.checkpoint()), {}, {}};
    const auto verifier = TRY(ledger.verifier());
    const std::filesystem::path folder = request.text("folder");
    const auto here = TRY(ledger.log_size());
    const auto held = TRY(hold_checkpoint(folder, here, ledger)); // first: a fork is shown to no witness
    if (!policy.members.empty()) gathered = TRY(gather_cosignatures(ledger, policy));
    const auto head = TRY(trace::open_checkpoint(gathered.note, verifier));
    const auto files = 1 + TRY(write_tiles(ledger, head.size, folder));
    TRY(held.replace(gathered.note)); // last, so that its readers find every entry that it covers
    TRY(store::remember_log_folder(around.home, folder));
    job::Report report;
    report.words =
        say({"log.exported", {std::to_string(head.size), folder.string(), std::to_string(files)}}, around.lang) + "\n";
    report.json = {{"folder", folder.string()}, {"size", head.size}, {"files", files}, {"key", verifier.text()}};
    if (!policy.members.empty()) tell_witnesses(gathered, policy, around.lang, report);
    return report;
}

} // namespace temsao::office
