#include "bench/page_picture.h"

#include "bench/jobs.h"
#include "decode/whole.h"
#include "photo/turn.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::bench {
namespace {

// The size of a picture that is to lie within the page's, and is never made larger.
struct Size {
    int width, height;
};

Size within_page(Size upright) {
    const double scale = std::min({1.0,
                                   static_cast<double>(page_picture_width) / upright.width,
                                   static_cast<double>(page_picture_height) / upright.height});
    const auto scaled = [&](int side) { return std::max(1, static_cast<int>(side * scale)); };
    return {scaled(upright.width), scaled(upright.height)};
}

// How much less fine the photo may be decoded: still at least as fine as it will be.
int shrink_for(Size upright, Size page) {
    int shrink = 1;
    while (shrink < 8 && upright.width >= 2 * shrink * page.width && upright.height >= 2 * shrink * page.height)
        shrink *= 2;
    return shrink;
}

// What looks like noise needs many bytes: it is written less finely, and at last smaller.
PagePicture light_enough(photo::Colours picture) {
    constexpr int upright = 1;
    for (;;) {
        std::string jpeg;
        for (const int quality : {80, 70, 60, 50}) {
            jpeg = decode::jpeg_of(picture, quality);
            if (jpeg.size() <= most_page_picture_bytes) return {std::move(jpeg), picture.width, picture.height};
        }
        picture = photo::turned(picture, upright, picture.width * 3 / 4);
    }
}

} // namespace

Result<PagePicture> page_picture(const std::filesystem::path& file) {
    const auto name = file.string();
    const auto bytes = TRY(read_file(file, decode::most_photo_bytes));
    if (!decode::is_photo(bytes)) return error(Cause::data, "picture.kind", {name});
    const auto photo = TRY(decode::decode_photo(bytes, name));
    if (photo.is_truncated) return error(Cause::data, "picture.incomplete", {name});
    Size upright{photo.width, photo.height};
    if (photo::swaps_sides(photo.exif_orientation)) std::swap(upright.width, upright.height);
    const auto page = within_page(upright);
    if (std::min(page.width, page.height) < least_page_picture_side)
        return error(Cause::data,
                     "picture.narrow",
                     {name,
                      std::to_string(upright.width),
                      std::to_string(upright.height),
                      std::to_string(least_page_picture_side)});
    const auto colours = decode::whole_in_colour(file, bytes, 0, shrink_for(upright, page));
    auto picture = light_enough(
        photo::turned(colours ? *colours : decode::in_three_colours(photo), photo.exif_orientation, page.width));
    if (picture.jpeg.empty()) return error(Cause::data, "photo.given_up", {name});
    return picture;
}

Result<job::Report> shrink_picture(const job::Request& request, const job::Surroundings& around) {
    const auto picture = TRY(page_picture(request.text("file")));
    const auto& out = request.text("out");
    TRY(write_file(out, picture.jpeg));
    job::Report report;
    report.json = {{"file", out}, {"width", picture.width}, {"height", picture.height}, {"bytes", picture.jpeg.size()}};
    report.words = say({"picture.written",
                        {out,
                         std::to_string(picture.width),
                         std::to_string(picture.height),
                         std::to_string((picture.jpeg.size() + 999) / 1000)}},
                       around.lang) +
                   "\n";
    return report;
}

} // namespace temsao::bench
