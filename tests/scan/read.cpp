#include "scan/read.h"

#include "base/file.h"
#include "catch.h"
#include "scan/photo.h"

#include <filesystem>
#include <iostream>

using namespace temsao;
using namespace temsao::scan;
namespace fs = std::filesystem;

namespace {

const fs::path samples = fs::path(TEMSAO_SHARED_DIR) / "photos" / "samples";

std::string png_header(unsigned width, unsigned height) {
    std::string header("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    for (const auto side : {width, height})
        for (int shift = 24; shift >= 0; shift -= 8)
            header += static_cast<char>(side >> shift & 255);
    return header + std::string("\x08\0\0\0\0\0\0\0\0", 9);
}

} // namespace

TEST_CASE("nothing is read where there is nothing") {
    Photo blank{400, 300, std::vector<std::uint8_t>(400 * 300, 200), 1, false};
    CHECK(read_symbols(blank).readings.empty());
    unsigned noise = 1;
    for (auto& grey : blank.grey)
        grey = static_cast<std::uint8_t>((noise = noise * 1664525u + 1013904223u) >> 24);
    CHECK(read_symbols(blank).readings.empty());
    CHECK(read_symbols({1, 1, {0}, 1, false}).readings.empty());
}

TEST_CASE("hostile pictures are refused with words before work starts") {
    const auto id = [](const std::string& bytes) {
        const auto photo = decode_photo(bytes, "x");
        return photo ? std::string("read") : photo.error().what.id;
    };
    CHECK(id("") == "photo.unknown");
    CHECK(id("GIF89a") == "photo.unknown");
    CHECK(id("\xff\xd8\xff") == "photo.broken");
    CHECK(id("\x89PNG\r\n\x1a\n") == "photo.broken");
    CHECK(id(std::string("\xff\xd8\xff\xe0", 4) + std::string(1000, 'x')) == "photo.broken");
    const auto huge = id(png_header(50'000, 50'000));
    CHECK((huge == "photo.too_many_pixels" || huge == "photo.broken")); // the header's checksum is not even right
}

TEST_CASE("a file that is no PDF, or is missing, says so") {
    CHECK_FALSE(each_pdf_page("/nowhere/at-all.pdf", [](int, const Photo&) {}).ok());
}

TEST_CASE("photos with known texts are read exactly, as far as ZXing's own score") {
    if (!fs::exists(samples)) {
        std::cout << "no photos beside the project: skipped\n";
        SUCCEED();
        return;
    }
    int exact = 0, all = 0;
    for (const auto& entry : fs::directory_iterator(samples / "qrcode-2")) {
        auto truth = entry.path();
        truth.replace_extension(".txt");
        if (entry.path().extension() == ".txt" || !fs::exists(truth)) continue;
        const auto photo = decode_photo(*read_file(entry.path(), most_photo_bytes), entry.path().string());
        if (!photo) continue;
        ++all;
        const auto text = *read_file(truth, 1 << 20);
        for (const auto& reading : read_symbols(*photo).readings)
            if (reading.text == text || reading.bytes == text) {
                ++exact;
                break;
            }
    }
    std::cout << exact << " of " << all << " texts exact\n";
    CHECK(exact * 137 >= 120 * all);
    for (const auto& entry : fs::directory_iterator(samples / "none"))
        if (const auto photo = decode_photo(*read_file(entry.path(), most_photo_bytes), "none"))
            CHECK(read_symbols(*photo).readings.empty());
}
