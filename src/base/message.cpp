#include "base/message.h"

#include "base/check.h"
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

// What stands for "0": that fact; for "0|label|labels": the word that goes with it as a number.
std::string filled(std::string_view place, const std::vector<std::string>& facts) {
    const auto number = static_cast<std::size_t>(place.front() - '0');
    ENSURE(number < facts.size());
    if (place.size() == 1) return make_showable(facts[number]);
    const auto one = place.find('|') + 1, many = place.find('|', one) + 1;
    return std::string(facts[number] == "1" ? place.substr(one, many - 1 - one) : place.substr(many));
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
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = std::min(pattern.find('{', at), pattern.size());
        text += pattern.substr(at, open - at);
        if (open == pattern.size()) break;
        const auto close = pattern.find('}', open);
        ENSURE(close != pattern.npos);
        text += filled(pattern.substr(open + 1, close - open - 1), message.facts);
        at = close + 1;
    }
    return text;
}

} // namespace temsao
