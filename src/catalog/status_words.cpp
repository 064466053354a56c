#include "catalog/status_words.h"

#include "base/pieces.h"
#include "base/text.h"
#include "catalog/ending_words.h"
#include "catalog/plain_words.h"
#include "catalog/read_cells.h"
#include "catalog/written_day.h"

#include <algorithm>
#include <charconv>

namespace temsao::catalog {
namespace {

int year_in(std::string_view decision) { // of 9/2022/QĐ-UBND
    const auto slash = decision.find('/');
    int year = 0;
    if (slash != decision.npos && slash + 5 < decision.size() && decision[slash + 5] == '/')
        std::from_chars(decision.data() + slash + 1, decision.data() + slash + 5, year);
    return year;
}

// One text, and what its words say.
class Reader {
public:
    Reader(std::string_view text, const Beside& beside)
        : text_(plain_text(text)),
          beside_(beside),
          asks_(text.find('?') != text.npos) {
        for (std::size_t place = 0; place + 1 < size(); ++place) // "Decision No. 9/QĐ-UBND" goes on
            if (is_one_of(place, ending::decision_nouns) && !text_.words[place + 1].decision.empty())
                text_.words[place].is_last = false;
        reason_ = size();
        for (std::size_t place = 0; place < size() && reason_ == size(); ++place)
            if (is_one_of(place, ending::reason_words) && !leads_to_decision(place + 1)) reason_ = place;
        find_endings();
    }

    // The gravest clear statement; `needs_decision`: only one that names its decision.
    std::optional<SaidStatus> ending(bool needs_decision) const {
        std::optional<SaidStatus> gravest;
        for (const auto& one : endings_) {
            const auto claim = claim_of(one);
            if (!claim.is_plain || !is_clear(one) || !fits(claim)) continue;
            if ((needs_decision || one.needs_decision) && claim.decision.empty()) continue;
            if (!gravest || graver(one.status, gravest->status)) gravest = SaidStatus{one.status, claim.decision, {}};
        }
        return gravest;
    }

    bool has_ending() const { return !endings_.empty(); }

    bool has_grave_word() const { return has_any(ending::grave, size()); }

    // Each clause says that the certificate is in force, or that what would end it did not happen.
    std::optional<SaidStatus> in_force() const {
        if (size() == 0 || asks_ || lowers_stars()) return {};
        SaidStatus said;
        for (std::size_t from = 0, to = 0; from < size(); from = to) {
            to = clause_end(from);
            if (is_in_force(from, to, said.until)) continue;
            if (has_any(ending::doubts, to, nullptr, from) || has_any(ending::grave, to, nullptr, from) ||
                !is_denied(from, to))
                return {};
        }
        return said;
    }

    // "Hết hạn", and nothing else.
    bool is_over() const {
        return !asks_ && std::any_of(std::begin(ending::over), std::end(ending::over), [&](auto phrase) {
            return size() > 0 && text_.at(0, phrase) == size();
        });
    }

    // More stars than the row has, by words that wish for nothing: "nâng hạng 4 sao", but not "tiềm năng 5 sao".
    bool tells_more_stars() const {
        if (beside_.stars == 0 || has_any(ending::doubts, size()) || has("tiềm năng") || has("phấn đấu")) return false;
        int last = 0;
        for (std::size_t place = 0; place + 1 < size(); ++place)
            if (const auto stars = read_stars(text_.words[place].key + " " + text_.words[place + 1].key)) last = *stars;
        return last > beside_.stars;
    }

    bool tells_change() const { return has_any(ending::changing, size()) || tells_more_stars() || renews_by_another(); }

    // "có giá trị đến 31/12/2028": the last day that follows such a word.
    std::optional<Date> until() const {
        std::vector<Date> days;
        for (std::size_t place = 0; place < size(); ++place) {
            if (text_.at(place, "đến") == 0 && text_.at(place, "tới") == 0 && text_.at(place, "until") == 0) continue;
            auto next = place + 1;
            while (next < size() && longest(next, ending::until) > 0 && days_at(next, days) == 0)
                next += longest(next, ending::until);
            days_at(next, days);
        }
        return days.empty() ? std::nullopt : std::optional(days.back());
    }

    bool is_understood() const { return is_harmless() || in_force().has_value(); }

    // It replaces another one, and says no more than that.
    bool replaces_another() const { return replaces_ && is_harmless(); }

    bool lowers_stars() const {
        for (std::size_t place = 0; place < size(); ++place) {
            if (is_one_of(place, ending::lowering)) return true;
            if (is_one_of(place, ending::now_fewer) && place + 2 < size() &&
                read_stars(text_.words[place + 1].key + " " + text_.words[place + 2].key))
                return true;
        }
        return false;
    }

    // Another decision than the certificate's own, in words that we do not know.
    bool names_an_unknown_decision() const {
        const bool names = std::any_of(text_.words.begin(), text_.words.end(), [&](const PlainWord& word) {
            return !word.decision.empty() && word.decision != beside_.decision;
        });
        return names && (asks_ || !is_harmless());
    }

    // For titles and groups: an end that is neither denied nor left out.
    bool speaks_of_ending() const {
        if (has_any(ending::not_granted, size())) return true;
        const bool speaks = has_grave_word() || std::any_of(endings_.begin(), endings_.end(), [](const Ending& one) {
                                return one.status != Status::superseded;
                            });
        if (!speaks || text_.has("trừ", 0, size()) || text_.has("không gồm", 0, size())) return false;
        return std::none_of(
            endings_.begin(), endings_.end(), [&](const Ending& one) { return has_denial_before(one.place); });
    }

    bool has(std::string_view phrase) const { return text_.has(phrase, 0, size()); }

private:
    struct Ending { // words that end a certificate, where and how many
        std::size_t place, count;
        Status status;
        bool needs_decision;
    };

    // What stands around an ending, as far as it is one of the closed lists.
    struct Claim {
        bool is_plain = false;
        std::string decision;
        std::vector<Date> days;
    };

    std::size_t size() const { return text_.words.size(); }

    // The number of words of the longest of the phrases at `place`.
    template <class Words>
    std::size_t longest(std::size_t place, const Words& phrases) const {
        std::size_t most = 0;
        for (const auto phrase : phrases)
            most = std::max(most, text_.at_loosely(place, phrase));
        return most;
    }

    template <class Words>
    bool is_one_of(std::size_t place, const Words& phrases) const {
        return longest(place, phrases) > 0;
    }

    // Strictly: of words typed with accents, "cho" is not "chờ".
    template <class Words>
    bool has_any(const Words& phrases, std::size_t to, const Ending* but = nullptr, std::size_t from = 0) const {
        for (const auto phrase : phrases)
            for (std::size_t place = from; place < to; ++place) {
                const auto count = text_.at(place, phrase);
                const bool within = but && place >= but->place && place + count <= but->place + but->count;
                if (count > 0 && place + count <= to && !within) return true;
            }
        return false;
    }

    bool is_denial(std::size_t place) const {
        return is_one_of(place, ending::denials) &&
               !(text_.words[place].key == "no" && place + 1 < size() && !text_.words[place + 1].decision.empty());
    }

    bool has_denial_before(std::size_t end) const {
        for (std::size_t place = 0; place < end; ++place)
            if (is_denial(place) && !is_within_ending(place)) return true;
        return false;
    }

    bool is_within_ending(std::size_t place) const {
        return std::any_of(endings_.begin(), endings_.end(), [&](const Ending& one) {
            return place >= one.place && place < one.place + one.count;
        });
    }

    bool leads_to_decision(std::size_t place) const {
        while (place < size() && text_.words[place].decision.empty()) {
            const auto count = longest(place, ending::decision_nouns);
            if (count == 0) return false;
            place += count;
        }
        return place < size();
    }

    // "đưa tên ra khỏi"
    std::size_t removal_at(std::size_t place) const {
        auto end = place + longest(place, ending::removing);
        if (end == place) return 0;
        end += longest(end, ending::removed_name);
        end += longest(end, ending::out);
        const auto last = longest(end, ending::from);
        return last > 0 ? end + last - place : 0;
    }

    void find_endings() {
        for (std::size_t place = 0; place < size(); ++place) {
            if (is_within_ending(place)) continue;
            if (const auto count = removal_at(place); count > 0) {
                endings_.push_back({place, count, Status::delisted, false});
                continue;
            }
            for (const auto& phrase : ending::phrases) {
                const auto count = text_.at_loosely(place, phrase.words);
                if (count == 0) continue;
                if (phrase.words == "thay thế" && !is_passive(place, count))
                    replaces_ = true;
                else
                    endings_.push_back({place, count, phrase.status, phrase.needs_decision});
                break;
            }
        }
    }

    // "được thay thế", "thay thế bởi 5/QĐ-UBND": this certificate was replaced. "thay thế cho 1/QĐ-UBND": it replaces.
    bool is_passive(std::size_t place, std::size_t count) const {
        const auto next = place + count;
        if (next < size() && text_.at(next, "cho") > 0) return false;
        if (place > 0 && (text_.at(place - 1, "được") > 0 || text_.at(place - 1, "bị") > 0)) return true;
        if (next == size() || text_.words[next - 1].is_last) return true;
        return text_.at(next, "bởi") > 0 || text_.at(next, "bằng") > 0 || text_.at(next, "theo") > 0;
    }

    // Nothing in the text takes the ending back, wishes for it, or tells of a new certificate.
    bool is_clear(const Ending& one) const {
        if (asks_ || replaces_ || one.place >= reason_ || has_any(ending::doubts, reason_, &one) ||
            has_any(ending::renewals, size()) || (one.needs_decision && endings_.size() > 1))
            return false;
        for (std::size_t place = 0; place < reason_; ++place)
            if (is_denial(place) && (place < one.place || place >= one.place + one.count)) return false;
        return true;
    }

    // A decision that ends this certificate is another one, later than it, and known when the list was made.
    bool fits(const Claim& claim) const {
        for (const auto& day : claim.days)
            if ((beside_.issued && day <= *beside_.issued) || (beside_.as_of && day > *beside_.as_of)) return false;
        const auto year = year_in(claim.decision);
        if (year > 0 &&
            ((beside_.issued && year < beside_.issued->year()) || (beside_.as_of && year > beside_.as_of->year())))
            return false;
        return claim.decision.empty() || claim.decision != beside_.decision || !claim.days.empty();
    }

    Claim claim_of(const Ending& one) const {
        Claim claim;
        if (!read_behind(one, claim)) return {};
        std::string before;
        if (!read_before(one, claim, before)) return {};
        if (claim.decision.empty()) claim.decision = before;
        claim.is_plain = true;
        return claim;
    }

    // "giấy chứng nhận theo Quyết định số 9/QĐ-UBND ngày 05/06/2026 của UBND tỉnh". A decision without such a word
    // before it, or a bracket, is what was called in.
    bool read_behind(const Ending& one, Claim& claim) const {
        bool by = false;
        for (auto place = one.place + one.count; place < reason_;) {
            if (text_.words[place - 1].is_last && (!claim.decision.empty() || !is_one_of(place, ending::by_words)))
                return true;
            const auto& word = text_.words[place];
            by = by || word.opens_bracket;
            auto count = days_at(place, claim.days);
            if (count == 0 && !word.decision.empty()) {
                if (!by || !claim.decision.empty()) return false;
                claim.decision = word.decision;
                count = 1;
            }
            if (count == 0 && by) count = body_at(place);
            if (count == 0 && by) count = longest(place, ending::decision_nouns);
            if (count == 0 && claim.decision.empty()) {
                count = longest(place, ending::by_words);
                by = by || count > 0;
            }
            if (count == 0 && !by)
                count = one.status == Status::delisted     ? longest(place, ending::list_words)
                        : one.status == Status::superseded ? 0
                                                           : longest(place, ending::certificate_words);
            if (count == 0) return false;
            place += count;
        }
        return true;
    }

    // "QĐ 9/QĐ-UBND ngày 05/06/2026 về việc", "sản phẩm đã bị"
    bool read_before(const Ending& one, Claim& claim, std::string& decision) const {
        for (auto place = clause_start(one.place); place < one.place;) {
            auto count = days_at(place, claim.days);
            if (count == 0 && !text_.words[place].decision.empty()) {
                if (!decision.empty()) return false;
                decision = text_.words[place].decision;
                count = 1;
            }
            if (count == 0 && !decision.empty()) count = body_at(place);
            if (count == 0 && !decision.empty()) count = longest(place, ending::about);
            if (count == 0) count = longest(place, ending::leading);
            if (count == 0) return false;
            place += count;
        }
        return true;
    }

    // "ngày 05/06/2026", "từ ngày 5 tháng 6 năm 2026"; 0 when there is none.
    std::size_t days_at(std::size_t place, std::vector<Date>& days) const {
        auto end = place + longest(place, ending::since);
        if (end >= size()) return 0;
        if (text_.words[end].is_date) {
            const auto& key = text_.words[end].key;
            const auto day = Date::parse_vietnamese(key);
            const auto iso = Date::parse_iso(key);
            if (day || iso) days.push_back(day ? *day : *iso);
            return end + 1 - place;
        }
        if (end + 4 >= size() || !is_only_digits(text_.words[end].key)) return 0;
        std::string words;
        for (auto at = end; at < end + 5; ++at)
            words += text_.words[at].key + " ";
        const auto read = read_written_day(words);
        if (!read || !read->day) return 0;
        days.push_back(*read->day);
        return end + 5 - place;
    }

    // "của UBND tỉnh Hà Tĩnh": names are free, up to a word that begins another thing.
    std::size_t body_at(std::size_t place) const {
        constexpr std::size_t most_words = 9;
        if (text_.at(place, "của") == 0 && text_.at(place, "of") == 0 && text_.at(place, "by") == 0) return 0;
        auto end = place + 1;
        if (end >= size() || text_.words[place].is_last || !is_one_of(end, ending::bodies)) return 0;
        while (end < size() && end < place + most_words && text_.words[end].decision.empty() &&
               !text_.words[end].is_date && !is_one_of(end, ending::not_in_bodies) && !is_one_of(end, ending::since) &&
               !is_within_ending(end)) {
            ++end;
            if (text_.words[end - 1].is_last) break;
        }
        return end - place;
    }

    std::size_t clause_start(std::size_t place) const {
        while (place > 0 && !text_.words[place - 1].is_last)
            --place;
        return place;
    }

    std::size_t clause_end(std::size_t place) const {
        while (place < size() && !text_.words[place].is_last)
            ++place;
        return std::min(place + 1, size());
    }

    // "chưa thu hồi", "không thuộc diện thu hồi", "Revoked: No": one denial, and only words that go with it.
    bool is_denied(std::size_t from, std::size_t to) const {
        std::size_t count = 0, denied = 0, denial = to, first = to;
        std::vector<Date> days;
        for (auto place = from; place < to; place += count) {
            if (is_within_ending(place)) {
                first = std::min(first, place);
                count = 1;
            } else if (is_denial(place)) {
                denial = place;
                ++denied;
                count = 1;
            } else if (!text_.words[place].decision.empty()) {
                count = 1;
            } else {
                count = days_at(place, days);
                const auto take = [&](const auto& phrases) {
                    if (count == 0) count = longest(place, phrases);
                };
                take(ending::denied_kinds);
                take(ending::leading);
                take(ending::certificate_words);
                take(ending::list_words);
                take(ending::by_words);
                take(ending::decision_nouns);
                take(ending::joiners);
                if (count == 0) return false;
            }
        }
        if (first == to || denied != 1) return false;
        const bool is_answer = denial > from && denial + 1 == to &&
                               (text_.words[denial - 1].is_label || text_.words[denial].opens_bracket);
        return denial < first || is_answer;
    }

    // "còn hiệu lực đến hết ngày 31/12/2027"
    bool is_in_force(std::size_t from, std::size_t to, std::optional<Date>& until_day) const {
        for (const auto phrase : ending::in_force) {
            const auto count = text_.at(from, phrase);
            if (count == 0 || from + count > to) continue;
            std::vector<Date> days;
            auto place = from + count;
            while (place < to) {
                const auto words = std::max(days_at(place, days), longest(place, ending::until));
                if (words == 0) break;
                place += words;
            }
            if (place < to || days.size() > 1) continue;
            if (!days.empty()) until_day = days.front();
            return true;
        }
        return false;
    }

    // "công nhận lại theo QĐ 900/QĐ-UBND ngày 01/02/2026": by another decision than the row's, and a later one where
    // days or years tell. "Thay QĐ 5/QĐ-UBND" names what was before.
    bool renews_by_another() const {
        if (beside_.decision.empty() || !has_any(ending::renewals, size())) return false;
        bool by = false;
        for (std::size_t place = 0; place < size(); ++place) {
            const auto& named = text_.words[place].decision;
            if (named.empty()) {
                by = is_one_of(place, ending::by_words) || (by && is_one_of(place, ending::decision_nouns));
                continue;
            }
            if (named == beside_.decision) return false;
            std::vector<Date> days;
            days_at(place + 1, days);
            const auto year = days.empty() ? year_in(named) : days.front().year();
            const bool is_earlier = beside_.issued && (days.empty() ? year > 0 && year < beside_.issued->year()
                                                                    : days.front() <= *beside_.issued);
            if (by && !is_earlier) return true;
        }
        return false;
    }

    // Whatever decision it names, the words only tell how the certificate came about.
    bool is_harmless() const {
        if (has_ending() || has_grave_word() || lowers_stars()) return false;
        std::vector<Date> days;
        for (std::size_t place = 0, count = 0; place < size(); place += count) {
            const auto& word = text_.words[place];
            count = std::max(days_at(place, days), body_at(place));
            if (count == 0) count = longest(place, ending::harmless);
            if (count == 0 && (!word.decision.empty() || is_only_digits(word.key))) count = 1;
            if (count == 0) return false;
        }
        return true;
    }

    PlainText text_;
    Beside beside_;
    bool asks_;
    std::size_t reason_ = 0; // where the reason begins; its words deny nothing
    std::vector<Ending> endings_;
    bool replaces_ = false; // this certificate another one
};

} // namespace

std::optional<SaidStatus> read_status(std::string_view text, const Beside& beside) {
    if (bare_key(text).empty()) return {};
    const Reader reader(text, beside);
    if (auto ending = reader.ending(false)) return ending;
    if (auto said = reader.in_force()) return said;
    if (reader.replaces_another()) return SaidStatus{};
    return SaidStatus{Status::unclear, std::string(text), {}, reader.is_over()};
}

SaidNote read_note(std::string_view text, const Beside& beside) {
    SaidNote note;
    if (text.empty()) return note;
    const Reader reader(text, beside);
    note.said = reader.ending(true);
    note.lowers_stars = !note.said && reader.lowers_stars();
    note.is_doubtful = !note.said && !note.lowers_stars &&
                       (reader.has_ending() || reader.has_grave_word() || reader.names_an_unknown_decision());
    note.tells_change = !note.said && !note.lowers_stars && !note.is_doubtful && reader.tells_change();
    note.until = reader.until();
    note.is_understood = reader.is_understood();
    note.decision = read_decision(text).value_or("");
    return note;
}

bool speaks_of_ending(std::string_view text) {
    return Reader(text, {}).speaks_of_ending();
}

bool speaks_of_producers_fate(std::string_view text) {
    constexpr std::string_view words[] = {"giải thể",
                                          "ngừng hoạt động",
                                          "dừng hoạt động",
                                          "phá sản",
                                          "đổi tên",
                                          "tên cũ",
                                          "nay là",
                                          "trước đây là",
                                          "sáp nhập",
                                          "hợp nhất",
                                          "chia tách",
                                          "dissolved",
                                          "bankrupt",
                                          "formerly",
                                          "renamed"};
    const auto plain = plain_text(text);
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view phrase) {
        return plain.has(phrase, 0, plain.words.size());
    });
}

bool speaks_of_granting(std::string_view text) {
    const Reader reader(text, {});
    return !reader.speaks_of_ending() && !reader.has("chưa") && !reader.has("không") &&
           (reader.has("công nhận") || reader.has("còn hiệu lực") || reader.has("đạt") || reader.has("in force"));
}

} // namespace temsao::catalog
