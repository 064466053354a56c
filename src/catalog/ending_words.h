#pragma once
// Inside `catalog` only: the closed lists of words by which status_words.cpp reads a status or a note.
#include "catalog/product.h"

namespace temsao::catalog::ending {

struct Phrase {
    std::string_view words;
    Status status;
    bool needs_decision = false; // else it may mean a stop for a time, another paper, or that the term is over
};

// Longer ones first where they begin alike.
inline constexpr Phrase phrases[] = {
    {"thu hồi", Status::revoked},
    {"revoked", Status::revoked},
    {"delisted", Status::delisted},
    {"removed", Status::delisted},
    {"thay thế", Status::superseded},
    {"superseded", Status::superseded},
    {"replaced", Status::superseded},
    {"hủy bỏ", Status::revoked, true},
    {"hủy", Status::revoked, true},
    {"bãi bỏ", Status::revoked, true},
    {"chấm dứt", Status::revoked, true},
    {"không còn hiệu lực", Status::revoked, true},
    {"hết hiệu lực", Status::revoked, true},
    {"withdrawn", Status::revoked, true},
    {"rescinded", Status::revoked, true},
    {"annulled", Status::revoked, true},
    {"cancelled", Status::revoked, true},
    {"canceled", Status::revoked, true},
};

// "đưa tên ra khỏi": one of each, the middle ones if they are there.
inline constexpr std::string_view removing[] = {"đưa", "loại bỏ", "loại", "rút", "xóa", "gạch"};
inline constexpr std::string_view removed_name[] = {"tên"}, out[] = {"ra"}, from[] = {"khỏi"};

// Words of a decision that we do not act on, but that a person must see when they are in a note.
inline constexpr std::string_view grave[] = {"không còn hiệu lực",
                                             "không còn giá trị",
                                             "hết giá trị",
                                             "đình chỉ",
                                             "hết hiệu lực",
                                             "hết hạn",
                                             "hủy bỏ",
                                             "hủy",
                                             "bãi bỏ",
                                             "chấm dứt",
                                             "giải thể",
                                             "phá sản",
                                             "ngừng sản xuất",
                                             "tước",
                                             "trả lại",
                                             "không đạt",
                                             "không duy trì",
                                             "thuhồi",
                                             "suspended",
                                             "expired",
                                             "invalid",
                                             "cancelled",
                                             "canceled",
                                             "revocation",
                                             "withdrawal",
                                             "withdrawn",
                                             "lapsed",
                                             "dissolved"};

// Words of a change that the columns would show if it were in them: who makes the product, its name, whether it is on
// sale.
inline constexpr std::string_view changing[] = {
    "tạm dừng",    "tạm ngừng",     "ngừng sử dụng", "dừng sử dụng",     "chuyển cho",   "chuyển sang",
    "chuyển giao", "chuyển nhượng", "bàn giao",      "sáp nhập",         "hợp nhất",     "chia tách",
    "đổi tên",     "đổi chủ thể",   "đổi thành",     "thay đổi chủ thể", "thay đổi tên", "gia hạn thêm",
    "kéo dài",     "renamed",       "transferred",   "merged",           "paused",       "extended"};

inline constexpr std::string_view lowering[] = {"hạ xuống",
                                                "hạ sao",
                                                "hạ hạng",
                                                "hạ bậc",
                                                "hạ còn",
                                                "bị hạ",
                                                "giáng hạng",
                                                "xuống hạng",
                                                "giảm sao",
                                                "giảm hạng",
                                                "điều chỉnh giảm",
                                                "điều chỉnh xuống",
                                                "giảm còn",
                                                "điều chỉnh hạ",
                                                "downgraded",
                                                "lowered"};
inline constexpr std::string_view now_fewer[] = {"xuống", "còn", "to"}; // and a number of stars behind them

inline constexpr std::string_view denials[] = {"chưa", "không", "chẳng", "ko", "no", "not", "never", "without", "none"};

// "không thuộc diện thu hồi", "chưa từng bị thu hồi": what may stand around a denial.
inline constexpr std::string_view denied_kinds[] = {
    "thuộc", "diện", "đối tượng", "trường hợp", "phải", "hề", "từng", "quyết định", "yet", "ever"};
inline constexpr std::string_view joiners[] = {"hay", "hoặc", "or", "nor"};

// Something may happen, was taken back, or concerns goods and not the certificate.
inline constexpr std::string_view doubts[] = {
    "đề nghị",   "đề xuất",   "kiến nghị", "xem xét",    "dự kiến",   "sẽ",     "sắp",      "đang",
    "chờ",       "hoãn",      "tạm",       "nếu",        "có thể",    "hủy",    "bãi bỏ",   "đình chỉ",
    "khiếu nại", "một phần",  "phục hồi",  "khôi phục",  "nhầm",      "lô",     "proposed", "proposal",
    "pending",   "may",       "might",     "will",       "if",        "review", "annulled", "restored",
    "appeal",    "cancelled", "canceled",  "reinstated", "rescinded", "partly"};

// The certificate was given again, so what ended was the one before.
inline constexpr std::string_view renewals[] = {"tái công nhận",
                                                "công nhận lại",
                                                "cấp lại",
                                                "cấp đổi",
                                                "cấp mới",
                                                "công nhận mới",
                                                "nâng hạng",
                                                "nâng sao",
                                                "đánh giá lại",
                                                "giữ hạng",
                                                "giữ nguyên",
                                                "gia hạn",
                                                "renewed",
                                                "re-certified"};

// What may stand before the ending in its clause.
inline constexpr std::string_view leading[] = {
    "đã",  "bị",   "được", "có",   "theo", "tại",         "bởi",      "bằng",    "quyết", "định", "qđ",  "số",
    "của", "nay",  "sản",  "phẩm", "giấy", "chứng",       "nhận",     "công",    "gcn",   "ocop", "này", "was",
    "has", "been", "is",   "by",   "the",  "certificate", "decision", "product", "ngày",  "no"};
inline constexpr std::string_view about[] = {"về việc", "về", "v/v"};

// What may stand behind it: the certificate itself …
inline constexpr std::string_view certificate_words[] = {"giấy chứng nhận",
                                                         "giấy công nhận",
                                                         "giấy",
                                                         "gcn",
                                                         "chứng nhận",
                                                         "kết quả công nhận",
                                                         "kết quả đánh giá",
                                                         "kết quả",
                                                         "công nhận",
                                                         "quyết định công nhận",
                                                         "qđ công nhận",
                                                         "hiệu lực",
                                                         "danh hiệu",
                                                         "sản phẩm này",
                                                         "sản phẩm ocop",
                                                         "ocop",
                                                         "này",
                                                         "the certificate",
                                                         "certificate"};
// … or the list that it is taken off …
inline constexpr std::string_view list_words[] = {
    "danh sách", "danh mục", "chương trình", "sản phẩm", "ocop", "tỉnh", "the list", "list"};
// … and then by which decision.
inline constexpr std::string_view by_words[] = {"theo", "tại", "bằng", "bởi", "do", "by", "under", "in", "with", "per"};
inline constexpr std::string_view decision_nouns[] = {"quyết định", "qđ", "số", "decision", "no", "number", "the"};
inline constexpr std::string_view bodies[] = {
    "ubnd", "ủy ban nhân dân", "chủ tịch", "bộ", "sở", "hội đồng", "people's committee", "the", "tỉnh"};
inline constexpr std::string_view not_in_bodies[] = {
    "về", "việc", "v/v", "đối", "cho", "để", "nhưng", "trừ", "và", "số"};
inline constexpr std::string_view since[] = {
    "kể từ ngày", "từ ngày", "vào ngày", "kể từ", "từ", "ngày", "vào", "on", "from", "since", "of", "dated"};

inline constexpr std::string_view reason_words[] = {"do", "vì", "lý do", "because", "due"};

inline constexpr std::string_view in_force[] = {
    "còn hiệu lực",  "vẫn còn hiệu lực",  "vẫn có hiệu lực",   "vẫn còn hạn", "vẫn còn giá trị",  "chưa hết hiệu lực",
    "chưa hết hạn",  "chưa hết thời hạn", "đang còn hiệu lực", "có hiệu lực", "đang có hiệu lực", "đang hiệu lực",
    "hiệu lực",      "còn hạn",           "còn thời hạn",      "còn giá trị", "lần đầu",          "công nhận lần đầu",
    "công nhận mới", "công nhận lại",     "đánh giá lại",      "nâng hạng",   "giữ hạng",         "công nhận",
    "đã công nhận",  "được công nhận",    "đã được công nhận", "valid",       "in force",         "active"};
// The term is over, which the last day shows as well.
inline constexpr std::string_view over[] = {"hết hạn",
                                            "đã hết hạn",
                                            "hết hiệu lực",
                                            "đã hết hiệu lực",
                                            "hết thời hạn",
                                            "đã hết thời hạn",
                                            "quá hạn",
                                            "hết hạn hiệu lực",
                                            "đã hết hạn hiệu lực",
                                            "expired",
                                            "lapsed"};

// "đề nghị công nhận" in a title or the name of a group: nothing was granted to what stands below.
inline constexpr std::string_view not_granted[] = {"đề nghị công nhận",
                                                   "đề xuất công nhận",
                                                   "dự kiến công nhận",
                                                   "đề nghị đánh giá",
                                                   "đăng ký tham gia",
                                                   "đăng ký đánh giá",
                                                   "chưa được công nhận",
                                                   "chưa công nhận",
                                                   "không được công nhận",
                                                   "không công nhận",
                                                   "chưa đạt",
                                                   "dự thảo",
                                                   "proposed",
                                                   "not certified"};

inline constexpr std::string_view until[] = {"đến", "tới", "hết", "ngày", "until", "to"};

// A note of these words only tells how the certificate came about, whichever decision it names.
inline constexpr std::string_view harmless[] = {
    "thay",     "thế",      "cho",     "quyết",       "định",    "qđ",    "số",  "ngày",  "tháng", "năm",
    "của",      "giấy",     "chứng",   "nhận",        "công",    "lần",   "đầu", "lại",   "tái",   "nâng",
    "hạng",     "giữ",      "đánh",    "đổi",         "giá",     "sao",   "cấp", "theo",  "tại",   "kết",
    "quả",      "sản",      "phẩm",    "ocop",        "từ",      "lên",   "gia", "hạn",   "mới",   "đợt",
    "gcn",      "được",     "đã",      "đạt",         "xem",     "trước", "cũ",  "no",    "the",   "by",
    "decision", "replaces", "renewed", "certificate", "granted", "first", "of",  "nguyên"};

} // namespace temsao::catalog::ending
