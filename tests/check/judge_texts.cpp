#include "check/judge_texts.h"

#include "catch.h"

using namespace temsao;
using check::SeenText;
using verify::Word;

namespace {

const std::string text = "https://id.ocop.vn/01/09521234543213/10/L1/21/K7M2P9XQ";

check::CheckedRun judged(const std::vector<SeenText>& texts) {
    catalog::Certificate certificate{.stars = 4,
                                     .score = {},
                                     .decision = "1/QĐ-UBND",
                                     .issuer = "UBND tỉnh Hà Tĩnh",
                                     .issued = *Date::from(2025, 10, 15),
                                     .valid_to = *Date::from(2028, 10, 15),
                                     .ended_by = ""};
    const catalog::ProductList list{{"Hà Tĩnh", *Date::from(2026, 11, 1), false},
                                    {{.key = "09521234543213",
                                      .gtin = *gs1::Gtin::parse("09521234543213"),
                                      .name = "Mật ong Mẫu",
                                      .producer = "HTX Mẫu",
                                      .address = "",
                                      .certificates = {certificate},
                                      .facts = {}}}};
    const catalog::ListIndex index(list);
    return check::judge_texts(texts, {&index, nullptr, {{"id.ocop.vn"}}}, list.header, *Date::from(2026, 11, 24));
}

SeenText photographed(const std::string& what) {
    check::CheckedLabel label;
    label.reading.text = what;
    label.claim = verify::claim_of(what);
    return {.text = what, .label = std::move(label)};
}

} // namespace

TEST_CASE("a phone asks about one serial on two labels of its photo, not about a text that was typed twice") {
    const auto twice = judged({photographed(text), photographed(text)});
    CHECK(twice.word == Word::check);
    for (const auto& file : twice.files) {
        CHECK(file.word == Word::check);
        CHECK(file.labels.front().verdict.findings.front().code == "SERIAL_REPEATED");
    }
    auto other = text;
    other.back() = 'R';
    CHECK(judged({photographed(text), photographed(other)}).word == Word::valid);
    CHECK(judged({{.text = text}, {.text = text}}).word == Word::valid);
    CHECK(judged({{.text = text}, photographed(text)}).word == Word::valid);
    CHECK(judged({}).word == Word::inconclusive);
}
