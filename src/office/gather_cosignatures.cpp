#include "office/gather_cosignatures.h"

#include "base/recorded_number.h"
#include "base/text.h"
#include "http/fetch.h"
#include "job/json.h"

#include <future>

namespace temsao::office {
namespace {

constexpr int status_conflict = 409, status_not_grown = 422;
constexpr std::size_t most_answer_bytes = 64 << 10, longest_words = 200;

// Of one witness, while it is asked.
struct Asked {
    const trace::WitnessPolicy::Member* member;
    std::string request;
    std::string lines;       // its answer, when it signed
    Message why;             // when it did not
    std::int64_t seen = -1;  // how many entries it signed last, when it says so
    bool is_against = false; // it has seen another history, or a longer one
};

// The size and a line end (c2sp.org/tlog-witness); -1 for any other answer.
std::int64_t size_in(std::string_view body) {
    return body.ends_with('\n') ? recorded_number(body.substr(0, body.size() - 1)).value_or(-1) : -1;
}

// What a person may read of a refusal: the detail of a problem document (RFC 9457), else the text as it came.
std::string words_in(const std::string& body) {
    if (const auto json = job::read_json(body); json && json->is_object())
        if (const auto detail = json->find("detail"); detail != json->end() && detail->is_string())
            return make_line(detail->get<std::string>());
    return make_line(body.substr(0, longest_words));
}

void note_other_history(Asked& asked) {
    asked.why = {"witness.other_history", {asked.member->witness.name}};
    asked.is_against = true;
}

void ask(Asked& asked) {
    const auto fetched = http::fetch(
        {.url = asked.member->url + "/add-checkpoint", .body = asked.request, .most_bytes = most_answer_bytes});
    const auto& name = asked.member->witness.name;
    asked.seen = -1;
    if (!fetched)
        asked.why = fetched.error().what;
    else if (fetched->is_ok())
        asked.lines = fetched->body;
    else if (fetched->status == status_conflict && size_in(fetched->body) >= 0)
        asked.seen = size_in(fetched->body);
    else if (fetched->status == status_not_grown)
        note_other_history(asked);
    else
        asked.why = {"witness.refused", {name, std::to_string(fetched->status), words_in(fetched->body)}};
}

void ask_all(const std::vector<Asked*>& all) {
    std::vector<std::future<void>> running;
    for (auto* asked : all)
        running.push_back(std::async(std::launch::async, [asked] { ask(*asked); }));
    for (auto& one : running)
        one.get();
}

// Those that have seen a beginning of this log are asked again, with the proof from there.
Result<std::vector<Asked*>>
ask_again(store::Ledger& ledger, const std::string& note, std::int64_t size, std::vector<Asked>& all) {
    std::vector<Asked*> again;
    for (auto& asked : all) {
        if (asked.seen < 0) continue;
        if (asked.seen > size) {
            asked.why = {"witness.ahead",
                         {asked.member->witness.name, std::to_string(asked.seen), std::to_string(size)}};
            asked.is_against = true;
            continue;
        }
        asked.request = trace::write_witness_request(TRY(ledger.request_since(asked.seen, note)));
        again.push_back(&asked);
    }
    return again;
}

} // namespace

Result<GatheredCosignatures> gather_cosignatures(store::Ledger& ledger, const trace::WitnessPolicy& policy) {
    const auto known = TRY(ledger.verifier());
    const auto note = TRY(ledger.checkpoint());
    const auto size = TRY(trace::open_checkpoint(note, known)).size;
    std::vector<Asked> all;
    for (const auto& member : policy.members)
        all.push_back({&member, trace::write_witness_request(TRY(ledger.request_since(0, note))), {}, {}});
    std::vector<Asked*> first;
    for (auto& asked : all)
        first.push_back(&asked);
    ask_all(first);
    const auto again = TRY(ask_again(ledger, note, size, all));
    ask_all(again);

    GatheredCosignatures gathered{note, {}, {}};
    const auto before = TRY(ledger.cosigned(size)).value_or(std::string());
    for (auto& asked : all) {
        const auto& witness = asked.member->witness;
        if (const auto more = trace::with_cosignature(note, asked.lines, witness)) {
            gathered.note += more->substr(note.size());
            gathered.signers.push_back(witness.name);
            continue;
        }
        if (asked.seen == size) note_other_history(asked); // of as many entries
        if (asked.why.id.empty()) asked.why = {"witness.bad_answer", {witness.name}};
        // What it signed before still counts while it is away, but not against what it says now.
        const auto kept = asked.is_against ? std::nullopt : trace::cosignature_on(before, witness);
        if (kept) {
            gathered.note += kept->line;
            gathered.signers.push_back(witness.name);
        } else {
            gathered.silent.push_back({witness.name, asked.why});
        }
    }
    if (!gathered.signers.empty()) TRY(ledger.keep_cosigned(gathered.note));
    return gathered;
}

std::vector<std::string> silent_words(const GatheredCosignatures& gathered, Lang lang) {
    std::vector<std::string> words;
    for (const auto& [name, why] : gathered.silent)
        words.push_back(say({"witness.silent", {name, say(why, lang)}}, lang));
    return words;
}

} // namespace temsao::office
