#include "catalog/commune.h"

#include "catch.h"

using temsao::catalog::commune_of;

TEST_CASE("a commune is one however it was typed") {
    for (const auto* place : {"xã Kỳ Ninh",
                              "Xã  kỳ ninh",
                              "Kỳ Ninh",
                              "Chợ Hôm, xã Kỳ Ninh, tỉnh Hà Tĩnh",
                              "Kỳ Ninh, tỉnh Hà Tĩnh",
                              "Kỳ Ninh, huyện Kỳ Anh, Tỉnh Hà Tĩnh"})
        CHECK(commune_of(place).key == "kỳ ninh");
    CHECK(commune_of("Phường Hoà Bình").key == commune_of("phường Hòa Bình").key);
    CHECK(commune_of("Chợ Hôm, xã Kỳ Ninh, tỉnh Hà Tĩnh").shown == "xã Kỳ Ninh");
}

TEST_CASE("what names no commune stays as it was typed, and different ones stay apart") {
    CHECK(commune_of("Chợ Vinh").shown == "Chợ Vinh");
    CHECK(commune_of("Chợ Hôm, xã Kỳ Ninh").key != commune_of("Chợ Hôm, xã Kỳ Xuân").key);
    CHECK(commune_of("Ky Ninh").key != commune_of("Kỳ Ninh").key);
    for (const auto* nothing : {"", " , ,", ",", "tỉnh Hà Tĩnh"})
        CHECK(commune_of(nothing).shown.empty());
}

TEST_CASE("an address is shown from its commune on, else from its district or province, and never with its house") {
    using temsao::catalog::without_house;
    CHECK(without_house("Thôn Mẫu, xã Hương Khê, tỉnh Hà Tĩnh") == "xã Hương Khê, tỉnh Hà Tĩnh");
    CHECK(without_house("12 đường xã Đàn, Phường Nam Hà, tỉnh Hà Tĩnh") == "Phường Nam Hà, tỉnh Hà Tĩnh");
    CHECK(without_house("Số 3, thị xã Kỳ Anh, tỉnh Hà Tĩnh") == "thị xã Kỳ Anh, tỉnh Hà Tĩnh");
    CHECK(without_house("Số 3, TP. Vinh") == "TP. Vinh");
    for (const auto* nothing : {"", "Thôn Mẫu", " , ,"})
        CHECK(without_house(nothing).empty());
}
