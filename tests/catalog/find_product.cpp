// Which product a person means.
#include "catalog/find_product.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::catalog;

namespace {

Product product(const std::string& key, const std::string& name, const std::string& shared = {}) {
    return {.key = key,
            .shared_number = shared,
            .gtin = {},
            .name = name,
            .producer = "HTX Mẫu",
            .address = {},
            .group = Group::food,
            .certificates = {},
            .facts = {}};
}

const std::vector<Product> list = {product("A1", "Mật ong"),
                                   product("A2", "Mật ong rừng"),
                                   product("A3", "Gạo nếp"),
                                   product("A4", "Nếp cái hoa vàng"),
                                   product("A5", "Chè", "0123"),
                                   product("A6", "Trà", "0123"),
                                   product("A7", "Tỏi, loại 1"),
                                   product("A8", "“Shan tuyết” (cổ thụ)"),
                                   product("A9", "Rượu nếp-cẩm"),
                                   product("B1", "Ðặc sản cam")};

std::string found(const std::string& typed) {
    const auto one = find_product(list, typed, typed);
    return one ? (*one)->key : one.error().what.id;
}

} // namespace

TEST_CASE("a code finds its product, before any name") {
    for (const auto& one : list)
        CHECK(found(one.key) == one.key);
    CHECK(found("0123") == "list.number_shared");
}

TEST_CASE("a whole name goes before a part of one, accents and case or not") {
    CHECK(found("Mật ong") == "A1");
    CHECK(found("mat ong") == "A1");
    CHECK(found("MẬT ONG RỪNG") == "A2");
    CHECK(found("rung") == "A2");
    CHECK(found("cái hoa") == "A4");
}

TEST_CASE("letters and digits decide, and no comma, quotation mark, dash or look-alike of Đ does") {
    CHECK(found("tỏi") == "A7");
    CHECK(found("toi loai 1") == "A7");
    CHECK(found("tỏi - loại 1.") == "A7");
    CHECK(found("shan tuyet") == "A8");
    CHECK(found("\"Shan tuyết\"") == "A8");
    CHECK(found("tuyết cổ thụ") == "A8");
    CHECK(found("nep cam") == "A9");
    CHECK(found("nếp – cẩm") == "A9");
    CHECK(found("đặc sản") == "B1");
    CHECK(found("ÐẶC SẢN CAM") == "B1");
    CHECK(found("…") == "list.no_product");
}

TEST_CASE("words in several names, half words and nothing find no product") {
    CHECK(found("nếp cái") == "A4");
    CHECK(found("nếp") == "list.several");
    CHECK(find_product(list, "nếp", "nếp").error().what.facts.at(2) ==
          "A3 Gạo nếp (HTX Mẫu); A4 Nếp cái hoa vàng (HTX Mẫu); A9 Rượu nếp-cẩm (HTX Mẫu)");
    CHECK(found("on") == "list.no_product");
    CHECK(found("") == "list.no_product");
    CHECK(found(" ") == "list.no_product");
}
