// The command line: arguments -> request, report -> words or JSON. It knows no labels, only the table of options.
#include "app/run.h"
#include "cli/arguments.h"
#include "cli/passphrase.h"
#include "job/job.h"
#include "job/json.h"
#include "serve/serve.h"
#include "system/file.h"
#include "system/line_writer.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace {

using namespace temsao;
namespace fs = std::filesystem;

// Exit statuses, as base/result.h lists them.
int status_of(Cause cause) {
    switch (cause) {
    case Cause::usage: return 64;
    case Cause::data: return 65;
    case Cause::missing: return 66;
    case Cause::refused: return 1;
    case Cause::internal: return 70;
    case Cause::io: return 74;
    }
    return 70;
}

std::string environment(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): before any thread
    return value ? value : "";
}

Lang language_of_locale() {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto value = environment(name); !value.empty()) return value.starts_with("vi") ? Lang::vi : Lang::en;
    return Lang::en;
}

fs::path default_home() {
    if (const auto home = environment("TEMSAO_HOME"); !home.empty()) return home;
    if (const auto data = environment("XDG_DATA_HOME"); !data.empty()) return fs::path(data) / "temsao";
    return fs::path(environment("HOME")) / ".local" / "share" / "temsao";
}

// Fonts and templates: installed beside the binary, else the source tree it was built from.
fs::path find_share() {
    if (const auto named = environment("TEMSAO_SHARE"); !named.empty()) return named;
    std::error_code failed;
    const auto binary = fs::read_symlink("/proc/self/exe", failed);
    const auto installed = binary.parent_path().parent_path() / "share" / "temsao";
    if (!failed && fs::is_directory(installed / "fonts", failed)) return installed;
    return TEMSAO_SOURCE_SHARE;
}

// While a printer prints, the first signal only asks the job to stop.
std::atomic<bool> stops_gently = false, is_asked_to_stop = false;

void stop(int signal) {
    if (stops_gently && !is_asked_to_stop.exchange(true)) return;
    remove_unfinished_files();
    cli::show_typing_again();
    std::_Exit(128 + signal);
}

void show_progress(std::size_t done, std::size_t total) {
    std::fprintf(stderr, "\r%zu / %zu%s", done, total, done == total ? "\n" : "");
}

int print(const Result<job::Report>& report, const cli::Arguments& asked, Lang lang) {
    if (!report) {
        if (asked.json) std::cout << job::error_json(report.error(), lang);
        std::cerr << "temsao: " << say(report.error().what, lang) << "\n";
        return status_of(report.error().cause);
    }
    if (!asked.quiet)
        for (const auto& remark : report->remarks)
            std::cerr << remark << "\n";
    if (!asked.json)
        std::cout << report->words;
    else if (!report->json.is_null())
        std::cout << job::dump(report->json);
    std::cout << std::flush;
    return std::cout ? report->exit_status : status_of(Cause::io);
}

} // namespace

int main(int count, char** arguments) {
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    std::signal(SIGPIPE, SIG_IGN);
    std::ios::sync_with_stdio(false); // standard input by the block
    try {
        const auto look = cli::first_look(count, arguments, language_of_locale());
        const auto lang = look.lang;
        const auto read = cli::read_arguments(count, arguments, lang);
        if (!read) return print(read.error(), {.json = look.json}, lang);
        const auto& asked = *read;
        if (!asked.printed.empty())
            return print(job::Report{.words = asked.printed, .json = {}, .remarks = {}}, {}, lang);
        const auto now = std::time(nullptr);
        job::Surroundings around{.home = asked.home.empty() ? default_home() : fs::path(asked.home),
                                 .share = find_share(),
                                 .lang = lang,
                                 .today = Date::at(now),
                                 .time = Date::time_at(now),
                                 .progress = {},
                                 .workers = std::max(1U, std::thread::hardware_concurrency()),
                                 .wants_json = asked.json};
        around.stops_gently = [](bool gently) { stops_gently = gently; };
        around.is_cancelled = [] { return is_asked_to_stop.load(); };
        around.input = &std::cin;
        around.output = [](std::string_view text) { return bool(std::cout << text << std::flush); };
        around.ask_secret = [lang](const std::string& words, bool is_new) -> std::optional<std::string> {
            if (auto secret = environment("TEMSAO_PASSPHRASE"); !secret.empty()) return secret;
            return cli::ask_passphrase(words, is_new ? say({"key.ask_again", {}}, lang) : "");
        };
        if (!asked.quiet && isatty(STDERR_FILENO) != 0) around.progress = show_progress;
        if (asked.request.job == "serve") {
            // Its lines go where remarks go; the signals are its own from here on.
            const auto serve = [&] {
                LineWriter lines(STDERR_FILENO, [lang](std::size_t lost) {
                    return say({"serve.lines_lost", {std::to_string(lost)}}, lang);
                });
                return serve::serve(asked.request, around, [&](const std::string& line) {
                    if (!asked.quiet || line.front() != '{') lines.tell(line);
                });
            };
            const auto ended = serve();
            return print(ended ? Result<job::Report>(job::Report{}) : ended.error(), asked, lang);
        }
        return print(app::run(asked.request, around), asked, lang);
    } catch (const std::exception& why) {
        std::cerr << "temsao: " << why.what() << "\n";
        return 70;
    }
}
