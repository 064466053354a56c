#pragma once
// Whole pictures in colour, for reports and for what red light sees; codes are read in grey (decode/decode.h). Any
// thread.
#include "decode/decode.h"

namespace temsao::decode {

// A picture of the file as each_picture() handed it out in grey, in the same pixels or shrunk by 2, 4 or 8: page 0, or
// a page of a PDF or TIFF from 1. `bytes` is the content of `file`. Empty when the picture has no colour, or its
// colours cannot be decoded.
std::optional<photo::Colours>
whole_in_colour(const std::filesystem::path& file, std::string_view bytes, int page, int shrink);

bool is_photo(std::string_view bytes); // of a kind that decode_photo() reads, by content; not a PDF
bool is_heic(std::string_view bytes);  // or AVIF, by content

// A grey picture, in three equal colours.
photo::Colours in_three_colours(const photo::Photo& photo);

// As a JPEG file without notes (EXIF, comments, profiles); nothing for an empty picture. `quality`: libjpeg's, 1 to
// 100.
std::string jpeg_of(const photo::Colours& picture, int quality = 80);

} // namespace temsao::decode
