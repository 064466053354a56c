#include "trace/cosignature.h"

#include "base/coding.h"
#include "catch.h"
#include "sample_keys.h"
#include "system/file.h"

#include <sstream>

using namespace temsao;
using namespace temsao::trace;
using namespace temsao::trace::test;

namespace {

const Checkpoint head{"ocop-log/1", 1000, merkle::leaf_hash("an entry")};

Witness witness_of(std::uint8_t first) {
    return {"witness/" + std::to_string(first), key_of(first).public_key()};
}

std::string cosigned(const std::string& note, std::uint8_t first, std::int64_t time) {
    return *with_cosignature(
        note, cosign(checkpoint_text(head), witness_of(first).name, key_of(first), time), witness_of(first));
}

WitnessPolicy three(int needed) {
    WitnessPolicy policy{.log = NoteVerifier{"ocop-log/1", root_key().public_key()}, .members = {}, .needed = needed};
    for (const std::uint8_t first : {10, 20, 30})
        policy.members.push_back({witness_of(first)});
    return policy;
}

} // namespace

TEST_CASE("cosignatures that Go's torchwood made are read as it reads them") {
    const auto bytes = read_file(std::string(TEMSAO_SOURCE_DIR) + "/tests/vectors/cosignatures.txt", 1 << 20);
    REQUIRE(bytes.ok());
    std::vector<Witness> witnesses;
    std::istringstream lines(*bytes);
    int notes = 0, bad = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream text(line);
        std::vector<std::string> fields;
        for (std::string field; std::getline(text, field, '\t');)
            fields.push_back(field);
        INFO(line.substr(0, 60));
        if (fields[0] == "log") CHECK(NoteVerifier::parse(fields[1])->text() == fields[1]);
        if (fields[0] == "witness") {
            const auto witness = Witness::parse(fields[1]);
            REQUIRE(witness);
            CHECK(witness->text() == fields[1]);
            CHECK_FALSE(NoteVerifier::parse(fields[1])); // a log has another kind of key
            witnesses.push_back(*witness);
        }
        if (fields[0] != "note" && fields[0] != "bad") continue;
        REQUIRE(witnesses.size() == 2);
        const auto note = *temsao::from_base64(fields.back());
        for (std::size_t i = 0; i < 2; ++i) {
            const auto found = cosignature_on(note, witnesses[i]);
            CHECK((found ? std::to_string(found->time) : "-") == (fields[0] == "note" ? fields[1 + i] : "-"));
        }
        ++(fields[0] == "note" ? notes : bad);
    }
    CHECK(notes == 6);
    CHECK(bad >= 10);
}

TEST_CASE("a cosignature is found among others, the newest of one witness, and no letter of it may change") {
    auto note = write_checkpoint(head, root_key());
    CHECK_FALSE(cosignature_on(note, witness_of(10)));
    note = cosigned(cosigned(cosigned(note, 10, 5), 20, 9), 10, 7);
    CHECK(cosignature_on(note, witness_of(10))->time == 7);
    CHECK(cosignature_on(note, witness_of(20))->time == 9);
    CHECK_FALSE(cosignature_on(note, witness_of(30)));
    CHECK(open_checkpoint(note, {"ocop-log/1", root_key().public_key()})->size == 1000); // the log's own still counts
    const auto only = cosigned(write_checkpoint(head, root_key()), 10, 1795997435);
    const auto line = only.substr(only.rfind("— "));
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        for (const char other : {'A', '7'}) {
            auto altered = only;
            auto& at = altered[only.size() - line.size() + i];
            if (at == other) continue;
            at = other;
            CHECK_FALSE(cosignature_on(altered, witness_of(10)));
        }
    // what is signed is a checkpoint, not any text
    CHECK_FALSE(cosignature_on("text\n\n" + cosign("text\n", "witness/10", key_of(10), 1), witness_of(10)));
}

TEST_CASE("of a witness's answer only its own good cosignature is taken") {
    const auto note = write_checkpoint(head, root_key());
    const auto line = cosign(checkpoint_text(head), "witness/10", key_of(10), 3);
    const auto strange = cosign(checkpoint_text(head), "witness/20", key_of(20), 3);
    CHECK(*with_cosignature(note, strange + line, witness_of(10)) == note + line);
    for (const auto& answer : {std::string(),
                               std::string("no\n"),
                               strange,
                               line.substr(0, line.size() - 1),
                               cosign(checkpoint_text({"ocop-log/1", 999, head.root}), "witness/10", key_of(10), 3),
                               cosign(checkpoint_text(head), "witness/10", key_of(20), 3)})
        CHECK_FALSE(with_cosignature(note, answer, witness_of(10)));
}

TEST_CASE("a policy is met by as many different witnesses as it asks for, and by no fewer") {
    const auto note = write_checkpoint(head, root_key());
    const auto one = cosigned(note, 10, 1), twice = cosigned(one, 10, 2), two = cosigned(one, 30, 2);
    const auto stranger = cosigned(one, 40, 2);
    for (const auto& [text, count] : {std::pair(note, 0), {one, 1}, {twice, 1}, {two, 2}, {stranger, 1}})
        for (int needed = 0; needed <= 3; ++needed) {
            INFO(count << " of " << needed);
            CHECK(meets(text, three(needed)).ok() == (count >= needed));
        }
    const auto wrong = meets(two, three(3)).error().what;
    CHECK(wrong.id == "witness.too_few");
    CHECK(wrong.facts == std::vector<std::string>{"2", "3", "3", "witness/20"});
}

TEST_CASE("a policy is written as C2SP writes one, and nothing else is read as ours") {
    const auto text = write_policy(three(2));
    const auto word = [](std::uint8_t first) { return witness_of(first).name + " " + witness_of(first).text() + "\n"; };
    CHECK(text == "log " + three(2).log->text() + "\nwitness " + word(10) + "witness " + word(20) + "witness " +
                      word(30) + "group witnesses 2 witness/10 witness/20 witness/30\nquorum witnesses\n");
    const auto back = read_policy(text);
    REQUIRE(back);
    CHECK(back->log->text() == three(2).log->text());
    CHECK(back->members == three(2).members);
    CHECK(back->needed == 2);
    auto with_address = three(0);
    with_address.members[1].url = "https://witness.example/ocop";
    CHECK(read_policy(write_policy(with_address))->members == with_address.members);
    CHECK(read_policy("quorum none\n")->members.empty());

    auto twice = three(2); // one key under two names would count twice
    twice.members[1].witness.key = twice.members[0].witness.key;
    std::string same_key = text;
    same_key.replace(
        same_key.find(witness_of(20).text()), witness_of(20).text().size(), twice.members[1].witness.text());
    for (const auto& broken : {std::string(),
                               text + "\n",
                               text.substr(0, text.size() - 1),
                               "#\n" + text,
                               same_key,
                               "witness " + word(20) + "witness " + word(10) + "quorum none\n",
                               "witness " + word(10) + "witness " + word(10) + "quorum none\n",
                               "witness " + word(10) + "group witnesses 2 witness/10\nquorum witnesses\n",
                               "witness " + word(10) + "group witnesses 0 witness/10\nquorum witnesses\n"})
        CHECK_FALSE(read_policy(broken));
}
