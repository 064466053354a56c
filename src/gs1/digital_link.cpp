#include "gs1/digital_link.h"

#include "base/coding.h"
#include "base/pieces.h"
#include "gs1/gtin.h"

#include <algorithm>

namespace temsao::gs1 {
namespace {

constexpr auto uri_characters = [] {
    std::array<bool, 256> allowed{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                         "-._~:/?#[]@!$&'()*+,;=%"))
        allowed[static_cast<unsigned char>(c)] = true;
    return allowed;
}();

bool is_uri_character(char c) {
    return uri_characters[static_cast<unsigned char>(c)];
}

bool all_digits(std::string_view text) {
    return !text.empty() && is_only_digits(text);
}

// Where a place of the decoded value stands in the text it was decoded from.
Span before_decoding(std::string_view text, Span decoded) {
    std::size_t start = text.size(), place = 0, i = 0;
    for (; i < text.size() && place < decoded.start + decoded.length; ++place) {
        if (place == decoded.start) start = i;
        i += is_percent_escape(text, i) ? 3 : 1;
    }
    return start > i ? Span{i, 0} : Span{start, i - start};
}

// Do the identifiers stand in `sequence` ("22,10,21"), each at most once, in its order?
template <class Ais>
bool in_order(std::string_view sequence, const Ais& ais) {
    for (const auto ai : ais) {
        bool found = false;
        while (!found && !sequence.empty())
            found = next_piece(sequence, ',') == ai;
        if (!found) return false;
    }
    return true;
}

bool contains(std::string_view sequence, std::string_view ai) {
    return in_order(sequence, std::array{ai});
}

// Calls `fits` with each of the key's sequences; an empty path has one, empty.
template <class Fits>
bool any_sequence(std::string_view path, Fits fits) {
    do
        if (fits(next_piece(path, '|'))) return true;
    while (!path.empty());
    return false;
}

struct Pair {
    std::string_view ai, value;
};

// The path read from its end in pairs, back to a key.
struct Tail {
    std::string_view stem;
    std::vector<Pair> pairs;                 // the key first; empty: no key
    std::optional<std::string_view> unknown; // the AI of a pair that is not one of GS1's
    std::optional<std::string_view> bare;    // an identifier without a value
};

Tail read_backwards(std::string_view path) {
    Tail tail;
    for (;;) {
        const auto before_value = path.rfind('/');
        const auto before_ai =
            before_value == path.npos || before_value == 0 ? path.npos : path.rfind('/', before_value - 1);
        if (before_ai == path.npos) {
            tail.pairs.clear();
            return tail;
        }
        const Pair pair{path.substr(before_ai + 1, before_value - before_ai - 1), path.substr(before_value + 1)};
        path = path.substr(0, before_ai);
        const auto* row = find_ai(pair.ai);
        if (!row && !tail.unknown) tail.unknown = pair.ai;
        if (row && pair.value.empty() && !tail.bare) tail.bare = pair.ai;
        tail.pairs.push_back(pair);
        if (row && row->key) {
            std::reverse(tail.pairs.begin(), tail.pairs.end());
            tail.stem = path;
            return tail;
        }
    }
}

// One parse: the text, and the first rule it breaks.
class LinkParser {
public:
    LinkParser(std::string_view text, LinkRules rules) : text_(text), rules_(rules) {}

    LinkReport parse() {
        LinkReport report;
        if (scheme() && characters() && host() && path() && query() && together()) report.link = std::move(link_);
        report.findings = std::move(findings_);
        report.is_unpadded = is_unpadded_;
        return report;
    }

private:
    Span span_of(std::string_view part) const {
        return {static_cast<std::size_t>(part.data() - text_.data()), part.size()};
    }

    bool broken(const char* rule, const char* code, std::vector<std::string> facts, Span where) {
        findings_.push_back(syntax(code, std::move(facts), rule, where));
        return false;
    }

    bool scheme() {
        if (text_.size() > longest_link)
            return broken("GS1-DL-2",
                          "SYNTAX_TOO_LONG",
                          {std::to_string(text_.size()), std::to_string(longest_link)},
                          {longest_link, text_.size() - longest_link});
        for (const std::string_view known : {"https://", "HTTPS://", "http://", "HTTP://"})
            if (text_.starts_with(known)) {
                rest_ = text_.substr(known.size());
                return true;
            }
        return broken("GS1-DL-1", "SYNTAX_SCHEME", {}, {0, std::min(text_.find(':'), text_.size())});
    }

    bool characters() {
        const auto stranger = std::find_if_not(text_.begin(), text_.end(), is_uri_character);
        if (stranger == text_.end()) return true;
        const auto at = static_cast<std::size_t>(stranger - text_.begin());
        return broken("GS1-DL-2", "SYNTAX_URI_CHARACTER", {std::to_string(at + 1)}, {at, 1});
    }

    bool host() {
        const auto slash = rest_.find('/');
        const auto name = rest_.substr(0, slash);
        const auto stranger = name.find_first_of("_~?#@!$&'()*+,;=%");
        if (stranger != name.npos)
            return broken("GS1-DL-3", "SYNTAX_HOST", {std::string(name)}, span_of(name.substr(stranger, 1)));
        if (name.empty()) return broken("GS1-DL-3", "SYNTAX_HOST", {""}, span_of(name));
        if (slash == rest_.npos) return broken("GS1-DL-3", "SYNTAX_NO_PATH", {}, span_of(rest_.substr(rest_.size())));
        link_.host = name;
        rest_ = rest_.substr(slash, rest_.find('#') - slash); // GS1-DL-4
        const auto question = rest_.find('?');
        path_ = rest_.substr(0, question);
        query_ = question == rest_.npos ? std::string_view() : rest_.substr(question + 1);
        return true;
    }

    bool path() {
        const auto tail = read_backwards(path_);
        if (tail.pairs.empty()) {
            const bool slash_only =
                path_.ends_with('/') && !read_backwards(path_.substr(0, path_.size() - 1)).pairs.empty();
            if (slash_only)
                return broken("GS1-DL-6", "SYNTAX_TRAILING_SLASH", {}, span_of(path_.substr(path_.size() - 1)));
            return broken("GS1-DL-5", "SYNTAX_NO_KEY", {}, span_of(path_));
        }
        if (tail.unknown)
            return broken("GS1-DL-5", "SYNTAX_UNKNOWN_AI", {std::string(*tail.unknown)}, span_of(*tail.unknown));
        if (tail.bare) return broken("GS1-DL-6", "SYNTAX_EMPTY_VALUE", {std::string(*tail.bare)}, span_of(*tail.bare));

        key_ = find_ai(tail.pairs.front().ai);
        for (std::size_t i = 1; i < tail.pairs.size(); ++i)
            qualifiers_.push_back(tail.pairs[i].ai);
        link_.stem = tail.stem;
        link_.path.reserve(tail.pairs.size());
        for (const auto& pair : tail.pairs)
            if (is_repeated(pair) || !take(pair, link_.path, false)) return false;
        if (!any_sequence(key_->path, [&](auto sequence) { return in_order(sequence, qualifiers_); }))
            return broken("GS1-DL-7",
                          "SYNTAX_PATH_ORDER",
                          {std::string(tail.pairs.front().ai), std::string(key_->path)},
                          span_of(path_.substr(tail.stem.size())));
        return true;
    }

    bool query() {
        while (!query_.empty()) {
            const auto parameter = next_piece(query_, '&');
            const auto equals = parameter.find('=');
            if (equals == parameter.npos) continue;
            const Pair pair{parameter.substr(0, equals), parameter.substr(equals + 1)};
            if (!all_digits(pair.ai))
                link_.strangers.push_back({std::string(pair.ai), percent_decode(pair.value, true)});
            else if (!attribute(pair, parameter))
                return false;
        }
        return true;
    }

    bool attribute(const Pair& pair, std::string_view parameter) {
        const auto wrong = [&](const char* rule, const char* code, std::string_view where) {
            return broken(rule, code, {std::string(pair.ai)}, span_of(where));
        };
        const auto* row = find_ai(pair.ai);
        if (!row) return wrong("GS1-DL-8", "SYNTAX_UNKNOWN_AI", pair.ai);
        if (pair.value.empty()) return wrong("GS1-DL-8", "SYNTAX_EMPTY_VALUE", parameter);
        if (is_repeated(pair)) return false;
        const bool could_stand_in_path = any_sequence(
            key_->path, [&](auto sequence) { return contains(sequence, pair.ai) && in_order(sequence, qualifiers_); });
        if (could_stand_in_path) return wrong("GS1-DL-10", "SYNTAX_IN_PATH", parameter);
        if (!row->query) return wrong("GS1-DL-9", "SYNTAX_NOT_ATTRIBUTE", parameter);
        return take(pair, link_.attributes, true);
    }

    bool is_repeated(const Pair& pair) {
        const auto is_same = [&](const Element& element) { return element.ai == pair.ai; };
        if (std::none_of(link_.path.begin(), link_.path.end(), is_same) &&
            std::none_of(link_.attributes.begin(), link_.attributes.end(), is_same))
            return false;
        broken("GS1-DL-11", "SYNTAX_DUPLICATE_AI", {std::string(pair.ai)}, span_of(pair.ai));
        return true;
    }

    bool take(const Pair& pair, std::vector<Element>& into, bool in_query) {
        Element element{std::string(pair.ai), percent_decode(pair.value, in_query)};
        if (element.value.find('\0') != element.value.npos)
            return broken("GS1-DL-12", "SYNTAX_NUL", {element.ai}, span_of(pair.value));
        if (rules_.unpadded_gtin && element.ai == "01" && element.value.size() < 14)
            if (const auto gtin = Gtin::parse(element.value)) {
                findings_.push_back({Axis::syntax,
                                     "SYNTAX_UNPADDED_GTIN",
                                     Severity::check,
                                     {element.value, gtin->digits()},
                                     "GS1-DL-13",
                                     span_of(pair.value)});
                is_unpadded_ = true;
                element.value = gtin->digits();
            }
        if (auto wrong = lint_value(element.ai, element.value)) {
            const auto place = before_decoding(pair.value, *wrong->where);
            wrong->where = Span{span_of(pair.value).start + place.start, place.length};
            findings_.push_back(std::move(*wrong));
            return false;
        }
        spans_.push_back(span_of(pair.value));
        into.push_back(std::move(element));
        return true;
    }

    bool together() {
        auto all = link_.path;
        all.insert(all.end(), link_.attributes.begin(), link_.attributes.end());
        auto wrong = lint_together(all);
        if (!wrong) return true;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].ai == wrong->facts[0]) wrong->where = spans_[i];
        findings_.push_back(std::move(*wrong));
        return false;
    }

    std::string_view text_, rest_, path_, query_;
    LinkRules rules_;
    const ApplicationIdentifier* key_ = nullptr;
    std::vector<std::string_view> qualifiers_;
    std::vector<Span> spans_; // of the elements' values, path then query
    DigitalLink link_;
    std::vector<Finding> findings_;
    bool is_unpadded_ = false;
};

void fixed_length_first(std::vector<Element>& attributes) {
    std::stable_partition(
        attributes.begin(), attributes.end(), [](const Element& element) { return !find_ai(element.ai)->fnc1; });
}

} // namespace

LinkReport parse_link(std::string_view text, LinkRules rules) {
    return LinkParser(text, rules).parse();
}

LinkReport arrange_link(std::string host, const std::vector<Element>& elements) {
    LinkReport report;
    const auto broken = [&](const char* rule, const char* code, std::vector<std::string> facts) {
        report.findings = {syntax(code, std::move(facts), rule, {})};
        return report;
    };
    DigitalLink link;
    link.host = std::move(host);
    const ApplicationIdentifier* key = nullptr;
    for (const auto& element : elements) {
        const auto* row = find_ai(element.ai);
        if (!row) return broken("GS1-DL-8", "SYNTAX_UNKNOWN_AI", {element.ai});
        if (key || !row->key) continue;
        key = row;
        link.path.push_back(element);
    }
    if (!key) return broken("GS1-DL-5", "SYNTAX_NO_KEY", {});
    // The sequence that takes up the most of what there is.
    std::vector<Element> best;
    any_sequence(key->path, [&](std::string_view sequence) {
        std::vector<Element> taken;
        while (!sequence.empty()) {
            const auto ai = next_piece(sequence, ',');
            const auto found =
                std::find_if(elements.begin(), elements.end(), [&](const auto& e) { return e.ai == ai; });
            if (found != elements.end()) taken.push_back(*found);
        }
        if (taken.size() > best.size()) best = std::move(taken);
        return false;
    });
    link.path.insert(link.path.end(), best.begin(), best.end());
    for (const auto& element : elements)
        if (std::find(link.path.begin(), link.path.end(), element) == link.path.end())
            link.attributes.push_back(element);
    fixed_length_first(link.attributes);
    auto parsed = parse_link(make_link(link));
    for (auto& finding : parsed.findings)
        finding.where.reset();
    return parsed;
}

std::string make_link(const DigitalLink& link) {
    ENSURE(!link.path.empty());
    std::string text = "https://" + link.host + link.stem;
    for (const auto& element : link.path)
        text += "/" + element.ai + "/" + percent_encode(element.value);
    char separator = '?';
    for (const auto* elements : {&link.attributes, &link.strangers})
        for (const auto& element : *elements) {
            text += separator + element.ai + "=" + percent_encode(element.value);
            separator = '&';
        }
    return text;
}

std::string canonical_link(const DigitalLink& link) {
    DigitalLink canonical{"id.gs1.org", "", link.path, link.attributes, {}};
    fixed_length_first(canonical.attributes);
    return make_link(canonical);
}

} // namespace temsao::gs1
