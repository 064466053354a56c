#pragma once
// A folder of its own with a data directory in it, for jobs called as the command line calls them.
#include "app/run.h"
#include "catch.h"
#include "job/job.h"
#include "system/file.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <unistd.h>

namespace temsao::test {

struct Desk {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("temsao-desk-" + std::to_string(::getpid()) + "-" + next());
    job::Surroundings around{folder / "home", TEMSAO_SOURCE_DIR, Lang::en, *Date::from(2026, 11, 24), "", {}};

    Desk() { std::filesystem::create_directories(folder); }

    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    ~Desk() { std::filesystem::remove_all(folder); }

    Result<job::Report> run(const std::string& job, std::map<std::string, std::vector<std::string>> options) const {
        return app::run({job, std::move(options)}, around);
    }

    // The report's JSON of a job that must be doable.
    nlohmann::json json(const std::string& job, std::map<std::string, std::vector<std::string>> options) const {
        const auto report = run(job, std::move(options));
        REQUIRE(report.ok());
        return nlohmann::json::parse(job::dump(report->json));
    }

    std::string path(const std::string& name) const { return (folder / name).string(); }

    void import_samples() const {
        const auto list = folder / "danh-sach.csv";
        std::filesystem::copy_file(std::filesystem::path(TEMSAO_SOURCE_DIR) / "samples" / "ha-tinh" / "danh-sach.csv",
                                   list);
        REQUIRE(run("list import", {{"file", {list.string()}}, {"as-of", {"2026-11-01"}}}).ok());
    }

private:
    static std::string next() {
        static int count = 0;
        return std::to_string(++count);
    }
};

} // namespace temsao::test
