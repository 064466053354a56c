// What a person may read from src/system; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"file.dash",
     "“-” không phải tên tệp ở đây; hãy nêu tên tệp, hoặc /dev/stdout để ghi ra đầu ra chuẩn.",
     "“-” does not name a file here; name one, or /dev/stdout to write to standard output."},
    {"file.folder_missing",
     "Không ghi được {0}: chưa có thư mục {1}; hãy tạo thư mục đó hoặc chọn nơi khác.",
     "Cannot write {0}: there is no folder {1}; create it or choose another place."},
    {"file.foreign_link",
     "{0} là liên kết do người khác tạo; hãy ghi ra tên khác.",
     "{0} is a link that somebody else made; write to another name."},
    {"file.is_folder", "{0} là thư mục; hãy nêu tên một tệp.", "{0} is a folder; name a file."},
    {"file.locked",
     "Một lệnh temsao khác đang dùng {0}; hãy đợi lệnh đó xong rồi chạy lại.",
     "Another temsao is using {0}; wait until it is done and run this again."},
    {"file.missing",
     "Không có tệp {0}; hãy kiểm tra tên và thư mục.",
     "There is no file {0}; check the name and the folder."},
    {"file.not_synced",
     "Đã ghi tệp vào {0}, nhưng đĩa chưa xác nhận: {1}; hãy kiểm tra đĩa rồi chạy lại.",
     "Files were written into {0}, but the disk did not confirm it: {1}; check the disk and run this again."},
    {"file.too_large",
     "Tệp {0} lớn hơn mức cho phép {1} MB; hãy chia nhỏ tệp.",
     "File {0} is larger than the limit of {1} MB; split it."},
    {"file.unreadable",
     "Không đọc được {0}: {1}; hãy kiểm tra quyền truy cập.",
     "Cannot read {0}: {1}; check the permissions."},
    {"file.unwritable",
     "Không ghi được {0}: {1}; không có gì bị thay đổi, hãy kiểm tra quyền ghi và chỗ trống trên đĩa.",
     "Cannot write {0}: {1}; nothing was changed. Check the permissions and the space on the disk."},
};

} // namespace

extern constinit const Table system{rows};

} // namespace temsao::sentences
