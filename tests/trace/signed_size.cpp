#include "catch.h"
#include "sample_keys.h"
#include "symbol/symbol.h"
#include "system/file.h"

#include <cstdio>

using namespace temsao;
using namespace temsao::trace;
using namespace temsao::trace::test;

namespace {

struct Row {
    const char* profile;
    std::string text;
    int most_version; // the largest version that we promise
    int dots[3];      // of a module at 203, 300, 600 dpi
};

double width_mm(int modules, int dots, int dpi) {
    return (modules + 2 * symbol::quiet_zone_modules) * dots * 25.4 / dpi;
}

// The same 73 bytes in base32: 117 letters, in alphanumeric mode.
std::string in_base32(const std::string& text) {
    return text.substr(0, text.find("s=") + 2) + std::string(117, 'Q');
}

} // namespace

TEST_CASE("codes of each profile keep to their size at level M, and digits beat base32") {
    auto longest_host = sample();
    longest_host.host = "tx.ocopht.vn";
    auto with_lot = sample(true);
    with_lot.host = longest_host.host;
    auto internal = longest_host;
    internal.gtin.reset();
    internal.internal_code = "MATONG";
    auto plain = sample(true);
    plain.host = longest_host.host;
    auto till = plain;
    till.serial.clear();
    till.made.reset();
    const auto key = producer_key();
    const std::vector<Row> rows = {
        {"plain: lot, serial, two dates", *make_uri(plain), 6, {3, 3, 6}},
        {"till: lot, expiry", *make_uri(till), 5, {4, 5, 10}},
        {"signed: serial", *make_signed_uri(longest_host, 4, key), 7, {3, 3, 6}},
        {"signed: lot, serial", *make_signed_uri(with_lot, 4, key), 8, {3, 3, 6}},
        {"signed: serial, upper case", *make_signed_uri(longest_host, 4, key, Letters::upper), 7, {3, 3, 6}},
        {"signed: internal code, serial", *make_signed_uri(internal, 4, key), 7, {3, 3, 6}},
        {"(base32 in its place: serial)", in_base32(*make_signed_uri(longest_host, 4, key)), 8, {3, 3, 6}},
    };
    const auto page = read_file(std::string(TEMSAO_SOURCE_DIR) + "/src/trace/FORMAT.md", 100'000);
    REQUIRE(page);
    std::string table;
    for (const auto& row : rows) {
        const auto made = symbol::encode(row.text);
        REQUIRE(made);
        char line[200];
        auto length = std::snprintf(line,
                                    sizeof line,
                                    "| %-30s | %3zu | %d | %d |",
                                    row.profile,
                                    row.text.size(),
                                    made->version(),
                                    made->size());
        const int dpi[] = {203, 300, 600};
        for (std::size_t i = 0; i < 3; ++i)
            length += std::snprintf(line + length,
                                    sizeof line - static_cast<std::size_t>(length),
                                    " %.1f (%d) |",
                                    width_mm(made->size(), row.dots[i], dpi[i]),
                                    row.dots[i]);
        table += std::string(line) + "\n";
        INFO(row.profile);
        CHECK(made->version() <= row.most_version);
    }
    INFO("the table of FORMAT.md should be\n" << table);
    CHECK(page->find(table) != std::string::npos);
    const auto digits = symbol::encode(rows[2].text), letters = symbol::encode(rows[6].text);
    CHECK(digits->version() < letters->version());
    CHECK(width_mm(digits->size(), 3, 300) < 13.5);
    CHECK(width_mm(symbol::encode(rows[3].text)->size(), 3, 300) < 14.5);
}
