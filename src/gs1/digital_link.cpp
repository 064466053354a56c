#include "gs1/digital_link.h"

#include "gs1/gtin.h"

#include <algorithm>

namespace temsao::gs1 {
namespace {

constexpr auto rule_book = "GS1 Digital Link URI Syntax 1.6";
using Views = std::vector<std::string_view>;

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_uri_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// %XX taken back; bad hexadecimal stays as it is. Nothing when %00 hides inside. In a query + is a space.
std::optional<std::string> percent_decode(std::string_view text, bool in_query) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
            const int byte = hex(text[i + 1]) * 16 + hex(text[i + 2]);
            if (byte == 0) return {};
            plain += static_cast<char>(byte);
            i += 2;
        } else {
            plain += in_query && text[i] == '+' ? ' ' : text[i];
        }
    }
    return plain;
}

Views split(std::string_view text, char separator) {
    Views pieces;
    for (;;) {
        const auto end = text.find(separator);
        pieces.push_back(text.substr(0, end));
        if (end == text.npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

// Do the path's AIs follow one of the key's sequences, each at most once, in order?
bool in_order(const ApplicationIdentifier& key, const std::vector<std::string_view>& qualifiers) {
    for (const auto sequence : split(key.path, '|')) {
        const auto allowed = split(sequence, ',');
        auto at = allowed.begin();
        const bool fits = std::all_of(qualifiers.begin(), qualifiers.end(), [&](std::string_view ai) {
            at = std::find(at, allowed.end(), ai);
            return at != allowed.end() && at++ != allowed.end();
        });
        if (fits) return true;
    }
    return false;
}

// One parse: the text, and the first rule it breaks.
class Parser {
public:
    Parser(std::string_view text, LinkRules rules) : text_(text), rules_(rules) {}

    LinkReport parse() {
        LinkReport report;
        if (scheme() && characters() && host() && path() && query() && together()) report.link = std::move(link_);
        report.findings = std::move(findings_);
        return report;
    }

private:
    Span span_of(std::string_view part) const {
        return {static_cast<std::size_t>(part.data() - text_.data()), part.size()};
    }

    bool broken(std::string code, std::vector<std::string> facts, Span where) {
        findings_.push_back(syntax(std::move(code), std::move(facts), rule_book, where));
        return false;
    }

    bool scheme() {
        if (text_.size() > longest_link)
            return broken(
                "SYNTAX_TOO_LONG", {std::to_string(text_.size())}, {longest_link, text_.size() - longest_link});
        for (const std::string_view known : {"https://", "HTTPS://", "http://", "HTTP://"})
            if (text_.starts_with(known)) {
                rest_ = text_.substr(known.size());
                return true;
            }
        return broken("SYNTAX_SCHEME", {}, {0, std::min(text_.find(':'), text_.size())});
    }

    bool characters() {
        const auto stranger = std::find_if_not(text_.begin(), text_.end(), is_uri_character);
        if (stranger == text_.end()) return true;
        const auto at = static_cast<std::size_t>(stranger - text_.begin());
        return broken("SYNTAX_URI_CHARACTER", {std::to_string(at + 1)}, {at, 1});
    }

    bool host() {
        const auto slash = rest_.find('/');
        const auto name = rest_.substr(0, slash);
        if (name.empty() || slash == rest_.npos) return broken("SYNTAX_HOST", {std::string(name)}, span_of(name));
        const auto stranger = name.find_first_of("_~?#@!$&'()*+,;=%");
        if (stranger != name.npos) return broken("SYNTAX_HOST", {std::string(name)}, span_of(name.substr(stranger, 1)));
        link_.host = name;
        rest_.remove_prefix(slash);
        rest_ = rest_.substr(0, rest_.find('#'));
        const auto question = rest_.find('?');
        path_ = rest_.substr(0, question);
        query_ = question == rest_.npos ? std::string_view() : rest_.substr(question + 1);
        return true;
    }

    // Read from the end in pairs until a key; what stands before it is the firm's own affair.
    bool path() {
        const auto pieces = split(path_.substr(1), '/');
        Views qualifiers;
        for (auto pair = pieces.size(); pair >= 2; pair -= 2) {
            const auto ai = pieces[pair - 2];
            const auto* row = find_ai(ai);
            if (!row || pieces[pair - 1].empty()) break;
            if (row->role == LinkRole::key || row->role == LinkRole::key_or_attribute) {
                std::reverse(qualifiers.begin(), qualifiers.end());
                if (!in_order(*row, qualifiers))
                    return broken("SYNTAX_PATH_ORDER", {std::string(ai), std::string(row->path)}, span_of(path_));
                key_ = row;
                for (auto i = pair - 2; i < pieces.size(); i += 2)
                    if (!take(pieces[i], pieces[i + 1], link_.path, false)) return false;
                return true;
            }
            qualifiers.push_back(ai);
        }
        return broken("SYNTAX_NO_KEY", {}, span_of(path_));
    }

    bool query() {
        if (query_.empty()) return true;
        for (const auto parameter : split(query_, '&')) {
            const auto equals = parameter.find('=');
            if (equals == parameter.npos) continue;
            const auto name = parameter.substr(0, equals);
            const auto value = parameter.substr(equals + 1);
            if (!all_digits(name)) {
                link_.strangers.push_back({std::string(name), std::string(value)});
                continue;
            }
            const auto* row = find_ai(name);
            if (!row) return broken("SYNTAX_UNKNOWN_AI", {std::string(name)}, span_of(name));
            if (value.empty()) return broken("SYNTAX_EMPTY", {std::string(name)}, span_of(parameter));
            if (belongs_in_path(*row, name)) return broken("SYNTAX_IN_PATH", {std::string(name)}, span_of(parameter));
            if (row->role != LinkRole::attribute && row->role != LinkRole::key_or_attribute && name != "10")
                return broken("SYNTAX_NOT_ATTRIBUTE", {std::string(name)}, span_of(parameter));
            if (!take(name, value, link_.attributes, true)) return false;
        }
        return true;
    }

    bool belongs_in_path(const ApplicationIdentifier& row, std::string_view ai) const {
        if (row.role != LinkRole::qualifier) return false;
        Views with;
        for (std::size_t i = 1; i < link_.path.size(); ++i)
            with.push_back(link_.path[i].ai);
        for (std::size_t at = 0; at <= with.size(); ++at) {
            auto trial = with;
            trial.insert(trial.begin() + static_cast<std::ptrdiff_t>(at), ai);
            if (in_order(*key_, trial)) return true;
        }
        return false;
    }

    bool take(std::string_view ai, std::string_view raw, std::vector<Element>& into, bool in_query) {
        auto value = percent_decode(raw, in_query);
        if (!value) return broken("SYNTAX_PERCENT", {std::string(ai)}, span_of(raw));
        const auto is_same = [&](const Element& element) { return element.ai == ai; };
        if (std::any_of(link_.path.begin(), link_.path.end(), is_same) ||
            std::any_of(link_.attributes.begin(), link_.attributes.end(), is_same))
            return broken("SYNTAX_DUPLICATE", {std::string(ai)}, span_of(raw));
        if (ai == "01" && rules_.unpadded_gtin && value->size() < 14 && all_digits(*value))
            if (const auto gtin = Gtin::parse(*value)) {
                findings_.push_back(
                    {Axis::syntax, "SYNTAX_UNPADDED", Severity::check, {*value}, rule_book, span_of(raw)});
                value = gtin->digits();
            }
        if (auto wrong = lint_value(*find_ai(ai), *value, span_of(raw).start)) {
            findings_.push_back(*wrong);
            return false;
        }
        into.push_back({std::string(ai), *value});
        return true;
    }

    bool together() {
        auto all = link_.path;
        all.insert(all.end(), link_.attributes.begin(), link_.attributes.end());
        if (auto wrong = lint_together(all)) {
            findings_.push_back(*wrong);
            return false;
        }
        return true;
    }

    std::string_view text_, rest_, path_, query_;
    LinkRules rules_;
    const ApplicationIdentifier* key_ = nullptr;
    DigitalLink link_;
    std::vector<Finding> findings_;
};

} // namespace

LinkReport parse_link(std::string_view text, LinkRules rules) {
    return Parser(text, rules).parse();
}

std::string percent_encode(std::string_view value) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string text;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        if (plain) {
            text += c;
        } else {
            text += '%';
            text += hexadecimal[byte >> 4];
            text += hexadecimal[byte & 15];
        }
    }
    return text;
}

std::string make_link(const DigitalLink& link) {
    ENSURE(!link.path.empty());
    std::string text = "https://" + link.host;
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

} // namespace temsao::gs1
