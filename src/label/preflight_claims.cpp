// What the words of a label promise: stars, cures, and other languages beside Vietnamese.
#include "base/pieces.h"
#include "base/text.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr int most_stars = 5;
constexpr std::string_view star = "★";

struct Count {
    std::string_view word;
    int stars;
};

// "năm" is a year as well; in front of "sao" it is five.
constexpr Count counts[] = {{"một", 1}, {"hai", 2}, {"ba", 3}, {"bốn", 4}, {"năm", 5}};

// Behind "sao" these are about roasting: "3 sao 3 phơi", "sao vàng hạ thổ".
constexpr std::string_view roasting[] = {"phơi", "tẩm", "lần", "vàng hạ thổ"};

int count_of(std::string_view word) {
    if (word.size() == 1 && is_digit(word[0])) return word[0] - '0';
    for (const auto& one : counts)
        if (one.word == word) return one.stars;
    return 0;
}

bool is_about_roasting(std::string_view rest) {
    const auto next = rest.substr(0, std::min<std::size_t>(rest.size(), 24));
    return std::any_of(
        std::begin(roasting), std::end(roasting), [&](auto word) { return next.find(word) != next.npos; });
}

// "5 sao", "năm sao", "5-star", "★★★★★", "*****" -> 5; every number of stars that the key names.
std::vector<int> stars_named(const std::string& key) {
    std::vector<int> all;
    auto words = spaced(key);
    std::replace(words.begin(), words.end(), '-', ' ');
    for (const std::string_view sign : {" sao ", " star ", " stars "})
        for (auto at = words.find(sign); at != words.npos; at = words.find(sign, at + 1)) {
            const auto before = words.rfind(' ', at == 0 ? 0 : at - 1);
            const auto first = before == words.npos ? 0 : before + 1;
            const auto count = at == 0 ? 0 : count_of(std::string_view(words).substr(first, at - first));
            if (count > 0 && count <= most_stars &&
                !is_about_roasting(std::string_view(words).substr(at + sign.size())))
                all.push_back(count);
        }
    for (const std::string_view sign : {star, std::string_view("*")})
        for (auto at = key.find(sign); at != key.npos; at = key.find(sign, at + 1)) {
            int count = 0;
            for (; std::string_view(key).substr(at).starts_with(sign); at += sign.size())
                ++count;
            if (count >= 3 && count <= most_stars) all.push_back(count);
            if (at >= key.size()) break;
        }
    // "5sao", "5★"
    for (const std::string_view sign : {std::string_view("sao"), star, std::string_view("*")})
        for (auto at = key.find(sign); at != key.npos; at = key.find(sign, at + 1))
            if (at > 0 && is_digit(key[at - 1]) && (at < 2 || !is_digit(key[at - 2])) && key[at - 1] <= '5' &&
                key[at - 1] > '0')
                all.push_back(key[at - 1] - '0');
    return all;
}

// More stars beside the programme's name contradict the certificate; other numbers are a question.
void check_stars_in_words(const Label& label, Findings& findings) {
    const int certified = label.asked.record.stars;
    for (const auto& text : label.texts) {
        const auto named = stars_named(text.key);
        const auto most = named.empty() ? 0 : *std::max_element(named.begin(), named.end());
        if (most == 0 || std::all_of(named.begin(), named.end(), [&](int one) { return one == certified; })) continue;
        const bool of_programme = text.key.find("ocop") != text.key.npos;
        const auto shown = most == certified ? *std::min_element(named.begin(), named.end()) : most;
        label.report(findings,
                     of_programme && most > certified ? "STARS_IN_WORDS" : "STARS_DOUBTFUL",
                     {{text.text, std::to_string(shown), std::to_string(certified)},
                      text.box,
                      std::to_string(shown),
                      std::to_string(certified),
                      field_name(text)});
    }
}

constexpr std::string_view cures[] = {"chữa bệnh",
                                      "chữa khỏi",
                                      "chữa trị",
                                      "điều trị",
                                      "đặc trị",
                                      "trị bệnh",
                                      "trị dứt",
                                      "khỏi bệnh",
                                      "khỏi hẳn",
                                      "thần dược",
                                      "bách bệnh",
                                      "chống ung thư",
                                      "ngừa ung thư",
                                      "thay thế thuốc"};

// "Không có tác dụng thay thế thuốc chữa bệnh": denied earlier in the sentence.
bool is_denied(const std::string& key, std::size_t at) {
    const auto start = key.find_last_of(".;!?", at);
    const auto sentence =
        std::string_view(key).substr(start == key.npos ? 0 : start, at - (start == key.npos ? 0 : start));
    return sentence.find("không") != sentence.npos || sentence.find("chưa") != sentence.npos ||
           sentence.find("chẳng") != sentence.npos;
}

void check_cures(const Label& label, Findings& findings) {
    const auto herbs = label.asked.record.group == catalog::Group::medicinal;
    if (label.asked.goods ? !is_eaten(label) : !herbs) return;
    for (const auto& text : label.texts)
        for (const auto cure : cures) {
            const auto at = text.key.find(cure);
            if (at == text.key.npos || is_denied(text.key, at)) continue;
            const auto words = std::string(cure);
            label.report(findings, "HEALTH_CLAIM", {{words, text.text}, text.box, words, "", field_name(text)});
            break;
        }
}

void check_languages(const Label& label, Findings& findings) {
    for (const auto& other : label.drawing.fields) {
        constexpr std::string_view ending = "_en";
        if (other.is_art || !other.field.ends_with(ending)) continue;
        const auto name = other.field.substr(0, other.field.size() - ending.size());
        const auto* own = label.field(name);
        const auto heading = heading_of(name);
        if (!own && !found_in_words(label, name))
            label.report(findings, "LANGUAGE_ALONE", {{heading}, other.ink, "", heading, other.field});
        else if (own && other.style.size_pt > own->style.size_pt + 0.01)
            label.report(findings, "LANGUAGE_LARGER", {{heading}, other.ink, "", "", other.field});
    }
}

} // namespace

void check_claims(const Label& label, Findings& findings) {
    check_stars_in_words(label, findings);
    check_cures(label, findings);
    check_languages(label, findings);
}

} // namespace temsao::label
