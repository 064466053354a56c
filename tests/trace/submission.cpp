// Log files from hand to hand.
#include "trace/submission.h"

#include "catch.h"
#include "trace/sample_keys.h"

#include <map>
#include <random>

using namespace temsao;
using namespace temsao::trace;

namespace {

const Date today = *Date::from(2026, 11, 24);

// A log of so many entries, and what is handed in from `from` on.
Submission submission_of(int size, int from, const SecretKey& log_key) {
    std::map<std::pair<int, std::int64_t>, std::string> tiles;
    merkle::Appender appender(0, {}, [&](int level, std::int64_t number, std::string_view hashes) {
        tiles[{level, number}] = hashes;
    });
    std::vector<std::string> entries;
    for (int i = 0; i < size; ++i) {
        const auto text = "temsao declared 1\nproduct 09520000010003\nlot L" + std::to_string(i) + "\n";
        appender.add(merkle::leaf_hash(text));
        if (i >= from) entries.push_back(text);
    }
    appender.finish();
    const merkle::Tree tree(size, [&](int level, std::int64_t number) { return tiles[{level, number}]; });
    const NoteVerifier log{"ocop-log/1", log_key.public_key()};
    return {.log = log,
            .from = from,
            .day = today,
            .path = from > 0 ? *tree.consistency(from) : merkle::Path(),
            .checkpoint = write_checkpoint({log.name, size, *tree.root()}, log_key),
            .entries = std::move(entries)};
}

} // namespace

TEST_CASE("a log file says what was handed in, whatever its size and where it begins", "[submission]") {
    const auto log_key = test::root_key(), key = test::producer_key();
    for (const auto& [size, from] : {std::pair(1, 0), {1, 1}, {7, 3}, {300, 0}, {300, 256}, {300, 300}, {1000, 999}}) {
        const auto written = submission_of(size, from, log_key);
        const auto file = write_submission(written, key);
        REQUIRE(file.ok());
        const auto read = read_submission(*file);
        REQUIRE(read.ok());
        CHECK(read->signer == key.public_key());
        CHECK(read->checkpoint.size == size);
        CHECK(read->submission.from == from);
        CHECK(read->submission.entries == written.entries);
        CHECK(read->submission.path == written.path);
        CHECK(read->submission.day == today);
        CHECK(read->submission.log.text() == written.log.text());
        CHECK(read->submission.checkpoint == written.checkpoint);
    }
}

TEST_CASE("a log file with one byte changed, taken away or added is refused", "[submission]") {
    const auto file = *write_submission(submission_of(40, 10, test::root_key()), test::producer_key());
    std::mt19937 chance(3);
    for (std::size_t at = 0; at < file.size(); ++at) {
        auto changed = file;
        changed[at] = static_cast<char>(changed[at] ^ (1 << chance() % 8));
        CAPTURE(at);
        CHECK_FALSE(read_submission(changed).ok());
        CHECK_FALSE(read_submission(file.substr(0, at)).ok());
    }
    CHECK_FALSE(read_submission(file + "\n").ok());
}

TEST_CASE("a log file whose entries are not as many as its checkpoint has is refused", "[submission]") {
    auto few = submission_of(40, 10, test::root_key());
    few.entries.pop_back();
    const auto read = read_submission(*write_submission(few, test::producer_key()));
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().what.id == "submission.damaged");
}
