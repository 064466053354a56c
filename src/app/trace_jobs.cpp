#include "app/jobs.h"
#include "app/json.h"
#include "trace/trace_code.h"

#include <iostream>

namespace temsao::app {
namespace {

Json parse_one(const std::string& text, Lang lang, std::string* words) {
    const auto parsed = trace::parse(text);
    Json elements = Json::array(), findings = Json::array();
    for (const auto& element : parsed.elements)
        elements.push_back({{"ai", element.ai}, {"value", element.value}});
    for (const auto& finding : parsed.findings) {
        findings.push_back(to_json(finding, lang));
        if (words) *words += say(finding.message(), lang) + "\n";
    }
    if (words && parsed.code) {
        for (const auto& element : parsed.elements)
            *words += "(" + element.ai + ") " + element.value + "\n";
        if (!parsed.code->internal_code.empty())
            *words += parsed.code->internal_code + "  " + parsed.code->lot + "  " + parsed.code->serial + "\n";
    }
    Json json{{"ok", parsed.code.has_value()}, {"uri", text}, {"elements", elements}, {"findings", findings}};
    if (parsed.code && !parsed.code->internal_code.empty()) json["code"] = parsed.code->internal_code;
    return json;
}

} // namespace

// "-": one text a line from standard input, one document a line.
Result<Report> parse_trace(const Request& request, const Surroundings& around) {
    Report report;
    if (request.text("text") != "-") {
        const auto json = parse_one(request.text("text"), around.lang, &report.words);
        report.json = dump(json);
        report.exit_status = json["ok"].get<bool>() ? 0 : 1;
        return report;
    }
    for (std::string line; std::getline(std::cin, line);) {
        if (line.ends_with('\r')) line.pop_back();
        const auto json = parse_one(line, around.lang, nullptr);
        if (!json["ok"].get<bool>()) report.exit_status = 1;
        report.json += dump(json);
    }
    report.words = report.json;
    return report;
}

Result<Report> make_trace(const Request& request, const Surroundings& around) {
    trace::TraceCode code;
    code.host = request.has("host") ? request.text("host") : default_host;
    if (auto gtin = gs1::Gtin::parse(request.text("key")))
        code.gtin = *gtin;
    else if (request.text("key").find_first_not_of("0123456789") == std::string::npos)
        return gtin.error(); // digits only: meant as a GTIN
    else
        code.internal_code = request.text("key");
    code.lot = request.text("lot");
    code.serial = request.text("serial");
    for (const auto& [name, target] : {std::pair("made", &code.made), std::pair("expires", &code.expires)})
        if (request.has(name)) {
            const auto date = Date::parse_iso(request.text(name));
            if (!date) return date.error();
            *target = *date;
        }
    const auto uri = trace::make_uri(code);
    if (!uri) return uri.error();
    Report report;
    report.words = *uri + "\n";
    report.json = dump(parse_one(*uri, around.lang, nullptr));
    return report;
}

} // namespace temsao::app
