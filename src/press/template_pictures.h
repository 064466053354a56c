#pragma once
// Inside `press`: the pictures of a template, only from its own folder.
#include "label/picture.h"

#include <filesystem>

namespace temsao::press {

// Takes "logo.png" and "art/leaf.jpg" beside the template: no other folder, absolute path, URL or symbolic link; at
// most 2 MB. Errors (Cause::data): template.picture_path {…, href}, template.picture_missing {…, href},
// template.picture_bytes {…, href, most megabytes}, and those of decode_picture (press/picture_file.h). In place of …
// parse_template puts the template's name and line:column (label/picture.h).
label::PictureLoader pictures_beside(const std::filesystem::path& template_file);

} // namespace temsao::press
