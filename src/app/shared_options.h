#pragma once
// Inside `app`: the parts of the table, and the options that several commands have.
#include "app/options.h"

namespace temsao::app {

const std::vector<Job>& office_commands();
const std::vector<Job>& lot_commands();
const std::vector<Job>& press_commands();
const std::vector<Job>& bench_commands();
const std::vector<Job>& server_commands();

namespace shared {

using enum Place;
using enum Need;
// The rows stand in columns, as in the tables of the commands.
// clang-format off
//                               name               kind           place       need      shown        text
inline constexpr Option date{      "date",            Kind::date,  named,      optional, "DATE",    "ngày tính; mặc định hôm nay",
                                                                                                    "the day that counts (default: today)"};
inline constexpr Option host{      "host",            Kind::text,  named,      optional, "HOST",    "tên miền của mã truy vết",
                                                                                                    "host name of the trace code"};
inline constexpr Option product{   "product",         Kind::texts, positional, optional, "PRODUCT", "mã hoặc tên sản phẩm",
                                                                                                    "the product's code or name"};
inline constexpr Option out{       "out",             Kind::file,  named,      required, "OUT",     "tệp kết quả",
                                                                                                    "the file to write"};
inline constexpr Option lot{       "lot",             Kind::text,  named,      optional, "LOT",     "số lô; mặc định ngày sản xuất, yymmdd",
                                                                                                    "lot (default: the production date, yymmdd)"};
inline constexpr Option goods_item{"item",            Kind::text,  positional, optional, "GOODS",   "sản phẩm hoặc tên hàng; chỉ có một thì là số lô",
                                                                                                    "the product, or what the goods are called; alone: the lot"};
inline constexpr Option goods_lot{ "lot",             Kind::text,  positional, optional, "LOT",     "số lô",
                                                                                                    "lot"};
inline constexpr Option whose{     "producer",        Kind::text,  named,      optional, "NAME",    "chủ thể của hàng không có trong danh sách",
                                                                                                    "whose goods those are that the list does not have"};
inline constexpr Option made{      "made",            Kind::date,  named,      optional, "DATE",    "ngày sản xuất; mặc định --date",
                                                                                                    "production date (default: --date)"};
inline constexpr Option expires{   "expires",         Kind::date,  named,      optional, "DATE",    "hạn sử dụng; mặc định theo danh sách",
                                                                                                    "expiry date (default: from the list's shelf life)"};
inline constexpr Option passphrase{"passphrase-file", Kind::file,  named,      optional, "FILE",    "tệp chứa mật khẩu; nếu không có thì hỏi",
                                                                                                    "file with the password (default: it is asked for)"};
inline constexpr Option store{     "store",           Kind::text,  named,      optional, "URL",     "nhật ký in ở máy chủ, postgresql://máy/tên; mặc định "
                                                                                                    "trong thư mục dữ liệu",
                                                                                                    "server with the print log, postgresql://host/name "
                                                                                                    "(default: the data directory)"};
inline constexpr Option of{        "of",              Kind::text,  named,      optional, "PRODUCT", "sản phẩm mang số sê-ri này",
                                                                                                    "the product with this serial number"};
// clang-format on

} // namespace shared
} // namespace temsao::app
