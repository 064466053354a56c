// What guessers try first. The words are those that published counts of leaked passwords name again and again (the
// yearly lists of NordPass and SplashData, 2019-2024), the Vietnamese ones among them, and the words of this trade.
#include "base/password.h"
#include "base/text.h"

#include <algorithm>
#include <set>

namespace temsao {
namespace {

constexpr std::size_t least_weight = 8;  // of what is left when words and runs count as two letters each
constexpr std::size_t least_letters = 5; // different ones

constexpr std::string_view common_words[] = {
    "password",  "passwort",  "passw",     "matkhau",   "iloveyou",  "loveyou",       "anhyeuem", "emyeuanh",
    "yeuem",     "yeuanh",    "qwerty",    "azerty",    "admin",     "administrator", "welcome",  "letmein",
    "dragon",    "monkey",    "football",  "baseball",  "sunshine",  "princess",      "superman", "batman",
    "master",    "shadow",    "michael",   "login",     "secret",    "whatever",      "trustno",  "starwars",
    "pokemon",   "liverpool", "chelsea",   "barcelona", "vietnam",   "hanoi",         "saigon",   "hochiminh",
    "danang",    "haiphong",  "hatinh",    "cantho",    "nghean",    "nguyen",        "ocop",     "temsao",
    "sanpham",   "khongco",   "khongbiet", "computer",  "internet",  "samsung",       "google",   "facebook",
    "zalo",      "tiktok",    "hello",     "changeme",  "default",   "guest",         "office",   "producer",
    "inspector", "congty",    "giadinh",   "hanhphuc",  "thanhcong", "conyeu",        "test",     "abcd",
    "freedom",   "flower",    "summer",    "winter",    "ninja",     "mustang",       "access",   "killer",
    "jordan",    "hunter",    "charlie",   "daniel",    "thomas",    "jessica",       "ashley",   "donald",
    "lovely",    "cookie",    "banana",    "orange",    "asdfgh",    "zxcvbn",        "qazwsx",   "minhanh",
    "tuananh",   "hoanganh",  "phuong",
};

// Runs along a keyboard, and along the alphabet, in either direction.
constexpr std::string_view rows[] = {"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz"};

// How many letters from `at` on stand side by side in `row`, forwards or backwards.
std::size_t run_in(std::string_view row, std::string_view text, std::size_t at) {
    std::size_t longest = 0;
    for (const int step : {1, -1}) {
        std::size_t count = 0;
        for (auto place = static_cast<std::ptrdiff_t>(row.find(text[at]));
             place >= 0 && place < static_cast<std::ptrdiff_t>(row.size()) && at + count < text.size() &&
             row[static_cast<std::size_t>(place)] == text[at + count];
             place += step)
            ++count;
        longest = std::max(longest, count);
    }
    return longest;
}

// The letters from `at` on that cost a guesser no more than two: a word, a run, a year. 0: none.
std::size_t cheap_letters(std::string_view text, std::size_t at, std::string_view owner) {
    constexpr std::size_t least_run = 3, least_owner = 3;
    const auto rest = text.substr(at);
    std::size_t longest = owner.size() >= least_owner && rest.starts_with(owner) ? owner.size() : 0;
    for (const auto word : common_words)
        if (rest.starts_with(word)) longest = std::max(longest, word.size());
    for (const auto row : rows)
        if (const auto run = run_in(row, text, at); run >= least_run) longest = std::max(longest, run);
    const auto same = std::min(rest.find_first_not_of(rest.front()), rest.size());
    if (same >= least_run) longest = std::max(longest, same);
    const auto is_digit = [&](std::size_t place) { return rest[place] >= '0' && rest[place] <= '9'; };
    if (rest.size() >= 4 && (rest.starts_with("19") || rest.starts_with("20")) && is_digit(2) && is_digit(3))
        longest = std::max<std::size_t>(longest, 4);
    return longest;
}

std::size_t weight_of(std::string_view text, std::string_view owner) {
    std::size_t weight = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto cheap = cheap_letters(text, at, owner);
        weight += cheap > 0 ? 2 : 1;
        at += std::max<std::size_t>(cheap, 1);
    }
    return weight;
}

// Letters and digits alone, small and without accents; others are left out, and counted, each kind once.
std::string bare_letters(std::string_view password, std::size_t& others) {
    std::string letters;
    std::set<char> seen;
    auto key = bare_key(password);
    std::replace(key.begin(), key.end(), '@', '4'); // both stand for "a", and these for "s"
    std::replace(key.begin(), key.end(), '$', '5');
    for (const char c : key)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0)
            letters += c;
        else
            seen.insert(c);
    others = seen.size();
    return letters;
}

std::string with_letters_for_digits(std::string text) {
    for (auto& c : text)
        if (const auto place = std::string_view("013457").find(c); place != std::string_view::npos)
            c = std::string_view("oieast")[place];
    return text;
}

} // namespace

bool is_easily_guessed(std::string_view password, std::string_view owner) {
    std::size_t others = 0, ignored = 0;
    const auto letters = bare_letters(password, others);
    const auto name = bare_letters(owner, ignored);
    if (std::set<char>(letters.begin(), letters.end()).size() + others < least_letters) return true;
    return std::min(weight_of(letters, name), weight_of(with_letters_for_digits(letters), name)) + others <
           least_weight;
}

} // namespace temsao
