// The list of the whole country as it is published: real rows, with certificates, addresses and label facts.
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "catch.h"
#include "office/trusted_list.h"
#include "trace/sample_keys.h"

#include <random>

using namespace temsao;

namespace {

std::vector<catalog::Product> country(std::size_t count) {
    std::mt19937 random(17);
    const auto pick = [&](std::initializer_list<const char*> words) {
        return std::string(words.begin()[random() % words.size()]);
    };
    const auto number = [&](unsigned most) { return std::to_string(1 + random() % most); };
    std::vector<catalog::Product> products;
    for (std::size_t i = 0; i < count; ++i) {
        const auto digits = std::to_string(952000000000 + i * 7);
        const auto gtin = *gs1::Gtin::parse("0" + digits + gs1::check_digit(digits));
        const auto issued = Date::from(2024, 1, 1)->plus_days(static_cast<int>(random() % 1000));
        const catalog::Certificate certificate{.stars = 3 + static_cast<int>(random() % 3),
                                               .score = 50 + static_cast<double>(random() % 500) / 10,
                                               .decision = number(4000) + "/QĐ-UBND",
                                               .issuer =
                                                   pick({"UBND tỉnh Hà Tĩnh", "UBND tỉnh Nghệ An", "UBND tỉnh Sơn La"}),
                                               .issued = issued,
                                               .valid_to = issued.plus_months(36),
                                               .ended_by = ""};
        products.push_back({.key = gtin.digits(),
                            .gtin = gtin,
                            .name = pick({"Mật ong rừng",
                                          "Kẹo cu đơ",
                                          "Nước mắm nhĩ",
                                          "Bưởi",
                                          "Chè xanh",
                                          "Tinh bột nghệ",
                                          "Cam",
                                          "Gạo nếp"}) +
                                    " " + pick({"Mẫu", "Hương", "Thanh", "Sông", "Núi", "Đồi"}) + " " + number(900),
                            .producer = pick({"HTX Nông nghiệp", "Hộ kinh doanh", "Công ty TNHH", "Tổ hợp tác"}) + " " +
                                        pick({"An", "Bình", "Cẩm", "Diệu", "Đức", "Hạnh", "Lộc"}) + " Mẫu " +
                                        number(6000),
                            .address = "thôn " + number(12) + ", xã Mẫu " + number(3321) + ", tỉnh Hà Tĩnh",
                            .group = static_cast<catalog::Group>(random() % 6),
                            .certificates = {certificate},
                            .facts = {{"net_quantity", number(20) + "00 g"},
                                      {"shelf_life", number(36) + " tháng"},
                                      {"storage", "Nơi khô ráo, thoáng mát"}}});
    }
    return products;
}

} // namespace

TEST_CASE("a list that was signed by an earlier version is read, whatever letters its names have lost") {
    auto products = country(5);
    products[0].name = "Trà Mẫu?";
    products[1].name = "M&#7853;t ong Mẫu";
    products[2].producer = "HTX Mẫu Ph? Hương";
    const auto root = trace::test::root_key();
    const auto file =
        trace::write_bundle({{7, *Date::from(2026, 11, 1)}, "Hà Tĩnh", catalog::to_csv(products), {}, {}}, root);
    REQUIRE(file);
    const auto trusted = check::read_trusted(*file, root.public_key());
    REQUIRE(trusted);
    CHECK(catalog::to_csv(trusted->list.products) == catalog::to_csv(products));
}

TEST_CASE("the country's 17,000 products, signed, stay under a megabyte and a half and come back the same") {
    const auto products = country(17'000);
    const auto root = trace::test::root_key();
    const auto keys = trace::test::ring();
    const auto file = trace::write_bundle(
        {{7, *Date::from(2026, 11, 1)}, "Việt Nam", catalog::to_csv(products), keys.certificates(), keys.revocations()},
        root);
    REQUIRE(file);
    INFO(file->size() << " bytes");
    CHECK(file->size() < 1'500'000);
    const auto trusted = check::read_trusted(*file, root.public_key());
    REQUIRE(trusted);
    CHECK(trusted->list.header.is_signed);
    CHECK(trusted->list.header.as_of == *Date::from(2026, 11, 1));
    REQUIRE(trusted->list.products.size() == products.size());
    CHECK(catalog::to_csv(trusted->list.products) == catalog::to_csv(products));
    CHECK(trusted->keys.certificates().size() == keys.certificates().size());
    CHECK_FALSE(check::read_trusted(*file, trace::test::stranger_key().public_key()));
}
