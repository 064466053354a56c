#include "office/witness.h"

#include "base/text.h"
#include "store/witness_key.h"
#include "store/witnessed_logs.h"

namespace temsao::office {
namespace {

using trace::WitnessAnswer;

WitnessReply refusal(WitnessAnswer answer) {
    switch (answer) {
    case WitnessAnswer::malformed: return {400, {}, {"witness.malformed", {}}};
    case WitnessAnswer::not_signed: return {403, {}, {"witness.not_signed", {}}};
    default: return {422, {}, {"witness.not_grown", {}}};
    }
}

WitnessReply unknown_log(const std::string& origin) {
    return {404, {}, {"witness.unknown_log", {make_line(origin)}}};
}

// The size that the asker should start from.
WitnessReply conflict(std::int64_t size) {
    return {409, std::to_string(size) + "\n"};
}

} // namespace

Result<store::DeskStore*> WitnessDesk::opened() {
    const Lock lock(mutex_);
    if (!desk_) desk_ = TRY(store::DeskStore::open(home_, store_));
    return desk_.get();
}

Result<WitnessReply> WitnessDesk::answer(const std::string& body, std::int64_t now) {
    const auto request = trace::read_witness_request(body);
    if (!request) return refusal(WitnessAnswer::malformed);
    const auto key = TRY(store::load_witness_key(home_));
    const auto origin = std::string(trace::origin_of(request->checkpoint));
    if (!key) return unknown_log(origin);
    auto& desk = *TRY(opened());
    const auto log = TRY(store::find_witnessed(desk, key->witness.name, origin));
    if (!log || !log->is_watched) return unknown_log(origin);
    const auto verifier = trace::NoteVerifier::parse(log->verifier);
    if (!verifier) return unknown_log(origin);
    const auto judged = trace::judge_request(*request, *verifier, log->seen);
    if (judged.answer == WitnessAnswer::conflict) return conflict(log->seen.size);
    if (judged.answer != WitnessAnswer::cosign) return refusal(judged.answer);
    if (!TRY(store::keep_seen(desk, *log, judged.next, request->checkpoint))) {
        const auto newer = TRY(store::find_witnessed(desk, key->witness.name, origin)); // another was faster
        return conflict(newer ? newer->seen.size : 0);
    }
    return WitnessReply{200, trace::cosign(judged.text, key->witness.name, key->secret, now)};
}

} // namespace temsao::office
