#include "catalog/headings.h"

#include "base/pieces.h"
#include "base/text.h"
#include "catalog/columns.h"

#include <algorithm>
#include <set>
#include <span>

namespace temsao::catalog {
namespace {

using enum Strength;

struct Head {
    std::string_view meaning;
    std::string_view words;    // without accents and punctuation
    Strength strength = exact; // when nothing else is in the heading
};

// Headings as provincial lists and their annexes have them, and as an English export would. Of several that fit, the
// longest counts. `qualified` are words that give way to a column with the proper one.
constexpr Head heads[] = {
    {"number", "stt"},
    {"number", "tt"},
    {"number", "so tt"},
    {"number", "so thu tu"},
    {"number", "no"},
    {"name_en", "ten tieng anh"},
    {"name_en", "ten san pham tieng anh"},
    {"name_en", "english name"},
    {"ingredients_en", "thanh phan tieng anh"},
    {"ingredients_en", "english ingredients"},
    {"usage_en", "hdsd tieng anh"},
    {"usage_en", "english usage"},
    {"storage_en", "bao quan tieng anh"},
    {"storage_en", "english storage"},
    {"warning_en", "canh bao tieng anh"},
    {"warning_en", "english warning"},
    {"origin_en", "xuat xu tieng anh"},
    {"origin_en", "english origin"},
    {"gtin", "gtin"},
    {"gtin", "ma vach"},
    {"gtin", "ma so ma vach"},
    {"gtin", "ma gtin"},
    {"gtin", "barcode"},
    {"gtin", "bar code"},
    {"gtin", "ean"},
    {"code", "ma noi bo"},
    {"code", "ma san pham"},
    {"code", "ma sp"},
    {"code", "internal code"},
    {"code", "product code"},
    {"decision_and_date", "so ngay"},
    {"decision_and_date", "so va ngay"},
    {"decision_and_date", "so qd ngay"},
    {"decision_and_date", "so qd va ngay"},
    {"decision_and_date", "so quyet dinh ngay"},
    {"decision_and_date", "so quyet dinh va ngay"},
    {"decision_and_date", "quyet dinh so ngay"},
    {"valid_to", "co gia tri den"},
    {"valid_to", "gia tri den"},
    {"valid_to", "hieu luc den"},
    {"valid_to", "co hieu luc den"},
    {"valid_to", "ngay het han"},
    {"valid_to", "ngay het hieu luc"},
    {"valid_to", "het hieu luc"},
    {"valid_to", "valid to"},
    {"valid_to", "valid until"},
    {"valid_to", "expires"},
    {"valid_to", "expiry date"},
    {"valid_to", "thoi han", qualified},
    {"valid_to", "thoi han hieu luc", qualified},
    {"issued", "ngay qd"},
    {"issued", "ngay quyet dinh"},
    {"issued", "ngay ban hanh"},
    {"issued", "ngay ky"},
    {"issued", "ngay thang nam qd"},
    {"issued", "ngay thang nam quyet dinh"},
    {"issued", "ngay thang nam ban hanh"},
    {"issued", "ngay thang", qualified},
    {"issued", "ngay thang nam", qualified},
    {"issued", "ngay cong nhan", qualified},
    {"issued", "ngay cap", qualified},
    {"issued", "decision date"},
    {"issued", "date of decision"},
    {"issued", "issued", qualified},
    {"issued", "issue date", qualified},
    {"issued", "date", qualified},
    {"issuer", "co quan cap"},
    {"issuer", "co quan ban hanh"},
    {"issuer", "co quan quyet dinh"},
    {"issuer", "cap cong nhan"},
    {"issuer", "don vi cap"},
    {"issuer", "noi cap"},
    {"issuer", "issuer"},
    {"issuer", "issued by"},
    {"issuer", "authority"},
    {"decision", "so qd"},
    {"decision", "so quyet dinh"},
    {"decision", "quyet dinh"},
    {"decision", "quyet dinh so"},
    {"decision", "qd"},
    {"decision", "qd so"},
    {"decision", "so hieu qd"},
    {"decision", "so hieu quyet dinh"},
    {"decision", "so ky hieu", qualified},
    {"decision", "decision"},
    {"decision", "decision no"},
    {"decision", "decision number"},
    {"decision", "certificate", qualified},
    {"decision", "so giay chung nhan", qualified},
    {"decision", "so gcn", qualified},
    {"stars", "hang sao"},
    {"stars", "so sao"},
    {"stars", "phan hang"},
    {"stars", "xep hang"},
    {"stars", "hang"},
    {"stars", "sao"},
    {"stars", "dat hang"},
    {"stars", "dat sao"},
    {"stars", "stars"},
    {"stars", "star"},
    {"stars", "star rating"},
    {"score", "diem"},
    {"score", "so diem"},
    {"score", "tong diem"},
    {"score", "score"},
    {"group", "nhom"},
    {"group", "nganh"},
    {"group", "nganh hang"},
    {"group", "phan nhom", qualified},
    {"group", "group"},
    {"group", "category"},
    {"status", "trang thai"},
    {"status", "tinh trang"},
    {"status", "status"},
    {"notes", "ghi chu"},
    {"notes", "notes"},
    {"notes", "note"},
    {"notes", "remark"},
    {"notes", "remarks"},
    {"net_quantity", "dinh luong"},
    {"net_quantity", "khoi luong"},
    {"net_quantity", "khoi luong tinh"},
    {"net_quantity", "the tich"},
    {"net_quantity", "the tich thuc"},
    {"net_quantity", "quy cach", qualified},
    {"net_quantity", "net quantity"},
    {"nutrition", "gia tri dinh duong"},
    {"nutrition", "thanh phan dinh duong"},
    {"nutrition", "nutrition"},
    {"phone", "dien thoai"},
    {"phone", "so dien thoai"},
    {"phone", "so dt"},
    {"phone", "sdt"},
    {"phone", "phone"},
    {"ingredients", "thanh phan"},
    {"ingredients", "chat lieu"},
    {"ingredients", "ingredients"},
    {"usage", "huong dan su dung"},
    {"usage", "hdsd"},
    {"usage", "cach dung"},
    {"usage", "usage"},
    {"storage", "bao quan"},
    {"storage", "dieu kien bao quan"},
    {"storage", "huong dan bao quan"},
    {"storage", "storage"},
    {"warning", "canh bao"},
    {"warning", "warning"},
    {"allergens", "di ung"},
    {"allergens", "chat di ung"},
    {"allergens", "chat gay di ung"},
    {"allergens", "thanh phan gay di ung"},
    {"allergens", "thong tin di ung"},
    {"allergens", "canh bao di ung"},
    {"allergens", "allergens"},
    {"allergens", "allergen"},
    {"self_declaration", "so tcb"},
    {"self_declaration", "tu cong bo"},
    {"self_declaration", "so tu cong bo"},
    {"origin", "xuat xu"},
    {"origin", "origin"},
    {"shelf_life", "han su dung"},
    {"shelf_life", "thoi han su dung"},
    {"shelf_life", "thoi han bao quan"},
    {"shelf_life", "hsd"},
    {"shelf_life", "shelf life"},
    {"address", "dia chi"},
    {"address", "address"},
    {"address", "xa phuong", qualified},
    {"name", "ten san pham"},
    {"name", "ten sp"},
    {"name", "san pham", qualified},
    {"name", "product name"},
    {"name", "name of product"},
    {"name", "product", qualified},
    {"name", "ten hang"},
    {"name", "ten hang hoa"},
    {"name", "name", qualified},
    {"producer", "chu the"},
    {"producer", "ten chu the"},
    {"producer", "chu the san xuat"},
    {"producer", "ten chu the san xuat"},
    {"producer", "co so san xuat", qualified},
    {"producer", "ten co so", qualified},
    {"producer", "don vi san xuat", qualified},
    {"producer", "ten don vi", qualified},
    {"producer", "nha san xuat", qualified},
    {"producer", "producer"},
    {"producer", "producer name"},
    {"producer", "name of producer"},
    {"producer", "owner", qualified},
    {"producer", "entity", qualified},
};

// Words that may stand beside a head noun and change nothing.
constexpr std::string_view fillers[] = {
    "ocop", "san",   "pham",     "cong",     "nhan",    "duoc",     "cua",         "dat",   "chu",    "the",
    "xuat", "theo",  "qd",       "quyet",    "dinh",    "so",       "danh",        "gia",   "ket",    "qua",
    "giay", "chung", "gcn",      "hien",     "nay",     "tai",      "xep",         "phan",  "hang",   "sao",
    "cap",  "ngay",  "thang",    "nam",      "phe",     "duyet",    "hieu",        "luc",   "tinh",   "ten",
    "ubnd", "cac",   "va",       "day",      "du",      "chinh",    "thuc",        "trinh", "chuong", "number",
    "no",   "of",    "official", "decision", "product", "products", "certificate",
};

// Words that may stand in front of a head noun.
constexpr std::string_view openers[] = {
    "ket", "qua", "thong", "tin", "gcn", "giay", "chung", "nhan", "ocop", "cac", "the", "product", "certificate"};

// Of another paper: food safety, other systems, business registration, the file itself, what was applied for.
constexpr std::string_view other_papers[] = {
    "attp",      "vsattp",      "an toan",      "ve sinh",     "haccp",     "iso",       "vietgap", "globalgap",
    "gmp",       "kiem nghiem", "ho so",        "dkkd",        "giay phep", "nhan hieu", "so huu",  "bao ho",
    "hop dong",  "thue",        "du dieu kien", "food safety", "safety",    "dossier",   "licence", "license",
    "trademark", "tax",         "loai hinh",    "hinh thuc",   "hinh anh",  "so luong",  "type",    "kind",
};

// What was applied for, not what was granted. The applicant and the product are still those of the list.
constexpr std::string_view only_applied_for[] = {
    "dang ky", "de nghi", "du kien", "tu danh gia", "tu cham", "de xuat", "application", "applied", "proposed"};

// Of the end of a certificate.
constexpr std::string_view words_of_end[] = {
    "thu hoi",           "huy bo",         "huy cong nhan", "huy ket qua", "bi huy",
    "ngay huy",          "da huy",         "qd huy",        "bai bo",      "cham dut",
    "dinh chi",          "khoi danh sach", "rut khoi",      "loai khoi",   "dua ra",
    "revoked",           "revocation",     "withdrawn",     "withdrawal",  "delisted",
    "cancelled",         "cancellation",   "suspended",     "ha sao",      "ha hang",
    "khong con hieu luc"};

// What a producer makes or sells, and not what a pack holds.
constexpr std::string_view of_a_year[] = {"san xuat", "tieu thu", "san luong", "nam", "year", "sales"};

// How a producer is doing says nothing of a certificate.
constexpr std::string_view of_a_trade[] = {"san xuat", "kinh doanh", "hoat dong", "tieu thu", "production", "business"};

// Groups of producers and of debts, not of products ("no" is also the English number).
constexpr std::string_view groups_of_others[] = {"chu the", "no", "doi tuong", "khach hang", "producer"};

// Of a person, and of another time.
constexpr std::string_view other_persons_and_times[] = {
    "dai dien", "nguoi", "giam doc", "chu nhiem", "sinh", "cccd",   "cmnd",     "lien he", "representative", "contact",
    "birth",    "cu",    "truoc",    "truoc day", "old",  "former", "previous", "last",    "lan truoc",
};

// "Số QĐ (ngày/tháng)" -> " so qd ": brackets gone when asked, every sign a space, one space at both ends.
std::string plain(std::string_view heading, bool with_brackets) {
    auto key = bare_key(with_vietnamese_d(std::string(heading)));
    if (!with_brackets)
        while (true) {
            const auto open = key.find('(');
            if (open == key.npos) break;
            const auto close = std::min(key.find(')', open), key.size() - 1);
            key.replace(open, close - open + 1, " ");
        }
    std::string words = " ";
    for (const char c : key) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        if (letter)
            words += c;
        else if (words.back() != ' ')
            words += ' ';
    }
    return words.back() == ' ' ? words : words + ' ';
}

bool has_word(const std::string& words, std::string_view wanted) {
    const auto at = words.find(" " + std::string(wanted) + " ");
    if (at == words.npos) return false;
    return wanted != "cu" || !words.substr(at).starts_with(" cu the "); // "cụ thể"
}

bool has_any(const std::string& words, std::span<const std::string_view> wanted) {
    return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view one) { return has_word(words, one); });
}

// Facts that a label prints: words such as "an toàn" belong there.
bool is_fact(std::string_view meaning) {
    constexpr std::string_view facts[] = {"net_quantity",
                                          "nutrition",
                                          "phone",
                                          "ingredients",
                                          "usage",
                                          "storage",
                                          "warning",
                                          "allergens",
                                          "origin",
                                          "shelf_life",
                                          "self_declaration",
                                          "number",
                                          "name_en",
                                          "usage_en",
                                          "storage_en",
                                          "warning_en",
                                          "origin_en",
                                          "ingredients_en"};
    return std::find(std::begin(facts), std::end(facts), meaning) != std::end(facts);
}

bool is_about_something_else(const std::string& words, std::string_view meaning) {
    if (has_any(words, other_persons_and_times)) return true;
    if (meaning != "status" && meaning != "number" && has_any(words, words_of_end)) return true;
    if (meaning == "net_quantity" && has_any(words, of_a_year)) return true;
    if (meaning == "status" && has_any(words, of_a_trade)) return true;
    if (meaning == "group" && has_any(words, groups_of_others)) return true;
    if (is_fact(meaning)) return false;
    const bool is_party = meaning == "name" || meaning == "producer" || meaning == "address" || meaning == "group";
    return has_any(words, other_papers) || (!is_party && has_any(words, only_applied_for));
}

template <class Known>
bool only_known(std::string_view words, Known known) {
    for (std::size_t start = 1; start < words.size();) {
        const auto end = words.find(' ', start);
        if (!known(words.substr(start, end - start))) return false;
        start = end + 1;
    }
    return true;
}

bool only_of(std::span<const std::string_view> known, std::string_view words) {
    return only_known(
        words, [&](std::string_view word) { return std::find(known.begin(), known.end(), word) != known.end(); });
}

bool is_year(std::string_view word) {
    return word.size() == 4 && word.starts_with("20") && is_only_digits(word);
}

// Words that may follow the heads of one meaning and leave it what it is.
std::span<const std::string_view> own_words(std::string_view meaning) {
    constexpr static std::string_view of_parties[] = {
        "tham", "gia",  "dang", "ky",   "de",    "nghi",   "duoc", "phan", "loai", "hang", "hoa", "dich",
        "vu",   "la",   "don",  "vi",   "doanh", "nghiep", "htx",  "hop",  "tac",  "xa",   "co",  "so",
        "ho",   "kinh", "to",   "chuc", "ca",    "va",     "hoac", "sx",   "kd",   "cong", "ty"};
    constexpr static std::string_view of_places[] = {
        "san", "xuat", "tru",  "so", "chinh", "chu", "the", "co",  "don", "vi",     "xa",  "phuong", "huyen", "thon",
        "xom", "thi",  "tran", "to", "dan",   "pho", "moi", "noi", "sx",  "thuong", "tru", "hoac",   "kinh",  "doanh"};
    constexpr static std::string_view of_facts[] = {
        "tinh",   "the",   "tich",   "thuc",   "khoi", "luong",        "san",        "pham",   "dong", "goi",   "net",
        "kg",     "gram",  "g",      "ml",     "lit",  "bao",          "bi",         "nguyen", "lieu", "chinh", "phu",
        "va",     "chi",   "tiet",   "quan",   "su",   "dung",         "cach",       "dieu",   "kien", "thang", "ngay",
        "months", "days",  "hang",   "hoa",    "cua",  "nuoc",         "quoc",       "gia",    "lien", "he",    "di",
        "dong",   "ban",   "may",    "canh",   "bao",  "an",           "toan",       "moi",    "don",  "vi",    "tinh",
        "dinh",   "luong", "month",  "day",    "dinh", "duong",        "trong",      "100g",   "tren", "nhan",  "han",
        "or",     "and",   "volume", "weight", "list", "instructions", "conditions", "number", "hoac"};
    constexpr static std::string_view of_groups[] = {"san", "pham", "nganh", "hang", "nhom", "theo", "phan", "bo"};
    constexpr static std::string_view of_goods[] = {"san", "pham", "hang", "hoa", "nuoc", "goods"};
    if (meaning == "name" || meaning == "producer") return of_parties;
    if (meaning == "address") return of_places;
    if (meaning == "group") return of_groups;
    if (meaning == "origin") return of_goods;
    return is_fact(meaning) ? std::span<const std::string_view>(of_facts) : std::span<const std::string_view>();
}

// The longest head that the words begin with.
const Head* head_of(std::string_view words) {
    const Head* best = nullptr;
    for (const auto& head : heads)
        if (words.substr(1).starts_with(head.words) && words[1 + head.words.size()] == ' ' &&
            (!best || head.words.size() > best->words.size()))
            best = &head;
    return best;
}

Meaning weigh(std::string_view words, bool from_start) {
    const auto* head = head_of(words);
    if (!head) return {};
    const auto rest = words.substr(1 + head->words.size());
    if (rest == " ") return {head->meaning, from_start ? head->strength : qualified};
    if (head->meaning == "number") return {};
    if (only_of(fillers, rest)) return {head->meaning, head->strength == exact && from_start ? qualified : begins};
    if (head->meaning == "notes") return {head->meaning, begins}; // they may tell of an end, whatever they are about
    // Every other word may make it another thing ("Hạng sao phấn đấu"); a column that is not understood is named.
    const auto own = own_words(head->meaning);
    const bool is_own = only_known(rest, [&](std::string_view word) {
        return is_year(word) || std::find(std::begin(fillers), std::end(fillers), word) != std::end(fillers) ||
               std::find(own.begin(), own.end(), word) != own.end();
    });
    return is_own ? Meaning{head->meaning, begins} : Meaning{};
}

constexpr std::string_view kinds_of_decision[] = {
    "quyet dinh", "qd", "cong nhan", "giay chung nhan", "gcn", "decision"};
constexpr std::string_view kinds_of_producer[] = {"chu the", "co so", "don vi", "producer"};
constexpr std::string_view kinds_of_product[] = {"san pham", "product"};

// A short word that has its meaning from the heading above it.
struct Child {
    std::span<const std::string_view> parents;
    std::string_view words, meaning;
};

constexpr Child children[] = {
    {kinds_of_decision, "so", "decision"},
    {kinds_of_decision, "so hieu", "decision"},
    {kinds_of_decision, "number", "decision"},
    {kinds_of_decision, "no", "decision"},
    {kinds_of_decision, "ngay", "issued"},
    {kinds_of_decision, "ngay thang", "issued"},
    {kinds_of_decision, "ngay thang nam", "issued"},
    {kinds_of_decision, "ngay ban hanh", "issued"},
    {kinds_of_decision, "ngay cap", "issued"},
    {kinds_of_decision, "date", "issued"},
    {kinds_of_decision, "co quan", "issuer"},
    {kinds_of_decision, "don vi", "issuer"},
    {kinds_of_decision, "hieu luc", "valid_to"},
    {kinds_of_decision, "den ngay", "valid_to"},
    {kinds_of_producer, "ten", "producer"},
    {kinds_of_producer, "ten goi", "producer"},
    {kinds_of_producer, "name", "producer"},
    {kinds_of_product, "ten", "name"},
    {kinds_of_product, "ten goi", "name"},
    {kinds_of_product, "name", "name"},
    {kinds_of_product, "ma", "code"},
};

// "Tên sản phẩm (tiếng Anh)": the same fact in English has a meaning of its own; in another language it has none.
std::string_view in_its_language(std::string_view meaning, const std::string& words) {
    constexpr std::string_view english[] = {"tieng anh", "english", "en"};
    constexpr std::string_view vietnamese[] = {"tieng viet", "vietnamese"};
    constexpr std::string_view others[] = {"tieng trung",
                                           "tieng hoa",
                                           "tieng phap",
                                           "tieng nhat",
                                           "tieng han",
                                           "tieng nga",
                                           "tieng lao",
                                           "chinese",
                                           "french",
                                           "japanese",
                                           "korean",
                                           "russian"};
    if (has_any(words, vietnamese)) return meaning;
    if (has_any(words, others)) return {};
    if (!has_any(words, english) || meaning.ends_with("_en")) return meaning;
    return known_meaning(std::string(meaning) + "_en");
}

} // namespace

std::string_view known_meaning(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(heads), std::end(heads), [&](const Head& head) { return head.meaning == name; });
    return found == std::end(heads) ? std::string_view() : found->meaning;
}

std::vector<std::string> every_meaning() {
    std::set<std::string> names;
    for (const auto& head : heads)
        names.emplace(head.meaning);
    return {names.begin(), names.end()};
}

Meaning meaning_of(std::string_view heading) {
    if (heading.size() > 240) return {}; // a sentence
    const auto all = plain(heading, true);
    const auto words = plain(heading, false);
    auto found = weigh(words, true);
    // "Kết quả phân hạng": words in front that say nothing.
    for (std::string_view rest = words; found.name.empty() && rest.size() > 1;) {
        const auto end = rest.find(' ', 1);
        if (end == rest.npos || !only_of(openers, rest.substr(0, end + 1))) break;
        rest.remove_prefix(end);
        if (rest.size() > 1) found = weigh(rest, false);
    }
    if (found.name.empty() || is_about_something_else(all, found.name)) return {};
    found.name = in_its_language(found.name, all);
    return found.name.empty() ? Meaning{} : found;
}

// A paper that offices write down with its own number, day, office and last day.
bool is_of_other_paper(std::string_view heading, std::string_view meaning) {
    constexpr std::string_view papers[] = {"attp",
                                           "vsattp",
                                           "an toan",
                                           "ve sinh",
                                           "haccp",
                                           "iso",
                                           "vietgap",
                                           "globalgap",
                                           "gmp",
                                           "halal",
                                           "fda",
                                           "huu co",
                                           "organic",
                                           "kiem nghiem",
                                           "tu cong bo",
                                           "dkkd",
                                           "giay phep",
                                           "chung chi",
                                           "chung nhan khac",
                                           "nhan hieu",
                                           "so huu",
                                           "bao ho",
                                           "hop dong",
                                           "cccd",
                                           "cmnd",
                                           "cmt",
                                           "can cuoc",
                                           "ho chieu",
                                           "dang ky kinh doanh",
                                           "thue",
                                           "licence",
                                           "license",
                                           "permit",
                                           "trademark",
                                           "passport",
                                           "id card",
                                           "vung trong"};
    const auto words = plain(heading, true);
    return meaning.empty() ? has_any(words, papers) && !has_word(words, "ocop") : meaning == "self_declaration";
}

bool may_be_of(std::string_view paper, std::string_view heading, std::string_view meaning) {
    constexpr std::string_view of_a_paper[] = {"issued", "issuer", "valid_to"};
    constexpr std::string_view ours[] = {"qd", "quyet dinh", "decision", "cong nhan", "ocop", "sao", "hang"};
    constexpr std::string_view of_either[] = {"chung nhan", "gcn", "certificate"}; // "Số GCN ATTP | Ngày cấp GCN"
    const auto is_of_one = std::find(std::begin(of_a_paper), std::end(of_a_paper), meaning) != std::end(of_a_paper);
    if (!is_of_one) return false;
    const auto words = plain(heading, true);
    return !has_any(words, ours) && (!has_any(words, of_either) || has_any(plain(paper, true), of_either));
}

bool is_about_ending(std::string_view heading) {
    return has_any(plain(heading, true), words_of_end);
}

Meaning meaning_under(std::string_view parent, std::string_view child) {
    const auto above = plain(parent, true), below = plain(child, false);
    for (const auto& one : children)
        if (below == " " + std::string(one.words) + " " && has_any(above, one.parents) &&
            !is_about_something_else(above + plain(child, true), one.meaning))
            return {one.meaning, qualified};
    const auto own = meaning_of(child);
    if (own.strength >= qualified && !is_about_something_else(above, own.name)) return own;
    return meaning_of(std::string(parent) + " " + std::string(child));
}

} // namespace temsao::catalog
