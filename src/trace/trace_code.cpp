#include "trace/trace_code.h"

#include "base/text.h"
#include "gs1/digital_link.h"

#include <algorithm>

namespace temsao::trace {
namespace {

constexpr std::size_t longest_lot = 20;

bool is_internal_code(std::string_view text) {
    return text.size() >= 3 && text.size() <= 20 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

bool is_host(std::string_view text) {
    return !text.empty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
    });
}

// A lot or serial in GS1's character set 82, or the error that suggests one: "Đ01" -> "D01".
Outcome check_lot(std::string_view lot) {
    if (lot.size() > longest_lot) return error(Cause::data, "trace.lot_length", {std::string(lot)});
    if (!lot.empty() && gs1::lint_value(*gs1::find_ai("10"), lot, 0)) {
        auto suggestion = bare_key(lot);
        std::transform(suggestion.begin(), suggestion.end(), suggestion.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        });
        std::erase_if(suggestion, [](char c) { return gs1::lint_value(*gs1::find_ai("10"), {&c, 1}, 0).has_value(); });
        return error(Cause::data, "trace.lot_characters", {std::string(lot), suggestion});
    }
    return done;
}

std::string parameters(const TraceCode& code, const char* expires, const char* made) {
    std::string text;
    const auto add = [&](const char* name, const std::string& value) {
        text += (text.empty() ? "?" : "&") + std::string(name) + "=" + value;
    };
    if (code.expires) add(expires, code.expires->yymmdd());
    if (code.made) add(made, code.made->yymmdd());
    if (code.signature) add("s", *code.signature);
    return text;
}

const std::string* value_of(const std::vector<gs1::Element>& elements, std::string_view ai) {
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const auto& e) { return e.ai == ai; });
    return found == elements.end() ? nullptr : &found->value;
}

// https://HOST/…/sp/CODE[/lo/LOT][/sr/SERIAL][?hsd=…&nsx=…]: nothing when the text is of another form.
std::optional<TraceCode> parse_internal(std::string_view text) {
    const bool upper = text.starts_with("HTTPS://");
    if (text.size() > gs1::longest_link || (!upper && !text.starts_with("https://"))) return {};
    text.remove_prefix(8);
    text = text.substr(0, text.find('#'));
    const auto question = text.find('?');
    auto query = question == text.npos ? std::string_view() : text.substr(question + 1);
    std::vector<std::string_view> pieces;
    for (auto path = text.substr(0, question);;) {
        const auto slash = path.find('/');
        pieces.push_back(path.substr(0, slash));
        if (slash == path.npos) break;
        path.remove_prefix(slash + 1);
    }
    TraceCode code;
    code.host = pieces.front();
    const auto known = std::find(pieces.begin() + 1, pieces.end(), upper ? "SP" : "sp");
    if (known == pieces.end() || pieces.end() - known < 2 || !is_internal_code(known[1])) return {};
    code.internal_code = known[1];
    for (auto pair = known + 2; pair != pieces.end(); pair += 2) {
        if (pieces.end() - pair < 2 || pair[1].empty() || !check_lot(pair[1])) return {};
        auto& target = (pair[0] == "lo" || pair[0] == "LO") ? code.lot : code.serial;
        const bool names_it = pair[0] == "lo" || pair[0] == "LO" || pair[0] == "sr" || pair[0] == "SR";
        if (!names_it || !target.empty()) return {};
        target = pair[1];
    }
    while (!query.empty()) {
        const auto parameter = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(parameter.size() + 1, query.size()));
        const auto value = parameter.substr(std::min(parameter.find('=') + 1, parameter.size()));
        if (parameter.starts_with("s=")) {
            code.signature = value;
        } else if (parameter.starts_with("hsd=") || parameter.starts_with("nsx=")) {
            auto& date = parameter.starts_with("hsd=") ? code.expires : code.made;
            if (date = gs1::date_of(value); !date) return {};
        }
    }
    return code;
}

} // namespace

TraceReport parse(std::string_view text) {
    TraceReport report;
    if (auto internal = parse_internal(text)) {
        report.code = std::move(internal);
        return report;
    }
    auto parsed = gs1::parse_link(text, {.unpadded_gtin = true});
    report.findings = std::move(parsed.findings);
    if (!parsed.link) return report;
    report.elements = parsed.link->path;
    report.elements.insert(report.elements.end(), parsed.link->attributes.begin(), parsed.link->attributes.end());
    const auto* gtin = value_of(parsed.link->path, "01");
    if (!gtin) {
        report.findings.push_back(gs1::syntax("SYNTAX_NOT_GOODS", {parsed.link->path.front().ai}, "", {}));
        return report;
    }
    TraceCode code;
    code.host = parsed.link->host;
    code.gtin = *gs1::Gtin::parse(*gtin);
    if (const auto* lot = value_of(parsed.link->path, "10")) code.lot = *lot;
    if (const auto* serial = value_of(parsed.link->path, "21")) code.serial = *serial;
    if (const auto* made = value_of(parsed.link->attributes, "11")) code.made = gs1::date_of(*made);
    if (const auto* expires = value_of(parsed.link->attributes, "17")) code.expires = gs1::date_of(*expires);
    if (const auto* signature = value_of(parsed.link->strangers, "s")) code.signature = *signature;
    report.code = std::move(code);
    return report;
}

Result<std::string> make_uri(const TraceCode& code) {
    if (!is_host(code.host)) return error(Cause::data, "trace.host", {code.host});
    if (!code.gtin && !is_internal_code(code.internal_code))
        return error(Cause::data, "trace.code", {code.internal_code});
    for (const auto& lot : {code.lot, code.serial})
        if (auto right = check_lot(lot); !right) return right.error();
    if (code.made && code.expires && *code.expires <= *code.made)
        return error(Cause::data, "trace.dates", {code.made->vietnamese(), code.expires->vietnamese()});

    std::string text = "https://" + code.host + (code.gtin ? "/01/" : "/sp/") + code.key();
    if (!code.lot.empty()) text += (code.gtin ? "/10/" : "/lo/") + gs1::percent_encode(code.lot);
    if (!code.serial.empty()) text += (code.gtin ? "/21/" : "/sr/") + gs1::percent_encode(code.serial);
    return text + (code.gtin ? parameters(code, "17", "11") : parameters(code, "hsd", "nsx"));
}

} // namespace temsao::trace
