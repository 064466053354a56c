// PDF pages through poppler's programs. poppler is GPL, so it runs as separate processes, never linked.
#include "decode/formats.h"
#include "decode/pixmap.h"
#include "system/file.h"
#include "system/separate_program.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace temsao::decode {
namespace {

constexpr int most_pdf_pages = 2000;
constexpr double most_page_pixels = 40e6, dots_per_inch = 300; // A2 at 300 dpi
// Of a page that is rounded up to whole pixels. Pixmaps, since half of the time would go into packing PNG files.
constexpr std::size_t most_pixmap_bytes = 3 * 41'000'000;

// "Pages:          12" of pdfinfo.
int count_pages(const std::string& words) {
    const auto at = words.find("Pages:");
    const auto digit = at == words.npos ? at : words.find_first_of("0123456789", at);
    int pages = 0;
    if (digit != words.npos) std::from_chars(words.data() + digit, words.data() + words.size(), pages);
    return pages;
}

// "Page    3 size: 595.276 x 841.89 pts (A4)": the finest resolution up to 300 dpi at which the page stays in limits.
std::string resolution_for(const std::string& words, int page) {
    char label[32];
    std::snprintf(label, sizeof label, "Page %4d size:", page);
    const auto at = words.find(label);
    double width = 0, height = 0;
    if (at == words.npos || std::sscanf(words.c_str() + at + std::strlen(label), "%lf x %lf", &width, &height) != 2)
        return "300";
    const double finest = 72 * std::sqrt(most_page_pixels / std::max(width * height, 1.0));
    return std::to_string(static_cast<int>(std::clamp(finest, 1.0, dots_per_inch)));
}

// Whether the file asks for a password before it shows anything (ISO 32000-1, 7.6.1: the trailer's Encrypt entry).
bool is_locked(const std::filesystem::path& file) {
    const auto bytes = read_file(file, most_photo_bytes);
    return bytes && bytes->find("/Encrypt") != bytes->npos;
}

} // namespace

int count_pdf_pages(const std::filesystem::path& file) {
    constexpr int most_seconds = 5;
    const auto facts = run_program({"pdfinfo", std::filesystem::absolute(file).string()}, {1 << 20, most_seconds});
    return facts.status == 0 ? std::max(1, count_pages(facts.output)) : 1;
}

Outcome each_pdf_page(const std::filesystem::path& file,
                      const std::function<void(int page, const photo::Photo&)>& each,
                      int seconds_a_page) {
    const auto name = file.string();
    const auto path = std::filesystem::absolute(file).string(); // never taken for an option
    const auto slow = [&] { return error(Cause::data, "pdf.too_slow", {name, std::to_string(seconds_a_page)}); };
    const auto facts =
        run_program({"pdfinfo", "-f", "1", "-l", std::to_string(most_pdf_pages), path}, {1 << 20, seconds_a_page});
    if (!facts.in_time) return slow();
    if (!facts.started) return error(Cause::io, "pdf.no_poppler", {name});
    const int pages = count_pages(facts.output);
    if (facts.status != 0 || pages < 1)
        return error(Cause::data, is_locked(file) ? "pdf.password" : "pdf.broken", {name});
    if (pages > most_pdf_pages)
        return error(Cause::data, "pdf.too_many_pages", {name, std::to_string(pages), std::to_string(most_pdf_pages)});
    for (int page = 1; page <= pages; ++page) {
        const auto number = std::to_string(page);
        const auto resolution = resolution_for(facts.output, page);
        const auto shown = run_program({"pdftoppm", "-f", number, "-l", number, "-r", resolution, "-gray", path},
                                       {most_pixmap_bytes, seconds_a_page});
        if (!shown.in_time) return slow();
        auto picture = shown.status == 0 ? read_pixmap(shown.output) : std::nullopt;
        if (!picture || picture->samples != 1) return error(Cause::data, "pdf.broken", {name});
        photo::Photo photo{picture->width, picture->height, std::move(picture->bytes)};
        photo.dpi = std::stod(resolution);
        each(page, photo);
    }
    return done;
}

std::optional<photo::Colours> pdf_colours(const std::filesystem::path& file, int page, int shrink) {
    constexpr int most_seconds = 30;
    const auto path = std::filesystem::absolute(file).string(); // never taken for an option
    const auto number = std::to_string(page);
    const auto facts = run_program({"pdfinfo", "-f", number, "-l", number, path}, {1 << 20, most_seconds});
    if (facts.status != 0) return {};
    const int dpi = std::atoi(resolution_for(facts.output, page).c_str());
    const auto resolution = std::to_string(std::max(1, dpi / std::max(1, shrink)));
    const auto shown = run_program({"pdftoppm", "-f", number, "-l", number, "-r", resolution, path},
                                   {most_pixmap_bytes, most_seconds});
    auto picture = shown.status == 0 ? read_pixmap(shown.output) : std::nullopt;
    if (!picture || picture->samples != 3) return {};
    return photo::Colours{.width = picture->width, .height = picture->height, .rgb = std::move(picture->bytes)};
}

} // namespace temsao::decode
