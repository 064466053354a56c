#include "bench/commune.h"

#include "base/text.h"

#include <algorithm>

namespace temsao::bench {
namespace {

constexpr std::string_view communes[] = {"xã ", "phường ", "thị trấn ", "đặc khu "};
constexpr std::string_view above[] = {"tỉnh ", "thành phố ", "tp ", "tp. ", "huyện ", "quận ", "thị xã "};

template <std::size_t N>
std::size_t prefix_of(std::string_view key, const std::string_view (&words)[N]) {
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](std::string_view word) { return key.starts_with(word); });
    return found == std::end(words) ? 0 : found->size();
}

} // namespace

Commune commune_of(std::string_view place) {
    std::string rest;
    while (!place.empty()) {
        const auto comma = place.find(',');
        const auto part = tidy(place.substr(0, comma));
        place = comma == place.npos ? "" : place.substr(comma + 1);
        const auto key = match_key(part);
        if (const auto prefix = prefix_of(key, communes)) return {key.substr(prefix), part};
        if (!part.empty() && !prefix_of(key, above)) rest += (rest.empty() ? "" : ", ") + part;
    }
    return {match_key(rest), rest};
}

} // namespace temsao::bench
