// What goods must say, and where it may stand: in a field, or in the template's own words.
#include "base/pieces.h"
#include "base/text.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

struct Captions {
    std::string_view content;
    std::vector<std::string_view> words; // as match_key writes them; what stands behind one of them is the content
};

const std::vector<Captions>& captions() {
    static const std::vector<Captions> all = {
        {"producer",
         {"sản xuất bởi", "nhà sản xuất", "cơ sở sản xuất", "đơn vị sản xuất", "chủ thể", "chịu trách nhiệm"}},
        {"address", {"địa chỉ", "đ/c", "đc", "trụ sở"}},
        {"origin", {"xuất xứ", "sản xuất tại"}},
        {"net_quantity",
         {"định lượng",
          "khối lượng tịnh",
          "khối lượng",
          "thể tích thực",
          "thể tích",
          "dung tích",
          "quy cách",
          "kích thước",
          "số lượng"}},
        {"ingredients", {"thành phần", "nguyên liệu", "chất liệu", "vật liệu"}},
        {"nutrition", {"giá trị dinh dưỡng", "thành phần dinh dưỡng", "thông tin dinh dưỡng"}},
        {"usage", {"hướng dẫn sử dụng", "hdsd", "cách dùng", "cách sử dụng"}},
        {"storage", {"bảo quản", "hdbq"}},
        {"warning", {"cảnh báo", "khuyến cáo", "lưu ý", "chú ý", "không dùng cho", "không sử dụng cho"}},
        {"lot", {"số lô", "lô sản xuất", "lô sx", "lsx"}},
        {"made", {"nsx", "ngày sản xuất", "ngày sx"}},
        {"expires", {"hsd", "hạn sử dụng", "hạn dùng", "sử dụng tốt nhất trước"}},
    };
    return all;
}

const std::vector<std::string_view>& captions_of(std::string_view content) {
    static const std::vector<std::string_view> none;
    for (const auto& one : captions())
        if (one.content == content) return one.words;
    return none;
}

std::vector<std::string_view> alternatives(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty())
        parts.push_back(next_piece(text, '|'));
    return parts;
}

bool is_wording(std::string_view content) {
    return content.front() == '"';
}

std::vector<std::string_view> wordings(std::string_view content) {
    return alternatives(content.substr(1, content.size() - 2));
}

bool is_word_byte(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80);
}

// Where `word` stands in `key` as a whole word, from `from` on.
std::size_t find_word(std::string_view key, std::string_view word, std::size_t from) {
    for (auto at = key.find(word, from); at != key.npos; at = key.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !is_word_byte(key[at - 1])) && (end == key.size() || !is_word_byte(key[end]))) return at;
    }
    return key.npos;
}

// "NSX, HSD: xem trên nắp" says both: behind the words of one date may stand those of the other.
std::string_view behind_dates(std::string_view rest) {
    while (true) {
        const auto first = std::find_if(rest.begin(), rest.end(), is_word_byte);
        rest.remove_prefix(static_cast<std::size_t>(first - rest.begin()));
        std::size_t taken = rest.starts_with("và ") ? std::string_view("và ").size() : 0;
        for (const auto* date : {"made", "expires"})
            for (const auto word : captions_of(date))
                if (find_word(rest, word, 0) == 0) taken = std::max(taken, word.size());
        if (taken == 0) return rest;
        rest.remove_prefix(taken);
    }
}

// Does anything stand behind a caption that is not again a caption?
bool is_said(std::string_view rest, std::string_view content) {
    if (content == "made" || content == "expires") return !behind_dates(rest).empty();
    const auto first = std::find_if(rest.begin(), rest.end(), is_word_byte);
    rest.remove_prefix(static_cast<std::size_t>(first - rest.begin()));
    if (rest.empty() || (content == "ingredients" && rest.starts_with("dinh dưỡng"))) return false;
    for (const auto& other : captions())
        for (const auto word : other.words)
            if (find_word(rest, word, 0) == 0) return false;
    return true;
}

bool has_value(const PrintedText& text, const std::string& value) {
    return count_characters(value) >= 3 && text.key.find(match_key(value)) != std::string::npos;
}

bool names_a_place(const std::string& key) {
    const bool commune = has_word(key, "xã") || has_word(key, "phường") || has_word(key, "đặc khu");
    return commune && (has_word(key, "tỉnh") || has_word(key, "thành phố") || has_word(key, "tp"));
}

bool says(const Label& label, const PrintedText& text, std::string_view content) {
    // A text that is its own field says only that; what else is in it counts where it has a caption.
    if (has_value(text, value_of(label, content)) && !text.field) return true;
    if (content == "address" && !text.field && names_a_place(text.key)) return true;
    for (const auto word : captions_of(content))
        for (auto at = find_word(text.key, word, 0); at != std::string::npos; at = find_word(text.key, word, at + 1)) {
            // "không dùng cho …" is a warning by itself, with the words behind it
            if (is_said(std::string_view(text.key).substr(at + word.size()), content)) return true;
        }
    return false;
}

// "40 % vol": a wording that begins with the sign has a number before it.
bool says_wording(const std::string& key, std::string_view wording) {
    const auto wanted = match_key(wording);
    for (auto at = key.find(wanted); at != key.npos; at = key.find(wanted, at + 1)) {
        if (wanted.front() != '%') return true;
        const auto before = key.find_last_not_of(' ', at == 0 ? 0 : at - 1);
        if (at > 0 && before != key.npos && is_digit(key[before])) return true;
    }
    return false;
}

bool is_printed(const Label& label, std::string_view content) {
    if (is_wording(content)) {
        std::string key;
        for (const auto& text : label.texts)
            key += text.key + "\n";
        const auto all = wordings(content);
        return std::any_of(
            all.begin(), all.end(), [&](std::string_view wording) { return says_wording(key, wording); });
    }
    const auto fields = alternatives(content);
    return std::any_of(fields.begin(), fields.end(), [&](std::string_view name) {
        return label.field(name) || found_in_words(label, name);
    });
}

bool is_in_record(const Label& label, std::string_view content) {
    const auto fields = alternatives(content);
    return std::any_of(
        fields.begin(), fields.end(), [&](std::string_view name) { return !value_of(label, name).empty(); });
}

// What a reader may be told that was looked for: “địa chỉ”, “đ/c”, …
std::string looked_for(std::string_view content) {
    std::vector<std::string_view> words;
    if (is_wording(content))
        words = wordings(content);
    else
        for (const auto field : alternatives(content))
            words.insert(words.end(), captions_of(field).begin(), captions_of(field).end());
    std::string all;
    for (const auto word : words)
        all += (all.empty() ? "“" : ", “") + std::string(word) + "”";
    return all.empty() ? "–" : all;
}

// Before the country; the second half for goods whose last stage only was done there.
constexpr std::string_view origin_words[] = {"sản xuất tại",
                                             "chế tạo tại",
                                             "nước sản xuất",
                                             "xuất xứ",
                                             "sản xuất bởi",
                                             "sản phẩm của",
                                             "lắp ráp tại",
                                             "đóng chai tại",
                                             "phối trộn tại",
                                             "hoàn tất tại",
                                             "đóng gói tại",
                                             "dán nhãn tại"};

bool is_asked_for(const Label& label, const ContentRule& rule) {
    if (rule.goods && rule.goods != label.asked.goods) return false;
    if (rule.only_if_given && !is_in_record(label, rule.content)) return false;
    return rule.source.holds_on(label.asked.made);
}

} // namespace

bool says_origin(const std::string& words) {
    return std::any_of(std::begin(origin_words), std::end(origin_words), [&](std::string_view one) {
        return words.find(std::string(one) + " việt nam") != words.npos ||
               words.find(std::string(one) + ": việt nam") != words.npos;
    });
}

bool begins_with_origin_words(const std::string& key) {
    return std::any_of(
        std::begin(origin_words), std::end(origin_words), [&](auto one) { return key.starts_with(one); });
}

const PrintedText* found_in_words(const Label& label, std::string_view content) {
    const auto found = std::find_if(label.texts.begin(), label.texts.end(), [&](const PrintedText& text) {
        return content == "origin" ? says_origin(text.key) : says(label, text, content);
    });
    return found == label.texts.end() ? nullptr : &*found;
}

void check_content(const Label& label, Findings& findings) {
    if (!label.asked.is_whole_label) return;
    const auto goods = std::string(words(label.asked.goods.value_or(Goods::other)));
    if (!label.asked.goods) label.report(findings, "GOODS_UNKNOWN", {{}, {}, "", "--goods"});
    for (const auto& rule : content_rules()) {
        if (!is_asked_for(label, rule) || is_printed(label, rule.content)) continue;
        const auto what =
            is_wording(rule.content) ? std::string(wordings(rule.content).front()) : std::string(rule.heading);
        const char* code = is_wording(rule.content)            ? "CONTENT_WORDING"
                           : is_in_record(label, rule.content) ? "CONTENT_NOT_ON_TEMPLATE"
                                                               : "CONTENT_NOT_IN_LIST";
        LabelFinding missing;
        missing.finding.axis = Axis::label;
        missing.finding.code = code;
        missing.finding.severity = rule.severity();
        missing.finding.facts = {what, goods, looked_for(rule.content)};
        missing.finding.rule = rule.source.words();
        missing.required = what;
        findings.push_back(std::move(missing));
    }
}

} // namespace temsao::label
