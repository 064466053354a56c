// The one user of ZBar (0.23). A C library: no exceptions; objects are freed here.
#include "scan/zbar.h"

#include <memory>
#include <zbar.h>

using namespace zbar; // where its header puts the C names in C++

namespace temsao::scan {
namespace {

struct Free {
    void operator()(zbar_image_scanner_t* scanner) const { zbar_image_scanner_destroy(scanner); }

    void operator()(zbar_image_t* image) const { zbar_image_destroy(image); }
};

constexpr int lines_apart = 2; // in pixels: of three pixels a module, four lines still cut a pattern's inner square

std::vector<std::string> texts_of(const photo::GreyView& view, std::initializer_list<zbar_symbol_type_t> kinds) {
    const std::unique_ptr<zbar_image_scanner_t, Free> scanner(zbar_image_scanner_create());
    const std::unique_ptr<zbar_image_t, Free> image(zbar_image_create());
    if (!scanner || !image) return {};
    zbar_image_scanner_set_config(scanner.get(), ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    for (const auto kind : kinds)
        zbar_image_scanner_set_config(scanner.get(), kind, ZBAR_CFG_ENABLE, 1);
    zbar_image_scanner_set_config(scanner.get(), ZBAR_QRCODE, ZBAR_CFG_BINARY, 1); // bytes as they are
    zbar_image_scanner_set_config(scanner.get(), ZBAR_NONE, ZBAR_CFG_X_DENSITY, lines_apart);
    zbar_image_scanner_set_config(scanner.get(), ZBAR_NONE, ZBAR_CFG_Y_DENSITY, lines_apart);
    zbar_image_set_format(image.get(), zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image.get(), static_cast<unsigned>(view.width), static_cast<unsigned>(view.height));
    const auto bytes = static_cast<unsigned long>(view.width) * static_cast<unsigned long>(view.height);
    zbar_image_set_data(image.get(), view.first, bytes, nullptr);
    std::vector<std::string> texts;
    if (zbar_scan_image(scanner.get(), image.get()) < 1) return texts;
    for (const auto* symbol = zbar_image_first_symbol(image.get()); symbol; symbol = zbar_symbol_next(symbol))
        texts.emplace_back(zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol));
    return texts;
}

} // namespace

std::vector<std::string> zbar_texts(const photo::GreyView& view) {
    return texts_of(view, {ZBAR_QRCODE});
}

std::vector<std::string> zbar_numbers(const photo::GreyView& view) {
    return texts_of(view, {ZBAR_EAN13, ZBAR_EAN8});
}

} // namespace temsao::scan
