#include "base/text.h"
#include "catch.h"
#include "job/json.h"

#include <cmath>
#include <limits>
#include <random>

namespace {

using namespace temsao;
using job::Json;

// The library's own text of a value: bytes that are not UTF-8 become U+FFFD.
std::string by_library(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string written(std::string_view value, job::Obeyed obeyed) {
    std::string text;
    job::JsonText(text, obeyed).text(value);
    return text;
}

bool obeys_nothing(std::string_view text) {
    const auto wide = to_utf16(text);
    return std::none_of(wide.begin(), wide.end(), [](char16_t c) { return is_obeyed(c); });
}

// Pieces of which hostile texts are made: what JSON escapes, what a terminal obeys, beginnings of characters.
std::string hostile(std::mt19937& random) {
    static const std::string pieces[] = {
        "a",      "Đặc sản",    "\"",           "\\",           "\b",           "\f",           "\n",       "\r",
        "\t",     "\x01",       "\x1b[31m",     "\x7f",         "\xc2\x85",     "\u202e",       "\u2028",   "\u061c",
        "\u2066", "\u200f",     "\xff",         "\xc0\x80",     "\xed\xa0\x80", "\xf4\x90\x80", "\xe2\x80", "\xf0\x9f",
        "\u0800", "\U0001f600", "\xef\xbf\xbe", "\xe0\x80\x80", "\xf0\x80\x80", "\xc3",         "\x80",     "\xf5"};
    std::string text;
    for (auto length = random() % 6; length > 0; --length)
        text += random() % 4 ? pieces[random() % std::size(pieces)] : std::string(1, static_cast<char>(random() % 256));
    return text;
}

} // namespace

TEST_CASE("any bytes are written as the library writes them") {
    std::mt19937 random(20261129);
    for (int i = 0; i < 20'000; ++i) {
        const auto text = hostile(random);
        CHECK(written(text, job::Obeyed::kept) == by_library(text));
    }
    for (unsigned first = 0; first < 256; ++first) // every two bytes, within others
        for (unsigned second = 0; second < 256; ++second) {
            const std::string text{'a', static_cast<char>(first), static_cast<char>(second), 'z'};
            if (written(text, job::Obeyed::kept) != by_library(text)) FAIL(by_library(text));
        }
}

TEST_CASE("what a terminal obeys is written as a number, and is the same value") {
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const auto text = written(hostile(random), job::Obeyed::escaped);
        CHECK(obeys_nothing(text));
    }
    CHECK(written("\u202e\x7f\xc2\x85", job::Obeyed::escaped) == R"("\u202e\u007f\u0085")");
    CHECK(Json::parse(written("\u202e\x7f\xc2\x85", job::Obeyed::escaped)) == "\u202e\x7f\xc2\x85");
}

TEST_CASE("a tree is written as the library writes it, on one line") {
    const Json json{{"a", {1, -2, 0.1, 1.0, 1e300, nullptr, true, std::nan("")}},
                    {"b\"", Json::object()},
                    {"c", {{"d", Json::array()}, {"e", {{"f", UINT64_MAX}, {"g", INT64_MIN}}}}},
                    {"", "\"{[:,"}};
    CHECK(job::dump(json, job::Obeyed::kept) == by_library(json) + "\n");
    CHECK(job::dump("text", job::Obeyed::kept) == "\"text\"\n");
    CHECK(job::dump(Json::array({"[", "{", ":"}), job::Obeyed::kept) == "[\"[\",\"{\",\":\"]\n");
}

TEST_CASE("a number with a point is written as the library writes it") {
    const auto is_the_same = [](double value) {
        std::string text;
        job::JsonText(text).number(value);
        CHECK(text == Json(value).dump());
    };
    for (const double size : {0.0, 0.5, 1.0, 9.0, 10.0, 1e14, 999999999999999.0, 1e15, 1e16, 9007199254740993.0, 1e300})
        for (const double off : {0.0, 1.0, 0.25}) {
            is_the_same(size + off);
            is_the_same(-(size + off));
        }
    is_the_same(std::numeric_limits<double>::infinity());
    std::mt19937_64 random(30);
    for (int i = 0; i < 20'000; ++i) {
        is_the_same(std::ldexp(static_cast<double>(random() % 2001) - 1000, static_cast<int>(random() % 120) - 60));
        is_the_same(static_cast<double>(static_cast<std::int64_t>(random()) >> (random() % 64)));
    }
}

TEST_CASE("a finding written as text is the finding written as a tree") {
    Finding finding{Axis::syntax, "CHECKDIGIT", Severity::invalid, {"\u202e", "1", "2"}, "GS1 GenSpecs 7.9.1"};
    for (const auto lang : {Lang::vi, Lang::en}) {
        for (const auto& where : {std::optional<Span>(), std::optional(Span{3, 14})}) {
            finding.where = where;
            std::string text = "[1]\n"; // a second document in the same text
            job::JsonText out(text);
            job::write(out, finding, lang);
            CHECK(text == "[1]\n" + by_library(job::to_json(finding, lang)));
        }
    }
}
