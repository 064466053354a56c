#include "trace/note.h"

#include "catch.h"
#include "trace/log_proof.h"
#include "trace/sample_keys.h"

using namespace temsao;
using namespace temsao::trace;

namespace {

SecretKey key(char seed) {
    sodium::Bytes32 bytes;
    bytes.fill(static_cast<std::uint8_t>(seed));
    return SecretKey::from_seed(bytes);
}

} // namespace

TEST_CASE("the note that Go's note package shows is opened with its key") {
    // https://pkg.go.dev/golang.org/x/mod/sumdb/note, example
    const auto verifier = NoteVerifier::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    REQUIRE(verifier.ok());
    const std::string text = "If you think cryptography is the answer to your problem,\n"
                             "then you don't know what your problem is.\n";
    const std::string signature =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
        "otpRZb6KE6RyyBwJnAM=\n";
    const auto opened = open_note(text + "\n" + signature, *verifier);
    REQUIRE(opened.ok());
    CHECK(*opened == text);
    auto other = text;
    other[3] = 'Y';
    CHECK(open_note(other + "\n" + signature, *verifier).error().what.id == "note.bad");
}

TEST_CASE("a note is believed for the verifier's signature only") {
    const NoteVerifier ours{"ocop-log/1", key('a').public_key()}, others{"ocop-log/1", key('b').public_key()};
    const auto note = sign_note("some\n\ntext\n", ours.name, key('a'));
    CHECK(*open_note(note, ours) == "some\n\ntext\n");
    CHECK(open_note(note, others).error().what.id == "note.unsigned");
    // a second signature, by a witness, does no harm
    const auto witness = sign_note("some\n\ntext\n", "witness.example", key('c'));
    CHECK(open_note(note + witness.substr(witness.rfind("\n\n") + 2), ours).ok());
    for (const auto& broken : {std::string(),
                               std::string("text\n"),
                               std::string("text\n\n"),
                               note + "x\n",
                               note.substr(0, note.size() - 1),
                               "\x01" + note,
                               note + "\xff\n"})
        CHECK(open_note(broken, ours).error().what.id == "note.form");
    CHECK(NoteVerifier::parse(ours.text())->text() == ours.text());
    for (const std::string broken : {"", "a", "a+b+c", "ocop-log/1+00000000+AQ=="})
        CHECK_FALSE(NoteVerifier::parse(broken).ok());
}

TEST_CASE("a checkpoint says origin, size and root, in C2SP's form") {
    const NoteVerifier verifier{"ocop-log/1", key('a').public_key()};
    const Checkpoint made{"ocop-log/1", 1000, merkle::empty_root()};
    const auto note = write_checkpoint(made, key('a'));
    CHECK(note.starts_with("ocop-log/1\n1000\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— ocop-log/1 "));
    CHECK(*open_checkpoint(note, verifier) == made);
    for (const std::string text : {"ocop-log/1\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                                   "ocop-log/1\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                                   "ocop-log/2\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                                   "ocop-log/1\n1\n47DEQpj8\n",
                                   "ocop-log/1\n1\n"})
        CHECK(open_checkpoint(sign_note(text, "ocop-log/1", key('a')), verifier).error().what.id == "checkpoint.form");
}

TEST_CASE("a proof file proves its entry, and no altered byte of it passes") {
    const NoteVerifier verifier{"ocop-log/1", key('a').public_key()};
    const auto left = merkle::leaf_hash("left"), right = merkle::leaf_hash("right");
    const auto note = write_checkpoint({"ocop-log/1", 2, merkle::node_hash(left, right)}, key('a'));
    const auto file = write_proof(InclusionProof{"right", 1, {left}, note});
    const auto proved = check_proof(file, verifier);
    REQUIRE(proved.ok());
    CHECK(proved->entry == "right");
    CHECK(proved->checkpoint.size == 2);
    for (std::size_t i = 0; i < file.size(); ++i)
        for (const char flip : {'\x01', '\x20'}) {
            auto altered = file;
            altered[i] = static_cast<char>(altered[i] ^ flip);
            CHECK_FALSE(check_proof(altered, verifier).ok());
        }
    for (std::size_t cut = 0; cut < file.size(); ++cut)
        CHECK_FALSE(check_proof(file.substr(0, cut), verifier).ok());

    const auto older = write_checkpoint({"ocop-log/1", 1, left}, key('a'));
    const auto growth = write_proof(ConsistencyProof{older, note, {right}});
    REQUIRE(check_proof(growth, verifier).ok());
    CHECK(check_proof(growth, verifier)->older_size == 1);
    CHECK_FALSE(check_proof(write_proof(ConsistencyProof{older, note, {left}}), verifier).ok());
    for (std::size_t cut = 0; cut < growth.size(); ++cut)
        CHECK_FALSE(check_proof(growth.substr(0, cut), verifier).ok());
}
