#include "label/kept_together.h"

#include "base/text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace temsao::label {
namespace {

using TwoWords = std::pair<std::string_view, std::string_view>;

constexpr std::string_view blanks = " \n";
constexpr std::size_t longest_name = 4; // words of a place's or a person's name that are held together

// In lower case. Units of the law on measurement, of goods, and of time.
constexpr std::string_view units_of_goods[] = {
    "g",    "kg",   "mg",   "µg",    "mcg",  "tấn",  "l",    "ml",    "lít",   "cl",    "dl",  "m",    "cm",
    "mm",   "m²",   "m³",   "cm²",   "cm³",  "m2",   "m3",   "%",     "‰",     "°c",    "°n",  "°",    "độ",
    "kcal", "cal",  "kj",   "iu",    "ppm",  "w",    "kw",   "v",     "inch",  "vol",   "v/v", "giờ",  "phút",
    "giây", "ngày", "tuần", "tháng", "năm",  "tuổi", "lần",  "cái",   "gói",   "túi",   "hộp", "chai", "lọ",
    "lon",  "hũ",   "viên", "quả",   "trái", "củ",   "con",  "miếng", "thanh", "cây",   "bộ",  "đôi",  "cặp",
    "tờ",   "khay", "vỉ",   "thùng", "bao",  "bịch", "phần", "suất",  "người", "đồng",  "đ",   "vnđ",  "₫",
    "sao",  "điểm", "thìa", "muỗng", "cốc",  "ly",   "ống",  "tép",   "lá",    "nhánh", "nén", "que"};

// Words before a number that belong to it: "số 12", "lô 3", "tháng 4", "điều 42", "khoản 1", "tầng 2", "hotline 1900".
constexpr std::string_view before_numbers[] = {
    "số",  "lô",   "ngày",   "tháng", "năm",  "điều", "khoản", "mục",  "tầng", "tổ",  "khu",     "ki-ốt",
    "km",  "loại", "hạng",   "mã",    "đt",   "đt:",  "sđt",   "sđt:", "tel:", "tel", "hotline", "hotline:",
    "lot", "phụ",  "lục",    "nhóm",  "size", "cỡ",   "x",     "×",    "±",    "≤",   "≥",       "<",
    ">",   "~",    "khoảng", "dưới",  "trên", "từ",   "đến",   "-",    "–"};

// Kinds of places, the parts of two-word kinds among them; in lower case.
constexpr std::string_view kinds_of_place[] = {
    "xã", "phường", "thôn", "xóm", "ấp", "bản", "buôn", "làng", "tỉnh", "huyện", "quận", "đường", "phố", "tp.",
    "tp", "tx.",    "tt.",  "q.",  "h.", "p.",  "x.",   "đảo",  "núi",  "sông",  "khu",  "tổ",    "trấn"};
constexpr TwoWords kinds_of_two[] = {
    {"thành", "phố"}, {"thị", "trấn"}, {"thị", "xã"}, {"đặc", "khu"}, {"khu", "phố"}, {"tổ", "dân"}, {"dân", "phố"}};

// The commonest family names of Viet Nam.
constexpr std::string_view family_names[] = {
    "Nguyễn", "Trần",  "Lê",    "Phạm", "Hoàng", "Huỳnh", "Phan",  "Vũ",   "Võ",    "Đặng",  "Bùi",   "Đỗ",     "Hồ",
    "Ngô",    "Dương", "Lý",    "Đinh", "Trịnh", "Đoàn",  "Mai",   "Đào",  "Tô",    "Lương", "Vương", "Trương", "Cao",
    "Hà",     "Lâm",   "Phùng", "Châu", "Tạ",    "Thái",  "Quách", "Kiều", "Triệu", "Hứa",   "Giàng", "Lò",     "Vàng",
    "Sùng",   "Quàng", "Cầm",   "Hoàn", "Thạch", "Kim",   "Sơn",   "Danh", "Rơ",    "Y",     "Siu",   "Rcom",   "Đinh"};

// Two syllables that are one word, of goods as labels name them; in lower case.
constexpr TwoWords words_of_two[] = {
    {"cu", "đơ"},       {"gai", "leo"},      {"cà", "gai"},    {"gỗ", "gụ"},      {"chạm", "trổ"},
    {"cá", "cơm"},      {"nước", "mắm"},     {"mật", "ong"},   {"hạt", "điều"},   {"cà", "phê"},
    {"tinh", "dầu"},    {"đông", "trùng"},   {"hạ", "thảo"},   {"linh", "chi"},   {"đinh", "lăng"},
    {"hoa", "vàng"},    {"trà", "xanh"},     {"giấm", "gạo"},  {"thủ", "công"},   {"mỹ", "nghệ"},
    {"đặc", "sản"},     {"truyền", "thống"}, {"tự", "nhiên"},  {"hữu", "cơ"},     {"thượng", "hạng"},
    {"nguyên", "chất"}, {"cao", "cấp"},      {"bột", "sắn"},   {"sắn", "dây"},    {"hồ", "tiêu"},
    {"tiêu", "sọ"},     {"mắm", "tôm"},      {"mắm", "ruốc"},  {"bánh", "đa"},    {"bánh", "tráng"},
    {"miến", "dong"},   {"thảo", "dược"},    {"thực", "phẩm"}, {"sản", "phẩm"},   {"hợp", "tác"},
    {"tác", "xã"},      {"bảo", "quản"},     {"sử", "dụng"},   {"thành", "phần"}, {"khối", "lượng"},
    {"thể", "tích"},    {"dinh", "dưỡng"},   {"xuất", "xứ"},   {"Việt", "Nam"},   {"việt", "nam"},
    {"khô", "ráo"},     {"thoáng", "mát"},   {"trực", "tiếp"}, {"ánh", "nắng"},   {"sấy", "lạnh"},
    {"sấy", "dẻo"},     {"gia", "vị"},       {"muối", "biển"}, {"mực", "khô"},    {"chả", "ram"},
    {"bưởi", "phúc"},   {"phúc", "trạch"},   {"cam", "bù"},    {"nhung", "hươu"}, {"trầm", "hương"},
    {"chiếu", "cói"},   {"thổ", "cẩm"},      {"dị", "ứng"},    {"đậu", "phộng"},  {"đậu", "nành"},
    {"hải", "sản"},     {"giáp", "xác"}};

template <class Entry, std::size_t count>
bool is_listed(const Entry (&table)[count], const Entry& wanted) {
    return std::find(std::begin(table), std::end(table), wanted) != std::end(table);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view without_tail(std::string_view word) {
    while (!word.empty() && std::string_view(",.;:)]”").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    if (word.ends_with("”")) word.remove_suffix(3);
    return word;
}

std::string_view without_head(std::string_view word) {
    while (!word.empty() && std::string_view("([").find(word.front()) != std::string_view::npos)
        word.remove_prefix(1);
    return word;
}

// One word and what this file asks about it.
struct SetWord {
    explicit SetWord(std::string_view as_written)
        : whole(as_written),
          core(without_tail(without_head(as_written))),
          small(to_lower(core)),
          ends_a_phrase(as_written.size() > 0 &&
                        std::string_view(",;:).").find(as_written.back()) != std::string_view::npos) {}

    std::string_view whole, core;
    std::string small;
    bool ends_a_phrase;

    bool begins_with_digit() const {
        const auto number = core.starts_with('+') ? core.substr(1) : core;
        return !number.empty() && is_digit(number.front());
    }

    bool ends_with_digit() const { return !core.empty() && is_digit(core.back()); }

    // "500", "1.000", "0,3", "2-8", "10%"
    bool is_number() const { return begins_with_digit() && core.find_first_not_of("0123456789.,-–/%x") == core.npos; }

    bool is_digits() const { return !core.empty() && core.find_first_not_of("0123456789") == core.npos; }

    bool is_capitalised() const {
        if (core.empty() || is_digit(core.front())) return false;
        const auto lead = static_cast<unsigned char>(core.front());
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        const auto first = core.substr(0, length);
        return to_lower(first) != first;
    }

    // TCVN, ISO, NĐ-CP, a vitamin's B
    bool is_abbreviation() const {
        return is_capitalised() && core == to_upper(core) && core.size() <= 8 && whole == core;
    }
};

bool is_phone_part(const SetWord& word) {
    const auto bare = word.core.starts_with('+') ? word.core.substr(1) : word.core;
    return !bare.empty() && bare.find_first_not_of("0123456789.") == bare.npos;
}

bool holds_number(const SetWord& before, const SetWord& after) {
    if (before.ends_a_phrase && !before.whole.ends_with(':') && !before.whole.ends_with(')') &&
        !before.whole.ends_with('.'))
        return false;
    // 500 g, 12 % vol, 20 túi, 5 °C, 24 tháng
    if ((before.ends_with_digit() || before.core.ends_with('%')) && !before.ends_a_phrase &&
        is_listed(units_of_goods, std::string_view(after.small)))
        return true;
    // 0912 345 678, +84 912 345 678, 1 000 000, (01) 0952…
    if (is_phone_part(before) && !before.whole.ends_with(':') && is_phone_part(after)) return true;
    if (before.whole.starts_with('(') && before.whole.ends_with(')') && before.is_digits() && after.begins_with_digit())
        return true;
    // 2 - 8, 2 x 100, từ 2 đến 5
    if (before.is_number() &&
        (after.core == "x" || after.core == "×" || after.core == "-" || after.core == "–" || after.core == "±"))
        return true;
    const auto with_colon = before.small + (before.whole.ends_with(':') ? ":" : "");
    if (after.begins_with_digit() && (is_listed(before_numbers, std::string_view(before.small)) ||
                                      is_listed(before_numbers, std::string_view(with_colon))))
        return true;
    // TCVN 5603:2008, vitamin D 3
    return after.begins_with_digit() && before.is_abbreviation() && !before.ends_a_phrase;
}

bool is_kind_of_place(const SetWord& word) {
    const auto whole = to_lower(word.whole); // "tp.", with its point
    return is_listed(kinds_of_place, std::string_view(word.small)) ||
           is_listed(kinds_of_place, std::string_view(whole));
}

// The words of one paragraph and the ties between them.
class Words {
public:
    explicit Words(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find_first_of(blanks, at), text.size());
            if (end > at) words_.emplace_back(text.substr(at, end - at));
            at = end + 1;
        }
    }

    std::size_t count() const { return words_.size(); }

    const SetWord& operator[](std::size_t i) const { return words_[i]; }

    // Between word `i` and the next one.
    Tie tie(std::size_t i) const {
        if (i + 1 >= words_.size()) return Tie::none;
        const auto &before = words_[i], &after = words_[i + 1];
        if (holds_number(before, after)) return Tie::number;
        if (before.ends_a_phrase && !is_kind_of_place(before)) return Tie::none;
        if (holds_place(i)) return Tie::place;
        if (holds_person(i) || is_listed(words_of_two, TwoWords(before.small, after.small))) return Tie::name;
        return Tie::none;
    }

private:
    bool is_two_word_kind(std::size_t i) const {
        return i + 1 < words_.size() && is_listed(kinds_of_two, TwoWords(words_[i].small, words_[i + 1].small));
    }

    // The "xã" of "hợp tác xã" is not a commune.
    bool is_in_cooperative(std::size_t i) const {
        return i > 0 && words_[i].small == "xã" && words_[i - 1].small == "tác";
    }

    // "xã" and "Kỳ", "Kỳ" and "Phú"; "thành" and "phố".
    bool holds_place(std::size_t i) const {
        if (is_two_word_kind(i)) return true;
        if (!words_[i + 1].is_capitalised() && !words_[i + 1].begins_with_digit()) return false;
        // Back to the kind of place, over the words of its name.
        for (std::size_t back = 0; back < longest_name && back <= i; ++back) {
            const auto& word = words_[i - back];
            if (is_in_cooperative(i - back)) return false;
            if (is_kind_of_place(word)) return !is_kind_of_place(words_[i + 1]);
            if (!word.is_capitalised() || word.ends_a_phrase) return false;
        }
        return false;
    }

    // "Nguyễn" and "Thị", "Thị" and "Mẫu".
    bool holds_person(std::size_t i) const {
        if (!words_[i + 1].is_capitalised()) return false;
        for (std::size_t back = 0; back + 1 < longest_name && back <= i; ++back) {
            const auto& word = words_[i - back];
            if (!word.is_capitalised() || word.ends_a_phrase) return false;
            if (is_listed(family_names, word.core)) return true;
        }
        return false;
    }

    std::vector<SetWord> words_;
};

} // namespace

std::vector<std::string_view> kept_pieces(std::string_view paragraph, Tie least) {
    const Words words(paragraph);
    std::vector<std::string_view> pieces;
    for (std::size_t i = 0; i < words.count(); ++i) {
        const auto* begin = words[i].whole.data();
        while (least != Tie::none && words.tie(i) >= least)
            ++i;
        const auto& last = words[i].whole;
        pieces.emplace_back(begin, static_cast<std::size_t>(last.data() + last.size() - begin));
    }
    return pieces;
}

Tie tie_between(std::string_view line, std::string_view next) {
    const auto both = std::string(line) + ' ' + std::string(next);
    const Words before(line), all(both);
    return before.count() == 0 ? Tie::none : all.tie(before.count() - 1);
}

} // namespace temsao::label
