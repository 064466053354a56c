#include "cli/completion.h"

#include "app/options.h"

#include <algorithm>
#include <set>

namespace temsao::cli {
namespace {

using app::Kind;
using app::Need;
using app::Place;

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string all;
    for (const auto& word : words)
        all += (all.empty() ? "" : std::string(between)) + word;
    return all;
}

std::string shell_quoted(std::string_view text) {
    std::string all = "'";
    for (const char c : text)
        all += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return all + "'";
}

std::vector<std::string> flags_of(const app::Option& option) {
    const auto flag = "--" + std::string(option.name);
    if (option.name == "help") return {flag, "-h"};
    if (option.name == "out") return {flag, "-o"};
    return {flag};
}

bool takes_value(const app::Option& option) {
    return option.place == Place::named && option.kind != Kind::flag;
}

bool is_file(const app::Option& option) {
    return option.kind == Kind::file || option.kind == Kind::files;
}

// All flags of the program that a value follows: a shell steps over both to find the command.
std::vector<std::string> flags_with_value() {
    std::set<std::string> flags;
    const auto add = [&](const std::vector<app::Option>& options) {
        for (const auto& option : options)
            if (takes_value(option))
                for (const auto& flag : flags_of(option))
                    flags.insert(flag);
    };
    add(app::global_options());
    for (const auto& job : app::jobs())
        add(job.options);
    return {flags.begin(), flags.end()};
}

// What may follow `first`, each word once: "" -> list, label …; "list" -> import, show …
struct Next {
    std::string word, help;
};

std::vector<Next> next_words(std::string_view first, Lang lang) {
    std::vector<Next> next;
    for (const auto& job : app::jobs()) {
        const auto space = job.name.find(' ');
        const auto one = job.name.substr(0, space);
        if (!first.empty() && (one != first || space == job.name.npos)) continue;
        const std::string word(first.empty() ? one : job.name.substr(space + 1));
        if (!next.empty() && next.back().word == word) continue;
        const auto is_group = first.empty() && space != job.name.npos;
        next.push_back({word, std::string(is_group ? app::group_words(job.name, lang) : app::words_of(job, lang))});
    }
    return next;
}

// The first words that a second one follows: list, key …
std::vector<std::string> groups() {
    std::vector<std::string> names;
    for (const auto& [word, help] : next_words("", Lang::en))
        if (!app::find_job(word)) names.push_back(word);
    return names;
}

std::string words(const std::vector<Next>& next) {
    std::string all;
    for (const auto& [word, help] : next)
        all += (all.empty() ? "" : " ") + word;
    return all;
}

// "list import": --as-of --sheet, and whether files stand there by themselves.
std::string bash_command(const app::Job& job) {
    std::vector<std::string> flags;
    bool files = false;
    for (const auto& option : job.options)
        if (option.place == Place::named)
            for (const auto& flag : flags_of(option))
                flags.push_back(flag);
        else
            files = files || is_file(option);
    return "        " + shell_quoted(job.name) + ") options=" + shell_quoted(joined(flags, " ")) +
           (files ? " files=yes" : "") + " ;;\n";
}

// What bash offers as the value of an option: files, or words to choose from.
void bash_values(const app::Option& option, std::string_view job, std::string& files, std::string& choices) {
    if (!takes_value(option)) return;
    for (const auto& flag : flags_of(option)) {
        const auto pattern = job.empty() ? "*" + shell_quoted(" " + flag) : shell_quoted(std::string(job) + " " + flag);
        if (is_file(option))
            files += (files.empty() ? "" : " | ") + pattern;
        else if (!option.choices.empty())
            choices += "    " + pattern + ") words=" + shell_quoted(option.choices) + " ;;\n";
    }
}

// What stands first on the line, and after the name of a group.
std::string bash_first_words() {
    std::string all = "        '') words=" + shell_quoted(words(next_words("", Lang::en))) + " ;;\n";
    for (const auto& group : groups())
        all += "        " + group + ") words=" + shell_quoted(words(next_words(group, Lang::en))) + " ;;\n";
    return all;
}

std::string bash() {
    std::string files, choices, commands;
    std::vector<std::string> globals;
    for (const auto& option : app::global_options()) {
        bash_values(option, "", files, choices);
        for (const auto& flag : flags_of(option))
            globals.push_back(flag);
    }
    for (const auto& job : app::jobs()) {
        for (const auto& option : job.options)
            bash_values(option, job.name, files, choices);
        commands += bash_command(job);
    }
    const auto starts = bash_first_words(), with_value = joined(flags_with_value(), " | ");
    return R"(# Completion of temsao for bash, made by: temsao --completion bash
_temsao() {
    local current=$2 previous=$3 command= word= words= options= files= i
    COMPREPLY=()
    # --lang=vi comes as three words.
    [[ $current == = ]] && current=
    [[ $previous == = ]] && previous=${COMP_WORDS[COMP_CWORD - 2]}
    # The command, as far as it stands there.
    for ((i = 1; i < COMP_CWORD; ++i)); do
        word=${COMP_WORDS[i]}
        case $word in
        )" +
           with_value +
           R"()
            [[ ${COMP_WORDS[i + 1]} == = ]] && ((++i))
            ((++i)) ;;
        -*) ;;
        *)
            command+=${command:+ }$word
            case $command in
            )" +
           joined(groups(), " | ") +
           R"() ;;
            *) break ;;
            esac ;;
        esac
    done
    case "$command $previous" in
    )" + files +
           R"() files=yes ;;
)" + choices +
           R"(    *)
        case $previous in
        )" +
           with_value +
           R"() return ;;
        esac
        case $command in
)" + starts +
           commands + R"(        esac
        options+=' )" +
           joined(globals, " ") + R"('
        ;;
    esac
    if [[ $current == -* || -z $words$files ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    elif [[ $files ]]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    fi
}
complete -F _temsao temsao
)";
}

// Within a specification of _arguments or _describe.
std::string escaped(std::string_view text, std::string_view special) {
    std::string all;
    for (const char c : text) {
        if (special.find(c) != special.npos) all += '\\';
        all += c;
    }
    return all;
}

// "VALUE:_files" or "VALUE:(plain signed till)".
std::string zsh_value(const app::Option& option) {
    const auto shown = escaped(option.shown.empty() ? option.name : option.shown, ":\\");
    if (is_file(option)) return shown + ":_files";
    return shown + ":" + (option.choices.empty() ? " " : "(" + std::string(option.choices) + ")");
}

std::string zsh_option(const app::Option& option, int& position, Lang lang) {
    if (option.place == Place::positional) {
        const auto is_many = option.kind == Kind::texts || option.kind == Kind::files;
        if (is_many) return shell_quoted("*:" + zsh_value(option));
        return shell_quoted(std::to_string(++position) + (option.need == Need::required ? ":" : "::") +
                            zsh_value(option));
    }
    const auto flags = flags_of(option);
    const auto words = shell_quoted("[" + escaped(app::words_of(option, lang), "[]\\") + "]" +
                                    (takes_value(option) ? ":" + zsh_value(option) : ""));
    if (flags.size() == 1) return flags.front() + words;
    return shell_quoted("(" + joined(flags, " ") + ")") + "{" + joined(flags, ",") + "}" + words;
}

std::string zsh_choose(const std::vector<Next>& next, std::string_view indent) {
    std::string all = std::string(indent) + "commands=(";
    for (const auto& [word, help] : next)
        all += "\n" + std::string(indent) + "    " + shell_quoted(word + ":" + escaped(help, ":\\"));
    return all + ")\n" + std::string(indent) + "_describe command commands ;;\n";
}

std::string zsh_command(const app::Job& job, std::string_view indent, Lang lang) {
    int position = 0;
    const auto last = job.name.substr(job.name.rfind(' ') + 1);
    std::string all = std::string(indent) + std::string(last) + ")\n" + std::string(indent) + "    _arguments $globals";
    for (const auto& option : job.options)
        all += " \\\n" + std::string(indent) + "        " + zsh_option(option, position, lang);
    return all + " ;;\n";
}

std::string zsh(Lang lang) {
    int position = 0;
    std::string globals, cases;
    for (const auto& option : app::global_options())
        globals += "\n        " + zsh_option(option, position, lang);
    for (const auto& [word, help] : next_words("", lang)) {
        if (const auto* job = app::find_job(word)) {
            cases += zsh_command(*job, "        ", lang);
            continue;
        }
        cases += "        " + word + ")\n            _arguments -C $globals '1: :->command' '*:: :->arguments'\n" +
                 "            case $state in\n            command)\n" +
                 zsh_choose(next_words(word, lang), "                ") +
                 "            arguments)\n                case $words[1] in\n";
        for (const auto& job : app::jobs())
            if (job.name.starts_with(word + " ")) cases += zsh_command(job, "                ", lang);
        cases += "                esac ;;\n            esac ;;\n";
    }
    return "#compdef temsao\n# Completion of temsao for zsh, made by: temsao --completion zsh\n_temsao() {\n"
           "    local curcontext=$curcontext state line\n    local -a globals commands\n    typeset -A opt_args\n"
           "    globals=(" +
           globals + ")\n    _arguments -C $globals '1: :->command' '*:: :->arguments'\n    case $state in\n" +
           "    command)\n" + zsh_choose(next_words("", lang), "        ") +
           "    arguments)\n        case $words[1] in\n" + cases + "        esac ;;\n    esac\n}\n_temsao \"$@\"\n";
}

// One line for an option of the command that `condition` finds; a file that stands by itself too.
std::string fish_option(const app::Option& option, const std::string& condition, Lang lang) {
    const auto line = "complete -c temsao" + condition;
    if (option.place == Place::positional) return is_file(option) ? line + " -F\n" : "";
    auto flags = " -l " + std::string(option.name);
    for (const auto& flag : flags_of(option))
        if (!flag.starts_with("--")) flags += " -s " + flag.substr(1);
    std::string value;
    if (is_file(option))
        value = " -r -F";
    else if (takes_value(option))
        value = " -x";
    if (!option.choices.empty()) value += " -a " + shell_quoted(option.choices);
    return line + flags + value + " -d " + shell_quoted(app::words_of(option, lang)) + "\n";
}

std::string fish(Lang lang) {
    std::string lines;
    const auto offer = [&](const std::string& first) {
        const auto condition = "complete -c temsao -n '__temsao_at" + (first.empty() ? "" : " " + first) + "'";
        for (const auto& [word, help] : next_words(first, lang))
            lines.append(condition).append(" -a ").append(word).append(" -d ").append(shell_quoted(help)).append("\n");
    };
    for (const auto& option : app::global_options())
        lines += fish_option(option, "", lang);
    offer("");
    for (const auto& group : groups())
        offer(group);
    for (const auto& job : app::jobs())
        for (const auto& option : job.options)
            lines += fish_option(option, " -n " + shell_quoted("__temsao_at " + std::string(job.name)), lang);
    return R"(# Completion of temsao for fish, made by: temsao --completion fish
function __temsao_at --description 'Is this the command on the line?'
    set -l tokens (commandline -opc)
    set -e tokens[1]
    set -l command
    set -l skip no
    for token in $tokens
        if test $skip = yes
            set skip no
            continue
        end
        switch $token
            case )" +
           joined(flags_with_value(), " ") + R"(
                set skip yes
            case '-*'
            case '*'
                set -a command $token
                contains -- "$command" )" +
           joined(groups(), " ") + R"(
                or break
        end
    end
    test "$command" = "$argv"
end
complete -c temsao -f
)" + lines;
}

} // namespace

std::vector<std::string> shells() {
    return {"bash", "zsh", "fish"};
}

std::string completion(std::string_view shell, Lang lang) {
    if (shell == "zsh") return zsh(lang);
    return shell == "fish" ? fish(lang) : bash();
}

} // namespace temsao::cli
