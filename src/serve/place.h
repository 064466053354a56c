#pragma once
// The addresses that are in no table of routes, because what stands behind them is not ours to name: codes as they are
// printed, what their links lead to, and the built pages. Pure; any thread.
#include <string>
#include <string_view>

namespace temsao::serve {

enum class Place {
    none,                 // no address of ours, or one of a route
    code,                 // /01/…, /sp/…, /SP/…: as printed
    shoppers_page,        // /page/01/…: of a code with a GTIN; others have it at their own address
    events,               // /epcis/01/…, /epcis/sp/…: what the lot book shows of the lot
    style,                // /product.css, of the shopper's page
    resolver_description, // /.well-known/gs1resolver
    link_context,         // /linkset-context.jsonld
    built_page,           // /, /studio/…, /scan/…, /office/…, /lots/…, /assets/…
};

inline constexpr std::string_view page_folder = "/page", events_folder = "/epcis",
                                  context_path = "/linkset-context.jsonld";

inline constexpr auto other_route = "other"; // in logs and metrics: what nothing matched

Place place_of(std::string_view path);

// What logs and metrics call it: "/01", "/page", "/studio"; of Place::none other_route.
std::string name_of(Place place, std::string_view path);

} // namespace temsao::serve
