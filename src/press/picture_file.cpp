#include "press/picture_file.h"

#include "decode/in_colour.h"

#include <cstdio>

namespace temsao::press {
namespace {

using label::Picture;

Error refusal(const decode::Decoded& made, const std::string& name, PictureOf of) {
    const bool is_logo = of == PictureOf::a_brand;
    switch (made.refused) {
    case decode::Refused::too_large: {
        const auto size = std::to_string(made.picture.width) + " × " + std::to_string(made.picture.height);
        const auto most = std::to_string(most_picture_pixels / 1'000'000);
        return is_logo ? error(Cause::data, "brand.logo_large", {name, size, most})
                       : error(Cause::data, "template.picture_large", {name, size, most});
    }
    case decode::Refused::other_kind:
    case decode::Refused::four_inks:
        return is_logo ? error(Cause::data, "brand.logo_kind", {name})
                       : error(Cause::data, "template.picture_kind", {name});
    case decode::Refused::damaged:
    case decode::Refused::no: break;
    }
    return is_logo ? error(Cause::data, "brand.logo_broken", {name, made.why})
                   : error(Cause::data, "template.picture_broken", {name, made.why});
}

// A picture of three equal samples everywhere is grey, and prints in black alone.
void take_out_colour(Picture& picture) {
    if (picture.samples != 3) return;
    for (std::size_t i = 0; i < picture.bytes.size(); i += 3)
        if (picture.bytes[i] != picture.bytes[i + 1] || picture.bytes[i] != picture.bytes[i + 2]) return;
    for (std::size_t i = 0; 3 * i < picture.bytes.size(); ++i)
        picture.bytes[i] = picture.bytes[3 * i];
    picture.bytes.resize(picture.bytes.size() / 3);
    picture.samples = 1;
}

std::string id_of(const Picture& picture) {
    std::uint64_t hash = 14695981039346656037ull; // FNV-1a
    const auto take = [&](std::uint64_t value) { hash = (hash ^ value) * 1099511628211ull; };
    take(static_cast<std::uint64_t>(picture.width));
    take(static_cast<std::uint64_t>(picture.samples));
    for (const auto sample : picture.bytes)
        take(sample);
    for (const auto alpha : picture.alpha)
        take(alpha);
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

} // namespace

Result<std::shared_ptr<const label::Picture>>
decode_picture(std::string_view bytes, const std::string& name, PictureOf of) {
    auto made = decode::decode_in_colour(bytes, most_picture_pixels);
    if (made.refused != decode::Refused::no) return refusal(made, name, of);
    auto picture = std::make_shared<Picture>();
    picture->width = made.picture.width;
    picture->height = made.picture.height;
    picture->samples = made.picture.samples;
    picture->bytes = std::move(made.picture.bytes);
    picture->alpha = std::move(made.picture.alpha);
    take_out_colour(*picture);
    picture->id = id_of(*picture);
    return std::shared_ptr<const Picture>(std::move(picture));
}

} // namespace temsao::press
