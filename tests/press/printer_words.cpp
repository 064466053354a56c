// What a printer says, in words.
#include "press/printer_words.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::press;

TEST_CASE("a printer with many papers names eight of them and says how many it has") {
    const auto papers = [](int count) {
        std::vector<printers::PaperRange> made;
        for (int i = 0; i < count; ++i)
            made.push_back(
                {.least_width = 10000, .most_width = 10000 + i * 100, .least_height = 20000, .most_height = 20000});
        return made;
    };
    CHECK(paper_words(papers(0)) == "–");
    CHECK(paper_words(papers(2)) == "100 × 200 mm, 101 × 200 mm");
    CHECK(paper_words(papers(8)).ends_with("107 × 200 mm"));
    CHECK(paper_words(papers(9)).ends_with("107 × 200 mm … (9)"));
}
