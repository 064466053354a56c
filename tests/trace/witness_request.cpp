#include "trace/witness_request.h"

#include "base/coding.h"
#include "catch.h"
#include "sample_keys.h"
#include "sample_log.h"

#include <random>

using namespace temsao;
using namespace temsao::trace;
using namespace temsao::trace::test;

namespace {

const NoteVerifier log_key{"ocop-log/1", key_of(1).public_key()};

std::string checkpoint(std::int64_t size, const Hash& root, const SecretKey& key = key_of(1)) {
    return write_checkpoint({log_key.name, size, root}, key);
}

// What a log whose entries are these sends to a witness that saw `old`.
WitnessRequest honest(const Log& log, std::int64_t old) {
    const auto size = static_cast<std::int64_t>(log.leaves.size());
    const merkle::Tree tree(size, log.read);
    return {old, *tree.consistency(old), checkpoint(size, *tree.root())};
}

Log log_of(const std::vector<std::string>& entries) {
    Log log;
    log.grow(entries);
    return log;
}

std::vector<std::string> entries_of(std::size_t size, char tag) {
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < size; ++i)
        entries.push_back(std::string(1, tag) + std::to_string(i));
    return entries;
}

SeenHistory seen_of(const Log& log) {
    const auto size = static_cast<std::int64_t>(log.leaves.size());
    return {size, *merkle::Tree(size, log.read).root()};
}

// A request of a log whose history is not the one that the witness saw: each in another way of lying.
WitnessRequest forged(std::mt19937& random, const Log& log, std::size_t seen, const std::vector<std::string>& entries) {
    const auto below = [&](std::size_t n) { return random() % n; };
    auto other = entries;
    other.resize(below(2) ? seen + below(300) : 1 + below(seen), "later");
    const bool is_cut = other.size() < seen;
    if (!is_cut || below(2)) other[below(std::min(seen, other.size()))] += "altered";
    const auto fork = log_of(other);
    const auto n = static_cast<std::int64_t>(other.size()), s = static_cast<std::int64_t>(seen);
    const merkle::Tree tree(n, fork.read);
    auto request = WitnessRequest{s, {}, checkpoint(n, *tree.root())};
    if (s <= n) request.proof = *tree.consistency(s);
    switch (below(7)) {
    case 0: request.old_size = 0, request.proof.clear(); break; // as if the witness knew nothing yet
    case 1:                                                     // another old size, with its good proof
        request.old_size = static_cast<std::int64_t>(below(other.size() + 1));
        request.proof = *tree.consistency(request.old_size);
        break;
    case 2: request.proof = *merkle::Tree(s, log.read).consistency(static_cast<std::int64_t>(below(seen + 1))); break;
    case 3: // hashes left out, doubled, or in another order
        if (!request.proof.empty())
            request.proof.erase(request.proof.begin() + static_cast<long>(below(request.proof.size())));
        break;
    case 4:
        request.proof.insert(request.proof.begin(), merkle::leaf_hash("x"));
        if (request.proof.size() > 1) std::swap(request.proof.front(), request.proof.back());
        break;
    case 5: // the true root at the front: some verifiers took it
        request.proof.insert(request.proof.begin(), *merkle::Tree(s, log.read).root());
        break;
    default: break;
    }
    if (request.proof.size() > 63) request.proof.resize(63);
    return request;
}

} // namespace

TEST_CASE("of ten thousand forked or rolled-back logs a witness signs none, and an honest one always") {
    std::mt19937 random(20);
    int tried = 0, honest_ones = 0;
    for (int witness = 0; witness < 500; ++witness) {
        const auto size = 1 + random() % 400;
        const auto entries = entries_of(size, 'a');
        const auto log = log_of(entries);
        const auto seen = seen_of(log);
        for (int i = 0; i < 20; ++i, ++tried) {
            const auto request = forged(random, log, size, entries);
            const auto judged = judge_request(*read_witness_request(write_witness_request(request)), log_key, seen);
            REQUIRE(judged.answer != WitnessAnswer::cosign);
        }
        auto longer = log;
        longer.grow(entries_of(random() % 300, 'b'));
        const auto judged = judge_request(honest(longer, seen.size), log_key, seen);
        REQUIRE(judged.answer == WitnessAnswer::cosign);
        REQUIRE(judged.next == seen_of(longer));
        REQUIRE(judged.text == checkpoint_text({log_key.name, judged.next.size, judged.next.root}));
        ++honest_ones;
    }
    CHECK(tried == 10'000);
    CHECK(honest_ones == 500);
}

TEST_CASE("a witness's answers are those that C2SP names") {
    const auto log = log_of(entries_of(10, 'a'));
    auto longer = log;
    longer.grow(entries_of(7, 'b'));
    const auto seen = seen_of(log);
    const auto answer = [&](const WitnessRequest& request) { return judge_request(request, log_key, seen).answer; };
    using enum WitnessAnswer;
    const auto good = honest(longer, 10);
    CHECK(answer(good) == cosign);
    CHECK(answer(honest(log, 10)) == cosign); // the same once more
    CHECK(answer({10, {}, "nothing"}) == malformed);
    CHECK(answer({18, {}, good.checkpoint}) == malformed);
    CHECK(answer({10, good.proof, checkpoint(17, seen_of(longer).root, key_of(2))}) == not_signed);
    CHECK(answer(honest(longer, 9)) == conflict);
    CHECK(answer({10, {}, checkpoint(10, merkle::leaf_hash("other"))}) == conflict);
    CHECK(answer({10, {}, good.checkpoint}) == not_grown);
    const auto first = [&](const WitnessRequest& request) { return judge_request(request, log_key, {}).answer; };
    CHECK(first(honest(longer, 0)) == cosign);
    CHECK(first({0, good.proof, good.checkpoint}) == not_grown); // with old size 0 a proof is empty
    CHECK(first({0, {}, checkpoint(0, merkle::empty_root())}) == cosign);
    CHECK(first({0, {}, checkpoint(0, merkle::leaf_hash(""))}) == conflict);
    // a key of the right log, a checkpoint of another one
    CHECK(first({0, {}, sign_note(checkpoint_text({"other", 1, {}}), log_key.name, key_of(1))}) == malformed);
}

TEST_CASE("a request to a witness has one form") {
    const auto log = log_of(entries_of(10, 'a'));
    const auto request = honest(log, 3);
    const auto body = write_witness_request(request);
    const auto back = read_witness_request(body);
    REQUIRE(back);
    CHECK(back->old_size == 3);
    CHECK(back->proof == request.proof);
    CHECK(back->checkpoint == request.checkpoint);
    CHECK(origin_of(back->checkpoint) == log_key.name);
    const auto rest = body.substr(body.find('\n'));
    for (const std::string first : {"",
                                    "old",
                                    "old ",
                                    "old 03",
                                    "old -3",
                                    "old +3",
                                    "old 3 ",
                                    "Old 3",
                                    "old 9223372036854775808",
                                    "old 3\nAAAA",
                                    "old 3\n!"})
        CHECK_FALSE(read_witness_request(first + rest));
    CHECK(read_witness_request("old 9223372036854775807" + rest));
    CHECK_FALSE(read_witness_request("old 3\n"));
    CHECK_FALSE(read_witness_request("old 3\n" + std::string(most_request_bytes, 'A')));
    const auto hash = temsao::base64(sodium::text_of(merkle::empty_root())) + "\n";
    std::string hashes = "old 3\n";
    for (int i = 0; i < 63; ++i)
        hashes += hash;
    CHECK(read_witness_request(hashes + "\n" + request.checkpoint));
    CHECK_FALSE(read_witness_request(hashes + hash + "\n" + request.checkpoint));
}
