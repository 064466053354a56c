// Proof of what was printed, for others to check: log prove, log check.
#include "base/text.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/jobs.h"
#include "office/product_meant.h"
#include "store/ledger.h"
#include "system/file.h"

#include <sstream>

namespace temsao::office {
namespace {

// A proof to check, against the key given or that of our own log.
struct ProofWish {
    std::filesystem::path file;
    std::optional<std::string> key;
    std::string store;
};

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
    return ledger.verifier();
}

job::Report proof_report(const std::string& proof, const std::optional<std::string>& out, Lang lang) {
    job::Report report;
    report.words = out ? say({"log.proof_written", {*out}}, lang) + "\n" : proof;
    report.json = {{"file", out ? job::Json(*out) : job::Json(nullptr)}, {"proof", proof}};
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
    const ProofWish wish{request.text("file"), job::text_option(request, "key"), request.text("store")};
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
    return report;
}

} // namespace temsao::office
