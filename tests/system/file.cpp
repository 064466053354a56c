#include "system/file.h"

#include "catch.h"
#include "system/folder.h"
#include "system/record_file.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

TEST_CASE("a link stays a link, and what it leads to is written") {
    const Folder folder;
    fs::create_directory(folder.path / "there");
    fs::create_symlink("there/a.txt", folder.path / "link");
    fs::create_symlink(folder.path / "link", folder.path / "link to link");
    REQUIRE(write_file(folder.path / "link to link", "whole").ok());
    CHECK(fs::is_symlink(folder.path / "link to link"));
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(*read_file(folder.path / "there/a.txt", 100) == "whole");
    fs::create_symlink("round", folder.path / "round");
    CHECK(write_file(folder.path / "round", "").error().what.id == "file.unwritable");
}

TEST_CASE("a link that somebody else made is not followed") {
    if (::geteuid() != 0) LEAVE_OUT("only root can give a link to somebody else");
    const Folder folder;
    REQUIRE(write_file(folder.path / "a.txt", "before").ok());
    fs::create_symlink(folder.path / "a.txt", folder.path / "link");
    REQUIRE(::lchown((folder.path / "link").c_str(), 12345, 12345) == 0);
    CHECK(write_file(folder.path / "link", "after").error().what.id == "file.foreign_link");
    CHECK(*read_file(folder.path / "a.txt", 100) == "before");
}

TEST_CASE("a pipe is sent all that was written, and is not replaced") {
    const Folder folder;
    const auto pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(write_file(pipe, "nobody reads").error().what.id == "file.unwritable");
    const std::string bytes(300'000, 'x'); // more than a pipe holds
    const auto reader = ::fork();
    if (reader == 0) {
        const auto got = read_file(pipe, 1 << 20);
        std::_Exit(got && *got == bytes ? 0 : 1);
    }
    Outcome sent = error(Cause::io, "file.unwritable", {});
    while (!sent) // until the reader has opened it
        sent = write_file(pipe, bytes);
    int status = 1;
    REQUIRE(::waitpid(reader, &status, 0) == reader);
    CHECK(status == 0);
    CHECK(fs::is_fifo(pipe));
    CHECK(write_file("/dev/null", "anything").ok());
    CHECK(fs::is_character_file("/dev/null"));
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

TEST_CASE("what a killed process left is swept, what a living one writes stays") {
    const Folder folder;
    const auto begun_by = [&](int process) {
        auto name = unfinished_name(folder.path).string();
        name.replace(name.find("-" + std::to_string(::getpid()) + "-"),
                     std::to_string(::getpid()).size() + 2,
                     "-" + std::to_string(process) + "-");
        return fs::path(name.replace(name.size() - 6, 6, "abcdef"));
    };
    const auto child = ::fork();
    if (child == 0) ::_exit(0);
    REQUIRE(::waitpid(child, nullptr, 0) == child); // a number that no process has now
    const auto put = [](const fs::path& file) { std::ofstream(file) << "half"; };
    put(begun_by(child));
    put(begun_by(::getppid()));
    put(folder.path / ".temsao-notes-of-mine");
    put(folder.path / ".temsao-00000000-1-abcdef"); // another machine's, new
    const auto old = folder.path / ".temsao-00000000-2-abcdef";
    put(old);
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(25));
    REQUIRE(write_file(folder.path / "a", "whole").ok()); // writing sweeps
    CHECK_FALSE(fs::exists(begun_by(child)));
    CHECK(fs::exists(begun_by(::getppid())));
    CHECK(fs::exists(folder.path / ".temsao-notes-of-mine"));
    CHECK(fs::exists(folder.path / ".temsao-00000000-1-abcdef"));
    CHECK_FALSE(fs::exists(old));
}

TEST_CASE("changes of a record by many processes are all kept, and a refused one changes nothing") {
    const Folder folder;
    const auto record = folder.path / "new" / "record";
    constexpr int crowd = 20;
    std::vector<pid_t> children;
    for (int i = 0; i < crowd; ++i) {
        const auto child = ::fork();
        if (child == 0) {
            const auto add = [&](const std::string& now) -> Result<std::string> {
                return now + std::to_string(i) + "\n";
            };
            ::_exit(change_record(record, 1000, add).ok() ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const auto child : children) {
        int status = -1;
        ::waitpid(child, &status, 0);
        CHECK(status == 0);
    }
    const auto whole = *read_file(record, 1000);
    CHECK(std::count(whole.begin(), whole.end(), '\n') == crowd);
    for (int i = 0; i < crowd; ++i)
        CHECK(("\n" + whole).find("\n" + std::to_string(i) + "\n") != std::string::npos);

    const auto refuse = [](const std::string&) -> Result<std::string> { return error(Cause::refused, "file.missing"); };
    CHECK(change_record(record, 1000, refuse).error().cause == Cause::refused);
    CHECK(*read_file(record, 1000) == whole);
    CHECK((fs::status(record.parent_path()).permissions() & fs::perms::mask) == fs::perms::owner_all);
}

TEST_CASE("what cannot be looked at is an error that names it, and never counts as nothing") {
    const Folder folder;
    const auto at = [&](const char* name) { return folder.path / name; };
    REQUIRE(write_file(at("file"), "a").ok());
    fs::create_directory(at("folder"));
    fs::create_symlink("circle", at("circle"));
    fs::create_symlink("nowhere", at("to-nowhere"));

    CHECK(*is_there(at("file")));
    CHECK(*is_there(at("folder")));
    CHECK_FALSE(*is_there(at("none")));
    CHECK_FALSE(*is_there(at("none") / "deeper"));
    CHECK_FALSE(read_if_there(at("none"), 10)->has_value());
    CHECK(**read_if_there(at("file"), 10) == "a");
    CHECK(content_of(at("none"))->empty());
    CHECK(content_of(folder.path)->size() == 4);
    CHECK(content_of(folder.path)->front() == at("circle"));

    for (const auto& path : {at("circle"), at("circle") / "deeper", at("file") / "deeper", at("to-nowhere")}) {
        INFO(path);
        for (const auto& said : {is_there(path).error(), read_if_there(path, 10).error(), content_of(path).error()}) {
            CHECK(said.cause == Cause::io);
            CHECK(said.what.facts.at(0) == path.string());
        }
    }
    CHECK_FALSE(read_if_there(at("folder"), 10).ok());
    CHECK_FALSE(content_of(at("file")).ok());
    CHECK_FALSE(change_record(at("circle"), 10, [](const std::string&) { return Result<std::string>("b"); }).ok());
}
