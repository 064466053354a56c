// What a person may read from src/decode; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"pdf.broken",
     "Không đọc được PDF {0}; hãy mở bằng trình xem PDF và in lại ra tệp mới.",
     "PDF {0} cannot be read; open it in a viewer and print it to a new file."},
    {"pdf.no_poppler",
     "Không đọc được {0}: máy chưa có pdfinfo và pdftoppm; hãy cài gói poppler-utils.",
     "Cannot read {0}: pdfinfo and pdftoppm are not installed; install the package poppler-utils."},
    {"pdf.password",
     "PDF {0} có mật khẩu; hãy bỏ mật khẩu rồi kiểm tra lại.",
     "PDF {0} is protected by a password; remove it and check again."},
    {"pdf.too_many_pages",
     "PDF {0} có {1} trang, mức cho phép là {2}; hãy chia nhỏ.",
     "PDF {0} has {1} pages, the limit is {2}; split it."},
    {"pdf.too_slow",
     "PDF {0} cần hơn {1} giây cho một trang; hãy mở bằng trình xem PDF và lưu trang cần kiểm tra thành ảnh.",
     "PDF {0} takes more than {1} seconds for a page; open it in a viewer and save the page to be checked as a "
     "picture."},
    {"photo.animation",
     "{0} là ảnh động; hãy lưu một hình của nó thành ảnh JPEG.",
     "{0} is an animation; save one picture of it as a JPEG photo."},
    {"photo.broken",
     "Ảnh {0} bị hỏng ({1}); hãy chụp hoặc sao chép lại.",
     "Photo {0} is broken ({1}); take or copy it again."},
    {"photo.empty",
     "Tệp {0} trống; hãy chép lại từ máy chụp.",
     "The file {0} is empty; copy it again from the camera."},
    {"photo.no_vips",
     "Không đọc được {0}: máy chưa có vips và vipsheader; hãy cài gói libvips-tools.",
     "Cannot read {0}: vips and vipsheader are not installed; install the package libvips-tools."},
    {"photo.too_many_pages",
     "Ảnh {0} có {1} trang, mức cho phép là {2}; hãy chia nhỏ.",
     "Photo {0} has {1} {1|page|pages}, the limit is {2}; split it."},
    {"photo.too_many_pixels",
     "Ảnh {0} rộng {1} × {2} điểm, mức cho phép là {3} megapixel; hãy thu nhỏ.",
     "Photo {0} has {1} × {2} pixels, the limit is {3} megapixels; make it smaller."},
    {"photo.too_slow",
     "Ảnh {0} cần hơn {1} giây để mở; hãy lưu lại thành ảnh JPEG.",
     "Photo {0} takes more than {1} seconds to open; save it as a JPEG photo."},
    {"photo.unknown",
     "{0} không phải ảnh (JPEG, PNG, WebP, HEIC, AVIF, TIFF) hay tệp PDF; hãy lưu lại thành ảnh JPEG.",
     "{0} is not a photo (JPEG, PNG, WebP, HEIC, AVIF, TIFF) or a PDF file; save it as a JPEG photo."},
};

} // namespace

extern constinit const Table decode{rows};

} // namespace temsao::sentences
