#include "press/press_options.h"

#include "job/read_options.h"
#include "press/print_run.h"
#include "system/file.h"

namespace temsao::press {
namespace {

// Pictures and label printers have no press behind them.
Outcome only_pdf(const job::Request& request, const char* option) {
    if (request.has(option) && format_of(request) != "pdf") return error(Cause::usage, "press.pdf_only", {option});
    return done;
}

} // namespace

Result<page::Trimming> read_trimming(const job::Request& request) {
    for (const auto* option : {"bleed", "marks"})
        TRY(only_pdf(request, option));
    const auto bleed = TRY(job::length_option(request, "bleed", {}, {}, page::widest_bleed));
    return page::Trimming{bleed, request.has("marks")};
}

Result<std::optional<render::OutputProfile>> read_press(const job::Request& request) {
    using Press = std::optional<render::OutputProfile>;
    TRY(only_pdf(request, "icc"));
    if (!request.has("icc")) return Press();
    const auto& file = request.text("icc");
    auto bytes = TRY(read_file(file, render::most_profile_bytes));
    auto profile = render::read_output_profile(std::move(bytes), file);
    return profile ? Result(Press(*std::move(profile))) : profile.error();
}

} // namespace temsao::press
