// libpng's simplified interface, and libjpeg-turbo: both are handed memory, never files.
#include "render/picture_file.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <jpeglib.h>
#include <png.h>

namespace temsao::render {
namespace {

using label::Picture;

Outcome check_pixels(std::int64_t width, std::int64_t height, const std::string& href) {
    if (width * height <= most_picture_pixels) return done;
    return error(Cause::data,
                 "template.picture_large",
                 {href,
                  std::to_string(width) + " × " + std::to_string(height),
                  std::to_string(most_picture_pixels / 1'000'000)});
}

Error broken(const std::string& href, const char* why) {
    return error(Cause::data, "template.picture_broken", {href, why});
}

Outcome decode_png(std::string_view bytes, const std::string& href, Picture& picture) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;

    struct Free {
        png_image* image;

        ~Free() { png_image_free(image); }
    } free{&image};

    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return broken(href, image.message);
    TRY(check_pixels(image.width, image.height, href));
    picture.samples = (image.format & PNG_FORMAT_FLAG_COLOR) != 0 ? 3 : 1;
    image.format = picture.samples == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    picture.width = static_cast<int>(image.width);
    picture.height = static_cast<int>(image.height);
    picture.bytes.assign(PNG_IMAGE_SIZE(image), 255);
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, picture.bytes.data(), 0, nullptr)) return broken(href, image.message);
    return done;
}

struct Trouble {
    jpeg_error_mgr manager; // first, so that libjpeg's pointer is ours
    jpeg_progress_mgr progress;
    std::jmp_buf way_out;
    char words[JMSG_LENGTH_MAX];
};

[[noreturn]] void give_up(j_common_ptr jpeg) {
    auto* trouble = reinterpret_cast<Trouble*>(jpeg->err);
    jpeg->err->format_message(jpeg, trouble->words);
    std::longjmp(trouble->way_out, 1);
}

// A damaged picture is no picture for a label: the first warning ends it.
void take_no_warning(j_common_ptr jpeg, int level) {
    if (level < 0) give_up(jpeg);
}

// A progressive file may repaint the whole picture with every few bytes; honest ones do so about ten times.
void limit_scans(j_common_ptr jpeg) {
    if (reinterpret_cast<jpeg_decompress_struct*>(jpeg)->input_scan_number <= 100) return;
    auto* trouble = reinterpret_cast<Trouble*>(jpeg->err);
    std::snprintf(trouble->words, sizeof trouble->words, "more than 100 scans");
    std::longjmp(trouble->way_out, 1);
}

enum class End { whole, large, four_inks, broken };

// Plain C between setjmp and longjmp: nothing with a destructor is made here; `picture` belongs to the caller.
End decode(jpeg_decompress_struct& jpeg, Trouble& trouble, std::string_view bytes, Picture& picture) {
    jpeg.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = give_up;
    trouble.manager.emit_message = take_no_warning;
    if (setjmp(trouble.way_out)) return End::broken;
    jpeg_create_decompress(&jpeg);
    jpeg.progress = &trouble.progress;
    trouble.progress.progress_monitor = limit_scans;
    jpeg.mem->max_memory_to_use = 64l << 20;
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    picture.width = static_cast<int>(jpeg.image_width);
    picture.height = static_cast<int>(jpeg.image_height);
    if (std::int64_t{picture.width} * picture.height > most_picture_pixels) return End::large;
    if (jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK) return End::four_inks;
    picture.samples = jpeg.jpeg_color_space == JCS_GRAYSCALE ? 1 : 3;
    jpeg.out_color_space = picture.samples == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_start_decompress(&jpeg);
    const auto row_bytes = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.samples);
    picture.bytes.assign(row_bytes * static_cast<std::size_t>(picture.height), 255);
    while (jpeg.output_scanline < jpeg.output_height) {
        auto* row = picture.bytes.data() + row_bytes * jpeg.output_scanline;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    return End::whole;
}

Outcome decode_jpeg(std::string_view bytes, const std::string& href, Picture& picture) {
    jpeg_decompress_struct jpeg{};
    Trouble trouble{};
    const auto end = decode(jpeg, trouble, bytes, picture);
    jpeg_destroy_decompress(&jpeg);
    switch (end) {
    case End::whole: return done;
    case End::large: return check_pixels(picture.width, picture.height, href);
    case End::four_inks: return error(Cause::data, "template.picture_kind", {href});
    case End::broken: break;
    }
    return broken(href, trouble.words);
}

// A picture of three equal samples everywhere is grey, and prints in black alone.
void take_out_colour(Picture& picture) {
    if (picture.samples != 3) return;
    for (std::size_t i = 0; i < picture.bytes.size(); i += 3)
        if (picture.bytes[i] != picture.bytes[i + 1] || picture.bytes[i] != picture.bytes[i + 2]) return;
    for (std::size_t i = 0; 3 * i < picture.bytes.size(); ++i)
        picture.bytes[i] = picture.bytes[3 * i];
    picture.bytes.resize(picture.bytes.size() / 3);
    picture.samples = 1;
}

std::string id_of(const Picture& picture) {
    std::uint64_t hash = 14695981039346656037ull; // FNV-1a
    const auto take = [&](std::uint64_t value) { hash = (hash ^ value) * 1099511628211ull; };
    take(static_cast<std::uint64_t>(picture.width));
    take(static_cast<std::uint64_t>(picture.samples));
    for (const auto sample : picture.bytes)
        take(sample);
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

} // namespace

Result<std::shared_ptr<const label::Picture>> decode_picture(std::string_view bytes, const std::string& href) {
    auto picture = std::make_shared<Picture>();
    const bool is_png = bytes.starts_with("\x89PNG\r\n\x1a\n"), is_jpeg = bytes.starts_with("\xff\xd8\xff");
    if (!is_png && !is_jpeg) return error(Cause::data, "template.picture_kind", {href});
    TRY(is_png ? decode_png(bytes, href, *picture) : decode_jpeg(bytes, href, *picture));
    take_out_colour(*picture);
    picture->id = id_of(*picture);
    return std::shared_ptr<const Picture>(std::move(picture));
}

} // namespace temsao::render
