#include "decode/pixmap.h"

#include "decode/decode.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace temsao::decode {

// "P6\n#comment\n550 309\n255\n" and three samples for each pixel; "P5": one. Above 255 a sample has two bytes, the
// upper one first.
std::optional<Pixmap> read_pixmap(std::string_view file) {
    const bool is_grey = file.starts_with("P5");
    if (!is_grey && !file.starts_with("P6")) return {};
    file.remove_prefix(2);
    std::array<std::size_t, 3> numbers{};
    for (auto& number : numbers) {
        while (!file.empty() && (file.front() == '\n' || file.front() == ' ' || file.front() == '#'))
            file.remove_prefix(file.front() == '#' ? std::min(file.size(), file.find('\n')) : 1);
        const auto [end, failed] = std::from_chars(file.data(), file.data() + file.size(), number);
        if (failed != std::errc{}) return {};
        file.remove_prefix(static_cast<std::size_t>(end - file.data()));
    }
    const auto [width, height, most] = numbers;
    constexpr auto pixels = static_cast<std::size_t>(most_photo_pixels);
    if (file.empty() || (most != 255 && most != 65535) || width == 0 || height == 0 || width > pixels ||
        height > pixels / width)
        return {};
    file.remove_prefix(1);
    const std::size_t samples = is_grey ? 1 : 3, each = most > 255 ? 2 : 1, all = width * height * samples;
    if (file.size() != all * each) return {};
    Pixmap made{static_cast<int>(width), static_cast<int>(height), static_cast<int>(samples), {}};
    made.bytes.resize(all);
    for (std::size_t i = 0; i < all; ++i)
        made.bytes[i] = static_cast<std::uint8_t>(file[i * each]);
    return made;
}

} // namespace temsao::decode
