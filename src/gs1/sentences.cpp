// What a person may read from src/gs1; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"CHECKDIGIT",
     "Số kiểm tra của {0} sai: đang là {1}, đúng ra phải là {2}; hãy so lại với mã gốc.",
     "The check digit of {0} is wrong: it is {1} and should be {2}; compare it with the original number."},
    {"SYNTAX_CHARACTER",
     "Giá trị của ({0}) có ký tự không được phép ở vị trí {1}; hãy chỉ dùng chữ không dấu, chữ số và các dấu mà GS1 "
     "cho phép.",
     "The value of ({0}) has a character that is not allowed at place {1}; use unaccented letters, digits and the "
     "signs that GS1 allows."},
    {"SYNTAX_COUNTRY",
     "Giá trị của ({0}) có “{1}”, không phải mã nước theo ISO 3166; Việt Nam là 704.",
     "The value of ({0}) has “{1}”, which is no country code of ISO 3166; Viet Nam is 704."},
    {"SYNTAX_DATE",
     "Giá trị của ({0}) có “{1}”, không phải một ngày có thật; hãy viết năm, tháng, ngày, mỗi phần hai chữ số.",
     "The value of ({0}) has “{1}”, which is no real day; write year, month and day, two digits each."},
    {"SYNTAX_DUPLICATE_AI", "Mã ({0}) xuất hiện hai lần; chỉ giữ lại một.", "({0}) stands twice; keep one."},
    {"SYNTAX_ELEMENT_STRING",
     "Không đọc được chuỗi GS1 từ vị trí {0}; ở đó phải là một mã nhận dạng ứng dụng như (01).",
     "The GS1 element string cannot be read from place {0} on; an application identifier such as (01) must stand "
     "there."},
    {"SYNTAX_EMPTY_VALUE",
     "Mã ({0}) không có giá trị; hãy ghi giá trị hoặc bỏ mã này.",
     "({0}) has no value; give one or leave it out."},
    {"SYNTAX_EXCLUDES",
     "Mã ({0}) không được đi cùng ({1}); hãy bỏ một trong hai.",
     "({0}) must not stand beside ({1}); leave one of them out."},
    {"SYNTAX_HOST",
     "Tên máy chủ trong đường dẫn không hợp lệ ở chỗ “{0}”; sau https:// phải là một tên miền.",
     "The host of the address is not valid at “{0}”; a domain name must follow https://."},
    {"SYNTAX_IN_PATH",
     "Mã ({0}) phải nằm trong phần đường dẫn, không nằm sau dấu ?.",
     "({0}) belongs in the path, not after the ?."},
    {"SYNTAX_LENGTH",
     "Giá trị của ({0}) dài {1} ký tự; phải từ {2} đến {3}.",
     "The value of ({0}) has {1} {1|character|characters}; it must have {2} to {3}."},
    {"SYNTAX_NEEDS", "Mã ({0}) phải đi cùng một trong các mã: {1}.", "({0}) needs one of these beside it: {1}."},
    {"SYNTAX_NOT_ATTRIBUTE", "Mã ({0}) không được đứng sau dấu ?.", "({0}) must not stand after the ?."},
    {"SYNTAX_NO_KEY",
     "Đường dẫn không có mã định danh nào của GS1, chẳng hạn /01/ và 14 chữ số.",
     "The address has none of GS1's keys, such as /01/ and 14 digits."},
    {"SYNTAX_NO_PATH",
     "Địa chỉ chỉ có tên máy chủ; sau đó phải là đường dẫn như /01/ và 14 chữ số.",
     "The address has a host and nothing more; a path such as /01/ and 14 digits must follow."},
    {"SYNTAX_NUL",
     "Giá trị của ({0}) chứa ký tự rỗng %00; mã này không dùng được.",
     "The value of ({0}) contains the empty character %00; this code cannot be used."},
    {"SYNTAX_PATH_ORDER",
     "Các mã sau ({0}) sai thứ tự; thứ tự được phép là {1}.",
     "What follows ({0}) is out of order; the order allowed is {1}."},
    {"SYNTAX_SCHEME",
     "Nội dung không bắt đầu bằng https://; đây không phải là mã truy vết.",
     "The text does not begin with https://; it is no trace code."},
    {"SYNTAX_TIME",
     "Giá trị của ({0}) có “{1}”, không phải giờ có thật; giờ từ 00 đến 23, phút và giây từ 00 đến 59.",
     "The value of ({0}) has “{1}”, which is no time of day; hours go from 00 to 23, minutes and seconds from 00 to "
     "59."},
    {"SYNTAX_TOO_LONG", "Nội dung dài {0} byte; tối đa là {1}.", "The text has {0} bytes; at most {1} are allowed."},
    {"SYNTAX_TRAILING_SLASH",
     "Đường dẫn kết thúc bằng dấu /; hãy bỏ dấu đó.",
     "The path ends in a slash; leave it out."},
    {"SYNTAX_UNKNOWN_AI",
     "GS1 không có mã ({0}); hãy kiểm tra lại hoặc bỏ đi.",
     "GS1 has no ({0}); check it or leave it out."},
    {"SYNTAX_UNPADDED_GTIN",
     "GTIN được viết là {0}; chuẩn GS1 yêu cầu đủ 14 chữ số: {1}.",
     "The GTIN is written {0}; GS1 wants 14 digits: {1}."},
    {"SYNTAX_URI_CHARACTER",
     "Ký tự ở vị trí {0} không được dùng trong địa chỉ; hãy mã hoá nó thành %XX.",
     "The character at place {0} is not allowed in an address; write it as %XX."},
    {"SYNTAX_VALUE",
     "Giá trị của ({0}) có “{1}”, không nằm trong các giá trị được phép.",
     "The value of ({0}) has “{1}”, which is none of those allowed."},
    {"gtin.check_digit",
     "Số kiểm tra của GTIN {0} sai: đang là {1}, đúng ra phải là {2}; hãy so lại với giấy cấp mã.",
     "The check digit of GTIN {0} is wrong: it is {1} and should be {2}; compare it with the licence."},
    {"gtin.length",
     "GTIN “{0}” có {1} chữ số; GTIN phải có 8, 12, 13 hoặc 14 chữ số.",
     "GTIN “{0}” has {1} {1|digit|digits}; a GTIN has 8, 12, 13 or 14."},
    {"gtin.not_digits",
     "GTIN “{0}” có ký tự không phải chữ số ở vị trí {1}; hãy chỉ ghi chữ số.",
     "GTIN “{0}” has something other than a digit at place {1}; write digits only."},
};

} // namespace

extern constinit const Table gs1{rows};

} // namespace temsao::sentences
