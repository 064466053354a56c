#include "trace/witness_request.h"

#include "base/coding.h"
#include "base/recorded_number.h"
#include "base/text.h"
#include "trace/fields.h"
#include "trace/note_lines.h"

#include <algorithm>

namespace temsao::trace {
namespace {

constexpr std::size_t most_hashes = 63; // c2sp.org/tlog-witness: a client must not send more
constexpr std::string_view old_word = "old ";

} // namespace

std::string write_witness_request(const WitnessRequest& request) {
    auto body = std::string(old_word) + std::to_string(request.old_size) + "\n";
    for (const auto& hash : request.proof)
        body += temsao::base64(sodium::text_of(hash)) + "\n";
    return body + "\n" + request.checkpoint;
}

std::optional<WitnessRequest> read_witness_request(std::string_view body) {
    if (body.size() > most_request_bytes) return {};
    const auto first = take_line(body);
    if (!first || !first->starts_with(old_word)) return {};
    const auto size = recorded_number(first->substr(old_word.size()));
    if (!size) return {};
    WitnessRequest request{*size, {}, {}};
    for (;;) {
        const auto line = take_line(body);
        if (!line) return {};
        if (line->empty()) break;
        const auto hash = temsao::from_base64(*line);
        if (!hash || hash->size() != sizeof(merkle::Hash) || request.proof.size() == most_hashes) return {};
        std::copy(hash->begin(), hash->end(), request.proof.emplace_back().begin());
    }
    request.checkpoint = body;
    return request;
}

std::string_view origin_of(std::string_view checkpoint) {
    return take_line(checkpoint).value_or("");
}

WitnessJudgement judge_request(const WitnessRequest& request, const NoteVerifier& log, const SeenHistory& seen) {
    const auto parts = take_note_apart(request.checkpoint);
    if (!parts) return {WitnessAnswer::malformed};
    if (!open_note(request.checkpoint, log)) return {WitnessAnswer::not_signed};
    const auto head = read_checkpoint_text(parts->text);
    if (!head || head->origin != log.name || request.old_size > head->size) return {WitnessAnswer::malformed};
    if (request.old_size != seen.size) return {WitnessAnswer::conflict};
    if (head->size == seen.size && head->root != seen.root) return {WitnessAnswer::conflict};
    if (!merkle::extends(head->root, head->size, seen.root, seen.size, request.proof))
        return {WitnessAnswer::not_grown};
    return {WitnessAnswer::cosign, {head->size, head->root}, std::string(parts->text)};
}

} // namespace temsao::trace
