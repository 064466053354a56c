// What strangers send to a witness, and what witnesses answer: no crash; what is read is written again as it was, and
// nothing is signed that did not grow out of what was seen.
#include "holds.h"
#include "trace/cosignature.h"
#include "trace/witness_request.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao::trace;
    static const auto key = SecretKey::from_seed({7});
    static const NoteVerifier log{"ocop-log/1", key.public_key()};
    static const Witness witness{"witness/1", key.public_key()};
    const std::string text(data, data + size);
    if (const auto request = read_witness_request(text)) {
        HOLDS(write_witness_request(*request) == text);
        const auto judged = judge_request(*request, log, {});
        HOLDS(judged.answer != WitnessAnswer::cosign || open_note(request->checkpoint, log));
    }
    if (const auto policy = read_policy(text)) {
        HOLDS(write_policy(*policy) == text);
        HOLDS(meets("", *policy).ok() == (policy->needed == 0));
    }
    if (const auto note = with_cosignature(text, text, witness)) HOLDS(cosignature_on(*note, witness));
    return 0;
}
