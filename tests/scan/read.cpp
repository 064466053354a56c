#include "scan/read.h"

#include "catch.h"
#include "decode/decode.h"
#include "photo/photo.h"
#include "photos/costly_photo.h"
#include "photos/label_photo.h"
#include "scan/zxing.h"
#include "shipped_fonts.h"
#include "system/file.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <unistd.h>

using namespace temsao;
using namespace temsao::decode;
using namespace temsao::photo;
using namespace temsao::scan;
namespace fs = std::filesystem;

namespace {

const fs::path samples = fs::path(TEMSAO_SHARED_DIR) / "photos" / "samples";

// The checksum of a PNG chunk: CRC-32 over its kind and data (PNG, third edition, 5.5).
std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t crc = ~0u;
    for (const auto c : bytes) {
        crc ^= static_cast<std::uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 255);
    return bytes;
}

// A grey PNG up to where its pixels begin.
std::string png_header(std::uint32_t width, std::uint32_t height) {
    const auto chunk = "IHDR" + big_endian(width) + big_endian(height) + std::string("\x08\0\0\0\0", 5);
    return "\x89PNG\r\n\x1a\n" + big_endian(13) + chunk + big_endian(checksum(chunk)) + big_endian(1000) + "IDAT";
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

TEST_CASE("no photo of 12 megapixels gets more work than its effort allows, and crowded ones are read all the same") {
    for (const auto& [name, make] : photos::costly_photos()) {
        if (name != "noise, 1 pixel" && name != "noise, 8 pixels" && name != "finder patterns, 1 pixel a module" &&
            name != "finder patterns, 9 pixels a module" && name != "twenty symbols" && name != "twenty spoilt symbols")
            continue; // all of them: tests/bench/adversarial.cpp
        const auto report = read_symbols(make());
        CAPTURE(name);
        CHECK(report.work <= most_work(Effort::normal, 12'000'000));
        CHECK(report.work > most_work(Effort::normal, 12'000'000) / 10);
        CHECK(report.readings.size() == (name == "twenty symbols" ? 20 : 0));
    }
}

TEST_CASE("hostile pictures are refused with words before work starts") {
    const auto id = [](const std::string& bytes) {
        const auto photo = decode_photo(bytes, "x");
        return photo ? std::string("read") : photo.error().what.id;
    };
    CHECK(id("") == "photo.empty");
    CHECK(id("GIF89a") == "photo.unknown");
    CHECK(id("\xff\xd8\xff") == "photo.broken");
    CHECK(id("\x89PNG\r\n\x1a\n") == "photo.broken");
    CHECK(id(std::string("\xff\xd8\xff\xe0", 4) + std::string(1000, 'x')) == "photo.broken");
    CHECK(checksum("IEND") == 0xae426082); // as it stands at the end of every PNG
    CHECK(id(png_header(50'000, 50'000)) == "photo.too_many_pixels");
    CHECK(id(png_header(10, 10)) == "photo.broken"); // the pixels are missing
    auto spoilt = png_header(50'000, 50'000);
    spoilt[29] ^= 1; // the header's checksum
    CHECK(id(spoilt) == "photo.broken");
}

TEST_CASE("a PDF that computes for ever, and a program that only waits, are stopped by the clock") {
    const auto folder = fs::temp_directory_path() / ("temsao-scan-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const auto id = [&](const fs::path& file) {
        const auto outcome = each_pdf_page(
            file, [](int, const Photo&) {}, 1);
        return outcome ? std::string("read") : outcome.error().what.id;
    };
    // each form draws the next one ten times: 10^9 strokes
    std::string pdf = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                      "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                      "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
                      "/Resources<</XObject<</F 5 0 R>>>>>> endobj\n"
                      "4 0 obj <</Length 5>> stream\n/F Do\nendstream endobj\n";
    for (int i = 5; i < 15; ++i) {
        std::string draw = i == 14 ? "0 0 m 9 9 l S" : "";
        for (int k = 0; i < 14 && k < 10; ++k)
            draw += "/F Do ";
        pdf += std::to_string(i) + " 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F " +
               std::to_string(i + 1) + " 0 R>>>>/Length " + std::to_string(draw.size()) + ">> stream\n" + draw +
               "\nendstream endobj\n";
    }
    REQUIRE(write_file(folder / "forms.pdf", pdf + "trailer <</Root 1 0 R/Size 15>>\n%%EOF\n").ok());
    CHECK(id(folder / "forms.pdf") == "pdf.too_slow");

    REQUIRE(write_file(folder / "pdfinfo", "#!/bin/sh\nexec sleep 600\n").ok());
    fs::permissions(folder / "pdfinfo", fs::perms::owner_all);
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", (folder.string() + ":" + path).c_str(), 1);
    const auto waited = id(folder / "forms.pdf");
    ::setenv("PATH", path.c_str(), 1);
    CHECK(waited == "pdf.too_slow");
    fs::remove_all(folder);
}

TEST_CASE("a file that is not a PDF, or is missing, says so") {
    CHECK_FALSE(each_pdf_page("/nowhere/at-all.pdf", [](int, const Photo&) {}).ok());
}

// The same is asked of photos of others below, where they are.
TEST_CASE("made photos are read exactly, and no symbol is lost that ZXing reads by itself") {
    int alone = 0, read = 0, all = 0;
    for (std::uint64_t number = 0; number < 24; ++number) {
        const auto made = photos::random_case(number, {"jar-60x40", "bottle-90x60", "box-100x70"});
        const auto picture =
            photos::shoot(photos::print_label(made.print, render::test::shipped_fonts(), number), made.scene);
        const auto photo = decode_photo(photos::encode_jpeg(picture, made.scene.jpeg_quality), "made");
        REQUIRE(photo.ok());
        const auto readings = read_symbols(*photo).readings;
        CAPTURE(number, made.print.payload);
        ++all;
        read += !readings.empty();
        for (const auto& reading : readings)
            CHECK(reading.text == made.print.payload);
        for (const auto& seen : look({photo->grey.data(), photo->width, photo->height}, "alone")) {
            ++alone;
            CHECK(std::any_of(
                readings.begin(), readings.end(), [&](const Reading& reading) { return reading.bytes == seen.bytes; }));
        }
    }
    std::cout << read << " of " << all << " made photos read, " << alone << " by ZXing alone\n";
    CHECK(4 * read >= 3 * all);
    CHECK(alone > 0);
}

// Photos of others, which lie beside the repository; ctest calls this where they are (tests/only_with.py).
TEST_CASE("photos with known texts are read exactly, as far as ZXing's own score", "[.][shared]") {
    REQUIRE(fs::exists(samples));
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
    CHECK(all > 0);
    CHECK(exact * 137 >= 125 * all);
    for (const auto& entry : fs::directory_iterator(samples / "none"))
        if (const auto photo = decode_photo(*read_file(entry.path(), most_photo_bytes), "none"))
            CHECK(read_symbols(*photo).readings.empty());
}

// ZXing by itself, on the whole photo with all its options, is the first step and no better than the sum.
TEST_CASE("no symbol is lost that ZXing reads by itself", "[.][shared]") {
    int alone = 0;
    for (const auto& entry : fs::recursive_directory_iterator(samples.parent_path())) {
        if (!entry.is_regular_file() || entry.path().extension() == ".txt") continue;
        const auto photo = decode_photo(*read_file(entry.path(), most_photo_bytes), entry.path().string());
        if (!photo) continue;
        const auto readings = read_symbols(*photo).readings;
        for (const auto& seen : look({photo->grey.data(), photo->width, photo->height}, "alone")) {
            ++alone;
            CAPTURE(entry.path().string(), seen.text);
            CHECK(std::any_of(
                readings.begin(), readings.end(), [&](const Reading& reading) { return reading.bytes == seen.bytes; }));
        }
    }
    std::cout << alone << " symbols read by ZXing alone\n";
    CHECK(alone > 0);
}
