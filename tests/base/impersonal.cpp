// What shoppers write, without telephone numbers, identity numbers and e-mail addresses.
#include "base/impersonal.h"

#include "catch.h"

using namespace temsao;

TEST_CASE("numbers of nine or more digits are left out, however people write them") {
    for (const char* number : {"0912345678",
                               "0912 345 678",
                               "091.234.5678",
                               "091-234-5678",
                               "84 (912) 345 678",
                               "038203001234",
                               "0 9 1 2 3 4 5 6 7",
                               "０９１２３４５６７８"}) {
        INFO(number);
        CHECK(impersonal("gọi " + std::string(number) + " nhé") == "gọi […] nhé");
        CHECK(impersonal(number) == "[…]");
    }
    CHECK(impersonal("+84912345678.") == "+[…].");
    CHECK(impersonal("số 12345678") == "số 12345678"); // eight
    CHECK(impersonal("số 123456789") == "số […]");
    CHECK(impersonal("0912345678, 0987654321") == "[…], […]");
    CHECK(impersonal("lô 261124 mua 3 chai giá 85.000") == "lô 261124 mua 3 chai giá 85.000");
}

TEST_CASE("dates stay, also beside each other and beside a number that goes") {
    CHECK(impersonal("NSX 24.11.2026 24.11.2027") == "NSX 24.11.2026 24.11.2027");
    CHECK(impersonal("24-11-2026 0912345678") == "24-11-2026 […]");
    CHECK(impersonal("0912345678 24/11/2026") == "[…] 24/11/2026");
    CHECK(impersonal("bán 24 11 2026 còn 2 hộp") == "bán 24 11 2026 còn 2 hộp");
    CHECK(impersonal("41.11.2026 1") == "[…]"); // there is no such day
    CHECK(impersonal("24.11.20261") == "[…]");
}

TEST_CASE("addresses of e-mail are left out, and other signs of at stay") {
    CHECK(impersonal("viết cho lan.n@example.vn, nhé") == "viết cho […], nhé");
    CHECK(impersonal("(a@b@c)") == "([…])");
    CHECK(impersonal("lan＠example.vn") == "[…]");
    CHECK(impersonal("3 chai @ 50 và @") == "3 chai @ 50 và @");
    CHECK(impersonal("@@") == "@@");
    CHECK(impersonal("") == "");
    CHECK(impersonal("Hoà @ Đức") == "Hoà @ Đức");
}
