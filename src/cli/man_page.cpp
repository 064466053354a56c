#include "cli/man_page.h"

#include "app/options.h"
#include "job/version.h"

namespace temsao::cli {
namespace {

// What the page says beside the table.
struct Words {
    std::string_view name, synopsis, description, options, commands, status, environment, shells;
    std::string_view what, arguments, about, example, optional;
    std::string_view statuses[4];
    std::string_view variables[4];
    std::string_view completion, page, openapi;
};

constexpr Words english{
    .name = "NAME",
    .synopsis = "SYNOPSIS",
    .description = "DESCRIPTION",
    .options = "OPTIONS OF EVERY COMMAND",
    .commands = "COMMANDS",
    .status = "EXIT STATUS",
    .environment = "ENVIRONMENT",
    .shells = "COMPLETION, THIS PAGE, OPENAPI",
    .what = "make and check OCOP labels",
    .arguments = "COMMAND",
    .about = "Prints labels for the products of a province's OCOP list, and checks photos of labels against the list.",
    .example = "Example:",
    .optional = "OPTIONS",
    .statuses = {"all is well", "something was refused or is not valid", "needs a further check", "it failed"},
    .variables = {"the data directory, when there is no --home",
                  "where the data directory temsao is, when neither is given; ~/.local/share unless it is set",
                  "the password for keys and accounts; without it the program asks",
                  "the folder with fonts, templates and pages, when it is not the installed one"},
    .completion = "Writes what the shell needs to complete commands, options and choices.",
    .page = "Writes this page.",
    .openapi = "Writes what the server answers to, as OpenAPI 3.1.",
};

constexpr Words vietnamese{
    .name = "TÊN",
    .synopsis = "CÁCH DÙNG",
    .description = "MÔ TẢ",
    .options = "TÙY CHỌN CỦA MỌI LỆNH",
    .commands = "LỆNH",
    .status = "MÃ THOÁT",
    .environment = "BIẾN MÔI TRƯỜNG",
    .shells = "GỢI Ý LỆNH, TRANG NÀY, OPENAPI",
    .what = "in và kiểm tra tem OCOP",
    .arguments = "LỆNH",
    .about = "In tem cho các sản phẩm trong danh sách OCOP của tỉnh, và kiểm tra ảnh tem theo danh sách.",
    .example = "Ví dụ:",
    .optional = "TÙY CHỌN",
    .statuses = {"mọi thứ đều ổn", "có thứ bị từ chối hoặc không hợp lệ", "cần kiểm tra thêm", "không làm được"},
    .variables = {"thư mục dữ liệu, khi không có --home",
                  "nơi có thư mục dữ liệu temsao, khi không nêu cả hai; mặc định ~/.local/share",
                  "mật khẩu của khóa và tài khoản; nếu không có thì chương trình hỏi",
                  "thư mục phông chữ, mẫu tem và trang web, khi không dùng thư mục đã cài"},
    .completion = "Ghi tệp để shell gợi ý lệnh, tùy chọn và các lựa chọn.",
    .page = "Ghi trang này.",
    .openapi = "Ghi mô tả giao diện của máy chủ, theo OpenAPI 3.1.",
};

// Text as troff takes it: a backslash and a hyphen as they stand, and no line that looks like a request.
std::string text(std::string_view words) {
    std::string all = words.starts_with('.') || words.starts_with('\'') ? "\\&" : "";
    for (const char c : words) {
        if (c == '\\')
            all += "\\e";
        else if (c == '-')
            all += "\\-";
        else
            all += c;
    }
    return all;
}

std::string bold(std::string_view words) {
    return "\\fB" + text(words) + "\\fR";
}

std::string italic(std::string_view words) {
    return "\\fI" + text(words) + "\\fR";
}

std::string heading(std::string_view words) {
    return ".SH \"" + text(words) + "\"\n";
}

std::string item(const std::string& head, std::string_view words) {
    return ".TP\n" + head + "\n" + text(words) + "\n";
}

// "-o, --out OUT"; "FILE" alone where the value stands by itself.
std::string head_of(const app::Option& option) {
    const auto shown = option.shown.empty() ? "" : italic(option.shown);
    if (option.place == app::Place::positional) return shown;
    auto head = bold("--" + std::string(option.name));
    if (option.name == "out") head = bold("-o") + ", " + head;
    if (option.name == "help") head = bold("-h") + ", " + head;
    return head + (shown.empty() ? "" : " " + shown);
}

std::string items(const std::vector<app::Option>& options, Lang lang) {
    std::string all;
    for (const auto& option : options)
        all += item(head_of(option), app::words_of(option, lang));
    return all;
}

// How the command is written: "temsao list import [OPTIONS] FILE".
std::string synopsis(const app::Job& job, const Words& words) {
    auto all = bold("temsao " + std::string(job.name)) + " [" + italic(words.optional) + "]";
    for (const auto& option : job.options) {
        if (option.need == app::Need::optional && option.place == app::Place::named) continue;
        auto head = head_of(option);
        if (option.kind == app::Kind::texts || option.kind == app::Kind::files) head += " ...";
        all += option.need == app::Need::required ? " " + head : " [" + head + "]";
    }
    return all;
}

std::string command(const app::Job& job, const Words& words, Lang lang) {
    return ".SS \"" + text("temsao " + std::string(job.name)) + "\"\n" + text(app::words_of(job, lang)) + ".\n.PP\n" +
           synopsis(job, words) + "\n" + items(job.options, lang) + ".PP\n" + text(words.example) + "\n.br\n" +
           bold(job.example) + "\n";
}

} // namespace

std::string man_page(Lang lang) {
    const auto& words = lang == Lang::vi ? vietnamese : english;
    auto page = std::string(".\\\" made by: temsao --man\n.TH TEMSAO 1 \"\" \"temsao ") + job::version +
                "\" \"Tem Sao\"\n" + ".nh\n.ad l\n" + heading(words.name) + "temsao \\- " + text(words.what) + "\n" +
                heading(words.synopsis) + bold("temsao") + " " + italic(words.arguments) + " ...\n" +
                heading(words.description) + text(words.about) + "\n" + heading(words.options) +
                items(app::global_options(), lang) + heading(words.commands);
    for (const auto& job : app::jobs())
        page += command(job, words, lang);
    page += heading(words.status);
    static constexpr std::string_view statuses[] = {"0", "1", "2", "64-74"};
    for (std::size_t i = 0; i < std::size(statuses); ++i)
        page += item(bold(statuses[i]), words.statuses[i]);
    page += heading(words.environment);
    static constexpr std::string_view variables[] = {
        "TEMSAO_HOME", "XDG_DATA_HOME", "TEMSAO_PASSPHRASE", "TEMSAO_SHARE"};
    for (std::size_t i = 0; i < std::size(variables); ++i)
        page += item(bold(variables[i]), words.variables[i]);
    return page + heading(words.shells) + item(bold("temsao --completion bash|zsh|fish"), words.completion) +
           item(bold("temsao --man"), words.page) + item(bold("temsao --openapi"), words.openapi);
}

} // namespace temsao::cli
