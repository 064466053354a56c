#include "system/file.h"

#include "catch.h"

#include <cstdlib>

using namespace temsao;
namespace fs = std::filesystem;

namespace {
struct Folder {
    fs::path path = [] {
        std::string name = (fs::temp_directory_path() / "temsao-test-XXXXXX").string();
        return fs::path(::mkdtemp(name.data()));
    }();

    ~Folder() { fs::remove_all(path); }

    auto count() const { return std::distance(fs::directory_iterator(path), fs::directory_iterator()); }
};
} // namespace

TEST_CASE("a file appears whole and under its name only") {
    const Folder folder;
    {
        auto file = NewFile::create(folder.path / "a.txt");
        REQUIRE(file.ok());
        REQUIRE(file->write("half").ok());
        CHECK_FALSE(fs::exists(folder.path / "a.txt"));
    }
    CHECK(folder.count() == 0); // given up: nothing is left
    REQUIRE(write_file(folder.path / "a.txt", "whole").ok());
    CHECK(*read_file(folder.path / "a.txt", 100) == "whole");
    CHECK(folder.count() == 1);
}

TEST_CASE("reading stops at the limit and names what is wrong") {
    const Folder folder;
    REQUIRE(write_file(folder.path / "a", std::string(1000, 'x')).ok());
    CHECK(read_file(folder.path / "a", 999).error().what.id == "file.too_large");
    CHECK(read_file(folder.path / "b", 999).error().what.id == "file.missing");
    CHECK(read_file(folder.path, 999).error().what.id == "file.is_folder");
    CHECK(write_file(folder.path / "no" / "b", "").error().what.id == "file.folder_missing");
}

TEST_CASE("an interrupted job removes all that it had begun, however many files that are") {
    const Folder folder;
    std::vector<NewFile> files; // more than a process may hold open
    for (int i = 0; i < 2000; ++i) {
        auto file = NewFile::create(folder.path / std::to_string(i));
        REQUIRE(file.ok());
        REQUIRE(file->write("half").ok());
        if (i < 1990) REQUIRE(file->settle().ok());
        files.push_back(*std::move(file));
    }
    REQUIRE(files.front().commit().ok());
    CHECK(folder.count() == 2000);
    remove_unfinished_files();
    CHECK(folder.count() == 1);
    CHECK(*read_file(folder.path / "0", 100) == "half");
}
