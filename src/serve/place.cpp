#include "serve/place.h"

#include "base/pieces.h"
#include "http/http.h"

#include <algorithm>

namespace temsao::serve {
namespace {

constexpr std::string_view built_pages[] = {"studio", "scan", "office", "lots", "assets"};

} // namespace

Place place_of(std::string_view path) {
    if (path == "/product.css") return Place::style;
    if (path == "/.well-known/gs1resolver") return Place::resolver_description;
    if (path == context_path) return Place::link_context;
    if (path.starts_with("/page/01/")) return Place::shoppers_page;
    if (path.starts_with("/epcis/01/") || path.starts_with("/epcis/sp/")) return Place::events;
    const auto first = http::path_pieces(path).front();
    if (first == "01" || first == "sp" || first == "SP") return Place::code; // some are written in upper case
    const bool is_built = std::find(std::begin(built_pages), std::end(built_pages), first) != std::end(built_pages);
    return path == "/" || is_built ? Place::built_page : Place::none;
}

std::string name_of(Place place, std::string_view path) {
    switch (place) {
    case Place::none: return other_route;
    case Place::code: return "/" + lower(http::path_pieces(path).front());
    case Place::shoppers_page: return std::string(page_folder);
    case Place::events: return std::string(events_folder);
    case Place::style:
    case Place::resolver_description:
    case Place::link_context: return std::string(path);
    case Place::built_page: return "/" + http::path_pieces(path).front();
    }
    return other_route;
}

} // namespace temsao::serve
