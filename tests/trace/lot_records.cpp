// What the signed list says of lots: lots and coverage as lines, printed serials as a filter.
#include "trace/lot_records.h"

#include "base/coding.h"
#include "base/pieces.h"
#include "catch.h"
#include "sample_keys.h"
#include "system/file.h"
#include "trace/bundle.h"
#include "trace/deflate.h"
#include "trace/minisign.h"
#include "trace/serial.h"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>

using namespace temsao;
using namespace temsao::trace;
using namespace temsao::trace::test;

namespace {

const std::string honey = "09521234543213", tea = "TRA-01";
const auto day = *Date::from(2026, 11, 29);

SerialFilter::Key key_from(std::uint8_t first) {
    SerialFilter::Key key;
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<std::uint8_t>(first + i);
    return key;
}

// Serials that look drawn, the same each time.
std::string serial_number(std::uint64_t i) {
    return write_serial((i + 1) * 0x9E3779B97F4A7C15 >> 24);
}

SerialFilter filter_of(std::uint64_t count, std::uint8_t key = 1) {
    SerialFilterMaker maker(day, key_from(key));
    for (std::uint64_t i = 0; i < count; ++i)
        maker.add(honey, serial_number(i));
    return std::move(maker).finish();
}

LotRecords sample_records() {
    LotRecords records;
    records.lots = {{honey, "", {}, {}, true},
                    {honey, "L261124", Date::from(2026, 11, 24), Date::from(2027, 11, 24), true},
                    {honey, "L261124", Date::from(2026, 11, 25), Date::from(2027, 11, 25), true},
                    {tea, "A/1", {}, {}, false}};
    records.coverage = {{"HTX Mật ong Hương Rừng", *Date::from(2026, 10, 1), *Date::from(2026, 11, 28)},
                        {"HTX Trà Mẫu", *Date::from(2026, 11, 1), *Date::from(2026, 11, 1)}};
    records.serials = filter_of(200);
    return records;
}

Bundle bundle_of(LotRecords records) {
    return {{7, *Date::from(2026, 11, 1)}, "Hà Tĩnh", "key,name\n", {}, {}, {}, std::move(records)};
}

std::string id_of(const std::string& file) {
    const auto bundle = read_bundle(file, root_key().public_key());
    return bundle ? "" : bundle.error().what.id;
}

// A payload as it stands here, signed by the root key.
std::string bundle_with(const std::string& payload) {
    const auto signature = minisign(payload, root_key(), "x");
    return "temsao bundle 2\nsignature: " + std::to_string(signature.size()) + "\n" + signature + payload;
}

std::string bundle_with(const std::string& lots, const std::string& coverage, const std::string& serials) {
    return bundle_with("temsao payload 2\nsequence: 1\nas-of: 2026-11-01\nprovince: x\nlist: 0\nkeys: 0\nrevoked: 0\n"
                       "lots: " +
                       std::to_string(lots.size()) + "\ncoverage: " + std::to_string(coverage.size()) +
                       "\nserials: " + std::to_string(serials.size()) + "\n\n" + deflate(lots + coverage + serials));
}

std::string random_text(std::mt19937& random, std::string_view letters, std::size_t most) {
    std::string text;
    for (auto left = random() % most + 1; left > 0; --left)
        text += letters[random() % letters.size()];
    return text;
}

std::optional<Date> random_day(std::mt19937& random) {
    if (random() % 4 == 0) return {};
    return Date::from(2025, 1, 1)->plus_days(static_cast<int>(random() % 1500));
}

LotRecords random_records(std::mt19937& random) {
    LotRecords records;
    for (auto left = random() % 30; left > 0; --left)
        records.lots.push_back({"P-" + random_text(random, "AB19", 3),
                                random() % 5 ? random_text(random, "aB0-/%&!", 20) : "",
                                random_day(random),
                                random_day(random),
                                random() % 2 == 0});
    for (auto left = random() % 5; left > 0; --left) {
        const auto first = Date::from(2026, 1, 1)->plus_days(static_cast<int>(random() % 300));
        records.coverage.push_back(
            {"HTX " + random_text(random, "Abc", 6), first, first.plus_days(static_cast<int>(random() % 99))});
    }
    if (random() % 2) records.serials = filter_of(random() % 50, static_cast<std::uint8_t>(random()));
    return records;
}

} // namespace

TEST_CASE("records of lots come back as they were written, in whatever order they were given") {
    std::mt19937 random(5);
    for (int i = 0; i < 300; ++i) {
        auto records = random_records(random);
        const auto file = write_bundle(bundle_of(records), root_key());
        REQUIRE(file);
        std::shuffle(records.lots.begin(), records.lots.end(), random);
        std::shuffle(records.coverage.begin(), records.coverage.end(), random);
        REQUIRE(*write_bundle(bundle_of(records), root_key()) == *file);
        const auto back = read_bundle(*file, root_key().public_key());
        REQUIRE(back);
        const std::set lots(records.lots.begin(), records.lots.end());
        const std::set coverage(records.coverage.begin(), records.coverage.end());
        if (lots.empty() && coverage.empty() && !records.serials) {
            REQUIRE_FALSE(back->records);
            continue;
        }
        REQUIRE(back->records->lots == std::vector(lots.begin(), lots.end()));
        REQUIRE(back->records->coverage == std::vector(coverage.begin(), coverage.end()));
        REQUIRE(back->records->serials == records.serials);
    }
}

TEST_CASE("a list without records of lots keeps the form that version 1.0 reads") {
    const auto without = *write_bundle(bundle_of({}), root_key());
    CHECK(without.starts_with("temsao bundle 1\n"));
    CHECK(split_bundle(without)->payload.find("lots:") == std::string_view::npos);
    CHECK(write_bundle(bundle_of(sample_records()), root_key())->starts_with("temsao bundle 2\n"));
    // The second form without records, for a sealed-from date alone.
    CHECK(id_of(bundle_with("temsao payload 2\nsequence: 1\nas-of: 2026-11-01\nprovince: x\nlist: 0\nkeys: 0\n"
                            "revoked: 0\n\n" +
                            deflate(""))) == "");
}

TEST_CASE("a printed serial is always known, and at most one in two hundred others is taken for one") {
    constexpr std::uint64_t printed = 50'000, others = 400'000;
    const auto filter = filter_of(printed);
    REQUIRE(filter.size() == printed);
    std::set<std::string> plain;
    for (std::uint64_t i = 0; i < printed; ++i) {
        plain.insert(serial_number(i));
        REQUIRE(filter.may_hold(honey, serial_number(i)));
    }
    REQUIRE(plain.size() == printed);
    std::uint64_t wrong = 0, asked = 0;
    for (std::uint64_t i = printed; i < printed + others; ++i) {
        if (plain.contains(serial_number(i))) continue;
        ++asked;
        if (filter.may_hold(honey, serial_number(i))) ++wrong;
    }
    INFO(wrong << " of " << asked);
    CHECK(wrong * 200 <= asked);
    CHECK(wrong * 350 >= asked); // it is a filter of 1/256, and no costlier one
    CHECK(filter.bytes().size() < printed * 10 / 8);
    CHECK_FALSE(filter_of(0).may_hold(honey, serial_number(0)));
}

TEST_CASE("a guess that passed fails with the key of the next list, and a serial of another product is none") {
    const auto first = filter_of(20'000, 1), second = filter_of(20'000, 2);
    std::uint64_t passed = 0, again = 0, other_product = 0;
    for (std::uint64_t i = 20'000; i < 120'000; ++i) {
        if (!first.may_hold(honey, serial_number(i))) continue;
        ++passed;
        if (second.may_hold(honey, serial_number(i))) ++again;
    }
    for (std::uint64_t i = 0; i < 20'000; ++i)
        if (first.may_hold(tea, serial_number(i))) ++other_product;
    CHECK(passed > 300);
    CHECK(again * 20 < passed);
    CHECK(other_product < 100);
    CHECK(SerialFilter::new_key() != SerialFilter::new_key());
}

TEST_CASE("a filter is read only as it was written") {
    const auto filter = filter_of(200);
    const auto bytes = filter.bytes();
    CHECK(SerialFilter::read(bytes) == filter);
    CHECK(SerialFilter::read(filter_of(0).bytes()) == filter_of(0));
    std::mt19937 random(9);
    for (int i = 0; i < 3'000; ++i) {
        auto other = bytes;
        if (random() % 4)
            other[random() % other.size()] ^= static_cast<char>(1 << random() % 8);
        else
            other.resize(random() % other.size());
        if (const auto read = SerialFilter::read(other)) REQUIRE(read->bytes() == other); // of its own kind, or refused
    }
    const auto with = [&](const std::string& from, const std::string& to) {
        auto other = bytes;
        other.replace(other.find(from), from.size(), to);
        return SerialFilter::read(other).has_value();
    };
    CHECK_FALSE(with("count: 200", "count: 201"));
    CHECK_FALSE(with("count: 200", "count: 199"));
    CHECK_FALSE(with("count: 200", "count: 0200"));
    CHECK_FALSE(with("count: 200", "count: 999999999999999")); // nothing is reserved for what cannot be there
    CHECK_FALSE(with("day: 2026-11-29", "day: 2026-02-30"));
    CHECK_FALSE(with("key: AQ", "key: =Q"));
    CHECK_FALSE(with("BwgJ",
                     "Bw\xe7"
                     "J")); // a byte that libsodium takes for a stroke
    CHECK_FALSE(SerialFilter::read(bytes + '\0'));
    CHECK_FALSE(SerialFilter::read(""));
}

TEST_CASE("also a root key in wrong hands writes no records that are read beyond their limits") {
    const std::string lot = honey + "\tL1\t2026-11-24\t\ts\n", covered = "HTX Mẫu\t2026-11-01\t2026-11-20\n";
    const auto filter = filter_of(3).bytes();
    CHECK(id_of(bundle_with(lot, covered, filter)) == "");
    CHECK(id_of(bundle_with(lot, covered, "")) == "");
    for (const auto* wrong : {"x\n",
                              "09521234543213\tL1\t2026-11-24\t\n",
                              "09521234543213\tL1\t2026-11-24\t\ts\tmore\n",
                              "09521234543213\tL1\t2026-11-31\t\ts\n",
                              "09521234543213\tL1\t\t\tx\n",
                              "09521234543213\tL 1\t\t\t\n",
                              "09521234543213\tL12345678901234567890\t\t\t\n",
                              "09521234543213\tL1\t\t\t",
                              "09521234543213\tL2\t\t\t\n09521234543213\tL1\t\t\t\n",
                              "09521234543213\tL1\t\t\t\n09521234543213\tL1\t\t\t\n",
                              "\tL1\t\t\t\n"})
        CHECK(id_of(bundle_with(wrong, covered, filter)) == "bundle.form");
    for (const auto* wrong : {"HTX Mẫu\t2026-11-20\t2026-11-01\n",
                              "\t2026-11-01\t2026-11-20\n",
                              "HTX\xff\t2026-11-01\t2026-11-20\n",
                              "HTX Mẫu\t2026-11-01\n"})
        CHECK(id_of(bundle_with(lot, wrong, filter)) == "bundle.form");
    CHECK(id_of(bundle_with(lot, covered, filter + "x")) == "bundle.form");
    std::string many;
    for (std::size_t i = 0; i <= most_producers; ++i)
        many += "\n";
    CHECK(id_of(bundle_with(lot, many, "")) == "bundle.form");
    // The first form has no such sections, and of the second form's there are all or none.
    const std::string head = "\nsequence: 1\nas-of: 2026-11-01\nprovince: x\nlist: 0\nkeys: 0\nrevoked: 0\n";
    CHECK(id_of(bundle_with("temsao payload 2" + head + "lots: 0\n\n" + deflate(""))) == "bundle.form");
    auto first_form = bundle_with("temsao payload 1" + head + "lots: 0\ncoverage: 0\nserials: 0\n\n" + deflate(""));
    CHECK(id_of("temsao bundle 1" + first_form.substr(15)) == "bundle.form");
    CHECK(id_of(bundle_with("temsao payload 2" + head + "lots: 999999999999\ncoverage: 0\nserials: 0\n\n" +
                            deflate(""))) == "bundle.too_large");
}

TEST_CASE("what does not fit into a line is not written") {
    const auto id = [](LotRecords records) {
        const auto file = write_bundle(bundle_of(std::move(records)), root_key());
        return file ? "" : file.error().what.id;
    };
    CHECK(id({{{honey, "L\t1"}}, {}}) == "records.field");
    CHECK(id({{{"9", "L1"}}, {}}) == "records.field");
    CHECK(id({{}, {{"HTX\nMẫu", day, day}}}) == "records.field");
    CHECK(id({{}, {{"HTX Mẫu", day, day.plus_days(-1)}}}) == "records.field");
    CHECK(id({{}, {{"HTX Mẫu", day, day}}}) == "");
}

TEST_CASE("the vectors of lots are those that we write") {
    const auto records = sample_records();
    const auto file = *write_bundle(bundle_of(records), root_key());
    std::string text =
        "# A signed list with records of lots, made by tests/trace/lot_records.cpp (TEMSAO_MAKE_VECTORS=1 writes this\n"
        "# file anew); src/trace/FORMAT.md describes it. Fields between tabs:\n"
        "#   root PUBLIC-KEY    bundle THE-FILE-IN-BASE64    lot and coverage: a line of the section, in its order\n"
        "#   printed PRODUCT SERIAL: in the filter           passes PRODUCT SERIAL: not printed, and not told apart\n"
        "#   missing PRODUCT SERIAL: not in the filter\n"
        "root\t" +
        root_key().public_key().base64() + "\nbundle\t" + temsao::base64(file) + "\n";
    const auto add_lines = [&](const std::string& kind, std::string section) {
        for (std::string_view left = section; !left.empty();)
            text += kind + "\t" + std::string(next_piece(left, '\n')) + "\n";
    };
    add_lines("lot", *write_lots(records.lots));
    add_lines("coverage", *write_coverage(records.coverage));
    for (std::uint64_t i = 0; i < 200; ++i)
        text += "printed\t" + honey + "\t" + serial_number(i) + "\n";
    int passing = 0, missing = 0;
    for (std::uint64_t i = 200; passing < 8 || missing < 60; ++i) {
        const bool passes = records.serials->may_hold(honey, serial_number(i));
        if ((passes ? passing : missing)++ < (passes ? 8 : 60))
            text += (passes ? "passes\t" : "missing\t") + honey + "\t" + serial_number(i) + "\n";
    }
    const auto path = std::string(TEMSAO_SOURCE_DIR) + "/tests/vectors/lots.txt";
    if (std::getenv("TEMSAO_MAKE_VECTORS")) REQUIRE(write_file(path, text));
    const auto kept = read_file(path, 1 << 20);
    REQUIRE(kept);
    CHECK(*kept == text);
}
