#include "base/check.h"
#include "photos/label_photo.h"

#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>
#include <png.h>

namespace temsao::photos {

Rgb blank(int width, int height, std::uint8_t grey) {
    return {width,
            height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, grey)};
}

Rgb decode_png_rgb(const std::string& png) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    ENSURE(png_image_begin_read_from_memory(&image, png.data(), png.size()));
    image.format = PNG_FORMAT_RGB;
    auto picture = blank(static_cast<int>(image.width), static_cast<int>(image.height));
    ENSURE(png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr));
    return picture;
}

std::string encode_png_rgb(const Rgb& picture) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = 0;
    ENSURE(png_image_write_to_memory(&image, nullptr, &size, 0, picture.pixels.data(), 0, nullptr));
    std::string png(size, '\0');
    ENSURE(png_image_write_to_memory(&image, png.data(), &size, 0, picture.pixels.data(), 0, nullptr));
    png.resize(size);
    return png;
}

std::string encode_jpeg(const Rgb& image, int quality) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = static_cast<JDIMENSION>(image.width);
    jpeg.image_height = static_cast<JDIMENSION>(image.height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg); // with colour at half resolution, as phones write it
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto* row = const_cast<JSAMPLE*>(image.at(0, static_cast<int>(jpeg.next_scanline)));
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string file(reinterpret_cast<const char*>(bytes), size);
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);
    return file;
}

} // namespace temsao::photos
