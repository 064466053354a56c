#pragma once
// Inside `app`: the pictures of a template, out of its own folder and from nowhere else.
#include "label/picture.h"

#include <filesystem>

namespace temsao::press {

// Takes "logo.png" and "art/leaf.jpg" beside the template: no other folder, no absolute path, no address, nothing
// behind a link, 2 MB at most. Errors (Cause::data): template.picture_path {href}, template.picture_missing {href},
// template.picture_bytes {href, most megabytes}, and those of render::decode_picture.
label::PictureLoader pictures_beside(const std::filesystem::path& template_file);

} // namespace temsao::press
