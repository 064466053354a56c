// Where there is no symbol nothing is read: in the pictures of tests/scan/nothing, which make.py there invents, and in
// random crops of photos of others, without symbols or with their symbols painted over. Those photos lie beside the
// repository; where they are, ctest takes a few hundred crops, and `build/tests/test_scan "[long]"` ten thousand.
#include "catch.h"
#include "decode/decode.h"
#include "photo/geometry.h"
#include "scan/ean13.h"
#include "scan/read.h"
#include "system/file.h"

#include <filesystem>
#include <iostream>
#include <sstream>

using namespace temsao;
using namespace temsao::photo;
using namespace temsao::scan;
namespace fs = std::filesystem;

namespace {

const fs::path photos = fs::path(TEMSAO_SHARED_DIR) / "photos";

class Dice {
public:
    int upto(int limit) { // 0..limit-1
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<unsigned>(std::max(1, limit)));
    }

private:
    std::uint64_t state_ = 2026;
};

std::vector<std::array<Point, 4>> true_quads(const std::string& text) {
    std::vector<double> numbers;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::vector<double> row;
        for (double number = 0; words >> number;)
            row.push_back(number);
        if (words.eof()) numbers.insert(numbers.end(), row.begin(), row.end());
    }
    std::vector<std::array<Point, 4>> quads;
    for (std::size_t i = 0; i + 8 <= numbers.size(); i += 8)
        quads.push_back({Point{numbers[i], numbers[i + 1]},
                         {numbers[i + 2], numbers[i + 3]},
                         {numbers[i + 4], numbers[i + 5]},
                         {numbers[i + 6], numbers[i + 7]}});
    return quads;
}

void paint_over(Photo& photo, const std::array<Point, 4>& quad) {
    double left = 1e9, right = 0, top = 1e9, bottom = 0;
    for (const auto& corner : quad) {
        left = std::min(left, corner.x);
        right = std::max(right, corner.x);
        top = std::min(top, corner.y);
        bottom = std::max(bottom, corner.y);
    }
    const double more = 0.12 * std::max(right - left, bottom - top);
    for (int y = std::max(0, static_cast<int>(top - more)); y < std::min(photo.height, static_cast<int>(bottom + more));
         ++y)
        for (int x = std::max(0, static_cast<int>(left - more));
             x < std::min(photo.width, static_cast<int>(right + more));
             ++x)
            photo.grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(photo.width) +
                       static_cast<std::size_t>(x)] = 128;
}

Photo crop(const Photo& photo, Dice& dice) {
    Photo part{std::min(photo.width, 120 + dice.upto(400)), std::min(photo.height, 120 + dice.upto(400)), {}, 1, false};
    const int left = dice.upto(photo.width - part.width + 1), top = dice.upto(photo.height - part.height + 1);
    for (int y = 0; y < part.height; ++y) {
        const auto* row = photo.grey.data() + static_cast<std::ptrdiff_t>(top + y) * photo.width + left;
        part.grey.insert(part.grey.end(), row, row + part.width);
    }
    return part;
}

void nothing_in(int crops) {
    std::vector<fs::path> files;
    for (const auto* folder : {"samples/none", "boofcv"})
        for (const auto& entry : fs::recursive_directory_iterator(photos / folder))
            if (entry.is_regular_file() && entry.path().extension() != ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    Dice dice;
    const int photos_used = std::min<int>(static_cast<int>(files.size()), std::max(20, crops / 40));
    const int each = (crops + photos_used - 1) / photos_used;
    int looked = 0, read = 0;
    for (int i = 0; i < photos_used; ++i) {
        const auto& file = files[static_cast<std::size_t>(i) * files.size() / static_cast<std::size_t>(photos_used)];
        auto photo = decode::decode_photo(*read_file(file, decode::most_photo_bytes), file.string());
        if (!photo) continue;
        if (const auto truth = read_file(fs::path(file).replace_extension(".txt"), 1 << 20))
            for (const auto& quad : true_quads(*truth))
                paint_over(*photo, quad);
        for (int k = 0; k < each; ++k, ++looked)
            for (const auto& reading : read_symbols(crop(*photo, dice)).readings) {
                ++read;
                std::cout << file << ": " << reading.step << " read " << reading.kind << ' ' << reading.text << '\n';
            }
    }
    std::cout << looked << " crops without a symbol\n";
    CHECK(looked >= crops / 2); // most photos could be decoded
    CHECK(read == 0);
}

// What the scanner says of a picture, in words; empty when it read nothing.
std::string read_in(const Photo& photo, std::initializer_list<Effort> efforts) {
    std::string told;
    for (const auto effort : efforts)
        for (const auto& reading : read_symbols(photo, effort).readings)
            told += reading.step + " read " + reading.kind + ' ' + reading.text + '\n';
    for (const auto& reading : ean13_alone(photo))
        told += "bars alone: " + reading.text + '\n';
    return told;
}

Photo twice_as_large(const Photo& photo) {
    Photo large{2 * photo.width, 2 * photo.height, {}, 1, false};
    for (int y = 0; y < large.height; ++y)
        for (int x = 0; x < large.width; ++x)
            large.grey.push_back(photo.grey[static_cast<std::size_t>(y / 2 * photo.width + x / 2)]);
    return large;
}

} // namespace

TEST_CASE("nothing is read in invented pictures that look like symbols") {
    int pictures = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(TEMSAO_SOURCE_DIR) / "tests" / "scan" / "nothing")) {
        if (entry.path().extension() != ".png") continue;
        CAPTURE(entry.path().filename().string());
        const auto photo =
            decode::decode_photo(*read_file(entry.path(), decode::most_photo_bytes), entry.path().string());
        REQUIRE(photo.ok());
        CHECK(read_in(*photo, {Effort::fast, Effort::normal, Effort::max}) == "");
        CHECK(read_in(twice_as_large(*photo), {Effort::normal}) == "");
        ++pictures;
    }
    CHECK(pictures >= 57);
}

TEST_CASE("nothing is read in crops of photos without symbols", "[.][shared]") {
    REQUIRE(fs::exists(photos));
    nothing_in(240);
}

TEST_CASE("no bars are found in photos without symbols", "[.][shared]") {
    for (const auto& entry : fs::directory_iterator(photos / "samples" / "none"))
        if (const auto photo = decode::decode_photo(*read_file(entry.path(), decode::most_photo_bytes), "none"))
            CHECK(ean13_alone(*photo).empty());
}

TEST_CASE("nothing is read in ten thousand crops of photos without symbols", "[.][long]") {
    REQUIRE(fs::exists(photos));
    nothing_in(10'000);
}
