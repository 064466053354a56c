#include "base/coding.h"
#include "catch.h"
#include "sample_keys.h"
#include "sample_log.h"
#include "system/file.h"
#include "trace/bundle.h"
#include "trace/log_proof.h"

#include <sstream>

using namespace temsao;
using namespace temsao::trace;
using namespace temsao::trace::test;

namespace {

const NoteVerifier log_key{"ocop-log/1", key_of(1).public_key()};

Witness witness_of(std::uint8_t first) {
    return {"witness/" + std::to_string(first), key_of(first).public_key()};
}

Bundle bundle_of(int needed) {
    WitnessPolicy policy{.log = log_key, .members = {}, .needed = needed};
    for (const std::uint8_t first : {10, 20, 30})
        policy.members.push_back({witness_of(first)});
    return {.edition = {7, *Date::from(2026, 11, 1)},
            .province = "Hà Tĩnh",
            .list = "key,name\n1,Mật ong\n",
            .certificates = ring().certificates(),
            .revocations = ring().revocations(),
            .policy = policy};
}

// Puts the entry into a log of six, which these witnesses sign.
EnterList enter_with(std::vector<std::uint8_t> witnesses) {
    return [witnesses = std::move(witnesses)](const std::string& entry) -> Result<Entered> {
        Log log;
        log.grow({"a", "b", "c", entry, "d", "e"});
        const merkle::Tree tree(6, log.read);
        const Checkpoint head{log_key.name, 6, *tree.root()};
        auto note = write_checkpoint(head, key_of(1));
        for (const auto first : witnesses)
            note += cosign(checkpoint_text(head), witness_of(first).name, key_of(first), 1795997435);
        return Entered{write_proof(InclusionProof{entry, 3, *tree.inclusion(3), note}),
                       LogMark{log_key.text(), 6, head.root}};
    };
}

std::string id_of(const std::string& file) {
    const auto bundle = read_bundle(file, root_key().public_key());
    return bundle ? "" : bundle.error().what.id;
}

} // namespace

TEST_CASE("a bundle that needs witnesses is taken with as many as it asks for, and refused with fewer") {
    for (int needed = 1; needed <= 3; ++needed)
        for (const auto& signers :
             std::vector<std::vector<std::uint8_t>>{{}, {10}, {10, 10}, {20, 30}, {40, 10}, {10, 20, 30}}) {
            std::size_t count = 0; // different ones of the policy
            for (const std::uint8_t first : {10, 20, 30})
                count += std::find(signers.begin(), signers.end(), first) != signers.end();
            const auto file = write_bundle(bundle_of(needed), root_key(), enter_with(signers));
            REQUIRE(file);
            INFO(count << " of " << needed);
            CHECK(id_of(*file) == (static_cast<int>(count) >= needed ? "" : "witness.too_few"));
        }
}

TEST_CASE("a bundle that needs witnesses is read back as it was written, with its proof") {
    const auto file = *write_bundle(bundle_of(2), root_key(), enter_with({10, 20}));
    CHECK(file.starts_with("temsao bundle 3\n"));
    const auto back = read_bundle(file, root_key().public_key());
    REQUIRE(back);
    CHECK(back->list == bundle_of(2).list);
    CHECK(back->certificates == bundle_of(2).certificates);
    CHECK(write_policy(*back->policy) == write_policy(*bundle_of(2).policy));
    CHECK(back->log->size == 6);
    CHECK(*write_bundle(*back, root_key()) == file);
    CHECK(log_mark_of(file, root_key().public_key()) == back->log);
    // without one it has the form of before, also when it enters a log
    auto without = bundle_of(2);
    without.policy.reset();
    const auto plain = *write_bundle(without, root_key(), enter_with({10, 20}));
    CHECK(plain.starts_with("temsao bundle 2\n")); // for its sealed-from date
    CHECK(read_bundle(plain, root_key().public_key())->log->size == 6);
}

TEST_CASE("the proof of one list serves no other, and an error of the log is the error of the list") {
    const auto one = *write_bundle(bundle_of(2), root_key(), enter_with({10, 20}));
    auto other = *read_bundle(one, root_key().public_key());
    other.edition.sequence = 8;
    CHECK(id_of(*write_bundle(other, root_key())) == "bundle.not_in_log");
    other.edition.sequence = 7;
    other.list += "2,Trà\n";
    CHECK(id_of(*write_bundle(other, root_key())) == "bundle.not_in_log");
    const auto failed = write_bundle(
        bundle_of(2), root_key(), [](const std::string&) -> Result<Entered> { return error(Cause::io, "log.empty"); });
    CHECK(failed.error().what.id == "log.empty");
}

TEST_CASE("bundles that need witnesses are read as the second reader reads them") {
    const auto bytes = read_file(std::string(TEMSAO_SOURCE_DIR) + "/tests/vectors/witnessed_bundles.txt", 1 << 20);
    REQUIRE(bytes.ok());
    std::optional<PublicKey> root;
    std::istringstream lines(*bytes);
    int good = 0, bad = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream fields(line);
        std::string kind, what, file;
        std::getline(std::getline(std::getline(fields, kind, '\t'), what, '\t'), file, '\t');
        INFO(kind << " " << what);
        if (kind == "root") root = *PublicKey::parse(what);
        if (file.empty()) continue;
        CHECK(read_bundle(*temsao::from_base64(file), *root).ok() == (kind == "good"));
        ++(kind == "good" ? good : bad);
    }
    CHECK(good == 4);
    CHECK(bad == 17);
}

TEST_CASE("each altered byte of a bundle that needs witnesses is noticed, or was none of what it says") {
    const auto file = *write_bundle(bundle_of(3), root_key(), enter_with({10, 20, 30}));
    const auto whole = *read_bundle(file, root_key().public_key());
    for (std::size_t i = 0; i < file.size(); ++i) {
        auto altered = file;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        const auto back = read_bundle(altered, root_key().public_key());
        if (!back) continue;
        INFO(i);
        CHECK(back->list == whole.list);
        CHECK(write_policy(*back->policy) == write_policy(*whole.policy));
    }
    CHECK(read_bundle(file, root_key().public_key()).ok());
}
