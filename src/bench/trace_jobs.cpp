#include "bench/jobs.h"
#include "catalog/find_product.h"
#include "gs1/digital_link.h"
#include "gs1/element_string.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/permits.h"
#include "store/list_store.h"
#include "trace/trace_code.h"

#include <algorithm>
#include <cstring>
#include <istream>

namespace temsao::bench {
namespace {

constexpr std::size_t most_line_bytes = 2 * gs1::longest_link; // of a longer line the rest is passed over
constexpr std::size_t block_bytes = 64 * 1024;                 // read and written at a time

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

void write(job::JsonText& out, const Parsed& parsed, Lang lang) {
    out.open('{').key("ok").truth(parsed.ok()).key("uri").text(parsed.uri).key("elements").open('[');
    for (const auto& element : parsed.elements)
        out.open('{').key("ai").text(element.ai).key("value").text(element.value).close('}');
    out.close(']').key("findings").open('[');
    for (const auto& finding : parsed.findings)
        job::write(out, finding, lang);
    out.close(']');
    if (!parsed.internal_code.empty()) out.key("code").text(parsed.internal_code);
    out.close('}');
}

job::Json document_of(const Parsed& parsed, Lang lang) {
    std::string text;
    job::JsonText out(text);
    write(out, parsed, lang);
    return job::read_own(text);
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

// Lines of an input that is read by the block. Of a very long line only the beginning is kept.
class Lines {
public:
    explicit Lines(std::streambuf& input) : input_(input), block_(block_bytes, '\0') {}

    // The next line without its end, valid until the next call; empty at the end of the input.
    std::optional<std::string_view> next() {
        if (is_within_line_ && !pass_over_line()) return {};
        auto rest = unread();
        auto length = rest.find('\n');
        if (length == rest.npos) {
            rest = refill();
            length = rest.find('\n');
        }
        if (rest.empty()) return {};
        is_within_line_ = length == rest.npos;
        begin_ += is_within_line_ ? rest.size() : length + 1;
        auto line = rest.substr(0, std::min(length, most_line_bytes));
        if (line.ends_with('\r')) line.remove_suffix(1);
        return line;
    }

private:
    std::string_view unread() const { return std::string_view(block_).substr(begin_, end_ - begin_); }

    // Moves what is unread to the front and reads as much more as there is room for.
    std::string_view refill() {
        const auto kept = end_ - begin_;
        std::memmove(block_.data(), block_.data() + begin_, kept);
        begin_ = 0;
        const auto room = static_cast<std::streamsize>(block_.size() - kept);
        end_ = kept + static_cast<std::size_t>(input_.sgetn(block_.data() + kept, room));
        return unread();
    }

    // False where the input ends within the line.
    bool pass_over_line() {
        while (!refill().empty()) {
            const auto length = unread().find('\n');
            begin_ = length == std::string_view::npos ? end_ : length + 1;
            if (length != std::string_view::npos) return true;
        }
        return false;
    }

    std::streambuf& input_;
    std::string block_;
    std::size_t begin_ = 0, end_ = 0; // of what is unread in the block
    bool is_within_line_ = false;     // the last line went on beyond the block, or ended with the input
};

// One text a line in, one document a line out, in order, a block in memory at a time.
Result<job::Report> parse_lines(const job::Surroundings& around) {
    ENSURE(around.input && around.output);
    job::Report report;
    Lines lines(*around.input->rdbuf());
    std::string documents;
    while (const auto line = lines.next()) {
        const auto parsed = take_apart(*line);
        if (!parsed.ok()) report.exit_status = 1;
        job::JsonText out(documents);
        write(out, parsed, around.lang);
        documents += '\n';
        if (documents.size() < block_bytes) continue;
        if (!around.output(documents)) return error(Cause::io, "output.closed");
        documents.clear();
    }
    if (!around.output(documents)) return error(Cause::io, "output.closed");
    return report;
}

bool may_be_code(const std::string& text) {
    trace::TraceCode code;
    code.host = job::default_host;
    code.internal_code = text;
    return trace::make_uri(code).ok();
}

// A code as it is; other words are looked for in the list in use. Without a list, what is wrong with the text as a code
// is said where the trace code is made.
Outcome take_product(trace::TraceCode& code, const std::string& typed, const std::filesystem::path& home) {
    code.internal_code = typed;
    if (may_be_code(typed)) return done;
    auto store = TRY(store::ListStore::open_to_read(home));
    if (TRY(store.newest()) == 0) return done;
    const auto list = TRY(store.load());
    const auto& product = *TRY(catalog::find_product(list.products, job::key_of(typed), typed));
    code.gtin = product.shared_number.empty() ? product.gtin : std::nullopt;
    code.internal_code = code.gtin ? "" : product.key;
    return done;
}

// What the trace code will hold. Errors: date.form, for digits that are not a GTIN those of Gtin::parse, and those of
// catalog::find_product.
Result<trace::TraceCode> read_trace_wish(const job::Request& request, const job::Surroundings& around) {
    trace::TraceCode code;
    code.host = job::text_option(request, "host").value_or(job::default_host);
    const auto& key = request.text("key");
    if (auto gtin = gs1::Gtin::parse(key))
        code.gtin = *gtin;
    else if (key.find_first_not_of("0123456789") == std::string::npos)
        return gtin.error(); // digits only: meant as a GTIN
    else
        TRY(take_product(code, key, around.home));
    code.lot = request.text("lot");
    code.serial = request.text("serial");
    if (request.has("made")) code.made = TRY(Date::parse_typed(request.text("made")));
    if (request.has("expires")) code.expires = TRY(Date::parse_typed(request.text("expires")));
    return code;
}

// From which day the goods of this code carry a seal, if a permit that is known here says so and they were made on it
// or later.
Result<std::optional<Date>> seal_day(const trace::TraceCode& code, const job::Surroundings& around) {
    const auto permits = TRY(office::known_permits(around.home));
    if (permits.certificates().empty()) return std::optional<Date>();
    auto lists = TRY(store::ListStore::open_to_read(around.home));
    const auto product = lists.find(code.key());
    const auto since =
        office::sealed_since(permits, code.key(), product && *product ? std::string_view((*product)->producer) : "");
    return since && *since <= code.made.value_or(around.today) ? since : std::optional<Date>();
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
    const auto code = TRY(read_trace_wish(request, around));
    const auto uri = TRY(trace::make_uri(code));
    job::Report report;
    report.words = uri + "\n";
    report.json = document_of(take_apart(uri), around.lang);
    const auto seal = TRY(seal_day(code, around));
    report.json["sealed_from"] = seal ? job::Json(seal->iso()) : job::Json(nullptr);
    if (seal) report.remarks.push_back(say({"trace.seal_needed", {code.key(), seal->shown(around.lang)}}, around.lang));
    return report;
}

} // namespace temsao::bench
