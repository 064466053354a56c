// The addresses that are in no table of routes: one look at the path says what answers.
#include "serve/place.h"

#include "catch.h"

#include <set>

using namespace temsao::serve;

TEST_CASE("an address leads to one place, and is called by it in logs") {
    struct Case {
        const char* path;
        Place place;
        const char* name;
    };

    for (const auto& [path, place, name] : {Case{"/01/09520000010003/10/L1", Place::code, "/01"},
                                            Case{"/01", Place::code, "/01"},
                                            Case{"/sp/TS-1", Place::code, "/sp"},
                                            Case{"/SP/TS-1", Place::code, "/sp"},
                                            Case{"/page/01/09520000010003", Place::shoppers_page, "/page"},
                                            Case{"/epcis/01/09520000010003/10/L1", Place::events, "/epcis"},
                                            Case{"/epcis/sp/TS-1/L1", Place::events, "/epcis"},
                                            Case{"/product.css", Place::style, "/product.css"},
                                            Case{"/", Place::built_page, "/"},
                                            Case{"/studio", Place::built_page, "/studio"},
                                            Case{"/%73tudio/", Place::built_page, "/studio"},
                                            Case{"/0%31/09520000010003", Place::code, "/01"},
                                            Case{"/scan/sw.js", Place::built_page, "/scan"},
                                            Case{"/office/", Place::built_page, "/office"},
                                            Case{"/lots/a/b", Place::built_page, "/lots"},
                                            Case{"/assets/x.css", Place::built_page, "/assets"}}) {
        CAPTURE(path);
        CHECK(place_of(path) == place);
        CHECK(name_of(place, path) == name);
    }
}

TEST_CASE("what only begins like an address of ours is none") {
    for (const auto* path : {"",
                             "*",
                             "//",
                             "/x",
                             "/page",
                             "/page/",
                             "/page/sp/TS-1",
                             "/epcis",
                             "/epcis/02/1",
                             "/studios",
                             "/scan.js",
                             "/0",
                             "/011/1",
                             "/spa",
                             "/Sp/1",
                             "/product.css/",
                             "studiox",
                             "/.well-known/gs1resolver/",
                             "/api/v1/nothing"}) {
        CAPTURE(path);
        CHECK(place_of(path) == Place::none);
        CHECK(name_of(Place::none, path) == std::string(other_route));
    }
}

TEST_CASE("whatever strangers ask for, the names in logs stay few") {
    std::set<std::string> names;
    for (const std::string first : {"01", "sp", "SP", "page", "epcis", "studio", "scan", "office", "lots", "assets"})
        for (int i = 0; i < 500; ++i)
            for (const auto* second : {"/", "/01/", "/sp/", ""}) {
                const auto path = "/" + first + second + std::to_string(i);
                names.insert(name_of(place_of(path), path));
            }
    CHECK(names.size() <= 10);
}
