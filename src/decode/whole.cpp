#include "decode/whole.h"

#include "decode/formats.h"

#include <algorithm>

namespace temsao::decode {

std::optional<photo::Colours>
whole_in_colour(const std::filesystem::path& file, std::string_view bytes, int page, int shrink) {
    constexpr int most = 1 << 30;
    if (kind_of_photo(bytes) != PhotoKind::unknown) return decode_colours(bytes, {0, 0, most, most}, shrink);
    if (!vips_loader(bytes).empty()) return vips_colours(bytes, std::max(0, page - 1));
    return page > 0 ? pdf_colours(file, page, shrink) : std::nullopt;
}

bool is_photo(std::string_view bytes) {
    return kind_of_photo(bytes) != PhotoKind::unknown || !vips_loader(bytes).empty();
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
