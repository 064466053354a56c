#include "decode/whole.h"

#include "decode/formats.h"

#include <array>
#include <charconv>

namespace temsao::decode {

// "P6\n550 309\n255\n" and three bytes for each pixel.
std::optional<photo::Colours> ppm_colours(std::string_view ppm) {
    if (!ppm.starts_with("P6")) return {};
    ppm.remove_prefix(2);
    std::array<std::size_t, 3> numbers{};
    for (auto& number : numbers) {
        while (!ppm.empty() && (ppm.front() == '\n' || ppm.front() == ' ' || ppm.front() == '#'))
            ppm.remove_prefix(ppm.front() == '#' ? std::min(ppm.size(), ppm.find('\n')) : 1);
        const auto [end, failed] = std::from_chars(ppm.data(), ppm.data() + ppm.size(), number);
        if (failed != std::errc{}) return {};
        ppm.remove_prefix(static_cast<std::size_t>(end - ppm.data()));
    }
    const auto [width, height, most] = numbers;
    const auto pixels = static_cast<std::size_t>(most_photo_pixels);
    if (ppm.empty() || most != 255 || width == 0 || height == 0 || width > pixels || height > pixels / width) return {};
    ppm.remove_prefix(1);
    if (ppm.size() != 3 * width * height) return {};
    return photo::Colours{.shrink = 1,
                          .width = static_cast<int>(width),
                          .height = static_cast<int>(height),
                          .rgb = std::vector<std::uint8_t>(ppm.begin(), ppm.end())};
}

std::optional<photo::Colours>
whole_in_colour(const std::filesystem::path& file, std::string_view bytes, int page, int shrink) {
    constexpr int most = 1 << 30;
    if (kind_of_photo(bytes) != PhotoKind::unknown) return decode_colours(bytes, {0, 0, most, most}, shrink);
    if (!vips_loader(bytes).empty()) return vips_colours(bytes, std::max(0, page - 1));
    return page > 0 ? pdf_colours(file, page, shrink) : std::nullopt;
}

bool is_heic(std::string_view bytes) {
    return kind_of_photo(bytes) == PhotoKind::unknown && vips_loader(bytes) == "heifload";
}

photo::Colours in_three_colours(const photo::Photo& photo) {
    photo::Colours colours{.width = photo.width, .height = photo.height, .rgb = {}};
    colours.rgb.reserve(3 * photo.grey.size());
    for (const auto grey : photo.grey)
        colours.rgb.insert(colours.rgb.end(), 3, grey);
    return colours;
}

} // namespace temsao::decode
