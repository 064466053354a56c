// The one user of tesseract's program.
#include "scan/print_words.h"

#include "photo/laid_flat.h"
#include "system/separate_program.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace temsao::scan {
namespace {

constexpr photo::Area print_area{-6.2, -4.5, 6.2, 4.5}; // what a label is, from its symbol: wide rather than tall
constexpr double pixels_a_width = 320;                  // so that small print is some 20 pixels high
constexpr double finest = 3;                            // times the photo's own: more pixels do not make more print
constexpr double quiet = 0.12;                          // symbol widths around the symbol, painted over: no words there
constexpr int most_seconds = 30;
constexpr std::size_t most_output = 4 << 20, most_words = 2000;

void paint_over_symbol(photo::LaidFlat& flat) {
    const auto pixel = [&](double place, double start) {
        return static_cast<int>((place - start) * flat.pixels_a_width);
    };
    auto& picture = flat.picture;
    for (int y = pixel(-quiet, flat.area.top); y < pixel(1 + quiet, flat.area.top); ++y)
        std::fill_n(picture.pixels.begin() + static_cast<std::ptrdiff_t>(y) * picture.width +
                        pixel(-quiet, flat.area.left),
                    pixel(1 + quiet, flat.area.left) - pixel(-quiet, flat.area.left),
                    std::uint8_t{255});
}

std::string as_pgm(const photo::Grey& picture) {
    return "P5\n" + std::to_string(picture.width) + " " + std::to_string(picture.height) + "\n255\n" +
           std::string(picture.pixels.begin(), picture.pixels.end());
}

// A row of the program's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
std::optional<photo::PrintedWord> word_of(std::string_view row, const photo::LaidFlat& flat) {
    std::array<std::string_view, 12> cells;
    for (auto& cell : cells) {
        cell = row.substr(0, row.find('\t'));
        row.remove_prefix(std::min(row.size(), cell.size() + 1));
    }
    std::array<double, 5> numbers{}; // left, top, width, height, confidence
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (std::from_chars(cells[6 + i].data(), cells[6 + i].data() + cells[6 + i].size(), numbers[i]).ec !=
            std::errc{})
            return {};
    const auto text = cells[11];
    if (cells[0] != "5" || text.empty() || text.find_first_not_of(' ') == std::string_view::npos) return {};
    const auto first = flat.place({numbers[0], numbers[1]}),
               last = flat.place({numbers[0] + numbers[2], numbers[1] + numbers[3]});
    return photo::PrintedWord{std::string(text), std::clamp(numbers[4] / 100, 0.0, 1.0), first, last};
}

} // namespace

Outcome find_print_reader() {
    const auto run = run_program({"tesseract", "--list-langs"}, {1 << 16, most_seconds});
    if (run.status != 0 || run.output.find("\nvie\n") == std::string::npos) return error(Cause::io, "ocr.no_tesseract");
    return done;
}

std::vector<photo::PrintedWord> read_print(const photo::Photo& photo, const photo::Reading& reading) {
    const photo::GreyView view{photo.grey.data(), photo.width, photo.height};
    const auto surface = photo::Surface::fit(view, reading);
    if (!surface) return {};
    const double most =
        (print_area.right - print_area.left) * (print_area.bottom - print_area.top) * pixels_a_width * pixels_a_width;
    auto flat = photo::lay_flat(view, *surface, print_area, finest, most);
    paint_over_symbol(flat);
    const auto run = run_program(
        {"tesseract", "stdin", "stdout", "-l", "vie", "--dpi", "300", "--psm", "11", "-c", "tessedit_create_tsv=1"},
        {most_output, most_seconds},
        as_pgm(flat.picture),
        {{"OMP_THREAD_LIMIT=1"}});
    std::vector<photo::PrintedWord> words;
    if (run.status != 0) return words;
    std::string_view rest = run.output;
    while (!rest.empty() && words.size() < most_words) {
        const auto row = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), row.size() + 1));
        if (auto word = word_of(row, flat)) words.push_back(*std::move(word));
    }
    return words;
}

} // namespace temsao::scan
