#include "cli/arguments.h"

#include "app/options.h"
#include "cli/completion.h"
#include "cli/man_page.h"
#include "job/version.h"
#include "serve/open_api.h"

#include <CLI/CLI.hpp>
#include <map>
#include <sstream>

namespace temsao::cli {
namespace {

using Values = std::map<std::string, std::vector<std::string>>;

// The library's own words in Vietnamese.
void speak_vietnamese(CLI::App& command) {
    command.option_defaults()->group("Tùy chọn");
    command.get_help_ptr()->group("Tùy chọn");
    for (const auto& [label, words] : {std::pair("Usage", "Cách dùng"),
                                       std::pair("OPTIONS", "TÙY CHỌN"),
                                       std::pair("SUBCOMMAND", "LỆNH"),
                                       std::pair("Positionals", "Tham số"),
                                       std::pair("REQUIRED", "(bắt buộc)")})
        command.get_formatter()->label(label, words);
}

// The table as a parser: one subcommand for each job. What is given lands in `request`, and in `globals`.
class Parser {
public:
    explicit Parser(Lang lang) : lang_(lang) {
        add_printers(); // first: a last group of hidden options would leave a blank line in help
        speak(app);
        for (const auto& option : app::global_options())
            add_global(option);
        app.require_subcommand(1);
        app.fallthrough();
        for (const auto& job : app::jobs())
            add(job);
    }

    CLI::App app{"Tem Sao: in và kiểm tra tem OCOP · make and check OCOP labels", "temsao"};
    job::Request request;
    Values globals;
    std::string printed;

    // The command that the words led to, as far as they were understood.
    const CLI::App& deepest() const {
        const auto* at = &app;
        while (!at->get_subcommands().empty())
            at = at->get_subcommands().front();
        return *at;
    }

private:
    void speak(CLI::App& command) const {
        for (const auto& option : app::global_options())
            if (option.name == "help") command.set_help_flag("-h,--help", std::string(app::words_of(option, lang_)));
        if (lang_ == Lang::vi) speak_vietnamese(command);
    }

    void add_global(const app::Option& option) {
        if (option.name == "help") return; // every command has its own
        if (option.name == "version")
            app.set_version_flag(
                "--version", std::string("temsao ") + job::version, std::string(app::words_of(option, lang_)));
        else if (auto* made = add(app, option, globals); option.kind == app::Kind::choice)
            made->check(CLI::IsMember(app::choices_of(option)));
    }

    // What packages need of the table; help does not show it, the man page does.
    void add_printers() {
        const auto complete = [this](const std::string& shell) {
            // The library leaves the name of a hidden option out of its own messages.
            if (const auto why = CLI::IsMember(shells())(shell); !why.empty())
                throw CLI::ValidationError("--completion", why);
            printed = completion(shell, lang_);
            throw CLI::Success();
        };
        const auto show_openapi = [this] {
            printed = job::dump(serve::openapi_document());
            throw CLI::Success();
        };
        const auto show_page = [this] {
            printed = man_page(lang_);
            throw CLI::Success();
        };
        app.add_option_function<std::string>("--completion", complete)->group("");
        app.add_flag_callback("--man", show_page)->group("");
        app.add_flag_callback("--openapi", show_openapi)->group("");
    }

    void add(const app::Job& job) {
        const std::string name(job.name);
        auto* parent = &app;
        auto last = name;
        if (const auto space = name.find(' '); space != name.npos) {
            auto*& group = groups_[name.substr(0, space)];
            if (!group) {
                group = app.add_subcommand(name.substr(0, space), std::string(app::group_words(name, lang_)));
                group->require_subcommand(1);
                if (lang_ == Lang::vi) group->group("Lệnh");
                speak(*group);
            }
            parent = group;
            last = name.substr(space + 1);
        }
        auto* command = parent->add_subcommand(last, std::string(app::words_of(job, lang_)));
        command->fallthrough();
        if (lang_ == Lang::vi) command->group("Lệnh");
        speak(*command);
        command->footer((lang_ == Lang::vi ? "Ví dụ:\n  " : "Example:\n  ") + std::string(job.example));
        command->callback([this, name] { request.job = name; });
        for (const auto& option : job.options)
            add(*command, option, request.options);
    }

    CLI::Option* add(CLI::App& command, const app::Option& option, Values& values) const {
        const std::string key(option.name), help(app::words_of(option, lang_));
        const auto flag = key == "out" ? "-o,--out" : "--" + key;
        if (option.kind == app::Kind::flag)
            return command.add_flag_callback(
                flag, [&values, key] { values[key] = {"yes"}; }, help);
        // A serial number as the label has it, with the check character apart: K7M2P9XQ /W is one value.
        const bool is_serial = key == "serial" && option.place == app::Place::positional;
        const CLI::callback_t take = [&values, key, is_serial](const CLI::results_t& given) {
            values[key] = is_serial && given.size() == 2 ? CLI::results_t{given[0] + " " + given[1]} : given;
            return true;
        };
        auto* made = command.add_option(option.place == app::Place::positional ? key : flag, take, help);
        made->type_name(std::string(option.shown))->required(option.need == app::Need::required);
        if (option.kind == app::Kind::texts || option.kind == app::Kind::files)
            made->expected(1, 1 << 20)->allow_extra_args();
        else if (is_serial)
            made->expected(1, 2)->allow_extra_args();
        else
            made->expected(1);
        return made;
    }

    Lang lang_;
    std::map<std::string, CLI::App*> groups_;
};

// What was wrong with the words on the command line, in ours.
Error usage_error(const Parser& parser, const CLI::ParseError& why) {
    const auto& at = parser.deepest();
    const auto help = at.get_parent() && at.get_parent()->get_parent()
                          ? "temsao " + at.get_parent()->get_name() + " " + at.get_name()
                          : (at.get_parent() ? "temsao " + at.get_name() : std::string("temsao"));
    const auto left = parser.app.remaining(true);
    const std::string what = why.what();
    if (!left.empty() && at.get_require_subcommand_min() > 0)
        return error(Cause::usage, "cli.no_such", {left.front(), help});
    if (!left.empty()) return error(Cause::usage, "cli.unexpected", {left.front(), help});
    if (why.get_name() == "ValidationError") return error(Cause::usage, "cli.usage", {what, help});
    if (at.get_require_subcommand_min() > 0) return error(Cause::usage, "cli.no_command", {help});
    if (const auto end = what.find(" is required"); end != what.npos)
        return error(Cause::usage, "cli.missing", {what.substr(0, end), help});
    if (const auto end = what.find(": 1 required"); end != what.npos)
        return error(Cause::usage, "cli.no_value", {what.substr(0, end), help});
    return error(Cause::usage, "cli.usage", {what, help});
}

} // namespace

FirstLook first_look(int count, const char* const* arguments, Lang otherwise) {
    // A parser of the global options alone, which lets everything else pass and never finds a fault.
    CLI::App app;
    Values given;
    app.set_help_flag();
    app.allow_extras();
    for (const auto& option : app::global_options()) {
        const std::string key(option.name);
        if (option.kind == app::Kind::flag) {
            app.add_flag_callback("--" + key, [&given, key] { given[key] = {}; });
        } else {
            const CLI::callback_t take = [&given, key](const CLI::results_t& values) {
                given[key] = values;
                return true;
            };
            app.add_option("--" + key, take)->expected(0, 1)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        }
    }
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError&) { // the real parser will say what is wrong
    }
    FirstLook look{.lang = otherwise, .json = given.contains("json")};
    if (const auto lang = given.find("lang"); lang != given.end() && !lang->second.empty())
        look.lang = lang->second.back() == "vi" ? Lang::vi : Lang::en;
    return look;
}

Result<Arguments> read_arguments(int count, const char* const* arguments, Lang lang) {
    Parser parser(lang);
    try {
        parser.app.parse(count, arguments);
    } catch (const CLI::ParseError& why) {
        if (why.get_exit_code() != 0) return usage_error(parser, why);
        if (parser.printed.empty()) { // --help, --version
            std::ostringstream words;
            parser.app.exit(why, words, words);
            parser.printed = words.str();
        }
    }
    const auto home = parser.globals.find("home");
    return Arguments{.request = std::move(parser.request),
                     .home = home == parser.globals.end() ? "" : home->second.back(),
                     .json = parser.globals.contains("json"),
                     .quiet = parser.globals.contains("quiet"),
                     .printed = std::move(parser.printed)};
}

} // namespace temsao::cli
