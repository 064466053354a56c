#include "sheet/syllables.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace temsao::sheet {
namespace {

using namespace std::string_view_literals;

// A letter with its tone as a letter and a tone. Tones: 0 none, 1 acute, 2 grave, 3 hook, 4 tilde, 5 dot below.
struct Toned {
    char16_t base;
    int tone;
};

// The vowels of Vietnamese, each plain and with its five tones in that order.
constexpr std::u16string_view vowels = u"aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ";

const std::unordered_map<char16_t, Toned>& toned_letters() {
    static const auto table = [] {
        std::unordered_map<char16_t, Toned> all;
        for (std::size_t i = 0; i < vowels.size(); ++i)
            all[vowels[i]] = {vowels[i - i % 6], static_cast<int>(i % 6)};
        return all;
    }();
    return table;
}

// Every rime of the language, without tone, and at the end those in names of the highlands: Đắk Lắk, Krông Búk. Rimes
// that end in c, ch, k, p or t take only the acute or the dot below.
constexpr std::u16string_view rime_list =
    u"a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng "
    u"eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac "
    u"oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong "
    u"ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh uêu ui um "
    u"un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu uyp ư ưa ưc ưi ưm "
    u"ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh yt yn ak ăk âk ek êk ok ôk "
    u"uk ";

const std::unordered_set<std::u16string_view>& rimes() {
    static const auto table = [] {
        std::unordered_set<std::u16string_view> all;
        for (std::size_t start = 0; start < rime_list.size();) {
            const auto end = rime_list.find(u' ', start);
            all.insert(rime_list.substr(start, end - start));
            start = end + 1;
        }
        return all;
    }();
    return table;
}

// The longer ones first; "qu" and "gi" carry a vowel letter of their own.
constexpr std::array onsets{u"kr"sv, u"ngh"sv, u"ng"sv, u"nh"sv, u"gh"sv, u"gi"sv, u"kh"sv, u"ph"sv, u"qu"sv, u"th"sv,
                            u"tr"sv, u"ch"sv,  u"b"sv,  u"c"sv,  u"d"sv,  u"đ"sv,  u"g"sv,  u"h"sv,  u"k"sv,  u"l"sv,
                            u"m"sv,  u"n"sv,   u"p"sv,  u"r"sv,  u"s"sv,  u"t"sv,  u"v"sv,  u"x"sv,  u""sv};

bool front(char16_t c) {
    return c == u'e' || c == u'ê' || c == u'i' || c == u'y';
}

// c, g and ng are written k, gh and ngh before e, ê and i.
bool may_stand_before(std::u16string_view onset, char16_t first) {
    if (onset == u"k" || onset == u"gh" || onset == u"ngh") return front(first);
    if (onset == u"c" || onset == u"ng") return !front(first);
    if (onset == u"g") return first != u'e' && first != u'ê';
    return true;
}

bool is_rime(std::u16string_view rime, int tone) {
    if (!rimes().contains(rime)) return false;
    const auto last = rime.back();
    const bool stopped = last == u'c' || last == u'k' || last == u'p' || last == u't' || rime.ends_with(u"ch");
    return !stopped || tone == 1 || tone == 5;
}

// ă, â, ê, ô, ơ, ư: where a syllable has one of them, its tone stands there. "Sôì" is "Số" in CP1258.
bool is_marked(char16_t base) {
    return u"ăâêôơư"sv.find(base) != std::u16string_view::npos;
}

bool is_syllable(std::u16string_view word) {
    std::u16string plain;
    int tone = 0;
    char16_t with_tone = 0;
    for (const auto c : word) {
        const auto found = toned_letters().find(c);
        if (found == toned_letters().end()) {
            if (c > 0x7f && c != u'đ') return false;
            plain += c;
            continue;
        }
        if (found->second.tone != 0 && tone != 0) return false;
        if (found->second.tone != 0) {
            tone = found->second.tone;
            with_tone = found->second.base;
        }
        plain += found->second.base;
    }
    if (tone != 0 && !is_marked(with_tone) && std::any_of(plain.begin(), plain.end(), is_marked)) return false;
    for (const auto onset : onsets) {
        if (!std::u16string_view(plain).starts_with(onset)) continue;
        const auto rest = std::u16string_view(plain).substr(onset.size());
        if (rest.empty() ? onset == u"gi" : may_stand_before(onset, rest.front()) && is_rime(rest, tone)) return true;
    }
    return false;
}

// "QĐ", "HĐND": capital consonants with Đ. Not "ABCđ", which is the trade mark ABC® in TCVN3.
bool is_abbreviation(std::u16string_view word) {
    constexpr auto consonants = u"BCDFGHKLMNPQRSTVX\u0110"sv;
    return word.size() >= 2 && word.size() <= 6 && word.find_first_not_of(consonants) == word.npos;
}

// "cÃ": a capital after a small letter, as no Vietnamese word has it.
bool has_capital_inside(std::u16string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i)
        if (word[i - 1] >= u'a' && word[i - 1] <= u'z' && word[i] >= 0xC0 && word[i] <= 0xDE) return true;
    return false;
}

bool is_ascii_letter(char16_t c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

// Signs that stand in good text beside or between words.
bool is_common_sign(char16_t c) {
    return c == 0xA0 || c == 0xB0 || c == 0xB2 || c == 0xB3 || c == 0xD7 || c == 0xBD || c == 0xBC || c == 0xBE ||
           (c >= 0x2010 && c <= 0x2027) || c == 0x2030 || (c >= 0x2190 && c <= 0x27BF) || c == 0x200B || c == 0xFEFF;
}

// « and » only where quotes stand: at the start or the end of a word.
bool ends_word(std::u16string_view text, std::size_t i) {
    const auto c = text[i];
    if (c == 0xAB) return i == 0 || text[i - 1] == u' ';
    if (c == 0xBB) return i + 1 == text.size() || u" .,;:!?"sv.find(text[i + 1]) != std::u16string_view::npos;
    return c < 0x80 ? !is_ascii_letter(c) : is_common_sign(c);
}

} // namespace

WordCount count_words(std::string_view utf8) {
    WordCount count;
    const auto lower = to_utf16(to_lower(utf8));
    auto text = to_utf16(utf8);
    if (text.size() != lower.size()) text = lower; // letters such as İ
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        bool accented = false;
        for (; end < text.size() && !ends_word(text, end); ++end)
            accented = accented || text[end] > 0x7f;
        const auto word = std::u16string_view(text).substr(i, end - i);
        const bool is_right = accented && !has_capital_inside(word) &&
                              (is_syllable(std::u16string_view(lower).substr(i, end - i)) || is_abbreviation(word));
        if (accented) ++(is_right ? count.right : count.wrong);
        i = std::max(end, i + 1);
    }
    return count;
}

} // namespace temsao::sheet
