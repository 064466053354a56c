#include "bench/jobs.h"
#include "gs1/digital_link.h"
#include "gs1/element_string.h"
#include "job/json.h"
#include "job/read_options.h"
#include "trace/trace_code.h"

#include <algorithm>
#include <istream>

namespace temsao::bench {
namespace {

constexpr std::size_t most_line_bytes = 2 * gs1::longest_link; // of a longer line the rest is passed over
constexpr std::size_t chunk_bytes = 64 * 1024;                 // written at a time

// An element string and no link: (01)…, ]Q3…, or digits from the start.
bool is_element_string(std::string_view text) {
    const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    return !text.empty() && (std::string_view("(]\x1d").find(text[0]) != std::string_view::npos ||
                             (is_digit(0) && is_digit(1) && text.find("://") == text.npos));
}

// What a text is, be it a link, an internal code's or an element string.
struct Parsed {
    std::string uri; // the text itself; of an element string its canonical link, if it has one
    std::string internal_code, lot, serial;
    std::vector<gs1::Element> elements;
    std::vector<Finding> findings;

    bool ok() const {
        return std::none_of(
            findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::invalid; });
    }
};

Parsed take_apart(std::string_view scanned) {
    const std::string text(trace::without_symbology(scanned));
    Parsed parsed;
    parsed.uri = text;
    if (is_element_string(text)) {
        auto report = gs1::parse_elements(text);
        parsed.findings = std::move(report.findings);
        if (!report.elements) return parsed;
        parsed.elements = *std::move(report.elements);
        if (const auto arranged = gs1::arrange_link("id.gs1.org", parsed.elements); arranged.link)
            parsed.uri = gs1::canonical_link(*arranged.link);
        return parsed;
    }
    auto report = trace::parse(text);
    parsed.elements = std::move(report.elements);
    parsed.findings = std::move(report.findings);
    if (report.code && !report.code->gtin) {
        parsed.internal_code = report.code->internal_code;
        parsed.lot = report.code->lot;
        parsed.serial = report.code->serial;
    }
    return parsed;
}

job::Json document_of(const Parsed& parsed, Lang lang) {
    job::Json elements = job::Json::array(), findings = job::Json::array();
    for (const auto& element : parsed.elements)
        elements.push_back({{"ai", element.ai}, {"value", element.value}});
    for (const auto& finding : parsed.findings)
        findings.push_back(job::to_json(finding, lang));
    job::Json json{
        {"ok", parsed.ok()}, {"uri", parsed.uri}, {"elements", std::move(elements)}, {"findings", std::move(findings)}};
    if (!parsed.internal_code.empty()) json["code"] = parsed.internal_code;
    return json;
}

std::string words_of(const Parsed& parsed, Lang lang) {
    std::string words;
    for (const auto& finding : parsed.findings)
        words += say(finding.message(), lang) + "\n";
    if (!parsed.ok()) return words;
    for (const auto& element : parsed.elements)
        words += "(" + element.ai + ") " + element.value + "\n";
    if (!parsed.internal_code.empty()) words += parsed.internal_code + "  " + parsed.lot + "  " + parsed.serial + "\n";
    return words;
}

// The next line without its end; of a very long one the beginning. False at the end of the input.
bool next_line(std::streambuf& input, std::string& line) {
    line.clear();
    constexpr auto end = std::streambuf::traits_type::eof();
    auto c = input.sbumpc();
    if (c == end) return false;
    for (; c != end && c != '\n'; c = input.sbumpc())
        if (line.size() < most_line_bytes) line += static_cast<char>(c);
    if (line.ends_with('\r')) line.pop_back();
    return true;
}

// One text a line in, one document a line out, in order, a chunk in memory at a time.
Result<job::Report> parse_lines(const job::Surroundings& around) {
    ENSURE(around.input && around.output);
    job::Report report;
    std::string line, chunk;
    while (next_line(*around.input->rdbuf(), line)) {
        const auto parsed = take_apart(line);
        if (!parsed.ok()) report.exit_status = 1;
        chunk += job::dump(document_of(parsed, around.lang));
        if (chunk.size() < chunk_bytes) continue;
        if (!around.output(chunk)) return error(Cause::io, "output.closed");
        chunk.clear();
    }
    if (!around.output(chunk)) return error(Cause::io, "output.closed");
    return report;
}

// What the trace code will hold. Errors: date.form, and for digits that are not a GTIN those of Gtin::parse.
Result<trace::TraceCode> read_trace_wish(const job::Request& request) {
    trace::TraceCode code;
    code.host = job::text_option(request, "host").value_or(job::default_host);
    const auto& key = request.text("key");
    if (auto gtin = gs1::Gtin::parse(key))
        code.gtin = *gtin;
    else if (key.find_first_not_of("0123456789") == std::string::npos)
        return gtin.error(); // digits only: meant as a GTIN
    else
        code.internal_code = key;
    code.lot = request.text("lot");
    code.serial = request.text("serial");
    if (request.has("made")) code.made = TRY(Date::parse_typed(request.text("made")));
    if (request.has("expires")) code.expires = TRY(Date::parse_typed(request.text("expires")));
    return code;
}

} // namespace

Result<job::Report> parse_trace(const job::Request& request, const job::Surroundings& around) {
    if (request.text("text") == "-") return parse_lines(around);
    job::Report report;
    const auto parsed = take_apart(request.text("text"));
    report.words = words_of(parsed, around.lang);
    report.json = document_of(parsed, around.lang);
    report.exit_status = parsed.ok() ? 0 : 1;
    return report;
}

Result<job::Report> make_trace(const job::Request& request, const job::Surroundings& around) {
    const auto code = TRY(read_trace_wish(request));
    const auto uri = TRY(trace::make_uri(code));
    job::Report report;
    report.words = uri + "\n";
    report.json = document_of(take_apart(uri), around.lang);
    return report;
}

} // namespace temsao::bench
