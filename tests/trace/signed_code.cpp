#include "base/coding.h"
#include "base/pieces.h"
#include "catch.h"
#include "sample_keys.h"
#include "system/file.h"

#include <cstdlib>
#include <functional>
#include <random>

using namespace temsao;
using namespace temsao::trace;
using namespace temsao::trace::test;

namespace {

SignatureReport check(std::string_view text, const KeyRing& keys, Date today = *Date::from(2026, 11, 24)) {
    const auto parsed = parse(text);
    if (!parsed.code) return {SignatureState::bad, {}, nullptr, {}};
    return check_signature(text, *parsed.code, keys, today);
}

std::string signed_text(const TraceCode& code, const SecretKey& key, int stars = 4) {
    return *make_signed_uri(code, stars, key);
}

std::string with_seal(const std::string& text, const std::function<void(Seal&)>& change) {
    const auto at = text.find("s=") + 2;
    auto seal = *parse_seal(text.substr(at));
    change(seal);
    return text.substr(0, at) + write_seal(seal);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != text.npos);
    return text.replace(at, from.size(), to);
}

// The signature's other half plus the group's order: the same to a lenient verifier.
void malleate(Seal& seal) {
    constexpr std::uint8_t order[32] = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                        0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                        0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += seal.signature[32 + i] + order[i];
        seal.signature[32 + i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
}

// Without the prefix that belongs to trace codes alone.
std::string signed_without_domain() {
    auto text = signed_text(sample(), producer_key());
    const auto at = text.find("s=") + 2;
    return with_seal(text, [&](Seal& seal) { seal.signature = producer_key().sign(text.substr(0, at + 21)); });
}

std::string vectors() {
    const auto producer = producer_key(), lost = lost_key(), root = root_key();
    const auto keys = ring();
    const auto text = signed_text(sample(), producer);
    const auto with_lot = signed_text(sample(true), producer, 5);
    auto internal = sample(true);
    internal.gtin.reset();
    internal.internal_code = "MATONG-01";
    internal.expires.reset();
    auto other_product = sample();
    other_product.gtin = *gs1::Gtin::parse("95200002");
    auto too_late = sample();
    too_late.made = Date::from(2029, 1, 1);
    too_late.expires.reset();
    auto no_day = sample();
    no_day.made.reset();
    no_day.expires.reset();
    auto in_clear = text.substr(0, text.find("s=")) + "17=271124&" + text.substr(text.find("s="));

    std::string file =
        "# Signed trace codes, made by tests/trace/signed_code.cpp (TEMSAO_MAKE_VECTORS=1 writes this file again).\n"
        "# The format is described in src/trace/FORMAT.md. Keys are made from seeds: 32 bytes counting up from 0x00\n"
        "# (root), 0x20 (producer), 0x40 (lost, revoked), 0x80 (of a producer whose goods carry a seal). Fields "
        "between "
        "tabs:\n"
        "#   root PUBLIC-KEY; certificate LINE (itself with tabs); revocation LINE; id PUBLIC-KEY KEY-ID\n"
        "#   ok STARS MADE EXPIRES TEXT     bad WHY TEXT     scope WHY TEXT     key_unknown TEXT     key_revoked TEXT\n"
        "#   key_expired DAY TEXT           what a check on this day says; a day earlier the code is ok\n"
        "#   sealed DAY PRODUCT             the day from which its goods carry a seal, or -\n"
        "#   unsound WHY PUBLIC-KEY         a key that must not be taken for one\n";
    const auto line = [&](std::initializer_list<std::string> fields) {
        std::string row;
        for (const auto& field : fields)
            row += (row.empty() ? "" : "\t") + field;
        file += row + "\n";
    };
    line({"root", root.public_key().base64()});
    for (const auto& certificate : keys.certificates())
        line({"certificate", *write_certificate(certificate, root)});
    for (const auto& revocation : keys.revocations())
        line({"revocation", *write_revocation(revocation)});
    for (const auto* key : {&root, &producer, &lost})
        line({"id", key->public_key().base64(), std::to_string(key->public_key().id())});

    line({"ok", "4", "2026-11-24", "2027-11-24", text});
    line({"ok", "5", "2026-11-24", "2027-11-24", with_lot});
    line({"ok", "4", "2026-11-24", "2027-11-24", *make_signed_uri(sample(), 4, producer, Letters::upper)});
    line({"ok", "3", "2026-11-24", "-", signed_text(internal, producer, 3)});
    line({"bad", "serial altered", replaced(text, "K7M2P9XQ", "K7M2P9XR")});
    line({"bad", "GTIN altered", replaced(text, "09521234543213", "09521234543220")});
    line({"bad", "host altered", replaced(text, "id.ocop.vn", "ib.ocop.vn")});
    line({"bad", "stars raised", with_seal(text, [](Seal& seal) { seal.stars = 5; })});
    line({"bad", "expiry altered", with_seal(text, [](Seal& seal) { seal.expires = Date::from(2027, 11, 25); })});
    line({"bad", "lot taken out", replaced(with_lot, "/10/L261124", "")});
    line({"bad", "signature of another code", with_seal(text, [&](Seal& seal) {
              seal.signature = parse_seal(with_lot.substr(with_lot.find("s=") + 2))->signature;
          })});
    line({"bad", "signed by another key under this id", with_seal(text, [&](Seal& seal) {
              seal.signature = stranger_key().sign("temsao trace code 1\n" + text.substr(0, text.find("s=") + 23));
          })});
    line({"bad", "signed without the prefix", signed_without_domain()});
    line({"bad", "S not reduced", with_seal(text, malleate)});
    line({"bad", "signature of zeros", with_seal(text, [](Seal& seal) { seal.signature = {}; })});
    line({"bad", "R the neutral point, S zero", with_seal(text, [](Seal& seal) {
              seal.signature = {};
              seal.signature[0] = 1;
          })});
    line({"bad", "signature of 2^512 or more", text.substr(0, text.size() - 155) + std::string(155, '9')});
    line({"bad", "format 2", replaced(text, "s=1", "s=2")});
    line({"bad", "a digit short", text.substr(0, text.size() - 1)});
    line({"bad", "a digit more", text + "0"});
    line({"bad", "not digits", replaced(text, "s=1", "s=A")});
    line({"bad", "empty", text.substr(0, text.find("s=") + 2)});
    line({"bad", "plain http", replaced(text, "https", "http")});
    line({"bad", "host in mixed case", replaced(text, "id.ocop", "Id.ocop")});
    line({"bad", "host alone in upper case", replaced(text, "id.ocop.vn", "ID.OCOP.VN")});
    line({"bad", "a stem", replaced(text, "/01/", "/x/01/")});
    line({"bad", "the name of the seal in a capital", replaced(text, "?s=", "?S=")});
    line({"bad", "a fragment", text + "#"});
    line({"bad", "a further parameter", text + "&k=1"});
    line({"bad", "a second seal", text + "&s=1"});
    line({"bad", "an escape not needed", replaced(text, "K7M2P9XQ", "K7M2P9X%51")});
    line({"bad", "GTIN not padded", replaced(text, "/01/0", "/01/")});
    line({"bad", "a date in clear that was not signed", in_clear});
    line({"scope", "product not in the certificate", signed_text(other_product, producer)});
    line({"scope", "made after the certificate's term", signed_text(too_late, producer)});
    line({"key_unknown", signed_text(sample(), stranger_key())});
    line({"key_revoked", signed_text(sample(), lost)});
    line({"key_expired", "2029-01-01", signed_text(no_day, producer)});
    line({"sealed", "2027-01-01", "TRA-01"});
    line({"sealed", "-", "MATONG-01"});
    const auto unsound = [&](const char* why, std::initializer_list<std::pair<int, int>> bytes, std::uint8_t fill = 0) {
        sodium::Bytes32 key;
        key.fill(fill);
        for (const auto& [at, value] : bytes)
            key[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(value);
        line({"unsound", why, temsao::base64(sodium::text_of(key))});
    };
    unsound("order 1, the neutral point", {{0, 1}});
    unsound("order 4", {});
    unsound("order 2", {{0, 0xec}, {31, 0x7f}}, 0xff);
    unsound("order 1, not canonical", {{0, 0xee}, {31, 0x7f}}, 0xff);
    unsound("no point of the curve", {{0, 2}});
    return file;
}

} // namespace

TEST_CASE("the vectors of signed codes are what this program signs and judges") {
    const auto path = std::string(TEMSAO_SOURCE_DIR) + "/tests/vectors/signed_code.txt";
    if (std::getenv("TEMSAO_MAKE_VECTORS")) REQUIRE(write_file(path, vectors()));
    const auto file = read_file(path, 1'000'000);
    REQUIRE(file);
    CHECK(*file == vectors());

    // Judged as a stranger would: from the file alone.
    std::optional<PublicKey> root;
    std::vector<KeyCertificate> certificates;
    std::vector<Revocation> revocations;
    std::vector<std::vector<std::string>> cases;
    for (const auto& row : split(*file, '\n')) {
        if (row.empty() || row.starts_with('#')) continue;
        const auto kind = row.substr(0, row.find('\t')), rest = row.substr(row.find('\t') + 1);
        if (kind == "root")
            root = *PublicKey::parse(rest);
        else if (kind == "certificate")
            certificates.push_back(*read_certificate(rest, *root));
        else if (kind == "revocation")
            revocations.push_back(*read_revocation(rest));
        else {
            const auto fields = split(row, '\t');
            cases.emplace_back(fields.begin(), fields.end());
        }
    }
    CHECK(cases.size() > 40);
    const KeyRing keys(certificates, revocations);
    for (const auto& c : cases) {
        INFO(c[0] << " " << c[1] << " " << c.back());
        if (c[0] == "unsound") {
            CHECK(PublicKey::parse(c.back()).error().what.id == "key.unsound");
            continue;
        }
        if (c[0] == "id") {
            CHECK(std::to_string(PublicKey::parse(c[1])->id()) == c[2]);
            continue;
        }
        if (c[0] == "sealed") {
            const auto day = keys.sealed_from(c[2], [](std::string_view) { return false; });
            CHECK((day ? day->iso() : "-") == c[1]);
            continue;
        }
        if (c[0] == "key_expired") {
            const auto day = *Date::parse_iso(c[1]);
            CHECK(check(c[2], keys, day).finding.code == "KEY_EXPIRED");
            CHECK(check(c[2], keys, day).state == SignatureState::ok);
            CHECK(check(c[2], keys, day.plus_days(-1)).finding.code == "SIG_OK");
            continue;
        }
        const auto report = check(c.back(), keys);
        CHECK(name(report.state) == (c[0] == "scope" ? "bad" : c[0]));
        CHECK((report.finding.code == "SIG_OUT_OF_SCOPE") == (c[0] == "scope"));
        CHECK(report.finding.axis == Axis::signature);
        CHECK_FALSE(say(report.finding.message(), Lang::vi).empty());
        CHECK(bool(report.certificate) == (c[0] == "ok" || c[0] == "scope" || c[0] == "key_revoked"));
        if (c[0] != "ok") continue;
        REQUIRE(report.seal);
        CHECK(std::to_string(report.seal->stars) == c[1]);
        CHECK(report.seal->made->iso() == c[2]);
        CHECK((report.seal->expires ? report.seal->expires->iso() : "-") == c[3]);
    }
}

TEST_CASE("a code without a seal is unsigned, which is no fault") {
    const auto text = *make_uri(sample());
    const auto report = check(text, ring());
    CHECK(report.state == SignatureState::absent);
    CHECK(report.finding.code == "SIG_ABSENT");
    CHECK(report.finding.severity == Severity::info);
}

TEST_CASE("what should not be signed is not") {
    const auto key = producer_key();
    CHECK(make_signed_uri(sample(), 2, key).error().what.id == "trace.stars");
    CHECK(make_signed_uri(sample(), 6, key).error().what.id == "trace.stars");
    auto thin = sample();
    thin.serial.clear();
    CHECK(make_signed_uri(thin, 4, key).error().what.id == "trace.nothing_to_sign");
    auto early = sample();
    early.made = Date::from(1999, 12, 31);
    CHECK(make_signed_uri(early, 4, key).error().what.id == "trace.date_early");
    auto reversed = sample();
    reversed.made = reversed.expires;
    CHECK(make_signed_uri(reversed, 4, key).error().what.id == "trace.dates");
    auto accented = sample();
    accented.lot = "Đ01";
    CHECK(make_signed_uri(accented, 4, key).error().what.id == "trace.lot_characters");
}

TEST_CASE("a seal is written and read back the same") {
    std::mt19937 random(20261124);
    for (int i = 0; i < 5'000; ++i) {
        Seal seal{static_cast<int>(random() % 10), static_cast<KeyId>(random() % 1'000'000'000), {}, {}, {}};
        if (random() % 2) seal.made = Date::from(2000, 1, 1)->plus_days(static_cast<int>(random() % 99'999));
        if (random() % 2) seal.expires = Date::from(2026, 1, 1)->plus_days(static_cast<int>(random() % 9'999));
        for (auto& byte : seal.signature)
            byte = static_cast<std::uint8_t>(random() % 8 ? random() : random() % 2 * 255);
        const auto text = write_seal(seal);
        REQUIRE(text.size() == seal_size);
        REQUIRE(parse_seal(text) == seal);
    }
    Seal largest;
    largest.signature.fill(255);
    CHECK(write_seal(largest).substr(21) ==
          "134078079299425970995740249982058461274793658205923933777235614437217640300735469768018742981669034276900318"
          "58186486050853753882811946569946433649006084095");
    CHECK(parse_seal(write_seal(largest)) == largest);
    auto one_more = write_seal(largest);
    one_more.back() = '6';
    CHECK_FALSE(parse_seal(one_more));
    CHECK_FALSE(parse_seal(""));
}

TEST_CASE("a permit says from which day on goods carry a seal, and comes back from its line") {
    const auto sealed = sealing_certificate();
    const auto line = *write_certificate(sealed, root_key());
    CHECK(*read_certificate(line, root_key().public_key()) == sealed);
    // Taken out, or moved to a later day, the line is no longer signed.
    const auto field = line.find("\t2027-01-01");
    REQUIRE(field != line.npos);
    for (const auto* other : {"", "\t2028-01-01", "\t2027-01-01\t2027-01-01"}) {
        auto altered = line;
        CHECK_FALSE(read_certificate(altered.replace(field, 11, other), root_key().public_key()));
    }
    auto plain = sealed;
    plain.sealed_from.reset();
    CHECK(*read_certificate(*write_certificate(plain, root_key()), root_key().public_key()) == plain);
}

TEST_CASE("of several days the earliest counts, and a permit for all products goes by the producer's name") {
    auto early = sealing_certificate(), all = sealing_certificate();
    early.sealed_from = Date::from(2026, 5, 1);
    all.products.clear();
    all.sealed_from = Date::from(2026, 3, 1);
    const KeyRing keys({sealing_certificate(), early, all}, {});
    const auto theirs = [](std::string_view producer) { return producer == "HTX Trà Mẫu"; };
    const auto others = [](std::string_view) { return false; };
    CHECK(keys.sealed_from("TRA-01", others) == Date::from(2026, 5, 1));
    CHECK(keys.sealed_from("TRA-01", theirs) == Date::from(2026, 3, 1));
    CHECK(keys.sealed_from("TRA-02", theirs) == Date::from(2026, 3, 1));
    CHECK_FALSE(keys.sealed_from("TRA-02", others));
}

TEST_CASE("an expired permit does not stand before one that still runs") {
    auto text = sample();
    text.made.reset();
    text.expires.reset();
    auto renewed = certificate_of(producer_key(), "HTX Mật ong Hương Rừng");
    renewed.to = *Date::from(2031, 12, 31);
    const KeyRing keys({certificate_of(producer_key(), "HTX Mật ong Hương Rừng"), renewed}, {});
    CHECK(check(signed_text(text, producer_key()), keys, *Date::from(2030, 1, 1)).finding.code == "SIG_OK");
}

TEST_CASE("among several certificates of one key, the one that covers the code counts") {
    auto narrow = certificate_of(producer_key(), "HTX Mật ong Hương Rừng");
    narrow.products = {"MATONG-02"};
    const KeyRing keys({narrow, certificate_of(producer_key(), "HTX Mật ong Hương Rừng"), narrow}, {});
    CHECK(check(signed_text(sample(), producer_key()), keys).state == SignatureState::ok);
}

TEST_CASE("of a hundred thousand mutations of genuine codes none is taken for genuine") {
    std::mt19937 random(20261124);
    const auto keys = ring();
    auto internal = sample(true);
    internal.gtin.reset();
    internal.internal_code = "MATONG-01";
    std::vector<std::string> genuine; // both ways of writing each: they say the same
    for (const auto letters : {Letters::lower, Letters::upper}) {
        genuine.push_back(*make_signed_uri(sample(), 4, producer_key(), letters));
        genuine.push_back(*make_signed_uri(sample(), 3, producer_key(), letters));
        genuine.push_back(*make_signed_uri(sample(true), 5, producer_key(), letters));
        genuine.push_back(*make_signed_uri(internal, 4, producer_key(), letters));
    }
    for (const auto& text : genuine)
        REQUIRE(check(text, keys).state == SignatureState::ok);
    const std::string ink = "0123456789ABCDEFGHJKMNPQRSTVWXYZ/?&=%#abcs";
    const auto* more = std::getenv("TEMSAO_MUTATIONS"); // a longer run by hand
    const std::size_t wanted = more ? std::stoul(more) : 100'000;
    std::size_t verified = 0, mutated = 0;
    while (mutated < wanted) {
        auto text = genuine[random() % genuine.size()];
        const auto before = text;
        switch (random() % 6) {
        case 0: // a character changed
            text[random() % text.size()] = ink[random() % ink.size()];
            break;
        case 1: // digits of the seal changed
            for (auto count = 1 + random() % 3; count > 0; --count)
                text[text.size() - 1 - random() % seal_size] = static_cast<char>('0' + random() % 10);
            break;
        case 2: { // two characters swapped
            std::swap(text[random() % text.size()], text[random() % text.size()]);
            break;
        }
        case 3: // a piece of another genuine code
        {
            const auto& other = genuine[random() % genuine.size()];
            const auto from = random() % std::min(text.size(), other.size());
            text = text.substr(0, from) + other.substr(from);
            break;
        }
        case 4: // longer or shorter
            if (random() % 2)
                text.insert(random() % text.size(), 1, ink[random() % ink.size()]);
            else
                text.erase(random() % text.size(), 1);
            break;
        default: // fields of the seal
            text = with_seal(text, [&](Seal& seal) {
                if (random() % 2) seal.stars = static_cast<int>(random() % 10);
                if (random() % 2) seal.made = Date::from(2026, 1, 1)->plus_days(static_cast<int>(random() % 700));
                if (random() % 4 == 0) malleate(seal);
                if (random() % 2) seal.signature[random() % 64] ^= static_cast<std::uint8_t>(1 << random() % 8);
            });
        }
        if (std::find(genuine.begin(), genuine.end(), text) != genuine.end()) continue;
        ++mutated;
        const auto report = check(text, keys);
        INFO(before << "\n" << text);
        REQUIRE(report.state != SignatureState::ok);
        verified += report.seal && report.state == SignatureState::bad;
    }
    CHECK(verified > wanted * 3 / 10); // most go as far as the signature, so the test tests something
}
