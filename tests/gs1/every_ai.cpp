// The property of the whole table: for every identifier of GS1, what is made is parsed to the same elements again, in
// both forms of element strings and, where it may stand there, as a Digital Link.
#include "base/pieces.h"
#include "catch.h"
#include "gs1/digital_link.h"
#include "gs1/element_string.h"
#include "gs1/gtin.h"

#include <algorithm>
#include <random>

using namespace temsao;
using namespace temsao::gs1;

namespace {

using Random = std::mt19937;

std::string some(Random& random, std::string_view set, std::size_t length) {
    std::string text;
    while (text.size() < length)
        text += set[random() % set.size()];
    return text;
}

bool asks(const Part& part, Lint lint) {
    return std::find(part.lints.begin(), part.lints.end(), lint) != part.lints.end();
}

// A guess at a part: of the right characters, and right at once where guessing would take for ever.
std::string guess(Random& random, const Part& part) {
    static constexpr std::string_view sets[] = {
        "0123456789",
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
        "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"};
    const auto two = [&](unsigned most) { return std::to_string(100 + random() % (most + 1)).substr(1); };
    const auto length = part.least + random() % static_cast<unsigned>(part.most - part.least + 1);
    auto text = some(random, sets[static_cast<std::size_t>(part.charset)], length);
    if (asks(part, Lint::yymmd0) || asks(part, Lint::yymmdd)) text = two(99) + two(12) + two(31);
    if (asks(part, Lint::yyyymmdd)) text = "20" + two(99) + two(12) + two(31);
    if (asks(part, Lint::hhmi)) text = two(23) + two(59);
    if (asks(part, Lint::pieceoftotal)) text = "0" + some(random, "123", 1) + "0" + some(random, "3456789", 1);
    if (asks(part, Lint::posinseqslash)) text = some(random, "123", 1) + "/" + some(random, "3456789", 1);
    if (asks(part, Lint::hyphen)) text = "-";
    if (asks(part, Lint::latitude)) text = "0" + some(random, sets[0], 9);
    if (asks(part, Lint::longitude)) text = "1" + some(random, sets[0], 9);
    if (asks(part, Lint::iso3166alpha2)) text = random() % 2 ? "VN" : "FR";
    if (asks(part, Lint::iban)) text = "GB82WEST12345698765432";
    if (asks(part, Lint::gcppos1)) text.replace(0, std::min<std::size_t>(4, text.size()), "9521");
    if (asks(part, Lint::csumalpha)) text = "1987654Ad4X4bL5ttr2310c2K";
    if (asks(part, Lint::csum)) text.back() = check_digit(std::string_view(text).substr(0, text.size() - 1));
    if (asks(part, Lint::pcenc)) std::replace(text.begin(), text.end(), '%', '-');
    return text;
}

std::string value_of(Random& random, const std::string& ai) {
    const auto* row = find_ai(ai);
    for (int tries = 0; tries < 5'000; ++tries) {
        std::string value;
        for (const auto& part : row->parts) {
            if (part.most == 0 || (part.optional && random() % 2)) break;
            value += guess(random, part);
        }
        if (!value.empty() && !lint_value(ai, value)) return value;
    }
    FAIL("no value found for (" << ai << ")");
    return {};
}

bool has(const std::vector<Element>& elements, std::string_view ai) {
    return std::any_of(elements.begin(), elements.end(), [&](const Element& e) { return e.ai == ai; });
}

// The identifier with the partners that it needs, and theirs; the choice among them is `random`'s.
void add_with_partners(Random& random, std::string ai, std::vector<Element>& into) {
    std::replace(ai.begin(), ai.end(), 'n', '3'); // a row of a run: 31nn
    if (has(into, ai)) return;
    into.push_back({ai, value_of(random, ai)});
    const auto needs = find_ai(ai)->needs;
    if (needs.empty()) return;
    const auto choices = split(needs, ',');
    for (const auto& partner : split(choices[random() % choices.size()], '+'))
        add_with_partners(random, std::string(partner), into);
}

std::vector<Element> sorted(std::vector<Element> elements) {
    std::sort(elements.begin(), elements.end(), [](const Element& a, const Element& b) { return a.ai < b.ai; });
    return elements;
}

std::vector<std::string> every_ai() {
    std::vector<std::string> all;
    for (const auto& row : all_ais())
        for (auto ai = std::stoi(std::string(row.first)); ai <= std::stoi(std::string(row.last)); ++ai) {
            auto text = std::to_string(ai);
            all.push_back(std::string(row.first.size() - std::min(row.first.size(), text.size()), '0') + text);
        }
    return all;
}

} // namespace

TEST_CASE("every identifier is made and parsed back the same, in element strings and in links") {
    Random random(20261124);
    const auto all = every_ai();
    CHECK(all.size() == 541);
    std::size_t links = 0;
    for (const auto& ai : all) {
        INFO(ai);
        REQUIRE(find_ai(ai));
        std::size_t made = 0, linked = 0;
        for (int tries = 0; tries < 200 && made < 8; ++tries) {
            std::vector<Element> elements;
            add_with_partners(random, ai, elements);
            if (lint_together(elements)) continue; // partners that exclude each other
            ++made;
            for (const auto& text : {make_raw(elements), make_bracketed(elements), "]Q3" + make_raw(elements)}) {
                INFO(text);
                const auto again = parse_elements(text);
                REQUIRE(again.elements);
                REQUIRE(*again.elements == elements);
            }
            const bool has_key =
                std::any_of(elements.begin(), elements.end(), [](const Element& e) { return find_ai(e.ai)->key; });
            if (!has_key) elements.push_back({"00", value_of(random, "00")}); // a link hangs on a key
            const auto arranged = arrange_link("id.example.vn", elements);
            if (!arranged.link) continue;
            ++linked;
            const auto text = make_link(*arranged.link);
            INFO(text);
            const auto again = parse_link(text);
            REQUIRE(again.link);
            REQUIRE(*again.link == *arranged.link);
            auto back = again.link->path;
            back.insert(back.end(), again.link->attributes.begin(), again.link->attributes.end());
            REQUIRE(sorted(back) == sorted(elements));
        }
        CHECK(made > 0);
        const auto* row = find_ai(ai);
        if (row->query || row->key) CHECK(linked > 0);
        links += linked > 0;
    }
    CHECK(links > 500);
}
