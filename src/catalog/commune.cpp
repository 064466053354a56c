#include "catalog/commune.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>

namespace temsao::catalog {
namespace {

constexpr std::string_view communes[] = {"xã ", "phường ", "thị trấn ", "đặc khu "};
constexpr std::string_view units_above[] = {"huyện ", "quận ", "thị xã ", "tỉnh ", "thành phố ", "tp ", "tp. "};

// Where the first part that begins with `kind` stands, which is a key (match_key). Parts, not places within one: a
// street may be named after a commune.
std::size_t part_with(std::string_view kind, const std::string& address) {
    for (std::size_t start = 0; start < address.size();) {
        const auto part = address.find_first_not_of(' ', start);
        if (part == std::string::npos) break;
        if (match_key(address.substr(part)).starts_with(kind)) return part;
        const auto comma = address.find(',', start);
        if (comma == std::string::npos) break;
        start = comma + 1;
    }
    return std::string::npos;
}

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
        if (const auto prefix = prefix_of(key, communes)) return {key.substr(prefix), part, true};
        if (!part.empty() && !prefix_of(key, units_above)) rest += (rest.empty() ? "" : ", ") + part;
    }
    return {match_key(rest), rest, false};
}

std::string commune_alone(std::string_view place) {
    constexpr std::size_t most_words = 4; // "Hoàng Văn Thụ", "Ea H'Leo Thượng"
    constexpr std::string_view people[] = {
        "ông", "bà", "anh", "chị", "cô", "chú", "bác", "hộ", "nhà", "em", "dì", "cậu"};
    while (!place.empty()) {
        const auto comma = place.find(',');
        auto part = tidy(place.substr(0, comma));
        place = comma == place.npos ? "" : place.substr(comma + 1);
        const auto key = match_key(part);
        const auto prefix = prefix_of(key, communes);
        if (prefix == 0) continue;
        std::size_t words = 0;
        bool names_people = key.find_first_of("0123456789()/.:;") != key.npos;
        for (std::string_view rest = std::string_view(key).substr(prefix); !rest.empty(); ++words) {
            const auto word = next_piece(rest, ' ');
            names_people = names_people || std::find(std::begin(people), std::end(people), word) != std::end(people);
        }
        return words == 0 || words > most_words || names_people ? std::string() : part;
    }
    return {};
}

std::string without_house(const std::string& address) {
    for (const auto kind : communes)
        if (const auto part = part_with(kind, address); part != std::string::npos) return address.substr(part);
    for (const auto kind : units_above)
        if (const auto part = part_with(kind, address); part != std::string::npos) return address.substr(part);
    return {};
}

} // namespace temsao::catalog
