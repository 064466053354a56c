// The command line: arguments -> request, report -> words or JSON. It knows no labels, only the table of options.
#include "app/options.h"
#include "app/run.h"
#include "cli/passphrase.h"
#include "job/job.h"
#include "job/json.h"
#include "job/version.h"
#include "serve/serve.h"
#include "system/file.h"

#include <CLI/CLI.hpp>
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

void stop(int signal) {
    remove_unfinished_files();
    cli::show_typing_again();
    std::_Exit(128 + signal);
}

void show_progress(std::size_t done, std::size_t total) {
    std::fprintf(stderr, "\r%zu / %zu%s", done, total, done == total ? "\n" : "");
}

// One subcommand for each job of the table; what is given lands in `request`.
struct Commands {
    CLI::App app{"Tem Sao: in và kiểm tra tem OCOP · make and check OCOP labels", "temsao"};
    std::string home, lang;
    bool json = false, quiet = false;
    job::Request request;
    std::map<std::string, CLI::App*> groups;

    explicit Commands(Lang spoken) {
        speak(app, spoken);
        app.set_version_flag("--version",
                             std::string("temsao ") + job::version,
                             spoken == Lang::vi ? "in số phiên bản" : "print the version");
        app.add_option("--home", home, spoken == Lang::vi ? "thư mục dữ liệu" : "data directory")->type_name("DIR");
        app.add_option("--lang", lang, "vi | en")->check(CLI::IsMember({"vi", "en"}));
        app.add_flag("--json", json, spoken == Lang::vi ? "in một tài liệu JSON" : "print one JSON document");
        app.add_flag("--quiet", quiet, spoken == Lang::vi ? "không in tiến độ và lời nhắc" : "no progress, no remarks");
        app.require_subcommand(1);
        app.fallthrough();
        for (const auto& job : app::jobs())
            add(job, spoken);
    }

    // The library's own words in the reader's language.
    static void speak(CLI::App& command, Lang spoken) {
        if (spoken == Lang::en) return;
        command.set_help_flag("-h,--help", "in phần trợ giúp này");
        command.option_defaults()->group("Tùy chọn");
        command.get_help_ptr()->group("Tùy chọn");
        for (const auto& [label, words] : {std::pair("Usage", "Cách dùng"),
                                           std::pair("OPTIONS", "TÙY CHỌN"),
                                           std::pair("SUBCOMMAND", "LỆNH"),
                                           std::pair("Positionals", "Tham số"),
                                           std::pair("REQUIRED", "(bắt buộc)")})
            command.get_formatter()->label(label, words);
    }

    // The command that the words led to, as far as they were understood.
    const CLI::App& deepest() const {
        const auto* at = &app;
        while (!at->get_subcommands().empty())
            at = at->get_subcommands().front();
        return *at;
    }

    void add(const app::Job& job, Lang spoken) {
        const std::string name(job.name), help(spoken == Lang::vi ? job.vi : job.en);
        auto* parent = &app;
        auto last = name;
        if (const auto space = name.find(' '); space != name.npos) {
            auto*& group = groups[name.substr(0, space)];
            if (!group) {
                group = app.add_subcommand(name.substr(0, space), std::string(app::group_words(name, spoken)));
                group->require_subcommand(1);
                if (spoken == Lang::vi) group->group("Lệnh");
                speak(*group, spoken);
            }
            parent = group;
            last = name.substr(space + 1);
        }
        auto* command = parent->add_subcommand(last, help);
        command->fallthrough();
        if (spoken == Lang::vi) command->group("Lệnh");
        speak(*command, spoken);
        command->footer((spoken == Lang::vi ? "Ví dụ:\n  " : "Example:\n  ") + std::string(job.example));
        command->callback([this, name] { request.job = name; });
        for (const auto& option : job.options)
            add(*command, option, spoken);
    }

    void add(CLI::App& command, const app::Option& option, Lang spoken) {
        const std::string key(option.name), help(spoken == Lang::vi ? option.vi : option.en);
        const auto flag = key == "out" ? "-o,--out" : "--" + key;
        if (option.kind == app::Kind::flag) {
            command.add_flag_callback(
                flag, [this, key] { request.options[key] = {"yes"}; }, help);
            return;
        }
        const CLI::callback_t take = [this, key](const CLI::results_t& values) {
            request.options[key] = values;
            return true;
        };
        auto* made = command.add_option(option.positional ? key : flag, take, help);
        made->type_name(std::string(option.shown))->required(option.required);
        if (option.kind == app::Kind::many)
            made->expected(1, 1 << 20)->allow_extra_args();
        else
            made->expected(1);
    }
};

// What was wrong with the words on the command line, in ours.
Error usage_error(const Commands& commands, const CLI::ParseError& why) {
    const auto& at = commands.deepest();
    const auto help = at.get_parent() && at.get_parent()->get_parent()
                          ? "temsao " + at.get_parent()->get_name() + " " + at.get_name()
                          : (at.get_parent() ? "temsao " + at.get_name() : std::string("temsao"));
    const auto left = commands.app.remaining(true);
    std::string what = why.what();
    if (!left.empty() && at.get_require_subcommand_min() > 0)
        return error(Cause::usage, "cli.no_such", {left.front(), help});
    if (!left.empty()) return error(Cause::usage, "cli.unexpected", {left.front(), help});
    if (at.get_require_subcommand_min() > 0) return error(Cause::usage, "cli.no_command", {help});
    if (const auto end = what.find(" is required"); end != what.npos)
        return error(Cause::usage, "cli.missing", {what.substr(0, end), help});
    if (const auto end = what.find(": 1 required"); end != what.npos)
        return error(Cause::usage, "cli.no_value", {what.substr(0, end), help});
    return error(Cause::usage, "cli.usage", {what, help});
}

int print(const Result<job::Report>& report, const Commands& commands, Lang lang) {
    if (!report) {
        if (commands.json) std::cout << job::error_json(report.error(), lang);
        std::cerr << "temsao: " << say(report.error().what, lang) << "\n";
        return status_of(report.error().cause);
    }
    if (!commands.quiet)
        for (const auto& remark : report->remarks)
            std::cerr << remark << "\n";
    if (!commands.json)
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
        auto lang = language_of_locale();
        bool asks_for_json = false; // also when the rest is not understood
        for (int i = 1; i < count; ++i) {
            asks_for_json = asks_for_json || std::string_view(arguments[i]) == "--json";
            if (i + 1 < count && std::string_view(arguments[i]) == "--lang")
                lang = std::string_view(arguments[i + 1]) == "vi" ? Lang::vi : Lang::en;
        }
        Commands commands(lang);
        try {
            commands.app.parse(count, arguments);
        } catch (const CLI::ParseError& why) {
            if (why.get_exit_code() == 0) return commands.app.exit(why); // --help, --version
            commands.json = asks_for_json;
            return print(usage_error(commands, why), commands, lang);
        }
        job::Surroundings around{.home = commands.home.empty() ? default_home() : fs::path(commands.home),
                                 .share = find_share(),
                                 .lang = lang,
                                 .today = Date::at(std::time(nullptr)),
                                 .progress = {},
                                 .workers = std::max(1U, std::thread::hardware_concurrency()),
                                 .wants_json = commands.json};
        around.input = &std::cin;
        around.output = [](std::string_view text) { return bool(std::cout << text << std::flush); };
        around.ask_secret = [lang](const std::string& words, bool is_new) -> std::optional<std::string> {
            if (auto secret = environment("TEMSAO_PASSPHRASE"); !secret.empty()) return secret;
            return cli::ask_passphrase(words, is_new ? say({"key.ask_again", {}}, lang) : "");
        };
        if (!commands.quiet && isatty(STDERR_FILENO) != 0) around.progress = show_progress;
        if (commands.request.job == "serve") {
            // Its lines go where remarks go; the signals are its own from here on.
            const auto tell = [&](const std::string& line) {
                if (!commands.quiet || line.front() != '{') std::cerr << line << std::endl;
            };
            const auto ended = serve::serve(commands.request, around, tell);
            return print(ended ? Result<job::Report>(job::Report{}) : ended.error(), commands, lang);
        }
        return print(app::run(commands.request, around), commands, lang);
    } catch (const std::exception& why) {
        std::cerr << "temsao: " << why.what() << "\n";
        return 70;
    }
}
