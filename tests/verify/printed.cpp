// Words read on a label against its code and the list: the same but for slips says nothing, another name, date or lot
// asks, and nothing that was read ever makes a label invalid.
#include "verify/printed.h"

#include "base/text.h"
#include "catch.h"

#include <sstream>

using namespace temsao;

namespace {

// One line of print: words side by side, `tall` high.
void print(std::vector<photo::PrintedWord>& label, const std::string& line, double y, double tall, double sure = 0.93) {
    std::istringstream words(line);
    double x = -2;
    for (std::string word; words >> word;) {
        const double wide = 0.6 * tall * static_cast<double>(count_characters(word));
        label.push_back({word, sure, {x, y}, {x + wide, y + tall}});
        x += wide + 0.4 * tall;
    }
}

struct Label {
    std::string listed = "Nước mắm cá cơm Ổi ấm";
    std::string name = "Nước mắm cá cơm Ổi ấm", made = "NSX 24/11/2026", expires = "HSD 24/11/2027",
                lot = "Số lô 261124";
    double sure = 0.93;
};

verify::Verdict judged(const Label& label) {
    auto claim = verify::claim_of("https://id.ocop.vn/01/09521234543213/10/261124?11=261124&17=271124");
    REQUIRE(claim.code);
    print(claim.printed, label.name, -0.5, 0.25, label.sure);
    print(claim.printed, "HTX Mẫu Kỳ Xuân, xã Kỳ Xuân", 0.3, 0.1);
    print(claim.printed, label.made, 0.6, 0.1, label.sure);
    print(claim.printed, label.expires, 0.8, 0.1, label.sure);
    print(claim.printed, label.lot, 1, 0.1, label.sure);
    static catalog::ProductList list{{.source = {}, .as_of = *Date::from(2026, 11, 20), .is_signed = false}, {}};
    list.products.clear();
    catalog::Product product;
    product.gtin = claim.code->gtin;
    product.key = claim.code->key();
    product.name = label.listed;
    product.producer = "HTX Mẫu Kỳ Xuân";
    product.certificates.push_back({.stars = 4,
                                    .score = {},
                                    .decision = "2394/QĐ-UBND",
                                    .issuer = "",
                                    .issued = *Date::from(2025, 1, 1),
                                    .valid_to = *Date::from(2027, 12, 31),
                                    .ended_by = ""});
    list.products.push_back(product);
    const catalog::ListIndex index(list);
    auto verdict = verify::judge(claim, {&index, nullptr, {{"id.ocop.vn"}}}, *Date::from(2026, 11, 25));
    CHECK(verdict.word < verify::Word::invalid);
    return verdict;
}

std::string asked(const Label& label) {
    std::string codes;
    for (const auto& finding : judged(label).findings)
        if (finding.rule == "OCR") codes += finding.code + "(" + finding.facts[0] + ")";
    return codes;
}

} // namespace

TEST_CASE("print that says what code and list say is no finding, slips and capitals included") {
    CHECK(asked({}).empty());
    CHECK(asked({.name = "NƯỚC MẮM CÁ CƠM ỔI ẤM"}).empty());
    CHECK(asked({.name = "Nuớc mắn cá cởm ổi âm"}).empty());
    CHECK(asked({.lot = "Số lô: 26ll24"}).empty());
    CHECK(asked({.made = "NSX: 24-11-2026."}).empty());
}

TEST_CASE("another name asks, with what was read") {
    CHECK(asked({.name = "Mật ong hoa bạc hà"}) == "NAME_MISMATCH(Mật ong hoa bạc hà)");
    CHECK(asked({.name = "Nước mắm cá thính Ổi ấm"}) == "NAME_MISMATCH(Nước mắm cá thính Ổi ấm)");
}

TEST_CASE("several names as they were read on made labels: the right one never asks, changed ones do") {
    struct Read {
        std::string listed, read;
        std::vector<std::string> changed; // what the list might have said instead
    };

    const Read labels[] = {
        {"Nước mắm cá cơm Hạnh Mẫu",
         "Nước mắm cú cơm Hạnh Mẫu",
         {"Giò bột Hạnh Mẫu", "Nước mắm cá thu Hạnh Mẫu", "Nước gừng cá cơm Hạnh Mẫu", "Mật ong hoa rừng Sơn Lâm"}},
        {"Kẹo cu đơ gừng Trần Hạnh Mẫu",
         "Kẹo đơ gừng 400 Trần Hạnh Mẫu",
         {"Kẹo cu đơ mè đen Trần Hạnh Mẫu", "Bánh đa nem Trần Hạnh Mẫu", "Kẹo lạc sìu châu Trần Hạnh Mẫu"}},
        {"Chè xanh sao suốt Lê Thuận Mẫu",
         "Chè xanh suốt Lê Thuận Mẫu 200",
         {"Chè dây sao suốt Lê Thuận Mẫu", "Gạo nếp rồng Lê Thuận Mẫu", "Tinh dầu tràm Lê Thuận Mẫu"}},
        {"Trà mướp đắng Thuận Mẫu",
         "mướp đẳng Thuận Mẫu",
         {"Trà hoa vàng Thuận Mẫu", "Đũa gỗ móc Thuận Mẫu", "Hương trầm Sơn Lâm"}},
        {"Miến dong Bùi Hạnh Mẫu", "Miến don Bùi Hạnh Mẫu", {"Miến khoai Bùi Hạnh Mẫu", "Dầu lạc Bùi Hạnh Mẫu"}},
        {"Nhung hươu thái lát Trần Sửu Mẫu",
         "hung hươu thới 1t Trần Sửu Mẫu",
         {"Ruốc tôm Trần Sửu Mẫu", "Nhung nai sấy khô Trần Sửu Mẫu"}},
        {"Nón lá Sửu Mẫu", "Nón Sửu Mẫu chiếc", {"Ruốc tôm Sửu Mẫu", "Chiếu cói Sửu Mẫu"}},
    };
    for (const auto& [listed, read, changed] : labels) {
        CAPTURE(read);
        CHECK(asked({.listed = listed, .name = read}).empty());
        for (const auto& other : changed) {
            CAPTURE(other);
            CHECK(asked({.listed = other, .name = read}).substr(0, 13) == "NAME_MISMATCH");
        }
    }
}

TEST_CASE("a brand larger than the name asks nothing when the name stands on the label") {
    auto brand = Label{.name = "HƯƠNG QUÊ"};
    brand.made = "Nước mắm cá cơm Ổi ấm";
    CHECK(asked(brand).empty());
}

TEST_CASE("another date or lot asks") {
    CHECK(asked({.made = "NSX 24/10/2026"}) == "DATE_MISMATCH(NSX 24/10/2026)");
    CHECK(asked({.expires = "HSD: 24/11/2028"}) == "DATE_MISMATCH(HSD 24/11/2028)");
    CHECK(asked({.lot = "Số lô 261199"}) == "LOT_MISMATCH(261199)");
}

TEST_CASE("what is unread or unsure says nothing") {
    CHECK(asked({.name = "Mật ong hoa bạc hà", .made = "NSX 24/10/2026", .lot = "Số lô 261199", .sure = 0.6}).empty());
    CHECK(asked({.name = "Ổi ấm"}).empty());
    CHECK(asked({.name = "OCOP"}).empty());
    CHECK(asked({.made = "NSX 99/99/2026", .expires = "HSD", .lot = "Số lô"}).empty());
    CHECK(asked({.name = "HTX Mẫu Kỳ Xuân"}).empty());
}
