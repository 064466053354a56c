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
        if (auto can = only_pdf(request, option); !can) return can.error();
    const auto bleed = job::length_option(request, "bleed", {}, {}, page::widest_bleed);
    if (!bleed) return bleed.error();
    return page::Trimming{*bleed, request.has("marks")};
}

Result<std::optional<render::OutputProfile>> read_press(const job::Request& request) {
    using Press = std::optional<render::OutputProfile>;
    if (auto can = only_pdf(request, "icc"); !can) return can.error();
    if (!request.has("icc")) return Press();
    const auto& file = request.text("icc");
    auto bytes = read_file(file, render::most_profile_bytes);
    if (!bytes) return bytes.error();
    auto profile = render::read_output_profile(*std::move(bytes), file);
    return profile ? Result(Press(*std::move(profile))) : profile.error();
}

} // namespace temsao::press
