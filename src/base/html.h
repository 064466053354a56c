#pragma once
// Pieces of the HTML reports. Everything from a code or a file name is hostile. Pure; any thread.
#include <string>
#include <string_view>

namespace temsao {

std::string escape(std::string_view text);   // for text and quoted attributes; control characters are made visible
std::string png_url(std::string_view bytes); // a picture inside the page
std::string jpeg_url(std::string_view bytes);

} // namespace temsao
