#include "trace/trace_code.h"

#include "catch.h"
#include "gs1/digital_link.h"
#include "gs1/vectors.h"

#include <random>

using namespace temsao;
using namespace temsao::trace;

namespace {

std::string shown(const std::optional<Date>& date) {
    return date ? date->iso() : "-";
}

std::string shown(const std::string& text) {
    return text.empty() ? "-" : text;
}

const Finding* find(const std::vector<Finding>& findings, std::string_view code) {
    for (const auto& finding : findings)
        if (finding.code == code) return &finding;
    return nullptr;
}

TraceCode sample() {
    TraceCode code;
    code.host = "id.ocop.vn";
    code.gtin = *gs1::Gtin::parse("09521234543213");
    code.lot = "L261124";
    return code;
}

std::string random_lot(std::mt19937& random) {
    static constexpr std::string_view set =
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    std::string text;
    for (auto length = random() % 21; length > 0; --length)
        text += set[random() % set.size()];
    return text;
}

} // namespace

TEST_CASE("every case of tests/vectors/trace_code.txt is understood or refused as it says") {
    std::size_t cases = 0;
    for (auto line : test::lines_of("trace_code.txt")) {
        INFO(line);
        ++cases;
        if (test::take_word(line) == "no") {
            const auto code = test::take_word(line);
            const auto report = parse(line);
            CHECK_FALSE(report.code);
            REQUIRE_FALSE(report.findings.empty());
            CHECK(report.findings.back().code == code);
            CHECK(has_sentence(code));
            continue;
        }
        std::vector<std::string> expected;
        for (int i = 0; i < 7; ++i)
            expected.push_back(test::take_word(line));
        const auto report = parse(line);
        REQUIRE(report.code);
        const auto& code = *report.code;
        CHECK(std::vector<std::string>{code.host,
                                       code.key(),
                                       shown(code.lot),
                                       shown(code.serial),
                                       shown(code.made),
                                       shown(code.expires),
                                       shown(code.signature.value_or(""))} == expected);
    }
    CHECK(cases > 30);
}

TEST_CASE("a trace code is written in its shortest form, expiry before production") {
    auto code = sample();
    CHECK(*make_uri(code) == "https://id.ocop.vn/01/09521234543213/10/L261124");
    code.serial = "K7M2P9XQ";
    code.expires = Date::from(2027, 1, 24);
    code.made = Date::from(2026, 11, 24);
    CHECK(*make_uri(code) == "https://id.ocop.vn/01/09521234543213/10/L261124/21/K7M2P9XQ?17=270124&11=261124");
    CHECK(*make_uri(code, Letters::upper) ==
          "HTTPS://ID.OCOP.VN/01/09521234543213/10/L261124/21/K7M2P9XQ?17=270124&11=261124");
    code.gtin.reset();
    code.internal_code = "MATONG-01";
    code.signature = "0123";
    CHECK(*make_uri(code) == "https://id.ocop.vn/sp/MATONG-01/lo/L261124/sr/K7M2P9XQ?hsd=270124&nsx=261124&s=0123");
    CHECK(*make_uri(code, Letters::upper) ==
          "HTTPS://ID.OCOP.VN/SP/MATONG-01/LO/L261124/SR/K7M2P9XQ?hsd=270124&nsx=261124&s=0123");
}

TEST_CASE("a code that nobody could read back is not made") {
    const auto refused = [](auto change) {
        auto code = sample();
        change(code);
        const auto made = make_uri(code);
        REQUIRE_FALSE(made);
        CHECK_FALSE(say(made.error().what, Lang::vi).empty());
        return made.error().what;
    };
    const auto lot = refused([](TraceCode& c) { c.lot = "Đ 260902-01"; });
    CHECK(lot.id == "trace.lot_characters");
    CHECK(lot.facts == std::vector<std::string>{"Đ 260902-01", "D-260902-01"});
    CHECK(refused([](TraceCode& c) { c.serial = "Lô số 7#"; }).facts.at(1) == "LO-SO-7");
    CHECK(refused([](TraceCode& c) { c.lot = std::string(21, 'A'); }).id == "trace.lot_length");
    CHECK(refused([](TraceCode& c) { c.lot = "A\nB"; }).id == "trace.lot_characters");
    CHECK(refused([](TraceCode& c) { c.host = ""; }).id == "trace.host");
    CHECK(refused([](TraceCode& c) { c.host = "https://id.ocop.vn"; }).id == "trace.host");
    CHECK(refused([](TraceCode& c) { c.host = "Id.Ocop.vn"; }).id == "trace.host");
    CHECK(refused([](TraceCode& c) {
              c.gtin.reset();
              c.internal_code = "mật ong";
          }).id == "trace.code");
    CHECK(refused([](TraceCode& c) { c.made = c.expires = Date::from(2026, 11, 24); }).id == "trace.dates");
}

TEST_CASE("making and parsing ten thousand random trace codes gives each back") {
    std::mt19937 random(20261124);
    for (int i = 0; i < 10'000; ++i) {
        TraceCode code;
        code.host = random() % 2 ? "id.ocop.vn" : "a-b.example.com:8443";
        if (random() % 2)
            code.gtin = *gs1::Gtin::parse("09521234543213");
        else
            code.internal_code = random() % 2 ? "MATONG-01" : "123";
        code.lot = random_lot(random);
        code.serial = random_lot(random);
        if (random() % 2) code.made = Date::from(2026, 1 + static_cast<int>(random() % 12), 28);
        if (random() % 2) code.expires = Date::from(2027, 1, 1 + static_cast<int>(random() % 31));
        if (random() % 4 == 0) code.signature = "0123456789ABCDEF";
        const auto letters = random() % 3 ? Letters::lower : Letters::upper;
        const auto text = make_uri(code, letters);
        REQUIRE(text);
        INFO(*text);
        const auto report = parse(*text);
        REQUIRE(report.code);
        REQUIRE(*report.code == code);
        REQUIRE(report.elements.empty() == !code.gtin);
    }
}

TEST_CASE("no GS1 reader takes an internal code for a key") {
    std::mt19937 random(3);
    const char* lots[] = {"01", "09521234543213", "10", "00", "253", "8004", "414"};
    for (int i = 0; i < 2'000; ++i) {
        TraceCode code;
        code.host = "id.ocop.vn";
        code.internal_code = random() % 2 ? "253" : "8004";
        code.lot = lots[random() % 7];
        if (random() % 2) code.serial = lots[random() % 7];
        if (random() % 2) code.expires = Date::from(2027, 1, 24);
        const auto text = *make_uri(code, random() % 2 ? Letters::lower : Letters::upper);
        const auto report = gs1::parse_link(text);
        INFO(text);
        REQUIRE_FALSE(report.link);
        REQUIRE(report.findings.at(0).code == "SYNTAX_NO_KEY");
    }
}

TEST_CASE("a code with neither lot nor serial is too thin, one with reversed dates a question") {
    const auto thin = parse("https://id.ocop.vn/01/09521234543213");
    REQUIRE(find(thin.findings, "TRACE_TOO_THIN"));
    CHECK(find(thin.findings, "TRACE_TOO_THIN")->severity == Severity::check);
    CHECK(find(parse("https://id.ocop.vn/sp/MATONG").findings, "TRACE_TOO_THIN"));
    CHECK_FALSE(find(parse("https://id.ocop.vn/sp/MATONG/sr/1").findings, "TRACE_TOO_THIN"));
    const auto dates = parse("https://id.ocop.vn/01/09521234543213/10/L?17=261124&11=261124");
    REQUIRE(find(dates.findings, "SYNTAX_DATES"));
    CHECK(dates.code);
}

TEST_CASE("mutations of trace codes do no harm") {
    std::mt19937 random(5);
    const std::string ink = "/?&=%#+01:spSPloLOsrSR\x1d \xc4\xff";
    for (int i = 0; i < 20'000; ++i) {
        std::string text = random() % 2
                               ? "https://id.ocop.vn/01/09521234543213/10/L1/21/K7M2P9XQ?17=270124&11=261124&s=01"
                               : "https://id.ocop.vn/sp/MATONG/lo/L1/sr/S2?hsd=271124&nsx=261124&s=55";
        for (auto changes = 1 + random() % 4; changes > 0 && !text.empty(); --changes) {
            const auto at = random() % text.size();
            if (random() % 3 == 0)
                text.erase(at, 1 + random() % 9);
            else
                text[at] = random() % 4 ? ink[random() % ink.size()] : static_cast<char>(random());
        }
        const auto report = parse(text);
        for (const auto& finding : report.findings)
            REQUIRE((!finding.where || finding.where->start + finding.where->length <= text.size()));
        for (const auto& finding : host_findings(text, {}))
            REQUIRE(finding.where->start + finding.where->length <= text.size());
        REQUIRE((report.code || !report.findings.empty()));
    }
}

TEST_CASE("an address shows what is suspicious about it") {
    const struct {
        const char *uri, *rule, *part;
    } cases[] = {
        {"http://truyxuatnguongoc.gov.vn/01/1", "HOST-HTTP", "http://"},
        {"https://truyxuatnguongoc.gov.vn@evil.example/01/1", "HOST-USER", "truyxuatnguongoc.gov.vn@"},
        {"https://203.0.113.7/01/1", "HOST-IP", "203.0.113.7"},
        {"https://[2001:db8::1]/01/1", "HOST-IP", "[2001:db8::1]"},
        {"https://3405803783/01/1", "HOST-IP", "3405803783"},
        {"https://xn--ngungoc-x1a.vn/01/1", "HOST-IDN", "xn--ngungoc-x1a.vn"},
        {"https://trụyxuất.vn/01/1", "HOST-IDN", "trụyxuất.vn"},
        {"https://id.оcop.vn/01/1", "HOST-IDN", "id.оcop.vn"}, // a Cyrillic о
        {"https://ıd.ocop.vn/01/1", "HOST-IDN", "ıd.ocop.vn"},
        {"https://id。ocop。vn/01/1", "HOST-IDN", "id。ocop。vn"},
        {"https://id．ocop.vn/01/1", "HOST-IDN", "id．ocop.vn"},
        {"https://bit.ly/3abc", "HOST-SHORT", "bit.ly"},
        {"https://www.TinyURL.com/3abc", "HOST-SHORT", "www.TinyURL.com"},
        {"https://truyxuatnguongoc.gov.vn.evil.example/", "HOST-LOOKALIKE", "truyxuatnguongoc.gov.vn.evil.example"},
        {"https://truyxuatnguongoc-gov.vn:443/", "HOST-LOOKALIKE", "truyxuatnguongoc-gov.vn"},
        {"https://verigood.vn/", "HOST-LOOKALIKE", "verigood.vn"},
        {"https://veirgoods.vn/", "HOST-LOOKALIKE", "veirgoods.vn"},
        {"https://ver1goods.vn/", "HOST-LOOKALIKE", "ver1goods.vn"},
        {"https://id.0cop.vn/01/1", "HOST-LOOKALIKE", "id.0cop.vn"},
        {"https://ID.0C0P.vn/01/1", "HOST-LOOKALIKE", "ID.0C0P.vn"},
        {"https://1d.ocop.vn/01/1", "HOST-LOOKALIKE", "1d.ocop.vn"},
        {"https://id-ocop.vn/01/1", "HOST-LOOKALIKE", "id-ocop.vn"},
        {"https://id.ocap.vn/01/1", "HOST-LOOKALIKE", "id.ocap.vn"},
        {"https://vvww.id.ocop.vn.example/", "HOST-LOOKALIKE", "vvww.id.ocop.vn.example"},
        {"https://tra-rnau.example/", "HOST-LOOKALIKE", "tra-rnau.example"},
        {"https://tra-m4u.example/", "HOST-LOOKALIKE", "tra-m4u.example"},
    };

    for (const auto& c : cases) {
        INFO(c.uri);
        const auto findings = host_findings(c.uri, {{"id.ocop.vn", "tra-mau.example"}});
        bool found = false;
        for (const auto& finding : findings) {
            CHECK(finding.code == "HOST_SUSPICIOUS");
            CHECK(finding.severity == Severity::check);
            CHECK_FALSE(say(finding.message(), Lang::vi).empty());
            if (finding.rule == c.rule) {
                found = true;
                CHECK(std::string_view(c.uri).substr(finding.where->start, finding.where->length) == c.part);
            }
        }
        CHECK(found);
    }
}

TEST_CASE("names of one owner may be alike, and short or other names are no copies") {
    const KnownHosts known{{"ht.ocop.vn", "abc.vn"}};
    for (const auto* uri :
         {"https://hn.ocop.vn/01/1", "https://h.ocop.vn/01/1", "https://abd.vn/", "https://shop.example/"}) {
        INFO(uri);
        const auto findings = host_findings(uri, known);
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().code == "HOST_UNKNOWN");
    }
}

TEST_CASE("portals and the office's own hosts are known, others a question") {
    CHECK(host_findings("https://truyxuatnguongoc.gov.vn/01/1", {}).empty());
    CHECK(host_findings("HTTPS://WWW.CHECKVN.MAE.GOV.VN/01/1", {}).empty());
    CHECK(host_findings("https://id.ocop.vn:443/01/1", {{"ocop.vn"}}).empty());
    for (const auto* uri : {"https://id.ocop.vn/01/1", "https://notocop.vn/01/1"}) {
        const auto findings = host_findings(uri, {{"x.vn"}});
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].code == "HOST_UNKNOWN");
    }
    CHECK(host_findings("https://notocop.vn/", {{"ocop.vn"}}).at(0).code == "HOST_UNKNOWN");
    CHECK(host_findings("Mật ong", {}).empty());
}

TEST_CASE("a host is shown in ASCII") {
    CHECK(ascii_host("ID.Ocop.VN") == "id.ocop.vn");
    CHECK(ascii_host("bücher.example") == "xn--bcher-kva.example");
    CHECK(ascii_host("tạisaohọkhôngthểchỉnóitiếngviệt") == "xn--tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g");
    CHECK(ascii_host("\xff\xfe.vn").starts_with("xn--"));
    CHECK(ascii_host("").empty());
}

TEST_CASE("an address is read with its host in ASCII, and without the slash at its end") {
    CHECK(with_ascii_host("https://id.ocop.vn:443/01/1") == "https://id.ocop.vn:443/01/1");
    CHECK(with_ascii_host("https://a@trụ.vn:1/ă?b") == "https://a@" + ascii_host("trụ.vn") + ":1/ă?b");
    CHECK(with_ascii_host("mật ong") == "mật ong");
    CHECK(without_end_slash("https://id.ocop.vn/01/1/?s=1#/") == "https://id.ocop.vn/01/1?s=1#/");
    for (const auto* as_it_is :
         {"https://id.ocop.vn/", "https://id.ocop.vn/01/1//", "https://id.ocop.vn/01/1?a/", "a/"})
        CHECK(without_end_slash(as_it_is) == as_it_is);
}
