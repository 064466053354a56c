// The one user of libjpeg-turbo and libexif. Both are handed memory, never files.
#include "decode/formats.h"
#include "decode/whole.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <jerror.h>
#include <jpeglib.h>
#include <libexif/exif-data.h>
#include <memory>

namespace temsao::decode {
namespace {

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

// A broken file warns at every block; past this it is rubbish.
void count_warning(j_common_ptr jpeg, int level) {
    if (level < 0 && ++jpeg->err->num_warnings > 1000) give_up(jpeg);
}

// A progressive file may repaint the whole picture with every few bytes; honest ones do so about ten times.
void limit_scans(j_common_ptr jpeg) {
    if (reinterpret_cast<jpeg_decompress_struct*>(jpeg)->input_scan_number <= 100) return;
    auto* trouble = reinterpret_cast<Trouble*>(jpeg->err);
    std::snprintf(trouble->words, sizeof trouble->words, "more than 100 scans");
    std::longjmp(trouble->way_out, 1);
}

int orientation_of(std::string_view bytes) {
    const std::unique_ptr<ExifData, decltype(&exif_data_unref)> exif(
        exif_data_new_from_data(reinterpret_cast<const unsigned char*>(bytes.data()),
                                static_cast<unsigned>(bytes.size())),
        exif_data_unref);
    if (!exif) return 1;
    const auto* entry = exif_content_get_entry(exif->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->components != 1 || entry->size < 2) return 1;
    const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(exif.get()));
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

// A picture to be drawn has to be whole: the first warning ends it.
void take_no_warning(j_common_ptr jpeg, int level) {
    if (level < 0) give_up(jpeg);
}

// What goes wrong here and later goes to `way_out`.
void open(jpeg_decompress_struct& jpeg,
          Trouble& trouble,
          std::string_view bytes,
          void (*on_warning)(j_common_ptr, int) = count_warning) {
    jpeg.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = give_up;
    trouble.manager.emit_message = on_warning;
    jpeg_create_decompress(&jpeg);
    jpeg.progress = &trouble.progress;
    trouble.progress.progress_monitor = limit_scans;
    jpeg.mem->max_memory_to_use = 512l << 20;
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
}

enum class End { whole, too_large, broken };

bool has_four_inks(const jpeg_decompress_struct& jpeg) {
    return jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
}

// Four inks to grey, near enough to read modules by: paper white, less what each ink takes. Adobe's programs write the
// amounts the other way round and say so by their marker (libjpeg.txt, "Special color spaces").
std::uint8_t grey_of_inks(const std::uint8_t* inks, bool is_inverted) {
    const auto paper = [&](int i) { return is_inverted ? inks[i] : 255 - inks[i]; };
    const int light = (299 * paper(0) + 587 * paper(1) + 114 * paper(2)) / 1000;
    return static_cast<std::uint8_t>(light * paper(3) / 255);
}

// Plain C between setjmp and longjmp: nothing with a destructor is made here; `photo` and `row` belong to the caller.
End decode(jpeg_decompress_struct& jpeg,
           Trouble& trouble,
           std::string_view bytes,
           photo::Photo& photo,
           std::vector<std::uint8_t>& row_of_inks) {
    if (setjmp(trouble.way_out)) return End::broken;
    open(jpeg, trouble, bytes);
    photo.width = static_cast<int>(jpeg.image_width);
    photo.height = static_cast<int>(jpeg.image_height);
    if (std::int64_t{photo.width} * photo.height > most_photo_pixels) return End::too_large;
    if (jpeg.saw_JFIF_marker && jpeg.density_unit != 0 && jpeg.X_density > 1)
        photo.dpi = jpeg.density_unit == 1 ? jpeg.X_density : jpeg.X_density * 2.54;
    const bool four_inks = has_four_inks(jpeg);
    jpeg.out_color_space = four_inks ? JCS_CMYK : JCS_GRAYSCALE;
    if (four_inks) row_of_inks.resize(static_cast<std::size_t>(photo.width) * 4);
    jpeg_start_decompress(&jpeg);
    photo.grey.assign(static_cast<std::size_t>(photo.width) * static_cast<std::size_t>(photo.height), 128);
    while (jpeg.output_scanline < jpeg.output_height) {
        auto* row =
            photo.grey.data() + static_cast<std::size_t>(jpeg.output_scanline) * static_cast<std::size_t>(photo.width);
        auto* to = four_inks ? row_of_inks.data() : row;
        jpeg_read_scanlines(&jpeg, &to, 1);
        for (int x = 0; four_inks && x < photo.width; ++x)
            row[x] = grey_of_inks(row_of_inks.data() + std::ptrdiff_t{4} * x, jpeg.saw_Adobe_marker != 0);
    }
    photo.is_truncated = trouble.manager.num_warnings > 0;
    return End::whole;
}

// As above; `row` and what `colours` holds belong to the caller too. Rows below the box are not decoded.
bool decode_part(jpeg_decompress_struct& jpeg,
                 Trouble& trouble,
                 std::string_view bytes,
                 const photo::PixelBox& box,
                 photo::Colours& colours,
                 std::vector<std::uint8_t>& row) {
    if (setjmp(trouble.way_out)) return false;
    open(jpeg, trouble, bytes);
    if (std::int64_t{jpeg.image_width} * jpeg.image_height > most_photo_pixels) return false;
    if (jpeg.jpeg_color_space != JCS_YCbCr && jpeg.jpeg_color_space != JCS_RGB) return false;
    jpeg.out_color_space = JCS_RGB;
    jpeg.scale_num = 1;
    jpeg.scale_denom = static_cast<unsigned>(colours.shrink);
    jpeg_start_decompress(&jpeg);
    if (!place_box(colours, box, static_cast<int>(jpeg.output_width), static_cast<int>(jpeg.output_height)))
        return false;
    row.resize(std::size_t{jpeg.output_width} * 3);
    for (int y = 0; y < colours.top + colours.height; ++y) {
        auto* first = row.data();
        jpeg_read_scanlines(&jpeg, &first, 1);
        take_row(colours, y, row.data());
    }
    return true;
}

// As above.
Refused decode_whole(jpeg_decompress_struct& jpeg,
                     Trouble& trouble,
                     std::string_view bytes,
                     std::int64_t most_pixels,
                     InColour& picture) {
    if (setjmp(trouble.way_out)) return Refused::damaged;
    open(jpeg, trouble, bytes, take_no_warning);
    picture.width = static_cast<int>(jpeg.image_width);
    picture.height = static_cast<int>(jpeg.image_height);
    if (std::int64_t{picture.width} * picture.height > most_pixels) return Refused::too_large;
    if (has_four_inks(jpeg)) return Refused::four_inks;
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
    return Refused::no;
}

} // namespace

Decoded jpeg_in_colour(std::string_view bytes, std::int64_t most_pixels) {
    Decoded made;
    jpeg_decompress_struct jpeg{};
    Trouble trouble{};
    made.refused = decode_whole(jpeg, trouble, bytes, most_pixels, made.picture);
    jpeg_destroy_decompress(&jpeg);
    if (made.refused == Refused::damaged) made.why = trouble.words;
    return made;
}

Result<photo::Photo> decode_jpeg(std::string_view bytes, std::string_view name) {
    photo::Photo photo;
    std::vector<std::uint8_t> row_of_inks;
    jpeg_decompress_struct jpeg{};
    Trouble trouble{};
    const auto end = decode(jpeg, trouble, bytes, photo, row_of_inks);
    jpeg_destroy_decompress(&jpeg);
    if (end == End::broken) return error(Cause::data, "photo.broken", {std::string(name), trouble.words});
    if (end == End::too_large) return check_pixels(photo.width, photo.height, name).error();
    photo.exif_orientation = orientation_of(bytes);
    return photo;
}

std::optional<photo::Colours> jpeg_colours(std::string_view bytes, const photo::PixelBox& box, int shrink) {
    photo::Colours colours;
    colours.shrink = shrink >= 8 ? 8 : shrink >= 4 ? 4 : shrink >= 2 ? 2 : 1;
    std::vector<std::uint8_t> row;
    jpeg_decompress_struct jpeg{};
    Trouble trouble{};
    const bool is_whole = decode_part(jpeg, trouble, bytes, box, colours, row);
    jpeg_destroy_decompress(&jpeg);
    return is_whole ? std::optional(std::move(colours)) : std::nullopt;
}

// Apart from what the destructors here need, since an error jumps past it.
static bool compress(jpeg_compress_struct& jpeg,
                     Trouble& trouble,
                     const photo::Colours& picture,
                     int quality,
                     unsigned char*& bytes,
                     unsigned long& size) {
    jpeg.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = give_up;
    if (setjmp(trouble.way_out) != 0) return false;
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = static_cast<JDIMENSION>(picture.width);
    jpeg.image_height = static_cast<JDIMENSION>(picture.height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto* row = const_cast<unsigned char*>(picture.rgb.data()) +
                    3 * static_cast<std::size_t>(picture.width) * jpeg.next_scanline;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    return true;
}

std::string jpeg_of(const photo::Colours& picture, int quality) {
    if (picture.width <= 0 || picture.height <= 0) return "";
    jpeg_compress_struct jpeg{};
    Trouble trouble{};
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const bool is_whole = compress(jpeg, trouble, picture, quality, bytes, size);
    jpeg_destroy_compress(&jpeg);
    std::string file;
    if (is_whole) file.assign(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    return file;
}

} // namespace temsao::decode
