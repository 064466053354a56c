// Witnesses: log witness. A key says what it is of: a witness that our log asks, or a log that
// this machine is a witness for.
#include "job/json.h"
#include "job/read_options.h"
#include "office/jobs.h"
#include "office/witness_policy.h"
#include "store/desk_store.h"
#include "store/witness_key.h"
#include "store/witnessed_logs.h"

#include <algorithm>
#include <charconv>

namespace temsao::office {
namespace {

constexpr std::size_t longest_url = 500;

struct WitnessWish {
    std::string what; // a key, a name or a number
    std::string url, store;
};

// Error witness.url {text} (Cause::usage).
Result<WitnessWish> read_witness_wish(const job::Request& request) {
    WitnessWish wish{request.text("what"), request.text("url"), request.text("store")};
    const bool is_address = wish.url.starts_with("http://") || wish.url.starts_with("https://");
    const bool is_plain = std::all_of(wish.url.begin(), wish.url.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!wish.url.empty() && (!is_address || !is_plain || wish.url.size() > longest_url))
        return error(Cause::usage, "witness.url", {wish.url.substr(0, longest_url)});
    while (wish.url.ends_with('/'))
        wish.url.pop_back();
    return wish;
}

// Error witness.number {text, most} (Cause::usage).
Result<int> number_in(const std::string& text) {
    int number = -1;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = failed == std::errc{} && end == text.data() + text.size();
    constexpr int most = static_cast<int>(trace::most_witnesses);
    if (is_whole && number >= 0 && number <= most) return number;
    return error(Cause::usage, "witness.number", {text, std::to_string(most)});
}

Result<job::Report>
ask_witness(const trace::Witness& witness, const WitnessWish& wish, const job::Surroundings& around) {
    if (wish.url.empty()) return error(Cause::usage, "witness.url_needed", {witness.name});
    TRY(change_witness_policy(around.home, [&](trace::WitnessPolicy& policy) -> Outcome {
        std::erase_if(policy.members, [&](const auto& member) {
            return member.witness.name == witness.name || member.witness.key == witness.key;
        });
        if (policy.members.size() == trace::most_witnesses)
            return error(Cause::refused, "witness.too_many", {std::to_string(trace::most_witnesses)});
        policy.members.push_back({witness, wish.url});
        return done;
    }));
    job::Report report;
    report.words = say({"witness.asked", {witness.name, wish.url}}, around.lang) + "\n";
    report.json = {{"name", witness.name}, {"key", witness.text()}, {"url", wish.url}, {"kind", "witness"}};
    return report;
}

Result<job::Report> watch(const trace::NoteVerifier& log, const WitnessWish& wish, const job::Surroundings& around) {
    const auto own = TRY(store::own_witness_key(around.home));
    const auto desk = TRY(store::DeskStore::open(around.home, wish.store));
    TRY(store::watch_log(*desk, own.witness.name, log));
    job::Report report;
    report.words = say({"witness.watched", {log.name, own.witness.text()}}, around.lang) + "\n";
    report.json = {{"name", log.name}, {"key", log.text()}, {"kind", "log"}, {"witness", own.witness.text()}};
    return report;
}

Result<job::Report> add_witness(const WitnessWish& wish, const job::Surroundings& around) {
    if (const auto witness = trace::Witness::parse(wish.what)) return ask_witness(*witness, wish, around);
    const auto log = trace::NoteVerifier::parse(wish.what);
    if (!log) return error(Cause::usage, "witness.no_key", {wish.what.substr(0, longest_url)});
    return watch(*log, wish, around);
}

Result<job::Report> list_witnesses(const WitnessWish& wish, const job::Surroundings& around) {
    const auto policy = TRY(witness_policy(around.home));
    const auto own = TRY(store::load_witness_key(around.home));
    job::Report report;
    auto asked = job::Json::array(), watched = job::Json::array();
    for (const auto& [witness, url] : policy.members) {
        report.words += say({"witness.row_asked", {witness.name, url}}, around.lang) + "\n";
        asked.push_back({{"name", witness.name}, {"key", witness.text()}, {"url", url}});
    }
    if (!policy.members.empty())
        report.words +=
            say({"witness.row_needed", {std::to_string(policy.needed), std::to_string(policy.members.size())}},
                around.lang) +
            "\n";
    if (own) {
        const auto desk = TRY(store::DeskStore::open(around.home, wish.store));
        for (const auto& log : TRY(store::witnessed_logs(*desk, own->witness.name))) {
            const auto name = log.verifier.substr(0, log.verifier.find('+'));
            const auto size = std::to_string(log.seen.size);
            report.words +=
                say({log.is_watched ? "witness.row_watched" : "witness.row_left", {name, size}}, around.lang) + "\n";
            watched.push_back(
                {{"name", name}, {"key", log.verifier}, {"size", log.seen.size}, {"watched", log.is_watched}});
        }
        report.words += say({"witness.own_key", {own->witness.text()}}, around.lang) + "\n";
    }
    if (report.words.empty()) report.words = say({"witness.none", {}}, around.lang) + "\n";
    report.json = {{"witnesses", asked},
                   {"needed", policy.needed},
                   {"logs", watched},
                   {"key", own ? job::Json(own->witness.text()) : job::Json(nullptr)}};
    return report;
}

Result<job::Report> remove_witness(const WitnessWish& wish, const job::Surroundings& around) {
    const auto& name = wish.what;
    bool is_removed = false;
    TRY(change_witness_policy(around.home, [&](trace::WitnessPolicy& policy) -> Outcome {
        is_removed = std::erase_if(policy.members, [&](const auto& member) { return member.witness.name == name; }) > 0;
        const auto left = policy.members.size();
        if (policy.needed <= static_cast<int>(left)) return done;
        return error(Cause::refused, "witness.still_needed", {std::to_string(policy.needed), std::to_string(left)});
    }));
    if (const auto own = TRY(store::load_witness_key(around.home)); own && !is_removed) {
        const auto desk = TRY(store::DeskStore::open(around.home, wish.store));
        is_removed = TRY(store::stop_watching(*desk, own->witness.name, name));
    }
    if (!is_removed) return error(Cause::missing, "witness.unknown", {name});
    job::Report report;
    report.words = say({"witness.removed", {name}}, around.lang) + "\n";
    report.json = {{"name", name}};
    return report;
}

Result<job::Report> need_witnesses(const WitnessWish& wish, const job::Surroundings& around) {
    const auto needed = TRY(number_in(wish.what));
    std::size_t known = 0;
    TRY(change_witness_policy(around.home, [&](trace::WitnessPolicy& policy) -> Outcome {
        known = policy.members.size();
        if (needed > static_cast<int>(known))
            return error(Cause::refused, "witness.too_few_known", {std::to_string(needed), std::to_string(known)});
        policy.needed = needed;
        return done;
    }));
    job::Report report;
    report.words =
        say({needed == 0 ? "witness.need_none" : "witness.need", {std::to_string(needed), std::to_string(known)}},
            around.lang) +
        "\n";
    report.json = {{"needed", needed}, {"witnesses", known}};
    return report;
}

} // namespace

Result<job::Report> keep_witnesses(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_witness_wish(request));
    const auto& action = request.text("action");
    if (action == "list") return list_witnesses(wish, around);
    const bool is_known = action == "add" || action == "remove" || action == "need";
    if (!is_known) return error(Cause::usage, "witness.action", {action});
    if (wish.what.empty()) return error(Cause::usage, "witness.what", {action});
    if (action == "add") return add_witness(wish, around);
    return action == "remove" ? remove_witness(wish, around) : need_witnesses(wish, around);
}

} // namespace temsao::office
