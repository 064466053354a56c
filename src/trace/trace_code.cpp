#include "trace/trace_code.h"

#include "base/coding.h"
#include "base/pieces.h"
#include "base/text.h"
#include "gs1/digital_link.h"

#include <algorithm>

namespace temsao::trace {
namespace {

constexpr std::size_t longest_lot = 20; // of AI 10 and AI 21

char to_upper_ascii(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

// A DNS name, perhaps with a port; an address of digits only is refused.
bool is_host(std::string_view text) {
    const auto belongs = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
    };
    return !text.empty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), belongs) &&
           text.front() != '.' && text.front() != ':';
}

bool is_lot(std::string_view lot) {
    return lot.empty() || !gs1::lint_value("10", lot);
}

// The nearest text that GS1's character set 82 can write: "Đ 01" -> "D-01".
std::string suggest_lot(std::string_view lot) {
    auto text = bare_key(lot);
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c == ' ' ? '-' : to_upper_ascii(c); });
    std::erase_if(text, [](char c) { return !is_lot({&c, 1}); });
    return text.substr(0, longest_lot);
}

Outcome check_lot(const std::string& lot) {
    if (is_lot(lot)) return done;
    const auto suggestion = suggest_lot(lot);
    if (count_characters(lot) > longest_lot && suggestion.size() == longest_lot)
        return error(Cause::data, "trace.lot_length", {lot, std::to_string(longest_lot)});
    return error(Cause::data, "trace.lot_characters", {lot, suggestion});
}

const std::string* value_of(const std::vector<gs1::Element>& elements, std::string_view ai) {
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const auto& e) { return e.ai == ai; });
    return found == elements.end() ? nullptr : &found->value;
}

std::string_view next_piece(std::string_view& text, char separator) {
    const auto piece = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(piece.size() + 1, text.size()));
    return piece;
}

// Scanners and web shops change the case of names; a seal must not get lost by that.
const std::string* value_of_parameter(const std::vector<gs1::Element>& parameters, std::string_view name) {
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const auto& one) { return lower(one.ai) == name; });
    return found == parameters.end() ? nullptr : &found->value;
}

bool same_word(std::string_view text, std::string_view word) {
    return std::equal(text.begin(), text.end(), word.begin(), word.end()) ||
           std::equal(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
               return a == to_upper_ascii(b);
           });
}

// The length of the scheme that the text starts with, as GS1 takes them (GS1-DL-1); 0 for any other.
std::size_t scheme_length(std::string_view text) {
    for (const std::string_view known : {"https://", "HTTPS://", "http://", "HTTP://"})
        if (text.starts_with(known)) return known.size();
    return 0;
}

// https://HOST/…/sp/CODE[/lo/LOT][/sr/SERIAL][?hsd=…&nsx=…]
class Internal {
public:
    explicit Internal(std::string_view text) : text_(text) {}

    // Is there an /sp/ in the path at all?
    static bool has_form(std::string_view text) {
        text = text.substr(0, text.find_first_of("?#"));
        const auto scheme = scheme_length(text);
        return scheme > 0 && (text.find("/sp/", scheme) != text.npos || text.find("/SP/", scheme) != text.npos);
    }

    TraceReport parse() {
        TraceReport report;
        if (path() && query()) report.code = std::move(code_);
        report.findings = std::move(findings_);
        return report;
    }

private:
    bool broken(std::string_view part) {
        const Span where{static_cast<std::size_t>(part.data() - text_.data()), part.size()};
        findings_.push_back(gs1::syntax("SYNTAX_INTERNAL", {std::string(part)}, "SP-1", where));
        return false;
    }

    bool path() {
        const auto scheme = scheme_length(text_);
        auto rest = text_.substr(scheme, text_.find_first_of("?#") - scheme);
        const auto host = next_piece(rest, '/');
        code_.host = host;
        code_.host = lower(code_.host);
        if (!is_host(code_.host)) return broken(host);
        std::string_view word;
        do
            word = next_piece(rest, '/');
        while (!same_word(word, "sp"));
        const auto code = next_piece(rest, '/');
        if (!is_internal_code(code)) return broken(code);
        code_.internal_code = code;
        bool serial_seen = false;
        while (!rest.empty()) {
            word = next_piece(rest, '/');
            const auto raw = next_piece(rest, '/');
            const bool names_lot = same_word(word, "lo") && code_.lot.empty() && !serial_seen;
            const bool names_serial = same_word(word, "sr") && !serial_seen;
            if (!names_lot && !names_serial) return broken(word);
            auto value = percent_decode(raw, false);
            if (value.empty() || !is_lot(value)) return broken(raw);
            serial_seen = names_serial;
            (names_lot ? code_.lot : code_.serial) = std::move(value);
        }
        const auto end = text_.substr(0, text_.find_first_of("?#"));
        return !end.ends_with('/') || broken(end.substr(end.size() - 1));
    }

    bool query() {
        auto rest = text_.substr(0, text_.find('#'));
        const auto question = rest.find('?');
        rest = question == rest.npos ? std::string_view() : rest.substr(question + 1);
        while (!rest.empty()) {
            const auto parameter = next_piece(rest, '&');
            const auto equals = std::min(parameter.find('='), parameter.size());
            const auto name = lower(parameter.substr(0, equals));
            const auto value = parameter.substr(std::min(equals + 1, parameter.size()));
            if (name == "s") {
                if (code_.signature) return broken(parameter);
                code_.signature = percent_decode(value, true);
            } else if (name == "hsd" || name == "nsx") {
                auto& date = name == "hsd" ? code_.expires : code_.made;
                if (date) return broken(parameter);
                date = gs1::date_of(value);
                if (!date) return broken(parameter);
            }
        }
        return true;
    }

    std::string_view text_;
    TraceCode code_;
    std::vector<Finding> findings_;
};

TraceReport parse_gs1(std::string_view text) {
    TraceReport report;
    auto parsed = gs1::parse_link(text, {.unpadded_gtin = true});
    report.findings = std::move(parsed.findings);
    report.is_unpadded = parsed.is_unpadded;
    if (!parsed.link) return report;
    auto& link = *parsed.link;
    if (const auto* gtin = value_of(link.path, "01")) {
        TraceCode code;
        code.host = link.host;
        code.host = lower(code.host);
        code.gtin = *gs1::Gtin::parse(*gtin);
        if (const auto* lot = value_of(link.path, "10")) code.lot = *lot;
        if (const auto* serial = value_of(link.path, "21")) code.serial = *serial;
        if (const auto* made = value_of(link.attributes, "11")) code.made = gs1::date_of(*made);
        if (const auto* expires = value_of(link.attributes, "17")) code.expires = gs1::date_of(*expires);
        for (const auto& element : link.attributes)
            if (element.ai == "15" || element.ai == "16" || element.ai == "7003")
                if (const auto day = gs1::date_of(std::string_view(element.value).substr(0, 6)))
                    code.other_ends.push_back({element.ai, *day});
        if (const auto* signature = value_of_parameter(link.strangers, "s")) code.signature = *signature;
        report.code = std::move(code);
    } else {
        report.findings.push_back(
            {Axis::syntax, "SYNTAX_NOT_GOODS", Severity::check, {link.path.front().ai}, "GS1-DL-5", {}});
    }
    report.elements = std::move(link.path);
    std::move(link.attributes.begin(), link.attributes.end(), std::back_inserter(report.elements));
    return report;
}

void remark_on_content(TraceReport& report) {
    const auto& code = *report.code;
    std::vector<Date> ends;
    if (code.expires) ends.push_back(*code.expires);
    for (const auto& end : code.other_ends)
        ends.push_back(end.day);
    for (const auto& end : ends)
        if (code.made && end <= *code.made)
            report.findings.push_back(
                {Axis::syntax, "SYNTAX_DATES", Severity::check, {code.made->vietnamese(), end.vietnamese()}, "", {}});
    if (code.lot.empty() && code.serial.empty())
        report.findings.push_back({Axis::syntax, "TRACE_TOO_THIN", Severity::check, {}, "TCVN 13274:2020", {}});
}

} // namespace

bool is_internal_code(std::string_view text) {
    return text.size() >= 3 && text.size() <= 20 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

std::string_view without_symbology(std::string_view text) {
    constexpr std::size_t length = 3;
    for (const std::string_view known : {"]Q1", "]d1", "]J0"})
        if (text.starts_with(known) && scheme_length(text.substr(length)) > 0) return text.substr(length);
    return text;
}

// GS1 links are tried first: /sp/ may be a folder of a shop in front of the key. The two cannot be
// confused, since the words of an internal code's path are not application identifiers.
TraceReport parse(std::string_view text) {
    auto report = parse_gs1(text);
    const bool is_link = report.code || !report.elements.empty();
    if (!is_link && text.size() <= gs1::longest_link && Internal::has_form(text)) report = Internal(text).parse();
    if (report.code) remark_on_content(report);
    return report;
}

Result<std::string> make_uri(const TraceCode& code, Letters letters) {
    if (!is_host(code.host)) return error(Cause::data, "trace.host", {code.host});
    if (!code.gtin && !is_internal_code(code.internal_code))
        return error(Cause::data, "trace.code", {code.internal_code});
    for (const auto* lot : {&code.lot, &code.serial})
        TRY(check_lot(*lot));
    if (code.made && code.expires && code.expires->days_since(*code.made) <= 0)
        return error(Cause::data, "trace.dates", {code.made->vietnamese(), code.expires->vietnamese()});

    std::string text;
    const auto ours = [&](std::string_view words) { // our own words, which may change case
        for (const char c : words)
            text += letters == Letters::upper ? to_upper_ascii(c) : c;
    };
    ours("https://" + code.host + (code.gtin ? "/01/" : "/sp/"));
    text += code.key();
    if (!code.lot.empty()) {
        ours(code.gtin ? "/10/" : "/lo/");
        text += percent_encode(code.lot);
    }
    if (!code.serial.empty()) {
        ours(code.gtin ? "/21/" : "/sr/");
        text += percent_encode(code.serial);
    }
    char separator = '?';
    const auto parameter = [&](const char* name, const std::string& value) {
        text += separator + std::string(name) + "=" + value;
        separator = '&';
    };
    if (code.expires) parameter(code.gtin ? "17" : "hsd", code.expires->yymmdd());
    if (code.made) parameter(code.gtin ? "11" : "nsx", code.made->yymmdd());
    if (code.signature) parameter("s", percent_encode(*code.signature));
    return text;
}

} // namespace temsao::trace
