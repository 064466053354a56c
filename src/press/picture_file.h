#pragma once
// A picture's file -> picture, for templates and brands. PNG and JPEG, recognised by content; the size is checked
// before any pixel is decoded. Pure; any thread.
#include "label/picture.h"

#include <string_view>

namespace temsao::press {

inline constexpr std::uint64_t most_picture_bytes = 2 << 20;
inline constexpr std::int64_t most_picture_pixels = 4'000'000; // 170 mm square at 300 dpi

enum class PictureOf { a_template, a_brand }; // whose messages tell what is wrong with it

// `name`, of the file, is used in messages only. Errors (Cause::data), for a brand brand.logo_… in place of
// template.picture_…: template.picture_kind {…, name} (neither PNG nor JPEG, or a JPEG with four inks, whose colours
// depend on its profile), template.picture_large {…, name, width x height, most megapixels}, template.picture_broken
// {…, name, why}. In place of … parse_template puts the template's name and line:column (label/picture.h); of a brand's
// logo there is nothing before the name.
Result<std::shared_ptr<const label::Picture>>
decode_picture(std::string_view bytes, const std::string& name, PictureOf of = PictureOf::a_template);

} // namespace temsao::press
