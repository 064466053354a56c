#include "catalog/status_words.h"

#include "base/text.h"
#include "catalog/plain_words.h"
#include "catalog/read_cells.h"

#include <algorithm>

namespace temsao::catalog {
namespace {

struct Phrase {
    std::string_view words;
    Status status;
};

constexpr Phrase endings[] = {
    {"thu hồi", Status::revoked},
    {"revoked", Status::revoked},
    {"đưa ra khỏi", Status::delisted},
    {"đưa khỏi", Status::delisted},
    {"loại ra khỏi", Status::delisted},
    {"loại khỏi", Status::delisted},
    {"rút ra khỏi", Status::delisted},
    {"rút khỏi", Status::delisted},
    {"xóa khỏi", Status::delisted},
    {"delisted", Status::delisted},
    {"removed", Status::delisted},
    {"thay thế", Status::superseded},
    {"superseded", Status::superseded},
    {"replaced", Status::superseded},
};

// Words of a decision that we do not act on, but that a person must see when they are in a note.
constexpr std::string_view grave[] = {"không còn hiệu lực",
                                      "không còn giá trị",
                                      "đình chỉ",
                                      "hết hiệu lực",
                                      "hết hạn",
                                      "hủy bỏ",
                                      "huỷ bỏ",
                                      "suspended",
                                      "expired",
                                      "invalid",
                                      "cancelled"};

constexpr std::string_view denials[] = {"chưa", "không", "chẳng", "not", "never", "without"};

// Something may happen, was taken back, or concerns goods and not the certificate.
constexpr std::string_view doubts[] = {
    "đề nghị",  "đề xuất",   "kiến nghị", "xem xét", "dự kiến",   "sẽ",       "sắp",      "đang",       "chờ",
    "hoãn",     "tạm",       "nếu",       "có thể",  "hủy",       "huỷ",      "bãi bỏ",   "đình chỉ",   "khiếu nại",
    "phục hồi", "khôi phục", "nhầm",      "lô",      "?",         "proposed", "proposal", "pending",    "may",
    "might",    "will",      "if",        "review",  "cancelled", "annulled", "restored", "reinstated", "appeal"};

// What may stand before the phrase in its clause while no decision was named yet.
constexpr std::string_view leading[] = {"đã",    "bị",    "được",        "có",       "theo",    "tại", "bởi",  "bằng",
                                        "quyết", "định",  "qđ",          "số",       "của",     "nay", "sản",  "phẩm",
                                        "giấy",  "chứng", "nhận",        "công",     "was",     "has", "been", "is",
                                        "by",    "the",   "certificate", "decision", "product", "ngày"};

constexpr std::string_view reason_words[] = {"do", "vì", "lý do", "because", "due"};

constexpr std::string_view in_force[] = {"còn hiệu lực",
                                         "đang còn hiệu lực",
                                         "có hiệu lực",
                                         "đang có hiệu lực",
                                         "đang hiệu lực",
                                         "hiệu lực",
                                         "còn hạn",
                                         "còn thời hạn",
                                         "còn giá trị",
                                         "lần đầu",
                                         "công nhận lần đầu",
                                         "công nhận mới",
                                         "công nhận lại",
                                         "đánh giá lại",
                                         "nâng hạng",
                                         "giữ hạng",
                                         "công nhận",
                                         "đã công nhận",
                                         "được công nhận",
                                         "đã được công nhận",
                                         "valid",
                                         "in force",
                                         "active"};

constexpr std::string_view until[] = {"đến", "tới", "hết", "ngày", "until", "to"};

// One text, and what its words say.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(plain_text(text)), reason_(text_.words.size()) {
        for (std::size_t place = 0; place < text_.words.size() && reason_ == text_.words.size(); ++place)
            for (const auto word : reason_words)
                if (text_.at(place, word) > 0) reason_ = place;
        find_endings();
    }

    // The gravest clear statement; `needs_decision`: only one that names its decision.
    std::optional<SaidStatus> ending(bool needs_decision) const {
        std::optional<SaidStatus> gravest;
        for (const auto& [place, count, status] : endings_) {
            if (!is_clear(place)) continue;
            const auto decision = decision_near(place + count);
            if (needs_decision && decision.empty()) continue;
            if (!gravest || graver(status, gravest->status)) gravest = SaidStatus{status, decision};
        }
        return gravest;
    }

    bool has_ending() const { return !endings_.empty(); }

    bool has_grave_word() const {
        return std::any_of(std::begin(grave), std::end(grave), [&](auto word) { return has(word); });
    }

    // "chưa thu hồi", "không bị thu hồi": each ending is denied in its own clause, and nothing more is said.
    bool is_denied() const {
        bool all = has_ending() && !any_of(doubts, text_.words.size()) && !has_grave_word();
        for (const auto& ending : endings_) {
            bool denied = false;
            for (auto before = clause_start(ending.place); before < ending.place; ++before) {
                const bool denies = is_one_of(before, denials);
                denied |= denies;
                all &= denies || is_one_of(before, leading);
            }
            all &= denied;
        }
        return all;
    }

    bool is_in_force() const {
        for (const auto phrase : in_force)
            if (const auto count = text_.at(0, phrase); count > 0) {
                bool only_a_day = true;
                for (auto after = count; after < text_.words.size(); ++after)
                    only_a_day &= text_.words[after].is_date || is_one_of(after, until);
                if (only_a_day) return true;
            }
        return false;
    }

    bool replaces_another() const { return replaces_; }

private:
    template <class Words>
    bool is_one_of(std::size_t place, const Words& words) const {
        return std::any_of(std::begin(words), std::end(words), [&](auto one) { return text_.at(place, one) > 0; });
    }

    bool has(std::string_view phrase) const { return text_.has(phrase, 0, text_.words.size()); }

    template <class Words>
    bool any_of(const Words& words, std::size_t to) const {
        return std::any_of(std::begin(words), std::end(words), [&](auto word) { return text_.has(word, 0, to); });
    }

    void find_endings() {
        for (std::size_t place = 0; place < text_.words.size(); ++place)
            for (const auto& ending : endings) {
                const auto count = text_.at(place, ending.words);
                if (count == 0) continue;
                if (ending.words == "thay thế" && !is_passive(place, count))
                    replaces_ = true;
                else
                    endings_.push_back({place, count, ending.status});
                break;
            }
    }

    // "được thay thế", "thay thế bởi 5/QĐ-UBND": this certificate was replaced. "thay thế cho 1/QĐ-UBND": it replaces.
    bool is_passive(std::size_t place, std::size_t count) const {
        const auto next = place + count;
        if (next < text_.words.size() && text_.at(next, "cho") > 0) return false;
        if (place > 0 && (text_.at(place - 1, "được") > 0 || text_.at(place - 1, "bị") > 0)) return true;
        if (next == text_.words.size() || text_.words[next - 1].is_last) return true;
        return text_.at(next, "bởi") > 0 || text_.at(next, "bằng") > 0 || text_.at(next, "theo") > 0;
    }

    bool is_clear(std::size_t place) const {
        if (place >= reason_ || any_of(denials, reason_) || any_of(doubts, reason_)) return false;
        for (auto before = clause_start(place); before < place; ++before) {
            if (!text_.words[before].decision.empty()) return true; // then the doubts above are enough
            if (!text_.words[before].is_date && !is_one_of(before, leading)) return false;
        }
        return true;
    }

    std::size_t clause_start(std::size_t place) const {
        while (place > 0 && !text_.words[place - 1].is_last)
            --place;
        return place;
    }

    // The decision that follows in the same clause, else the one that stands before in it.
    std::string decision_near(std::size_t after) const {
        for (auto place = after; place < text_.words.size(); ++place) {
            if (place > 0 && text_.words[place - 1].is_last) break;
            if (!text_.words[place].decision.empty()) return text_.words[place].decision;
        }
        for (auto place = after; place-- > clause_start(after - 1);)
            if (!text_.words[place].decision.empty()) return text_.words[place].decision;
        return {};
    }

    struct Ending { // words that end a certificate, where and how many
        std::size_t place, count;
        Status status;
    };

    PlainText text_;
    std::size_t reason_; // where the reason begins; its words deny nothing
    std::vector<Ending> endings_;
    bool replaces_ = false; // this certificate another one
};

} // namespace

std::optional<SaidStatus> read_status(std::string_view text) {
    if (bare_key(text).empty()) return {};
    const Reader reader(text);
    if (auto ending = reader.ending(false)) return ending;
    if (reader.is_denied()) return SaidStatus{};
    if (!reader.has_ending() && !reader.has_grave_word() && (reader.is_in_force() || reader.replaces_another()))
        return SaidStatus{};
    return SaidStatus{Status::unclear, std::string(text)};
}

SaidNote read_note(std::string_view text) {
    const Reader reader(text);
    SaidNote note;
    note.said = reader.ending(true);
    note.is_doubtful = !note.said && (reader.has_ending() || reader.has_grave_word());
    note.decision = read_decision(text).value_or("");
    return note;
}

} // namespace temsao::catalog
