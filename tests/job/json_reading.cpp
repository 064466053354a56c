// The one reader of JSON from outside, beside the library's own. Its limits: tests/bench_hall/json.cpp.
#include "catch.h"
#include "job/json.h"

#include <random>

namespace {

using namespace temsao;
using job::Json;

// A document of `depth` levels at most, or what is nearly one.
std::string invented(std::mt19937& random, int depth) {
    static const std::string leaves[] = {"null",
                                         "true",
                                         "false",
                                         "0",
                                         "-1",
                                         "18446744073709551615",
                                         "-1.5e3",
                                         "1e999",
                                         "\"\"",
                                         "\"đặc sản\"",
                                         "\"\\u0041\\n\"",
                                         "\"\xff\"",
                                         "01",
                                         "nul",
                                         "\"a",
                                         ""};
    const auto piece = [&] { return invented(random, depth - 1); };
    const auto count = random() % 4;
    std::string text;
    switch (depth > 0 ? random() % 4 : 3) {
    case 0:
        for (unsigned i = 0; i < count; ++i)
            text += (i ? "," : "") + piece();
        return "[" + text + "]";
    case 1:
    case 2:
        for (unsigned i = 0; i < count; ++i)
            text += std::string(i ? "," : "") + "\"" + static_cast<char>('a' + random() % 3) + "\": " + piece();
        return "{" + text + (random() % 50 ? "}" : "]");
    default: return leaves[random() % (random() % 9 ? 8 : std::size(leaves))];
    }
}

} // namespace

TEST_CASE("a document is read as the library reads it, and what is none is refused as there") {
    std::mt19937 random(13);
    int read = 0, refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto text = invented(random, 5);
        const auto ours = job::read_json(text);
        const auto theirs = Json::parse(text, nullptr, false);
        INFO(text);
        REQUIRE(ours.ok() == !theirs.is_discarded());
        ours ? ++read : ++refused;
        if (!ours) continue;
        REQUIRE(ours->dump(-1, ' ', false, Json::error_handler_t::replace) ==
                theirs.dump(-1, ' ', false, Json::error_handler_t::replace)); // also the order of members
        const auto sorted = job::read_sorted_json(text);
        REQUIRE(sorted);
        REQUIRE(*sorted == nlohmann::json::parse(text));
    }
    CHECK(read > 2'000);
    CHECK(refused > 2'000);
}
