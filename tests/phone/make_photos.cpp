// Writes made photos of labels into a folder, always the same ones for a number, and a signed list of the sample's
// products; compare_photos.mjs asks the program and the phone's core about them.
//   make_photos FOLDER SAMPLE.csv COUNT [FIRST]   1000000.jpg and so on, bundle, root.pub
//   make_photos --pixels FILE.jpg                 to the standard output: width, height (4 bytes each, the lowest
//                                                 first), then red, green, blue and opacity of each pixel, as a
//                                                 browser would have them
#include "decode/in_colour.h"
#include "phone/signed_list.h"
#include "photos/ean13.h"
#include "photos/seeded.h"
#include "photos/shop_photo.h"

#include <cstdio>
#include <cstring>

using namespace temsao;
namespace fs = std::filesystem;

namespace {

using Products = std::vector<catalog::Product>;

// One that has a GTIN and so many stars on the tests' day; the first one otherwise.
const catalog::Product& product_with(int stars, const Products& products) {
    for (const auto& product : products)
        if (product.gtin && catalog::certificate_on(product, *Date::from(2026, 11, 20)).stars == stars) return product;
    return products.front();
}

// Right labels, stickers over stars, odd badges, bar codes of the same and of other goods, copies of one serial.
std::string usual_photo(std::uint64_t number, const Products& products, const render::FontBook& fonts) {
    static const auto templates = photos::shipped_templates(fs::path(TEMSAO_SOURCE_DIR) / "templates");
    photos::Seeded random(number * 6151 + 3);
    auto made = photos::random_case(number, templates);
    if (random.chance(0.2)) {
        made.print.oddity = static_cast<photos::Oddity>(random.whole(1, 8));
        made.print.tone = render::Tone::colour;
    }
    const auto& product = product_with(random.chance(0.85) ? made.certified : 3, products);
    made.print.payload = "https://id.ocop.vn/01/" + product.gtin->digits() + "/10/261124/21/" +
                         std::to_string(random.whole(10'000'000, 99'999'999));
    auto print = photos::print_label(made.print, fonts, random.next());
    if (random.chance(0.25)) {
        const auto& other = random.chance(0.5) ? product : products.front();
        print = photos::with_ean13(print, other.gtin.value_or(*product.gtin).digits().substr(1), random.chance(0.3));
        made.scene.pixels_a_module = std::min(made.scene.pixels_a_module, 6.0);
    }
    return photos::encode_jpeg(photos::shoot(print, made.scene), made.scene.jpeg_quality);
}

std::string nothing(std::uint64_t number) {
    photos::Seeded random(number);
    auto picture = photos::blank(800, 600);
    for (auto& value : picture.pixels)
        value = static_cast<std::uint8_t>(random.whole(0, 255));
    return photos::encode_jpeg(picture, 80);
}

std::string made_photo(std::uint64_t number, const Products& products, const render::FontBook& fonts) {
    const auto kind = number % 20;
    if (kind == 19) return nothing(number);
    if (kind == 18 && number % 40 != 18) return photos::shop_photo(number, photos::Trouble::shelf, fonts).jpeg;
    if (kind >= 12) return photos::shop_photo(number, static_cast<photos::Trouble>(number % 8), fonts).jpeg;
    return usual_photo(number, products, fonts);
}

int write_pixels(const char* file) {
    const auto bytes = read_file(file, std::uint64_t{1} << 30);
    if (!bytes) return 66;
    const auto [refused, why, picture] = decode::decode_in_colour(*bytes, 100'000'000);
    if (refused != decode::Refused::no || picture.samples != 3) return 65;
    std::string out;
    for (const auto side : {picture.width, picture.height})
        for (int shift = 0; shift < 32; shift += 8)
            out.push_back(static_cast<char>(side >> shift & 255));
    for (std::size_t i = 0; i < picture.bytes.size(); i += 3) {
        out.append(reinterpret_cast<const char*>(picture.bytes.data() + i), 3);
        out.push_back(static_cast<char>(255));
    }
    return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 74;
}

} // namespace

int main(int count, char** arguments) {
    if (count == 3 && !std::strcmp(arguments[1], "--pixels")) return write_pixels(arguments[2]);
    if (count < 4) return 64;
    const fs::path folder = arguments[1];
    const auto products = phone_test::read_products(arguments[2]);
    const auto fonts = render::FontBook::open(fs::path(TEMSAO_SOURCE_DIR) / "fonts");
    if (products.empty() || !fonts || !phone_test::write_list(folder, products)) return 65;
    const auto first = count > 4 ? std::strtoull(arguments[4], nullptr, 10) : 0;
    for (auto number = first; number < first + std::strtoull(arguments[3], nullptr, 10); ++number)
        if (!write_file(folder / (std::to_string(1'000'000 + number) + ".jpg"), made_photo(number, products, **fonts)))
            return 74;
    return 0;
}
