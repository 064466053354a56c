#pragma once
// Inside `render` only: text in XML.
#include <string>
#include <string_view>

namespace temsao::render {

std::string escaped(std::string_view text);

} // namespace temsao::render
