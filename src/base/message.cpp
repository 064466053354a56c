#include "base/message.h"

#include "base/called_options.h"
#include "base/check.h"
#include "base/date.h"
#include "base/pieces.h"
#include "base/sentences.h"
#include "base/text.h"

#include <algorithm>
#include <unordered_map>

namespace temsao {
namespace {

const Sentence* find(std::string_view id) {
    static const auto by_id = [] {
        std::unordered_map<std::string_view, const Sentence*> index;
        for (const auto* table : sentences::tables)
            for (const auto& sentence : *table)
                ENSURE(index.emplace(sentence.id, &sentence).second); // an id stands in one table, once
        return index;
    }();
    const auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : found->second;
}

// A day, in either of the two forms that facts have, as people write it. Anything else stays as it is.
std::string day_words(const std::string& fact, Lang lang) {
    if (const auto day = Date::parse_vietnamese(fact)) return day->shown(lang);
    if (const auto day = Date::parse_iso(fact)) return day->shown(lang);
    return make_showable(fact);
}

// 2026-12-01T12:00:00+07:00 to the minute, where it was said: 01/12/2026 12:00. Anything else as a day.
std::string moment_words(const std::string& fact, Lang lang) {
    constexpr std::size_t day_end = 10, clock = day_end + 1, minute_end = clock + 5; // of ISO 8601
    if (fact.size() < minute_end || fact[day_end] != 'T') return day_words(fact, lang);
    return day_words(fact.substr(0, day_end), lang) + " " + make_showable(fact.substr(clock, minute_end - clock));
}

// "0.78 mm" as people write it: with a comma in Vietnamese.
std::string figure_words(const std::string& fact, Lang lang) {
    auto words = make_showable(fact);
    if (lang == Lang::vi)
        for (std::size_t at = 1; at + 1 < words.size(); ++at)
            if (words[at] == '.' && is_digit(words[at - 1]) && is_digit(words[at + 1])) words[at] = ',';
    return words;
}

// The text for one place of a sentence, "0", "0:day", "0:moment", "0:figure", "0:state", "0:word", "0:brackets",
// "0:given|before|after" or "0|label|labels"; see base/sentences.h.
std::string filled(std::string_view place, const std::vector<std::string>& facts, Lang lang) {
    const auto number = static_cast<std::size_t>(place.front() - '0');
    ENSURE(number < facts.size());
    if (place.size() == 1) return make_showable(facts[number]);
    if (place.substr(1) == ":day") return day_words(facts[number], lang);
    if (place.substr(1) == ":moment") return moment_words(facts[number], lang);
    if (place.substr(1) == ":figure") return figure_words(facts[number], lang);
    if (place.substr(1) == ":brackets") return facts[number].empty() ? "" : " (" + make_showable(facts[number]) + ")";
    if (place.substr(1).starts_with(":given|")) {
        if (facts[number].empty()) return "";
        const auto words = split(place, '|');
        return std::string(words.at(1)).append(make_showable(facts[number])).append(words.at(2));
    }
    if (place.substr(1) == ":state") return say({"state." + facts[number], {}}, lang);
    if (place.substr(1) == ":word")
        return has_sentence(facts[number]) ? say({facts[number], {}}, lang) : make_showable(facts[number]);
    const auto one = place.find('|') + 1, many = place.find('|', one) + 1;
    return std::string(facts[number] == "1" ? place.substr(one, many - 1 - one) : place.substr(many));
}

constexpr std::string_view option_sign = "--";

// Words of a sentence between two facts. `is_begin`: the sentence begins with them.
std::string with_called_options(std::string_view words, bool is_begin, const CallOption& call_option) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz-";
    std::string text;
    for (std::size_t at = 0; at < words.size();) {
        const auto begin = at + option_sign.size();
        const bool is_option = words.substr(at).starts_with(option_sign) &&
                               (at == 0 ? is_begin : words[at - 1] == ' ') && begin < words.size() &&
                               letters.find(words[begin]) < letters.size() - 1;
        if (!is_option) {
            text += words[at++];
            continue;
        }
        at = std::min(words.find_first_not_of(letters, begin), words.size());
        text += call_option(words.substr(begin, at - begin));
    }
    return text;
}

} // namespace

bool has_sentence(std::string_view id) {
    return find(id) != nullptr;
}

std::string say(const Message& message, Lang lang) {
    return say(message, lang, {});
}

std::string say(const Message& message, Lang lang, const CallOption& call_option) {
    const auto* sentence = find(message.id);
    ENSURE(sentence != nullptr);
    const auto pattern = lang == Lang::vi ? sentence->vi : sentence->en;
    const bool calls = call_option && pattern.find("temsao ") == pattern.npos;
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = std::min(pattern.find('{', at), pattern.size());
        const auto words = pattern.substr(at, open - at);
        text += calls ? with_called_options(words, at == 0, call_option) : std::string(words);
        if (open == pattern.size()) break;
        const auto close = pattern.find('}', open);
        ENSURE(close != pattern.npos);
        const auto place = pattern.substr(open + 1, close - open - 1);
        auto fact = filled(place, message.facts, lang);
        if (calls && place.size() == 1 && (words == option_sign || words.ends_with(" --"))) {
            text.resize(text.size() - option_sign.size());
            fact = call_option(fact);
        }
        text += fact;
        at = close + 1;
    }
    return text;
}

} // namespace temsao
