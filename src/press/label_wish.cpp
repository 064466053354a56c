#include "press/label_wish.h"

#include "job/read_options.h"
#include "office/lot_book.h"
#include "press/at_printer.h"
#include "press/known_printers.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::press {
namespace {

using std::filesystem::path;

// Options that change nothing that shows on a label: who, where to, how many, how it is looked at. `key` is not one of
// them: its seal is in the code.
constexpr std::string_view not_frozen[] = {
    "product", "all",    "template", "lot",      "made",     "date",     "serial",       "serials",         "count",
    "spares",  "start",  "stock",    "printer",  "print",    "gap",      "speed",        "store",           "ticket",
    "out",     "format", "preview",  "darkness", "sign-off", "approved", "check-labels", "passphrase-file", "use"};

// "pdf", "zpl" …: from --format, else by the file's name; for --print the printer's commands. Errors also print.or_out
// and those of find_connected.
Result<OutputWish> read_output_wish(const job::Request& request, const job::Surroundings& around) {
    if (request.has("print")) {
        if (request.has("out") || request.has("format")) return error(Cause::usage, "print.or_out");
        const auto& name = request.text("print");
        const auto file = commands_file(around.home, name);
        const auto printer = *TRY(find_connected(around, name)).connection;
        if (printer.kind != printers::Kind::ipp)
            return OutputWish{file, printer.kind == printers::Kind::zebra ? "zpl" : "tspl"};
        return OutputWish{file,
                          printer.pages == printers::Pages::pdf ? "pdf" : "pwg",
                          printers::largest_batch,
                          printer.pages != printers::Pages::grey_raster};
    }
    const path file = request.text("out");
    const auto extension = ending_of(file);
    const auto by_name = extension.empty() ? "pdf" : extension.substr(1);
    return OutputWish{file, job::text_option(request, "format").value_or(by_name)};
}

Result<ProfileWish> read_profile_wish(const job::Request& request, const job::Surroundings& around) {
    using Kind = ProfileWish::Kind;
    const auto name = job::text_option(request, "profile").value_or("plain");
    if (name != "plain" && name != "signed" && name != "till") return error(Cause::usage, "option.profile", {name});
    const auto kind = name == "signed" ? Kind::with_signature : name == "till" ? Kind::till : Kind::plain;
    if (kind == Kind::with_signature && !request.has("key")) return error(Cause::usage, "profile.key_needed");
    if (kind != Kind::with_signature && request.has("key")) return error(Cause::usage, "profile.key_unused");
    return ProfileWish{kind, request.text("key"), office::read_passphrase_wish(request, around)};
}

PaperWish read_paper_wish(const job::Request& request) {
    return {.stock = job::text_option(request, "stock"),
            .start = job::text_option(request, "start"),
            .printer = job::text_option(request, request.has("printer") ? "printer" : "print"),
            .dpi_given = request.has("dpi"),
            .gap_given = request.has("gap")};
}

// Printers that we feed have no press behind them, but one that takes PDF may; a picture shows what it prints.
Result<std::optional<path>> read_press_profile_wish(const job::Request& request, const std::string& format) {
    if (!request.has("icc")) return std::optional<path>();
    if (format == "zpl" || format == "tspl" || format == "pwg") return error(Cause::usage, "press.pdf_only", {"icc"});
    return std::optional<path>(request.text("icc"));
}

// Nothing: every label is read back.
Result<std::optional<int>> read_read_back_wish(const job::Request& request) {
    const auto text = job::text_option(request, "check-labels").value_or("all");
    if (text == "all") return std::optional<int>();
    const auto asked = job::number_option(request, "check-labels", 1, 1, most_labels);
    if (!asked) return error(Cause::usage, "option.check_labels", {text, std::to_string(most_labels)});
    return std::optional(*asked);
}

constexpr std::string_view without_brand = "none";

// What makes a second label look like the first and be signed alike: all options but where it goes, how many, and what
// the log has itself. The production date is told whether it was given or not, since it is today's otherwise.
std::string read_same_label_wish(const job::Request& request, const Run& run) {
    constexpr std::string_view left_out[] = {"product", "all",      "lot",      "made",         "date",  "serial",
                                             "serials", "count",    "out",      "spares",       "start", "stock",
                                             "print",   "printer",  "store",    "ticket",       "marks", "format",
                                             "preview", "sign-off", "approved", "check-labels", "use"};
    std::string all = "--made " + run.made.iso();
    for (const auto& [option, values] : request.options) {
        if (std::find(std::begin(left_out), std::end(left_out), option) != std::end(left_out)) continue;
        if (option == "brand" && values.front() != without_brand) continue; // each product's version is told beside it
        const bool is_flag = values == std::vector<std::string>{"yes"} && option != "host";
        all += " --" + option;
        for (const auto& one : values)
            if (!is_flag) all += " " + job::as_shell_word(one);
    }
    return all;
}

// --brand none, or the number of a version.
Result<BrandWish> read_brand_wish(const job::Request& request) {
    if (!request.has("brand")) return BrandWish{};
    if (request.text("brand") == without_brand) return BrandWish{.is_used = false, .version = {}};
    return BrandWish{.is_used = true, .version = TRY(job::number_option(request, "brand", 1, 1, 1'000'000))};
}

ApprovalWish read_approval_wish(const job::Request& request) {
    ApprovalWish wish{job::text_option(request, "approved"), job::text_option(request, "sign-off"), {}};
    for (const auto& [option, values] : request.options) {
        if (std::find(std::begin(not_frozen), std::end(not_frozen), option) != std::end(not_frozen)) continue;
        auto& value = wish.frozen_options["--" + option];
        for (const auto& one : values)
            value += (value.empty() ? "" : " ") + one;
    }
    return wish;
}

} // namespace

Result<LabelWish> read_label_wish(const job::Request& request, const job::Surroundings& around) {
    const auto output = TRY(read_output_wish(request, around));
    auto profile = TRY(read_profile_wish(request, around));
    const bool with_signature = profile.kind == ProfileWish::Kind::with_signature;
    auto run = TRY(read_run_wish(request, output.format, with_signature, around.today));
    auto press_profile = TRY(read_press_profile_wish(request, output.format));
    const auto labels_read_back = TRY(read_read_back_wish(request));
    const auto brand = TRY(read_brand_wish(request));
    auto options = read_same_label_wish(request, run);
    return LabelWish{.products = {request.has("all"), job::texts_option(request, "product")},
                     .template_name = job::text_option(request, "template"),
                     .run = std::move(run),
                     .profile = std::move(profile),
                     .paper = read_paper_wish(request),
                     .press_profile = std::move(press_profile),
                     .output = request.has("out") || request.has("print") ? std::optional(output) : std::nullopt,
                     .at_printer = job::text_option(request, "print"),
                     .ticket = job::text_option(request, "ticket"),
                     .preview = job::text_option(request, "preview"),
                     .labels_read_back = labels_read_back,
                     .approval = read_approval_wish(request),
                     .brand = brand,
                     .uses = office::separate_uses(job::texts_option(request, "use")),
                     .options = std::move(options),
                     .store = request.text("store")};
}

} // namespace temsao::press
