#include "system/separate_program.h"

#include "catch.h"

#include <filesystem>

using namespace temsao;
namespace fs = std::filesystem;

namespace {

ProgramRun shell(const std::string& words, ProgramLimits limits = {1000, 5}, std::string_view input = {}) {
    return run_program({"sh", "-c", words}, limits, input, {{"COLOUR=green"}});
}

} // namespace

TEST_CASE("a program that seeks in what it writes gets a file in memory, as large as its output may be") {
    ProgramLimits limits{.output_bytes = 1000, .seconds = 5, .seeks_in_output = true};
    const auto words = "printf 'nothing to look at'; dd if=/dev/zero bs=100 count=3 of=" + std::string(output_file) +
                       " 2>/dev/null; printf MIDDLE | dd bs=1 seek=100 conv=notrunc of=" + output_file + " 2>/dev/null";
    const auto run = shell(words, limits);
    CHECK(run.status == 0);
    CHECK(run.output.size() == 300);
    CHECK(run.output.substr(99, 8) == std::string("\0MIDDLE\0", 8));
    limits.output_bytes = 150;
    CHECK(shell(words, limits).output.size() <= 150);
}

TEST_CASE("a program's words, its way out and its surroundings come through") {
    const auto run = shell("echo $COLOUR; exit 3");
    CHECK(run.started);
    CHECK(run.in_time);
    CHECK(run.status == 3);
    CHECK(run.output == "green\n");
}

TEST_CASE("a program reads its input as a file, from the start and by name") {
    const std::string input(200'000, 'x');
    const auto run = shell("wc -c; wc -c < /dev/stdin; tail -c 1 /dev/stdin", {1000, 5}, input);
    CHECK(run.output == "200000\n200000\nx");
    CHECK(shell("wc -c").output == "0\n");
}

TEST_CASE("a program that is not there did not start") {
    CHECK_FALSE(run_program({"no-such-program-of-ours"}, {1000, 5}).started);
}

TEST_CASE("a program that says too much, waits, or computes too long is ended") {
    const auto loud = shell("yes");
    CHECK(loud.output.size() > 1000);
    CHECK(loud.in_time);
    CHECK(loud.status == -1);
    CHECK_FALSE(shell("exec sleep 600", {1000, 1}).in_time);
    CHECK_FALSE(shell("while :; do :; done", {1000, 1}).in_time);
}

TEST_CASE("a program that closes its way out and goes on is ended too, and so is what it started") {
    // Asleep it uses no processor time, so only the clock can end it. Without that this test would take ten minutes.
    const auto run =
        run_program({"sh", "-c", "exec >&-; sleep 600"}, {.output_bytes = 1000, .seconds = 2, .clock_seconds = 1});
    CHECK_FALSE(run.in_time);
    CHECK(run.status == -1);
    const auto quick = run_program({"sh", "-c", "echo done; exec >&-; sleep 0.1; exit 3"},
                                   {.output_bytes = 1000, .seconds = 2, .clock_seconds = 60});
    CHECK(quick.in_time);
    CHECK(quick.status == 3);
    CHECK(quick.output == "done\n");
}

TEST_CASE("a program that crashes, or takes too much memory, says nothing more") {
    CHECK(shell("kill -SEGV $$").status == -1);
    CHECK(shell("kill -SEGV $$").in_time);
    CHECK(shell("dd if=/dev/zero bs=1M count=1 | wc -c").output == "1048576\n");
    CHECK(shell("dd if=/dev/zero bs=3G count=1 | wc -c").output == "0\n"); // one piece, held in memory
}

TEST_CASE("a program can write no file") {
    const auto file = fs::temp_directory_path() / "temsao-written-by-a-program";
    fs::remove(file);
    const auto run = shell("echo words > " + file.string());
    CHECK((!fs::exists(file) || fs::file_size(file) == 0));
    CHECK(run.status != 0);
    fs::remove(file);
}

// As the server runs us.
TEST_CASE("a program in a folder of its own knows only the variables that it is given") {
    const auto alone = [](const std::string& words, ProgramLimits limits) {
        return run_program({"/bin/sh", "-c", words},
                           limits,
                           {},
                           {.environment = {"PATH=/usr/bin:/bin"}, .inherits = false, .folder = "/tmp"});
    };
    const auto end = alone("pwd; echo $HOME; exit 3", {.output_bytes = 1000, .seconds = 40, .clock_seconds = 20});
    CHECK(end.output == "/tmp\n\n");
    CHECK(end.status == 3);
    const auto hung = alone("sleep 60 & sleep 60", {.output_bytes = 1000, .seconds = 2, .clock_seconds = 1});
    CHECK(hung.status == -1);
    CHECK_FALSE(hung.in_time);
    CHECK(alone("yes", {.output_bytes = 100'000, .seconds = 40, .memory_bytes = 1ull << 30}).status == -1);
    CHECK(alone("kill -SEGV $$", {.output_bytes = 1000, .seconds = 40}).status == -1);
    CHECK_FALSE(run_program({"/bin/true"}, {1000, 5}, {}, {.folder = "/no such folder"}).started);
}
