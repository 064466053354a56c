// HEIC, AVIF and TIFF by libvips' programs, run apart: their decoders are large and have been broken into before, so a
// crash there costs one photo. Loaders that libvips does not trust are blocked, and the one that the first bytes name
// is called by its name.
#include "base/check.h"
#include "decode/formats.h"
#include "decode/pixmap.h"
#include "system/separate_program.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace temsao::decode {
namespace {

constexpr int most_pages = 2000, most_seconds = 30;
constexpr std::size_t most_words = 1 << 20; // of a header with all that cameras write into it

// Single-threaded, and everything in memory: it may write no file.
const ProgramSurroundings& surroundings() {
    static const ProgramSurroundings settings{
        {"VIPS_BLOCK_UNTRUSTED=1", "VIPS_CONCURRENCY=1", "VIPS_DISC_THRESHOLD=4g", "VIPS_WARNING=0"}};
    return settings;
}

// ISO/IEC 14496-12, 4.3: the file type box comes first and names the brand; those of ISO/IEC 23008-12 and of AVIF.
bool is_heif(std::string_view bytes) {
    constexpr std::array<std::string_view, 12> brands{
        "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1", "avif", "avis"};
    return bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp" &&
           std::find(brands.begin(), brands.end(), bytes.substr(8, 4)) != brands.end();
}

// Pages count from 0, in file and header alike.
std::string file_word(std::string_view loader, int page) {
    return std::string(input_file) + (loader == "tiffload" ? "[page=" + std::to_string(page) + "]" : "");
}

struct Header {
    std::int64_t width = 0, height = 0;
    int orientation = 1, pages = 1;
    std::optional<double> dpi;
};

// The first line of this name: the picture's own facts come before what others wrote into it.
template <class Number>
std::optional<Number> fact(std::string_view words, std::string_view name) {
    const auto line = "\n" + std::string(name) + ": ";
    const auto at = words.find(line);
    Number value{};
    if (at == std::string_view::npos) return {};
    const auto* first = words.data() + at + line.size();
    if (std::from_chars(first, words.data() + words.size(), value).ec != std::errc{}) return {};
    return value;
}

// Why the program gave no picture.
Error trouble(const ProgramRun& run, std::string_view name) {
    if (!run.in_time) return error(Cause::data, "photo.too_slow", {std::string(name), std::to_string(most_seconds)});
    if (!run.started) return error(Cause::io, "photo.no_vips", {std::string(name)});
    return error(Cause::data, "photo.broken", {std::string(name), "libvips"});
}

Result<Header> read_header(std::string_view bytes, std::string_view name, std::string_view loader, int page) {
    const auto run =
        run_program({"vipsheader", "-a", file_word(loader, page)}, {most_words, most_seconds}, bytes, surroundings());
    const auto width = fact<std::int64_t>(run.output, "width"), height = fact<std::int64_t>(run.output, "height");
    const bool is_by_loader = run.output.find("\nvips-loader: " + std::string(loader) + "\n") != std::string::npos;
    if (run.status != 0 || !width || !height || !is_by_loader) return trouble(run, name);
    Header header;
    header.width = *width;
    header.height = *height;
    const int orientation = fact<int>(run.output, "orientation").value_or(1);
    if (orientation >= 1 && orientation <= 8) header.orientation = orientation;
    header.pages = fact<int>(run.output, "n-pages").value_or(1);
    // dots per millimetre; 1 where the file does not say
    if (const auto across = fact<double>(run.output, "xres"); across && *across > 1) header.dpi = *across * 25.4;
    return header;
}

Result<photo::Photo>
decode(std::string_view bytes, std::string_view name, std::string_view loader, int page, Header header) {
    TRY(check_pixels(header.width, header.height, name));
    std::vector<std::string> words{"vips", std::string(loader), input_file, ".pgm", "--access", "sequential"};
    if (loader == "tiffload") words.insert(words.end(), {"--page", std::to_string(page)});
    const auto pixels = static_cast<std::size_t>(header.width * header.height);
    const auto run = run_program(words, {2 * pixels + 4096, most_seconds}, bytes, surroundings());
    photo::Photo photo{static_cast<int>(header.width), static_cast<int>(header.height), {}, header.orientation, false};
    photo.dpi = header.dpi;
    auto picture = run.status == 0 ? read_pixmap(run.output) : std::nullopt;
    if (!picture || picture->samples != 1 || picture->width != photo.width || picture->height != photo.height)
        return trouble(run, name);
    photo.grey = std::move(picture->bytes);
    return photo;
}

} // namespace

std::string_view vips_loader(std::string_view bytes) {
    if (is_heif(bytes)) return "heifload";
    constexpr std::array<std::string_view, 4> tiff{
        std::string_view("II*\0", 4), {"MM\0*", 4}, {"II+\0", 4}, {"MM\0+", 4}}; // TIFF 6.0, section 2; BigTIFF
    const auto is_tiff = std::find(tiff.begin(), tiff.end(), bytes.substr(0, 4)) != tiff.end();
    return is_tiff ? "tiffload" : "";
}

Result<photo::Photo> decode_by_vips(std::string_view bytes, std::string_view name) {
    const auto loader = vips_loader(bytes);
    ENSURE(!loader.empty());
    const auto header = TRY(read_header(bytes, name, loader, 0));
    return decode(bytes, name, loader, 0, header);
}

std::optional<photo::Colours> vips_colours(std::string_view bytes, int page) {
    const auto loader = vips_loader(bytes);
    const auto header = read_header(bytes, "", loader, page);
    if (!header || !check_pixels(header->width, header->height, "")) return {};
    std::vector<std::string> words{"vips", std::string(loader), input_file, ".ppm", "--access", "sequential"};
    if (loader == "tiffload") words.insert(words.end(), {"--page", std::to_string(page)});
    const auto pixels = static_cast<std::size_t>(header->width * header->height);
    const auto run = run_program(words, {6 * pixels + 4096, most_seconds}, bytes, surroundings());
    auto picture = run.status == 0 ? read_pixmap(run.output) : std::nullopt;
    if (!picture || picture->samples != 3) return {};
    return photo::Colours{.width = picture->width, .height = picture->height, .rgb = std::move(picture->bytes)};
}

int count_tiff_pages(const std::filesystem::path& file) {
    constexpr int seconds = 5;
    const auto run = run_program({"vipsheader", "-f", "n-pages", std::filesystem::absolute(file).string()},
                                 {most_words, seconds},
                                 {},
                                 surroundings());
    int pages = 1;
    if (run.status == 0) std::from_chars(run.output.data(), run.output.data() + run.output.size(), pages);
    return std::max(1, pages);
}

Outcome each_tiff_page(std::string_view bytes,
                       std::string_view name,
                       const std::function<void(int, const photo::Photo&)>& each) {
    int pages = 1;
    for (int page = 0; page < pages; ++page) {
        const auto header = TRY(read_header(bytes, name, "tiffload", page));
        if (page == 0) pages = std::max(1, header.pages);
        if (pages > most_pages)
            return error(Cause::data,
                         "photo.too_many_pages",
                         {std::string(name), std::to_string(pages), std::to_string(most_pages)});
        const auto photo = TRY(decode(bytes, name, "tiffload", page, header));
        each(pages > 1 ? page + 1 : 0, photo);
    }
    return done;
}

} // namespace temsao::decode
