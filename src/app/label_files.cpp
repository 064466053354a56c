#include "app/print_run.h"
#include "base/file.h"
#include "render/write.h"

#include <algorithm>

namespace temsao::app {
namespace {

// Every file is made in memory first; then all appear.
Result<std::vector<std::filesystem::path>>
write_all(const std::vector<std::pair<std::filesystem::path, std::string>>& files,
          const std::function<Outcome()>& before_they_appear) {
    std::vector<NewFile> pending;
    std::vector<std::filesystem::path> written;
    for (const auto& [path, bytes] : files) {
        auto file = NewFile::create(path);
        if (!file) return file.error();
        if (auto outcome = file->write(bytes); !outcome) return outcome.error();
        if (auto outcome = file->settle(); !outcome) return outcome.error();
        pending.push_back(*std::move(file));
        written.push_back(path);
    }
    if (before_they_appear)
        if (auto outcome = before_they_appear(); !outcome) return outcome.error();
    for (auto& file : pending)
        if (auto outcome = file.commit(); !outcome) return outcome.error();
    return written;
}

bool same(const page::Page& a, const page::Page& b) {
    return std::equal(
        a.labels.begin(), a.labels.end(), b.labels.begin(), b.labels.end(), [](const auto& one, const auto& other) {
            return one.drawing == other.drawing && one.x == other.x && one.y == other.y;
        });
}

// Pages that follow each other and are the same are sent once, with their count.
Result<std::string>
printer_commands(const std::vector<page::Page>& pages, const Run& run, const render::FontBook& fonts) {
    ENSURE(run.printer);
    std::string commands;
    for (std::size_t first = 0, end = 0; first < pages.size(); first = end) {
        for (end = first + 1; end < pages.size() && same(pages[first], pages[end]);)
            ++end;
        const auto part = render::write_for_printer(run.printer->language,
                                                    pages[first],
                                                    static_cast<int>(end - first),
                                                    run.resolution,
                                                    run.printer->settings,
                                                    fonts);
        if (!part) return part.error();
        commands += *part;
    }
    return commands;
}

} // namespace

std::string format_of(const Request& request) {
    if (request.has("format")) return request.text("format");
    auto extension = std::filesystem::path(request.text("out")).extension().string();
    return extension.empty() ? "pdf" : extension.substr(1);
}

Result<std::vector<std::filesystem::path>> write_pages(const std::vector<page::Page>& pages,
                                                       const std::string& format,
                                                       const std::filesystem::path& out,
                                                       const Run& run,
                                                       const std::string& title,
                                                       const render::FontBook& fonts,
                                                       const std::function<Outcome()>& before_they_appear) {
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    if (format == "pdf") {
        auto bytes = render::write_pdf(pages, {title, run.date}, fonts);
        if (!bytes) return bytes.error();
        files.emplace_back(out, *std::move(bytes));
        return write_all(files, before_they_appear);
    }
    if (format == "zpl" || format == "tspl") {
        auto commands = printer_commands(pages, run, fonts);
        if (!commands) return commands.error();
        files.emplace_back(out, *std::move(commands));
        return write_all(files, before_they_appear);
    }
    if (format != "png" && format != "svg") return error(Cause::usage, "label.format", {format});
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto bytes =
            format == "png" ? render::write_png(pages[i], run.resolution, fonts) : render::write_svg(pages[i], fonts);
        if (!bytes) return bytes.error();
        auto path = out;
        if (pages.size() > 1)
            path.replace_filename(out.stem().string() + "-" + std::to_string(i + 1) + out.extension().string());
        files.emplace_back(std::move(path), *std::move(bytes));
    }
    return write_all(files, before_they_appear);
}

} // namespace temsao::app
