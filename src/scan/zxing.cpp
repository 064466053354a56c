// The one user of ZXing-C++ (3.1.1, pinned). All options are passed outright; its exceptions stop here.
#include "scan/zxing.h"

#include "scan/attempt.h"

#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace temsao::scan {
namespace {

std::optional<double> number(const std::string& text) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end); // the phone's library has no from_chars for it
    if (text.empty() || end != text.c_str() + text.size()) return {};
    return value;
}

std::string kind_of(const ZXing::Barcode& found) {
    if (found.format() == ZXing::BarcodeFormat::MicroQRCode) return "Micro QR";
    if (found.format() == ZXing::BarcodeFormat::RMQRCode) return "rMQR";
    if (found.format() == ZXing::BarcodeFormat::EAN13) return "EAN-13";
    return "QR";
}

// The sampled matrix; a mirrored symbol's is turned over, so that its rows follow the corners.
std::vector<bool> modules_of(const ZXing::Barcode& found) {
    const auto matrix = found.symbol();
    if (matrix.width() != matrix.height() || matrix.width() < 21 || matrix.width() > 177) return {};
    std::vector<bool> modules;
    for (int y = 0; y < matrix.height(); ++y)
        for (int x = 0; x < matrix.width(); ++x)
            modules.push_back(*(found.isMirrored() ? matrix.data(y, x) : matrix.data(x, y)) == 0);
    return modules;
}

photo::Reading to_reading(const ZXing::Barcode& found, std::string_view step) {
    photo::Reading reading;
    const auto& bytes = found.bytes();
    reading.bytes.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    reading.text = found.text();
    reading.kind = kind_of(found);
    const auto& corners = found.position();
    for (std::size_t i = 0; i < 4; ++i)
        reading.corners[i] = {static_cast<double>(corners[static_cast<int>(i)].x),
                              static_cast<double>(corners[static_cast<int>(i)].y)};
    if (const auto version = number(found.extra("Version"))) reading.version = static_cast<int>(*version);
    reading.ec_level = found.ecLevel();
    if (const auto mask = number(found.extra("DataMask"))) reading.mask = static_cast<int>(*mask);
    reading.unused_error_correction = number(found.extra("UEC"));
    reading.step = step;
    reading.mirrored = found.isMirrored();
    reading.inverted = found.isInverted();
    if (reading.kind == "QR") reading.modules = modules_of(found);
    return reading;
}

// Every option is passed: defaults change. The look-ups below change what they need.
ZXing::ReaderOptions options_for(ZXing::BarcodeFormat format, int most) {
    return ZXing::ReaderOptions()
        .formats(format)
        .tryHarder(false)
        .tryRotate(false)
        .tryInvert(false)
        .tryDownscale(false)
        .isPure(false)
        .binarizer(ZXing::Binarizer::LocalAverage)
        .maxNumberOfSymbols(static_cast<std::uint8_t>(most))
        .returnErrors(false)
        .textMode(ZXing::TextMode::Plain);
}

std::vector<photo::Reading>
read(const photo::GreyView& view, const ZXing::ReaderOptions& options, std::string_view step) {
    constexpr std::size_t most_bytes = 7089; // what a symbol holds
    std::vector<photo::Reading> readings;
    // Where the picture makes the library give up, what it had found before is not handed out.
    attempt([&] {
        const ZXing::ImageView image(view.first, view.width, view.height, ZXing::ImageFormat::Lum);
        for (const auto& found : ZXing::ReadBarcodes(image, options))
            if (found.isValid() && found.bytes().size() <= most_bytes) readings.push_back(to_reading(found, step));
    });
    return readings;
}

} // namespace

std::vector<photo::Reading> look(const photo::GreyView& view, std::string_view step) {
    const auto options = options_for(ZXing::BarcodeFormat::QRCode, 200)
                             .tryHarder(true)
                             .tryRotate(true)
                             .tryInvert(true)
                             .tryDownscale(true);
    return read(view, options, step);
}

std::vector<photo::Reading> look_for_ean13(const photo::GreyView& view, int lines) {
    const auto options = options_for(ZXing::BarcodeFormat::EAN13, 8)
                             .tryHarder(true)
                             .tryRotate(true)
                             .minLineCount(static_cast<std::uint8_t>(lines))
                             .eanAddOnSymbol(ZXing::EanAddOnSymbol::Ignore);
    auto readings = read(view, options, "bars");
    std::erase_if(readings, [](const photo::Reading& reading) { return reading.text.size() != 13; });
    return readings;
}

// Drawn as a clean picture: that is how the library takes a sampled symbol without its own finding.
std::optional<photo::Reading> decode_modules(const std::vector<std::uint8_t>& modules, int size) {
    constexpr int pixels = 2, quiet = 4;
    const int side = (size + 2 * quiet) * pixels;
    std::vector<std::uint8_t> picture(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 255);
    for (int y = 0; y < size * pixels; ++y)
        for (int x = 0; x < size * pixels; ++x)
            if (modules[static_cast<std::size_t>(y / pixels * size + x / pixels)] != 0)
                picture[static_cast<std::size_t>((y + quiet * pixels) * side + x + quiet * pixels)] = 0;
    const auto options =
        options_for(ZXing::BarcodeFormat::QRCode, 1).isPure(true).binarizer(ZXing::Binarizer::BoolCast);
    auto readings = read({picture.data(), side, side}, options, "");
    if (readings.empty() || readings.front().kind != "QR") return {};
    return std::move(readings.front());
}

std::vector<std::string> look_for_till_codes(const photo::GreyView& view) {
    using Format = ZXing::BarcodeFormat;
    const auto options =
        options_for(Format::EAN13, 4)
            .formats(ZXing::BarcodeFormats(std::vector{Format::EAN13, Format::EAN8, Format::DataMatrix}))
            .tryHarder(true)
            .tryRotate(true)
            .eanAddOnSymbol(ZXing::EanAddOnSymbol::Ignore)
            .textMode(ZXing::TextMode::HRI);
    std::vector<std::string> texts;
    for (auto& reading : read(view, options, "")) // high bars are at times handed out twice
        if (std::find(texts.begin(), texts.end(), reading.text) == texts.end())
            texts.push_back(std::move(reading.text));
    return texts;
}

std::vector<std::string> look_straight(const photo::GreyView& view) {
    std::vector<std::string> texts;
    for (auto& reading : read(view, options_for(ZXing::BarcodeFormat::QRCode, 2), ""))
        texts.push_back(std::move(reading.bytes));
    return texts;
}

} // namespace temsao::scan
