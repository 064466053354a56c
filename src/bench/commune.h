#pragma once
// Inside `app`: what an inspector typed as a place -> the commune it names, so that checks made in one commune count
// together however it was written.
#include <string>
#include <string_view>

namespace temsao::bench {

struct Commune {
    std::string key;   // for comparing: without "xã", by match_key
    std::string shown; // as it was typed
};

// The part that says xã, phường, thị trấn or đặc khu; without one, all but province and district. "Chợ Hôm, xã Kỳ Ninh,
// tỉnh Hà Tĩnh" gives "xã Kỳ Ninh", "Kỳ Ninh, Hà Tĩnh" stays whole: which commas part what is not guessed.
Commune commune_of(std::string_view place);

} // namespace temsao::bench
