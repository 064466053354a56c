#include "catalog/contradictions.h"

#include "base/pieces.h"
#include "base/text.h"
#include "catalog/same_name.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace temsao::catalog {
namespace {

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    if (text.empty() || text.size() > 6 || !is_only_digits(text)) return {};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// Words without the signs around them, in bare letters: "(12 SP)" is "12", "sp".
std::vector<std::string> bare_words(std::string_view text) {
    auto key = bare_key(text);
    std::replace_if(
        key.begin(),
        key.end(),
        [](char c) { return std::string_view("()[]:;,.|/\"").find(c) != std::string_view::npos; },
        ' ');
    std::vector<std::string> words;
    for (auto rest = std::string_view(key); !rest.empty();)
        if (const auto word = next_piece(rest, ' '); !word.empty()) words.emplace_back(word);
    return words;
}

// The one number of stars that a title or a group names: none of "từ 3 sao trở lên", "3 sao và 4 sao", "từ 3 lên 4
// sao".
std::optional<int> stars_named(const std::string& text) {
    const auto words = bare_words(text);
    std::set<int> named;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (const auto number = whole_number(words[i]); number && words[i + 1] == "sao" && *number >= 1 && *number <= 5)
            named.insert(*number);
    constexpr std::string_view open[] = {"tro", "tu", "den", "nang", "len", "duoi", "tren", "ke", "de", "phan", "va"};
    const bool is_open = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(std::begin(open), std::end(open), word) != std::end(open);
    });
    return named.size() == 1 && !is_open ? std::optional(*named.begin()) : std::nullopt;
}

// "Tổng cộng: 159 sản phẩm" -> 159; the first one counts.
std::optional<int> products_named(const std::string& text) {
    const auto words = bare_words(text);
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (const auto number = whole_number(words[i]);
            number && (words[i + 1] == "sp" || words[i + 1] == "products" ||
                       (words[i + 1] == "san" && i + 2 < words.size() && words[i + 2] == "pham")))
            return number;
    return {};
}

// The year within a decision's number; its first figure is the decision's own, which may be 2024 too.
std::optional<int> year_named(std::string_view decision) {
    while (!decision.empty()) {
        auto word = next_piece(decision, ' ');
        if (is_only_digits(next_piece(word, '/')) && word.find_first_not_of("0123456789/") == word.npos)
            continue; // a day
        while (!word.empty())
            if (const auto year = whole_number(next_piece(word, '/')); year && *year >= 2013 && *year <= 2099)
                return year;
    }
    return {};
}

class Contradictions {
public:
    Contradictions(const Table& table, const Columns& columns, const Rows& kinds, const std::vector<ListRow>& rows)
        : table_(table),
          columns_(columns),
          kinds_(kinds),
          rows_(rows) {
        for (const auto& row : rows)
            read_[row.row - 1] = &row;
    }

    std::vector<RowRemark> all() {
        compare_stars();
        compare_days();
        compare_years();
        compare_totals();
        look_at_numbers();
        return std::move(remarks_);
    }

private:
    // `sentence`: the code, and what follows a full stop where one code is told in several ways.
    void tell(std::size_t row, std::string_view sentence, std::vector<std::string> facts) {
        const std::string code(sentence.substr(0, sentence.find('.')));
        remarks_.push_back(
            {row + 1, {Axis::list, code, Severity::check, std::move(facts), "", {}, std::string(sentence)}});
    }

    // The title's stars hold for all rows, a group's up to the next group.
    void compare_stars() {
        std::optional<int> of_title, of_group;
        std::string title, group;
        std::vector<std::size_t> below, other;
        const auto end_of_part = [&] {
            tell_stars(other, below.size(), of_group ? group : title);
            below.clear();
            other.clear();
        };
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (row < columns_.header_row) {
                if (const auto named = stars_named(kinds_.words(row))) of_title = named, title = kinds_.words(row);
            } else if (kinds_.kind(row) == RowKind::group) {
                end_of_part();
                group = kinds_.words(row);
                of_group = stars_named(group);
            } else if (const auto found = read_.find(row); found != read_.end()) {
                const auto wanted = of_group ? of_group : of_title;
                below.push_back(row);
                if (wanted && found->second->product.certificates.front().stars != *wanted) other.push_back(row);
            }
        }
        end_of_part();
    }

    void tell_stars(const std::vector<std::size_t>& other, std::size_t all, const std::string& words) {
        if (other.size() > 1 && other.size() * 2 > all)
            return tell(other.front(), "GROUP_STARS_DIFFER.many", {std::to_string(other.size()), words});
        for (const auto row : other) {
            const auto& product = read_.at(row)->product;
            tell(row, "GROUP_STARS_DIFFER", {product.name, std::to_string(product.certificates.front().stars), words});
        }
    }

    // Districts number their decisions each for itself: without an issuer only days close to each other are compared.
    void compare_days() {
        constexpr int most_apart = 31;
        constexpr std::size_t most_days = 3; // more of them are told at once
        std::map<std::string, std::map<Date, std::vector<const ListRow*>>> decisions;
        for (const auto& row : rows_)
            if (const auto& one = row.product.certificates.front(); !one.decision.empty())
                decisions[one.decision + "\n" + issuer_key(one.issuer) + "\n" + std::to_string(one.issued.year())]
                         [one.issued]
                             .push_back(&row);
        for (const auto& [key, days] : decisions) {
            if (days.size() < 2) continue;
            const auto& any = *days.begin()->second.front();
            if (const auto& one = any.product.certificates.front(); days.size() > most_days && !one.issuer.empty()) {
                tell(any.row - 1, "DECISION_DAYS_DIFFER.many", {one.decision, std::to_string(days.size())});
                continue;
            }
            const auto usual = std::max_element(days.begin(), days.end(), [](const auto& a, const auto& b) {
                return a.second.size() < b.second.size();
            });
            for (const auto& [day, rows] : days) {
                const auto& one = rows.front()->product.certificates.front();
                const bool is_far = one.issuer.empty() && std::abs(day.days_since(usual->first)) > most_apart;
                if (day == usual->first || is_far) continue;
                tell(rows.front()->row - 1,
                     "DECISION_DAYS_DIFFER",
                     {one.decision, day.vietnamese(), usual->first.vietnamese(), std::to_string(usual->second.size())});
            }
        }
    }

    // "12/2024/QĐ-UBND", "12/QĐ-UBND/2024".
    void compare_years() {
        const auto column = columns_.place.find("decision");
        if (column == columns_.place.end()) return;
        for (const auto& row : rows_) {
            const auto& cells = table_.rows[row.row - 1];
            const auto& issued = row.product.certificates.front().issued;
            if (column->second >= cells.size()) continue;
            if (const auto year = year_named(cells[column->second].text); year && *year != issued.year())
                tell(row.row - 1,
                     "DECISION_YEAR_DIFFERS",
                     {row.product.name, cells[column->second].text, issued.vietnamese()});
        }
    }

    // Against all products above, and those since the last group and the last total, whichever the number means.
    void compare_totals() {
        std::size_t all = 0, since_group = 0, since_total = 0;
        for (std::size_t row = columns_.header_row; row < table_.rows.size(); ++row) {
            const auto kind = kinds_.kind(row);
            if (kind == RowKind::product) ++all, ++since_group, ++since_total;
            if (kind == RowKind::group) since_group = 0;
            if (kind != RowKind::total) continue;
            const auto words = kinds_.words(row);
            const auto number = products_named(words);
            const auto is = [&](std::size_t count) { return count == static_cast<std::size_t>(*number); };
            if (number && !names_stars(words) && !is(all) && !is(since_group) && !is(since_total))
                tell(row, "TOTAL_DIFFERS", {words, std::to_string(all)});
            since_total = 0;
        }
    }

    static bool names_stars(const std::string& words) {
        const auto all = bare_words(words);
        return std::find(all.begin(), all.end(), "sao") != all.end();
    }

    // 1, 2, 4: a row may be missing. Not where numbers come twice, since each group may have its own, nor where more
    // than a tenth is left out: then it is a part of a longer list.
    void look_at_numbers() {
        const auto column = columns_.place.find("number");
        if (column == columns_.place.end()) return;
        std::map<int, std::size_t> rows; // by number
        for (std::size_t row = columns_.header_row; row < table_.rows.size(); ++row) {
            if (kinds_.kind(row) != RowKind::product) continue;
            const auto& cells = table_.rows[row];
            const auto number = column->second < cells.size() ? whole_number(cells[column->second].text) : std::nullopt;
            if (!number || !rows.emplace(*number, row).second) return;
        }
        if (rows.empty()) return;
        const auto first = rows.begin()->first, last = rows.rbegin()->first;
        const auto left_out = static_cast<std::size_t>(last - first + 1) - rows.size();
        if (left_out == 0 || left_out > std::max<std::size_t>(1, rows.size() / 10)) return;
        int missing = first;
        while (rows.contains(missing))
            ++missing;
        Finding finding{Axis::list, "NUMBERS_LEAVE_OUT", Severity::info, {std::to_string(missing)}, ""};
        if (left_out > 1) {
            finding.sentence = "NUMBERS_LEAVE_OUT.many";
            finding.facts.push_back(std::to_string(left_out - 1));
        }
        remarks_.push_back({rows.upper_bound(missing)->second + 1, std::move(finding)});
    }

    const Table& table_;
    const Columns& columns_;
    const Rows& kinds_;
    const std::vector<ListRow>& rows_;
    std::map<std::size_t, const ListRow*> read_; // by row, counted from 0
    std::vector<RowRemark> remarks_;
};

} // namespace

std::vector<RowRemark>
contradictions(const Table& table, const Columns& columns, const Rows& kinds, const std::vector<ListRow>& rows) {
    return Contradictions(table, columns, kinds, rows).all();
}

} // namespace temsao::catalog
