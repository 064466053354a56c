// Proof of what was printed, for others to check: log prove, log check.
#include "base/text.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/copy_of_log.h"
#include "office/jobs.h"
#include "office/key_folder.h"
#include "office/product_meant.h"
#include "office/trusted_list.h"
#include "store/ledger.h"
#include "system/file.h"

#include <sstream>

namespace temsao::office {
namespace {

// A proof to check, against the key given or that of our own log.
struct ProofWish {
    std::string file; // or folder, or address
    std::optional<std::string> key;
    std::string store;
    std::optional<trace::WitnessPolicy> policy; // whose signatures are needed; empty: none
};

// A policy in a file, else that of the signed list which this machine goes by, or which was published here. Error
// log.policy {file} (Cause::data).
Result<std::optional<trace::WitnessPolicy>> policy_for(const std::optional<std::string>& file,
                                                       const std::filesystem::path& home) {
    if (file) {
        auto policy = trace::read_policy(TRY(read_file(*file, trace::largest_note)));
        if (!policy) return error(Cause::data, "log.policy", {*file});
        return policy;
    }
    if (auto trusted = TRY(load_trusted(home))) return std::move(trusted->policy);
    const KeyFolder own(home);
    const auto root = TRY(own.root_if_there());
    const auto bytes = TRY(read_if_there(own.published_file(), trace::largest_bundle));
    if (!root || !bytes) return std::optional<trace::WitnessPolicy>();
    const auto bundle = trace::read_bundle(*bytes, *root);
    return bundle ? bundle->policy : std::nullopt;
}

Result<ProofWish> read_proof_wish(const job::Request& request, const std::filesystem::path& home) {
    return ProofWish{request.text("file"),
                     job::text_option(request, "key"),
                     request.text("store"),
                     TRY(policy_for(job::text_option(request, "policy"), home))};
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

Result<trace::NoteVerifier> verifier_for(const ProofWish& wish, const std::filesystem::path& home) {
    if (wish.key) return trace::NoteVerifier::parse(*wish.key);
    auto ledger = TRY(store::Ledger::open_to_read(home, wish.store));
    auto own = ledger.verifier();
    if (!own && wish.policy && wish.policy->log) return *wish.policy->log; // a machine without a log of its own
    return own;
}

job::Report proof_report(const std::string& proof, const std::optional<std::string>& out, Lang lang) {
    job::Report report;
    report.words = out ? say({"log.proof_written", {*out}}, lang) + "\n" : proof;
    report.json = {{"file", out ? job::Json(*out) : job::Json(nullptr)}, {"proof", proof}};
    return report;
}

// Of the log that the policy is about: who signed. Error witness.too_few.
Outcome
tell_signers(const std::string& note, const ProofWish& wish, const std::string& log, Lang lang, job::Report& report) {
    if (!wish.policy || (wish.policy->log && wish.policy->log->name != log)) return done;
    TRY(trace::meets(note, *wish.policy));
    const auto signers = trace::cosigners(note, *wish.policy);
    report.words += say({"log.witnessed",
                         {std::to_string(signers.size()),
                          std::to_string(wish.policy->members.size()),
                          std::to_string(wish.policy->needed)}},
                        lang) +
                    "\n";
    report.json["witnesses"] = {{"signed", signers}, {"needed", wish.policy->needed}};
    return done;
}

// `log check` of a folder that `log export` wrote, or of a copy of it at an address.
Result<job::Report> check_copy(const ProofWish& wish, const job::Surroundings& around) {
    const auto verifier = verifier_for(wish, around.home);
    if (!verifier && verifier.error().cause == Cause::missing) return error(Cause::usage, "log.copy_key");
    const auto copy = TRY(read_copy(wish.file, TRY(verifier)));
    job::Report report;
    report.words =
        say({"log.copy_whole", {wish.file, copy.head.origin, std::to_string(copy.head.size)}}, around.lang) + "\n";
    report.json = {{"ok", true}, {"log", copy.head.origin}, {"size", copy.head.size}};
    TRY(tell_signers(copy.note, wish, copy.head.origin, around.lang, report));
    return report;
}

} // namespace

Result<job::Report> prove_log(const job::Request& request, const job::Surroundings& around) {
    if (request.has("serial") == request.has("since")) return error(Cause::usage, "log.prove_what");
    auto ledger = TRY(store::Ledger::open_to_read(around.home, request.text("store")));
    std::string text;
    if (request.has("since")) {
        const auto older = TRY(read_file(request.text("since"), trace::largest_note));
        const auto proof = TRY(ledger.prove_since(older));
        text = trace::write_proof(proof);
    } else {
        const auto serial = TRY(trace::read_serial(request.text("serial")));
        const auto product = TRY(product_meant(around.home, request.text("of")));
        const auto proof = TRY(ledger.prove(serial, product));
        text = trace::write_proof(proof);
    }
    if (request.has("out")) TRY(write_file(request.text("out"), text));
    return proof_report(text, job::text_option(request, "out"), around.lang);
}

Result<job::Report> check_log_proof(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_proof_wish(request, around.home));
    if (is_copy_of_log(wish.file)) return check_copy(wish, around);
    const auto file = TRY(read_file(wish.file, trace::largest_proof));
    const auto verifier = TRY(verifier_for(wish, around.home));
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
    TRY(tell_signers(proved.note, wish, head.origin, around.lang, report));
    return report;
}

} // namespace temsao::office
