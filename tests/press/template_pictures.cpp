// Pictures of a template: out of its own folder, measured before they are decoded, and each refusal with its reason.
#include "press/template_pictures.h"

#include "catch.h"
#include "label/template.h"
#include "press/picture_file.h"
#include "render/png.h"
#include "system/file.h"

#include <unistd.h>

using namespace temsao;
namespace fs = std::filesystem;

namespace {

std::string png_of(int width, int height, unsigned char blue, unsigned char green, unsigned char red) {
    const auto colour = std::uint32_t{red} << 16 | std::uint32_t{green} << 8 | std::uint32_t{blue};
    const std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), colour);
    const auto png =
        render::encode_png({pixels.data(), static_cast<std::size_t>(width), width, height}, Resolution::from_dpi(300));
    REQUIRE(png.ok());
    return *png;
}

// A folder with a template in it, and one outside of it.
class Shelf {
public:
    Shelf() : root_(fs::temp_directory_path() / ("temsao-pictures-" + std::to_string(::getpid()))) {
        fs::create_directories(root_ / "mine/art");
        put("outside.png", png_of(8, 8, 0, 0, 0));
        put("mine/logo.png", png_of(20, 10, 10, 20, 200));
        put("mine/art/leaf.png", png_of(4, 4, 90, 90, 90));
        fs::create_symlink(root_ / "outside.png", root_ / "mine/link.png");
        fs::create_directory_symlink(root_, root_ / "mine/up");
    }

    ~Shelf() { fs::remove_all(root_); }

    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    void put(const fs::path& name, const std::string& bytes) const { REQUIRE(write_file(root_ / name, bytes).ok()); }

    Result<std::shared_ptr<const label::Picture>> load(const std::string& href) const {
        return press::pictures_beside(root_ / "mine/mau.svg")(href);
    }

    std::string fault(const std::string& href) const {
        const auto picture = load(href);
        return picture ? "none" : picture.error().what.id;
    }

private:
    fs::path root_;
};

} // namespace

TEST_CASE("a picture beside its template is taken, grey when it has no colour") {
    const Shelf shelf;
    const auto logo = shelf.load("logo.png");
    REQUIRE(logo.ok());
    CHECK((*logo)->width == 20);
    CHECK((*logo)->height == 10);
    CHECK((*logo)->samples == 3);
    CHECK((*logo)->bytes.size() == 600);
    CHECK(std::vector<int>((*logo)->bytes.begin(), (*logo)->bytes.begin() + 3) == std::vector<int>{200, 20, 10});
    const auto leaf = shelf.load("art/leaf.png");
    REQUIRE(leaf.ok());
    CHECK((*leaf)->samples == 1);
    CHECK((*leaf)->id != (*logo)->id);
}

TEST_CASE("no path leads out of the template's folder") {
    const Shelf shelf;
    for (const auto* href : {"",
                             "/etc/passwd",
                             "../outside.png",
                             "art/../../outside.png",
                             "art/./leaf.png",
                             "art//leaf.png",
                             "./logo.png",
                             "logo.png/",
                             "https://example.vn/logo.png",
                             "file:///etc/passwd",
                             "data:image/png;base64,AAAA",
                             "%2e%2e/outside.png",
                             "..\\outside.png",
                             "logo.png#x",
                             "logo.png?x",
                             "link.png",
                             "up/outside.png",
                             "lo\ngo.png",
                             ".hidden.png"}) {
        CAPTURE(href);
        CHECK(shelf.fault(href) == "template.picture_path");
    }
    CHECK(shelf.fault(std::string("logo.png\0.svg", 13)) == "template.picture_path");
    CHECK(shelf.fault(std::string(5000, 'a')) == "template.picture_path");
    CHECK(shelf.fault("not-there.png") == "template.picture_missing");
    CHECK(shelf.fault("art") == "template.picture_missing");
}

TEST_CASE("a file that is not a picture, is too large or damaged is refused before it is decoded") {
    const Shelf shelf;
    shelf.put("mine/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    CHECK(shelf.fault("a.svg") == "template.picture_kind");
    shelf.put("mine/a.gif", "GIF89a");
    CHECK(shelf.fault("a.gif") == "template.picture_kind");
    shelf.put("mine/empty.png", "");
    CHECK(shelf.fault("empty.png") == "template.picture_kind");
    shelf.put("mine/heavy.png", png_of(4, 4, 0, 0, 0) + std::string(press::most_picture_bytes, ' '));
    CHECK(shelf.fault("heavy.png") == "template.picture_bytes");
    auto cut = png_of(64, 64, 1, 2, 3);
    cut.resize(cut.size() / 2);
    shelf.put("mine/cut.png", cut);
    CHECK(shelf.fault("cut.png") == "template.picture_broken");
    shelf.put("mine/cut.jpg", std::string("\xff\xd8\xff\xe0\0\x10JFIF", 10));
    CHECK(shelf.fault("cut.jpg") == "template.picture_broken");
    shelf.put("mine/vast.png", png_of(4000, 1001, 255, 255, 255)); // a white one is small as a file
    CHECK(shelf.fault("vast.png") == "template.picture_large");
}

TEST_CASE("a template says with line and column which picture it is, and holds eight") {
    const Shelf shelf;
    const auto parse = [&](const std::string& inside) {
        return label::parse_template(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"60mm\" "
            "height=\"40mm\" viewBox=\"0 0 60 40\">\n"
            "<rect data-kind=\"code\" x=\"38\" y=\"18\" width=\"20\" height=\"20\"/>\n" +
                inside + "</svg>",
            "mau",
            [&](const std::string& href) { return shelf.load(href); });
    };
    const auto fault = [&](const std::string& inside) {
        const auto design = parse(inside);
        if (design) return std::string("none");
        auto words = design.error().what.id;
        for (const auto& fact : design.error().what.facts)
            words += " " + fact;
        return words;
    };
    const auto image = [](const std::string& attributes) {
        return "<image x=\"2\" y=\"2\" width=\"10\" height=\"10\" " + attributes + "/>\n";
    };
    CHECK(fault(image("href=\"logo.png\"")) == "none");
    CHECK(fault(image("xlink:href=\"logo.png\" preserveAspectRatio=\"none\"")) == "none");
    CHECK(fault(image("href=\"../outside.png\"")) == "template.picture_path mau 3:2 ../outside.png");
    CHECK(fault("\n   " + image("href=\"x.png\"")) == "template.picture_missing mau 4:5 x.png");
    CHECK(fault(image("")) == "template.picture_path mau 3:2 ");
    CHECK(fault(image("href=\"logo.png\" onload=\"x()\"")) == "template.attribute mau 3:2 onload x()");
    CHECK(fault(image("href=\"logo.png\" preserveAspectRatio=\"xMinYMin slice\"")) ==
          "template.attribute mau 3:2 preserveAspectRatio xMinYMin slice");
    CHECK(fault("<image href=\"logo.png\" x=\"55\" y=\"2\" width=\"10\" height=\"10\"/>") ==
          "template.attribute mau 3:2 x, y, width, height ");
    std::string many;
    for (int i = 0; i < label::most_pictures_of_template; ++i)
        many += image("href=\"logo.png\"");
    CHECK(fault(many) == "none");
    CHECK(fault(many + image("href=\"logo.png\"")) == "template.limits mau 11:2 8 <image>");

    const auto design = parse(image("href=\"logo.png\""));
    REQUIRE(design.ok());
    const auto& placed = std::get<label::PlacedPicture>(std::get<label::Art>(design->pieces.back()).item);
    CHECK(placed.box == BoxMm{Mm{2}, Mm{4.5}, Mm{10}, Mm{5}}); // twice as wide as high, in the middle
}
