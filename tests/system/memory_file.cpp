#include "system/memory_file.h"

#include "catch.h"
#include "system/file.h"

#include <unistd.h>

using namespace temsao;

TEST_CASE("a file in memory gives back what was written, by its name and by its descriptor") {
    MemoryFile file;
    REQUIRE(file.is_open());
    const std::string bytes = std::string(200'000, 'a') + std::string("\0end", 4);
    REQUIRE(file.fill(bytes));
    CHECK(*read_file(file.path(), 1 << 20) == bytes);
    CHECK(file.content(std::string::npos) == bytes);
    CHECK(file.content(5) == "aaaaa");
    char first = 0;
    REQUIRE(::read(file.number(), &first, 1) == 1); // from the start
    CHECK(first == 'a');
    const MemoryFile empty;
    CHECK(empty.content(10).empty());
}
