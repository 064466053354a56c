// Every sentence that a person may read from temsao, Vietnamese and English side by side. Facts are {0}, {1} …
// An error says which, where and what now. Never "hàng giả" or "hàng thật": say only what was compared.
// Keep each section sorted by id; tests/base/sentences.cpp checks that both languages use the same facts and that every
// id named in src/ stands here.
#include "base/check.h"
#include "base/message.h"
#include "base/text.h"

#include <unordered_map>

namespace temsao {
namespace {

struct Sentence {
    std::string_view id, vi, en;
};

constexpr Sentence sentences[] = {
    // base ------------------------------------------------------------------------------------------------------
    {"date.not_iso",
     "“{0}” không phải là ngày; hãy viết năm-tháng-ngày, ví dụ 2026-11-24.",
     "“{0}” is not a date; write year-month-day, for example 2026-11-24."},
    {"file.folder_missing",
     "Không ghi được {0}: chưa có thư mục {1}; hãy tạo thư mục đó hoặc chọn nơi khác.",
     "Cannot write {0}: there is no folder {1}; create it or choose another place."},
    {"file.is_folder", "{0} là thư mục; hãy nêu tên một tệp.", "{0} is a folder; name a file."},
    {"file.missing",
     "Không có tệp {0}; hãy kiểm tra tên và thư mục.",
     "There is no file {0}; check the name and the folder."},
    {"file.too_large",
     "Tệp {0} lớn hơn mức cho phép {1} MB; hãy chia nhỏ tệp.",
     "File {0} is larger than the limit of {1} MB; split it."},
    {"file.unreadable",
     "Không đọc được {0}: {1}; hãy kiểm tra quyền truy cập.",
     "Cannot read {0}: {1}; check the permissions."},
    {"file.unwritable",
     "Không ghi được {0}: {1}; không có gì bị thay đổi.",
     "Cannot write {0}: {1}; nothing was changed."},

    // gs1 -------------------------------------------------------------------------------------------------------
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
     "The value of ({0}) has {1} characters; it must have {2} to {3}."},
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
     "GTIN “{0}” has {1} digits; a GTIN has 8, 12, 13 or 14."},
    {"gtin.not_digits",
     "GTIN “{0}” có ký tự không phải chữ số ở vị trí {1}; hãy chỉ ghi chữ số.",
     "GTIN “{0}” has something other than a digit at place {1}; write digits only."},

    // trace -----------------------------------------------------------------------------------------------------
    {"HOST_SUSPICIOUS",
     "Địa chỉ {0} có dấu hiệu đáng ngờ: {1}. Đừng mở; hãy hỏi nơi bán mã này từ đâu ra.",
     "The address {0} has something suspicious about it: {1}. Do not open it; ask the seller where this code comes "
     "from."},
    {"HOST_UNKNOWN",
     "Chưa rõ ai vận hành {0}; không phải lỗi, nhưng hãy hỏi nhà sản xuất có dùng dịch vụ này không.",
     "It is not known who runs {0}; that is no fault, but ask the producer whether they use this service."},
    {"SIG_ABSENT",
     "Mã này không có chữ ký; điều đó không phải là lỗi.",
     "This code carries no signature; that is no fault."},
    {"SIG_BAD",
     "Chữ ký trong mã không khớp với nội dung; hãy coi thông tin trong mã là không có nguồn và hỏi nhà sản xuất.",
     "The signature in the code does not match its content; treat what it says as coming from nowhere and ask the "
     "producer."},
    {"SIG_BUNDLE_STALE",
     "Danh sách đã ký có từ ngày {0}, cách đây {1} ngày; hãy tải bản mới trước khi kết luận.",
     "The signed list is of {0}, {1} days old; fetch a new one before you conclude."},
    {"SIG_KEY_REVOKED",
     "Khoá {0} đã bị thu hồi từ ngày {1} (lý do: {2}); chữ ký này không còn chứng minh được gì, hãy kiểm tra bằng cách "
     "khác.",
     "Key {0} was revoked on {1} (reason: {2}); this signature proves nothing any more, check by other means."},
    {"SIG_KEY_UNKNOWN",
     "Không có khoá {0} trong danh sách đã ký; có thể danh sách đã cũ hoặc nhà sản xuất thuộc tỉnh khác.",
     "Key {0} is not in the signed list; the list may be old, or the producer of another province."},
    {"SIG_OK",
     "Dữ liệu trong mã do {1} ký (khoá {0}) và không bị sửa; chữ ký không chứng minh gói hàng này là gói được dán mã.",
     "What the code says was signed by {1} (key {0}) and not altered; a signature does not prove that this pack is the "
     "one it was put on."},
    {"SIG_OUT_OF_SCOPE",
     "Khoá của {0} không được ký cho sản phẩm {1}, ngày sản xuất {2}; hãy hỏi nơi cấp danh sách.",
     "The key of {0} may not sign for product {1}, produced {2}; ask whoever publishes the list."},
    {"SYNTAX_DATES",
     "Mã ghi hạn sử dụng {1} không sau ngày sản xuất {0}; hãy so với ngày in trên nhãn.",
     "The code gives expiry {1}, which is not after production {0}; compare with the dates printed on the label."},
    {"SYNTAX_INTERNAL",
     "Mã nội bộ sai ở chỗ “{0}”; dạng đúng là /sp/MÃ/lo/LÔ/sr/SÊ-RI.",
     "The internal code is wrong at “{0}”; its form is /sp/CODE/lo/LOT/sr/SERIAL."},
    {"SYNTAX_NOT_GOODS",
     "Mã GS1 này định danh bằng ({0}), không phải hàng hoá; mã trên nhãn phải có (01).",
     "This GS1 code is keyed by ({0}), which is no article; a label's code has (01)."},
    {"TRACE_TOO_THIN",
     "Mã không có số lô lẫn số sê-ri, nên chỉ cho biết loại sản phẩm, không truy được lô hàng.",
     "The code has neither lot nor serial, so that it names the kind of product but cannot trace the batch."},
    {"bundle.form",
     "Tệp này không phải danh sách đã ký, hoặc bị cắt mất một phần; hãy sao chép lại.",
     "This file is no signed list, or part of it is missing; copy it again."},
    {"bundle.province",
     "Tên tỉnh “{0}” không ghi được vào danh sách; hãy viết trên một dòng, tối đa 200 byte.",
     "The province's name “{0}” cannot be written into the list; use one line, at most 200 bytes."},
    {"bundle.rollback",
     "Danh sách này (số {0}, ngày {1}) không mới hơn danh sách đang dùng (số {2}, ngày {3}); giữ nguyên danh sách đang "
     "dùng.",
     "This list (number {0}, of {1}) is no newer than the one in use (number {2}, of {3}); the one in use stays."},
    {"bundle.too_large",
     "Danh sách lớn hơn mức cho phép {0} MB; hãy chia theo tỉnh.",
     "The list is larger than the limit of {0} MB; split it by province."},
    {"bundle.version",
     "Danh sách này do phiên bản mới hơn của temsao tạo ra; hãy cập nhật chương trình.",
     "This list was made by a newer temsao; update the program."},
    {"certificate.field",
     "Không ghi được “{0}” vào chứng thư khoá; hãy viết trên một dòng, mã sản phẩm gồm A-Z, 0-9, và ngày hết hạn không "
     "trước ngày bắt đầu.",
     "“{0}” cannot be written into a key certificate; use one line, product codes of A-Z and 0-9, and an end that is "
     "not before the start."},
    {"certificate.form",
     "Chứng thư khoá không đúng dạng: {0}; hãy lấy lại danh sách từ nơi phát hành.",
     "A key certificate is malformed: {0}; fetch the list again from its publisher."},
    {"certificate.signature",
     "Chứng thư khoá không do khoá gốc này ký: {0}; đừng dùng, hãy hỏi nơi phát hành.",
     "A key certificate is not signed by this root key: {0}; do not use it, ask its publisher."},
    {"key.exists",
     "Đã có tệp {0}; khoá cũ không bị ghi đè, hãy chọn tên khác.",
     "There is a file {0} already; an old key is never overwritten, choose another name."},
    {"key.file",
     "{0} không phải tệp khoá, hoặc đã bị sửa; hãy dùng bản sao lưu.",
     "{0} is no key file, or was altered; use your backup."},
    {"key.memory",
     "Không đủ bộ nhớ để mở khoá (cần {0} MB); hãy đóng bớt chương trình.",
     "There is too little memory for the key ({0} MB are needed); close other programs."},
    {"key.open",
     "Người khác đọc được tệp khoá {0}; hãy chạy chmod 600 rồi thử lại.",
     "Others can read the key file {0}; run chmod 600 and try again."},
    {"key.passphrase",
     "Mật khẩu của tệp khoá {0} không đúng; hãy nhập lại.",
     "The passphrase of key file {0} is wrong; enter it again."},
    {"key.passphrase_short",
     "Mật khẩu quá ngắn; hãy dùng ít nhất {0} ký tự.",
     "The passphrase is too short; use at least {0} characters."},
    {"key.unsound",
     "“{0}” không phải khoá công khai dùng được; hãy sao chép lại từ nơi phát hành.",
     "“{0}” is no usable public key; copy it again from its owner."},
    {"minisign.bad",
     "Chữ ký không khớp với tệp; tệp đã bị sửa hoặc sao chép hỏng, hãy lấy lại.",
     "The signature does not match the file; it was altered or badly copied, fetch it again."},
    {"minisign.form",
     "Đây không phải tệp chữ ký minisign; hãy lấy lại tệp.",
     "This is no minisign signature file; fetch it again."},
    {"minisign.key",
     "Đây không phải tệp khoá công khai minisign; hãy lấy lại tệp.",
     "This is no minisign public key file; fetch it again."},
    {"minisign.other_key",
     "Tệp do khoá khác ký ({0}); hãy kiểm tra xem có đúng là của tỉnh này không.",
     "The file is signed by another key ({0}); check that it is this province's."},
    {"revocation.field",
     "Không ghi được “{0}” vào danh sách thu hồi; hãy viết trên một dòng.",
     "“{0}” cannot be written into the list of revocations; use one line."},
    {"revocation.form",
     "Một dòng thu hồi không đúng dạng: {0}; hãy lấy lại danh sách từ nơi phát hành.",
     "A line of the revocations is malformed: {0}; fetch the list again from its publisher."},
    {"trace.code",
     "Mã nội bộ “{0}” không dùng được; hãy dùng 3 đến 20 ký tự gồm A-Z, 0-9 và dấu gạch nối.",
     "Internal code “{0}” cannot be used; take 3 to 20 characters of A-Z, 0-9 and hyphen."},
    {"trace.date_early",
     "Ngày {0} quá sớm để ghi vào mã có chữ ký; ngày phải từ 01/01/2000.",
     "{0} is too early for a signed code; dates start at 01/01/2000."},
    {"trace.dates",
     "Hạn sử dụng {1} phải sau ngày sản xuất {0}; hãy sửa một trong hai ngày.",
     "Expiry {1} must be after production {0}; correct one of the two."},
    {"trace.host",
     "“{0}” không phải tên miền; hãy viết như id.example.vn, chữ thường, không có https://.",
     "“{0}” is no domain name; write it like id.example.vn, lower case, without https://."},
    {"trace.lot_characters",
     "Số lô hoặc sê-ri “{0}” có ký tự mà mã GS1 không ghi được; có thể dùng “{1}”.",
     "Lot or serial “{0}” has characters that a GS1 code cannot write; “{1}” would do."},
    {"trace.lot_length",
     "Số lô hoặc sê-ri “{0}” dài hơn {1} ký tự; hãy rút ngắn.",
     "Lot or serial “{0}” is longer than {1} characters; shorten it."},
    {"trace.nothing_to_sign",
     "Mã của sản phẩm {0} không có số lô lẫn sê-ri nên không có gì để ký; hãy thêm một trong hai.",
     "The code of product {0} has neither lot nor serial, so there is nothing to sign; add one."},
    {"trace.stars",
     "Không ký được {0} sao; chứng nhận OCOP có từ 3 đến 5 sao.",
     "{0} stars cannot be signed; an OCOP certificate has 3 to 5."},

    // catalog ---------------------------------------------------------------------------------------------------

    // symbol ----------------------------------------------------------------------------------------------------

    // label, page, render ---------------------------------------------------------------------------------------

    // scan ------------------------------------------------------------------------------------------------------

    // verify: findings (the id is the finding's code) -----------------------------------------------------------

    // store -----------------------------------------------------------------------------------------------------

    // app, cli --------------------------------------------------------------------------------------------------
};

const Sentence* find(std::string_view id) {
    static const auto by_id = [] {
        std::unordered_map<std::string_view, const Sentence*> index;
        for (const auto& sentence : sentences)
            index.emplace(sentence.id, &sentence);
        return index;
    }();
    const auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : found->second;
}

} // namespace

bool has_sentence(std::string_view id) {
    return find(id) != nullptr;
}

std::string say(const Message& message, Lang lang) {
    const auto* sentence = find(message.id);
    ENSURE(sentence != nullptr);
    const auto pattern = lang == Lang::vi ? sentence->vi : sentence->en;
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
            const auto number = static_cast<std::size_t>(pattern[i + 1] - '0');
            ENSURE(number < message.facts.size());
            text += make_showable(message.facts[number]);
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

} // namespace temsao
