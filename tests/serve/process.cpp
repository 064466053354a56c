#include "serve/process.h"

#include "catch.h"

using namespace temsao::serve;

namespace {

std::optional<ProcessEnd> shell(const std::string& words, ProcessLimits limits = {}) {
    return run_process("/bin/sh", {"-c", words}, "/tmp", {"PATH=/usr/bin:/bin"}, limits);
}

} // namespace

TEST_CASE("a program's output and status come back") {
    const auto end = shell("pwd; exit 3");
    REQUIRE(end);
    CHECK(end->output == "/tmp\n");
    CHECK(end->exit_status == 3);
}

TEST_CASE("one that hangs is ended with what it started, and so is one that says too much or crashes") {
    CHECK(shell("sleep 60 & sleep 60", {.seconds = 1})->exit_status == -1);
    CHECK(shell("yes", {.seconds = 20, .memory_bytes = 1ull << 30, .output_bytes = 100'000})->exit_status == -1);
    CHECK(shell("kill -SEGV $$")->exit_status == -1);
}
