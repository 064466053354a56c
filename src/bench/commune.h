#pragma once
// Inside `app`: the place that an inspector typed -> the commune it names, so that checks in one commune count
// together, however the place is written.
#include <string>
#include <string_view>

namespace temsao::bench {

struct Commune {
    std::string key;   // for comparing: without "xã", by match_key
    std::string shown; // as it was typed
};

// The part with xã, phường, thị trấn or đặc khu; without one, everything except province and district. "Chợ Hôm, xã Kỳ
// Ninh, tỉnh Hà Tĩnh" gives "xã Kỳ Ninh"; "Kỳ Ninh, Hà Tĩnh" stays whole, because the meaning of its commas is unclear.
Commune commune_of(std::string_view place);

} // namespace temsao::bench
