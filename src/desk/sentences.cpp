// What a person may read from src/desk; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"account.added", "Đã thêm tài khoản {0} với vai trò {1}.", "Account {0} was added with the role {1}."},
    {"account.changed",
     "Đã đổi mật khẩu của {0}; các phiên đang mở của tài khoản này đã kết thúc.",
     "The password of {0} was changed; its open sessions have ended."},
    {"account.common",
     "Mật khẩu này quá dễ đoán (dãy phím, từ thông dụng, tên tài khoản); hãy ghép vài từ không liên quan với nhau.",
     "This password is too easy to guess (a run of keys, common words, the account's name); put a few unrelated words "
     "together."},
    {"account.exists",
     "Đã có tài khoản {0}; hãy chọn tên khác, hoặc bỏ tài khoản cũ trước.",
     "There is already an account {0}; choose another name, or remove that one first."},
    {"account.memory",
     "Không đủ bộ nhớ để xử lý mật khẩu; hãy đóng bớt chương trình rồi thử lại.",
     "There is not enough memory to process the password; close some programs and try again."},
    {"account.name",
     "“{0}” không dùng làm tên tài khoản được; hãy dùng 2 đến 40 ký tự a-z, 0-9, dấu chấm, gạch nối.",
     "“{0}” cannot be an account's name; use 2 to 40 of a-z, 0-9, dot and hyphen."},
    {"account.none",
     "Không có tài khoản {0}; xem temsao account list.",
     "There is no account {0}; see temsao account list."},
    {"account.passphrase",
     "Mật khẩu phải có ít nhất {0} ký tự; vài từ ghép lại là dễ nhớ nhất.",
     "The password needs at least {0} {0|character|characters}; a few words in a row are easiest to remember."},
    {"account.producer",
     "Tài khoản producer cần --producer ghi tên chủ thể như trong danh sách; vai trò khác thì không.",
     "An account with the role producer needs --producer with the name on the list; the other roles do not."},
    {"account.removed", "Đã bỏ tài khoản {0}.", "Account {0} was removed."},
    {"account.role",
     "Không có vai trò {0}; hãy dùng producer, inspector, office hoặc admin.",
     "There is no role {0}; use producer, inspector, office or admin."},
};

} // namespace

extern constinit const Table desk{rows};

} // namespace temsao::sentences
