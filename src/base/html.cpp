#include "base/html.h"

#include "base/coding.h"
#include "base/text.h"

namespace temsao {

std::string escape(std::string_view text) {
    std::string safe;
    for (const char c : make_showable(text)) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        case '\'': safe += "&#39;"; break;
        default: safe += c;
        }
    }
    return safe;
}

std::string png_url(std::string_view bytes) {
    return "data:image/png;base64," + base64(bytes);
}

std::string jpeg_url(std::string_view bytes) {
    return "data:image/jpeg;base64," + base64(bytes);
}

} // namespace temsao
