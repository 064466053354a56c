#pragma once
// A place in words -> the commune in it, so that checks in one commune count together, however the place is written,
// two producers of one name are told apart, and a product's page shows no house. Pure; any thread.
#include <string>
#include <string_view>

namespace temsao::catalog {

struct Commune {
    std::string key;       // for comparing: without "xã", by match_key
    std::string shown;     // as it was typed
    bool is_named = false; // by xã, phường, thị trấn or đặc khu
};

// The part with xã, phường, thị trấn or đặc khu; without one, everything except province and district. "Chợ Hôm, xã Kỳ
// Ninh, tỉnh Hà Tĩnh" gives "xã Kỳ Ninh"; "Kỳ Ninh, Hà Tĩnh" stays whole, because the meaning of its commas is unclear.
Commune commune_of(std::string_view place);

// The part with the commune and nothing else; empty without one, and where other words stand in that part: "xã Kỳ
// Xuân", but nothing of "xã Kỳ Xuân nhà ông Lý". For pages that may name nobody.
std::string commune_alone(std::string_view place);

// An address from its commune on; without a commune from its district on, or its province; empty without any of them.
// "Thôn Mẫu, xã Hương Khê, tỉnh Hà Tĩnh" gives "xã Hương Khê, tỉnh Hà Tĩnh".
std::string without_house(const std::string& address);

} // namespace temsao::catalog
