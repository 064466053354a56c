#include "verify/printed_name.h"

#include "verify/printed_word.h"

#include <algorithm>
#include <utility>

namespace temsao::verify {
namespace {

using photo::PrintedWord;
using Words = std::vector<std::string>;

constexpr double as_large = 0.7; // of the largest print: still part of the name

Words words_of(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (auto kept = bare(word); !kept.empty()) words.push_back(std::move(kept));
    }
    return words;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto before = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j)
            before = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, before + (a[i - 1] != b[j - 1])}));
    }
    return row.back();
}

// The same but for a slip of the reader: one letter in four.
bool alike(const std::string& a, const std::string& b) {
    return distance(a, b) <= std::max(a.size(), b.size()) / 4;
}

// One letter, or less than half of them.
bool maybe_a_slip(const std::string& a, const std::string& b) {
    const auto apart = distance(a, b);
    return apart < 2 || 2 * apart < std::max(a.size(), b.size());
}

bool holds(const Words& words, const std::string& wanted) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return alike(word, wanted); });
}

bool beside(const PrintedWord& a, const PrintedWord& b) {
    const double gap = std::max(a.first.x - b.last.x, b.first.x - a.last.x);
    return on_one_line(a, b) && gap < std::max(height(a), height(b));
}

bool is_only_letters(const std::string& bare) {
    return bare.size() >= 2 && std::none_of(bare.begin(), bare.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A word of the name as it stands on the label.
struct NameWord {
    const PrintedWord* word;
    std::string bare;
};

// The largest print, as it is read: on our labels and on most the name of the goods. How tall a word is depends on its
// letters ("cơm", "Hạnh"), so those beside a large one belong to it. Words with figures tell an amount.
std::vector<NameWord> largest_print(const std::vector<PrintedWord>& printed) {
    double tallest = 0;
    for (const auto& word : printed)
        if (is_sure(word) && bare(word.text).size() >= 2) tallest = std::max(tallest, height(word));
    const auto is_tall = [&](const PrintedWord& word) { return height(word) >= as_large * tallest; };
    std::vector<NameWord> name;
    for (const auto& word : printed)
        if (is_tall(word) || std::any_of(printed.begin(), printed.end(), [&](const auto& other) {
                return is_sure(other) && is_tall(other) && beside(word, other);
            }))
            if (auto kept = bare(word.text); is_only_letters(kept)) name.push_back({&word, std::move(kept)});
    std::sort(name.begin(), name.end(), [](const auto& a, const auto& b) { return middle(*a.word) < middle(*b.word); });
    for (auto line = name.begin(); line != name.end();) {
        const auto end = std::find_if(
            line, name.end(), [&](const auto& one) { return middle(*one.word) - middle(*line->word) > tallest / 2; });
        std::sort(line, end, [](const auto& a, const auto& b) { return a.word->first.x < b.word->first.x; });
        line = end;
    }
    return name;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
using Relation = bool (*)(const std::string&, const std::string&);

// Which words of the one are which of the other, as many as can be in order.
Pairs in_order(const Words& listed, const std::vector<NameWord>& name, Relation is_same) {
    const std::size_t across = name.size() + 1;
    std::vector<std::size_t> most((listed.size() + 1) * across); // from there on
    for (auto i = listed.size(); i-- > 0;)
        for (auto j = name.size(); j-- > 0;)
            most[i * across + j] = is_same(listed[i], name[j].bare)
                                       ? most[(i + 1) * across + j + 1] + 1
                                       : std::max(most[(i + 1) * across + j], most[i * across + j + 1]);
    Pairs pairs;
    for (std::size_t i = 0, j = 0; i < listed.size() && j < name.size();)
        if (is_same(listed[i], name[j].bare))
            pairs.emplace_back(i++, j++);
        else if (most[(i + 1) * across + j] >= most[i * across + j + 1])
            ++i;
        else
            ++j;
    return pairs;
}

// Words that follow one another stand so anywhere on the label, half of them at least: a brand may be larger than the
// name. One word alone, as "nước", stands in many places.
bool stand_somewhere(const Words& words, const std::vector<PrintedWord>& printed) {
    std::size_t together = 0;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        together += std::any_of(printed.begin(), printed.end(), [&](const auto& one) {
            return alike(bare(one.text), words[i]) &&
                   std::any_of(printed.begin(), printed.end(), [&](const auto& next) {
                       return next.first.x > one.first.x && beside(one, next) && alike(bare(next.text), words[i + 1]);
                   });
        });
    return words.size() >= 2 && 2 * together + 1 >= words.size();
}

// Words of the producer's name do not belong to the product's name, unless the list says so.
std::vector<NameWord> name_on(const std::vector<PrintedWord>& printed, const Words& listed, const Words& producer) {
    auto name = largest_print(printed);
    const auto is_producers = [&](const NameWord& one) {
        return std::find(producer.begin(), producer.end(), one.bare) != producer.end() && !holds(listed, one.bare);
    };
    name.erase(std::remove_if(name.begin(), name.end(), is_producers), name.end());
    return name;
}

// No word of the listed name is read: what is read must be most of a name, and far from it.
bool is_other_as_a_whole(const Words& listed, const std::vector<NameWord>& name) {
    constexpr std::size_t least_letters = 6;
    std::string wanted, read;
    for (const auto& word : listed)
        wanted += word;
    std::size_t unsure = 0;
    for (const auto& [word, kept] : name)
        if (is_sure(*word))
            read += kept;
        else
            ++unsure;
    return read.size() >= least_letters && 2 * unsure <= name.size() &&
           2 * distance(read, wanted) > std::max(read.size(), wanted.size());
}

// Words of the list that are missing between two that are read, or at an end, and what stands there instead.
struct Gap {
    Words missing;
    std::vector<NameWord> instead;
    bool is_at_an_end; // other print may follow there
};

std::vector<Gap> gaps_of(const Words& listed, const std::vector<NameWord>& name, const Pairs& pairs) {
    constexpr std::size_t most_more = 2; // words: at either end, words further away are not part of the name
    const auto is_in_name = [&](const std::string& word) {
        return std::any_of(name.begin(), name.end(), [&](const NameWord& one) { return alike(one.bare, word); });
    };
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i <= pairs.size(); ++i) {
        const bool is_first = i == 0, is_last = i == pairs.size();
        Gap gap{{}, {}, is_first || is_last};
        const auto until = is_last ? listed.size() : pairs[i].first;
        for (auto word = is_first ? 0 : pairs[i - 1].first + 1; word < until; ++word)
            if (!is_in_name(listed[word])) gap.missing.push_back(listed[word]);
        auto from = is_first ? 0 : pairs[i - 1].second + 1, to = is_last ? name.size() : pairs[i].second;
        const auto most = gap.missing.size() + most_more;
        if (is_first && to - from > most) from = to - most;
        if (is_last && to - from > most) to = from + most;
        for (; from < to; ++from)
            gap.instead.push_back(name[from]);
        gaps.push_back(std::move(gap));
    }
    return gaps;
}

// When words that may be slips of one another are taken away, some of the list's and enough sure letters stay.
bool is_replaced(const Gap& gap) {
    const auto slips = in_order(gap.missing, gap.instead, maybe_a_slip);
    std::size_t letters = 0;
    for (std::size_t i = 0; i < gap.instead.size(); ++i)
        if (is_sure(*gap.instead[i].word) &&
            std::none_of(slips.begin(), slips.end(), [&](const auto& pair) { return pair.second == i; }))
            letters += gap.instead[i].bare.size();
    return slips.size() < gap.missing.size() && letters >= (gap.is_at_an_end ? 3u : 2u);
}

} // namespace

std::optional<std::string> other_name(const std::vector<PrintedWord>& printed, const catalog::Product& product) {
    const auto listed = words_of(product.name);
    const auto name = name_on(printed, listed, words_of(product.producer));
    const auto pairs = in_order(listed, name, alike);
    bool is_other = false;
    if (pairs.empty()) {
        is_other = is_other_as_a_whole(listed, name) && !stand_somewhere(listed, printed);
    } else {
        const auto gaps = gaps_of(listed, name, pairs);
        is_other = std::any_of(gaps.begin(), gaps.end(), [&](const Gap& gap) {
            return is_replaced(gap) && !stand_somewhere(gap.missing, printed);
        });
    }
    if (!is_other) return {};
    std::string shown;
    for (const auto& one : name)
        shown += (shown.empty() ? "" : " ") + one.word->text;
    return shown;
}

} // namespace temsao::verify
