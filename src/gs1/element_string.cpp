#include "gs1/element_string.h"

#include "gs1/digital_link.h"
#include "gs1/gtin.h"

#include <algorithm>

namespace temsao::gs1 {
namespace {

constexpr char fnc1 = '\x1d';

// One element as it stands in the text; `value` without the escapes of brackets.
struct Found {
    std::string_view ai;
    std::string value;
    Span where; // of the value, as written
};

class ElementParser {
public:
    explicit ElementParser(std::string_view text) : text_(text) {}

    ElementReport parse() {
        ElementReport report;
        if (text_.size() > longest_link)
            broken("SYNTAX_TOO_LONG",
                   {std::to_string(text_.size()), std::to_string(longest_link)},
                   {longest_link, text_.size() - longest_link});
        else if ((text_.starts_with('(') ? bracketed() : raw()) && together())
            report.elements = std::move(elements_);
        report.findings = std::move(findings_);
        return report;
    }

private:
    bool broken(const char* code, std::vector<std::string> facts, Span where) {
        findings_.push_back(syntax(code, std::move(facts), "GS1 GenSpecs 7.8", where));
        return false;
    }

    bool unreadable(std::size_t at) { return broken("SYNTAX_ELEMENT_STRING", {std::to_string(at + 1)}, {at, 1}); }

    bool bracketed() {
        std::size_t at = 0;
        while (at < text_.size()) {
            const auto close = text_.find(')', at);
            if (text_[at] != '(' || close == text_.npos) return unreadable(at);
            const auto ai = text_.substr(at + 1, close - at - 1);
            if (!find_ai(ai)) return broken("SYNTAX_UNKNOWN_AI", {std::string(ai)}, {at + 1, ai.size()});
            Found found{ai, "", {close + 1, 0}};
            for (at = close + 1; at < text_.size() && text_[at] != '('; ++at) {
                if (text_.substr(at, 2) == "\\(") ++at;
                found.value += text_[at];
            }
            found.where.length = at - found.where.start;
            if (!take(found)) return false;
        }
        return true;
    }

    bool raw() {
        if (text_.starts_with("]E0") || text_.starts_with("]E4")) return ean();
        std::size_t at = 0;
        for (const std::string_view known : {"]C1", "]d2", "]e0", "]J1", "]Q3"})
            if (text_.starts_with(known)) at = known.size();
        if (at < text_.size() && text_[at] == fnc1) ++at;
        if (at == text_.size()) return unreadable(at);
        if (at == 0 && text_.size() < 14)
            if (const auto bare = Gtin::parse(text_))
                return broken("SYNTAX_BARE_GTIN", {std::string(text_), bare->digits()}, {0, text_.size()});
        while (at < text_.size()) {
            const auto prefix = find_ai_prefix(text_.substr(at));
            if (!prefix.row) {
                const auto rest = text_.substr(at, 4);
                return broken("SYNTAX_UNKNOWN_AI", {std::string(rest)}, {at, rest.size()});
            }
            const auto ai = text_.substr(at, prefix.length);
            at += prefix.length;
            auto value = text_.substr(at, text_.substr(at).find(fnc1));
            if (!prefix.row->fnc1) value = value.substr(0, prefix.row->parts[0].most);
            if (!take({ai, std::string(value), {at, value.size()}})) return false;
            at += value.size();
            if (at < text_.size() && text_[at] == fnc1) ++at;
        }
        return true;
    }

    // ISO/IEC 15420, annex on symbology identifiers: ]E0 stands before 13 digits, ]E4 before 8.
    bool ean() {
        constexpr std::size_t prefix = 3;
        const auto digits = text_.substr(prefix);
        const auto gtin = Gtin::parse(digits);
        if (digits.size() != (text_[2] == '0' ? 13U : 8U) || !gtin) return unreadable(prefix);
        return take({"01", gtin->digits(), {prefix, digits.size()}});
    }

    bool take(const Found& found) {
        if (found.value.empty()) return broken("SYNTAX_EMPTY_VALUE", {std::string(found.ai)}, found.where);
        if (auto wrong = lint_value(found.ai, found.value, found.where.start)) {
            findings_.push_back(std::move(*wrong));
            return false;
        }
        const auto same =
            std::find_if(elements_.begin(), elements_.end(), [&](const Element& e) { return e.ai == found.ai; });
        if (same == elements_.end())
            elements_.push_back({std::string(found.ai), found.value});
        else if (same->value != found.value)
            return broken("SYNTAX_DUPLICATE_AI", {std::string(found.ai)}, found.where);
        return true;
    }

    bool together() {
        auto wrong = lint_together(elements_);
        if (!wrong) return true;
        wrong->where = Span{0, text_.size()};
        findings_.push_back(std::move(*wrong));
        return false;
    }

    std::string_view text_;
    std::vector<Element> elements_;
    std::vector<Finding> findings_;
};

} // namespace

ElementReport parse_elements(std::string_view text) {
    return ElementParser(text).parse();
}

std::string make_bracketed(const std::vector<Element>& elements) {
    std::string text;
    for (const auto& element : elements) {
        text += "(" + element.ai + ")";
        for (const char c : element.value)
            text += c == '(' ? std::string("\\(") : std::string(1, c);
    }
    return text;
}

std::string make_raw(const std::vector<Element>& elements) {
    std::string text;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        text += elements[i].ai + elements[i].value;
        const auto* row = find_ai(elements[i].ai);
        ENSURE(row != nullptr);
        if (row->fnc1 && i + 1 < elements.size()) text += fnc1;
    }
    return text;
}

} // namespace temsao::gs1
