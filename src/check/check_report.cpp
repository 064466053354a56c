#include "check/check_report.h"

#include "base/text.h"
#include "check/alike.h"
#include "check/verdict_json.h"
#include "job/version.h"
#include "verify/history.h"

#include <cmath>

namespace temsao::check {
namespace {

// " · counted on the label: 3★"
std::string seen_words(const CheckedLabel& label, Lang lang) {
    if (!label.claim.stars_seen) return "";
    return " · " + say({"verify.stars_seen", {std::to_string(*label.claim.stars_seen)}}, lang);
}

} // namespace

// What a person should do: by the verdict, and where nothing could be concluded by why not.
std::string next_step(const verify::Verdict& verdict, Lang lang) {
    if (verdict.word == verify::Word::inconclusive && verdict.has_no_list) return say({"next.no_list", {}}, lang);
    if (verdict.word == verify::Word::inconclusive && !verdict.is_trace_code) return say({"next.other_code", {}}, lang);
    return next_step(verdict.word, lang);
}

std::string next_step(verify::Word word, Lang lang) {
    constexpr const char* ids[] = {"next.valid", "next.inconclusive", "next.check", "next.invalid"};
    return say({ids[static_cast<int>(word)], {}}, lang);
}

std::string place_of(const CheckedFile& file) {
    return file.page > 0 ? file.file + " #" + std::to_string(file.page) : file.file;
}

void compare_within_photo(std::vector<CheckedLabel>& labels) {
    std::vector<verify::Verdict*> verdicts;
    std::vector<const verify::Claim*> claims;
    for (auto& label : labels) {
        verdicts.push_back(&label.verdict);
        claims.push_back(&label.claim);
    }
    verify::compare_within_photo(verdicts, claims);
}

verify::Word deciding_word(const std::vector<CheckedLabel>& labels) {
    std::vector<const verify::Verdict*> verdicts;
    for (const auto& label : labels)
        verdicts.push_back(&label.verdict);
    return verify::deciding_word(verdicts);
}

std::string verdict_words(verify::Word word, Lang lang) {
    constexpr const char* ids[] = {"verdict.valid", "verdict.inconclusive", "verdict.check", "verdict.invalid"};
    return say({ids[static_cast<int>(word)], {}}, lang);
}

namespace {

// A count that is refused has no stars, and the confidence shows how near it came.
void write(job::JsonText& out, const CheckedLabel& label, Lang lang) {
    out.open('{');
    write_members(out, label.reading, label.claim, label.verdict, lang);
    out.key("badge");
    if (label.badge && label.badge->is_seen) {
        out.open('{').key("stars");
        label.badge->stars ? out.number(*label.badge->stars) : out.null();
        out.key("confidence").number(std::round(label.badge->confidence * 1000) / 1000).close('}');
    } else {
        out.null();
    }
    out.close('}');
}

void write(job::JsonText& out, const CheckedFile& file, Lang lang) {
    out.open('{').key("file").text(file.file);
    if (file.page > 0) out.key("page").number(file.page);
    out.key("labels").open('[');
    for (const auto& label : file.labels)
        write(out, label, lang);
    out.close(']').key("verdict").text(verify::name(file.word)).key("ms").number(file.cpu_ms).key("passes").open('[');
    for (const auto& pass : file.passes)
        out.text(pass);
    out.close(']');
    if (file.is_truncated) out.key("truncated").truth(true);
    if (file.exif_orientation != 1) out.key("orientation").number(file.exif_orientation);
    if (file.trouble) out.key("error").text(say(file.trouble->what, lang));
    out.close('}');
}

} // namespace

std::string check_json_text(const CheckedRun& run, Lang lang, job::Obeyed obeyed) {
    constexpr std::size_t usual_bytes = 1200; // of the head, and of a file with one label
    std::string text;
    text.reserve(usual_bytes * (1 + run.files.size()));
    job::JsonText out(text, obeyed);
    out.open('{').key("tool").text(std::string("temsao ") + job::version).key("date").text(run.date.iso()).key("list");
    if (run.list) {
        out.open('{').key("source").text(run.list->source).key("as_of").text(run.list->as_of.iso());
        out.key("age_days").number(run.date.days_since(run.list->as_of));
        out.key("signed").truth(run.list->is_signed).close('}');
    } else {
        out.null();
    }
    out.key("files").open('[');
    for (const auto& file : run.files)
        write(out, file, lang);
    out.close(']').key("verdict").text(verify::name(run.word)).close('}');
    return text;
}

job::Json check_json(const CheckedRun& run, Lang lang) {
    return job::read_own(check_json_text(run, lang));
}

job::Json label_json(const CheckedLabel& label, Lang lang) {
    std::string text;
    job::JsonText out(text);
    write(out, label, lang);
    return job::read_own(text);
}

int exit_status_of(verify::Word word) {
    return word == verify::Word::valid ? 0 : word == verify::Word::invalid ? 1 : 2;
}

std::string check_words(const CheckedRun& run, Lang lang) {
    std::string words;
    for (const auto& file : run.files) {
        words += make_line(place_of(file)) + "\n";
        if (file.trouble)
            words += "  " + make_line(say(file.trouble->what, lang)) + "\n";
        else if (file.labels.empty())
            words += "  " + verdict_words(file.word, lang) + "\n    " + say({"verify.nothing_found", {}}, lang) +
                     "\n    → " + next_step(file.word, lang) + "\n";
        if (file.is_truncated) words += "  " + say({"verify.truncated", {}}, lang) + "\n";
        for (const auto& label : file.labels) {
            const auto& verdict = label.verdict;
            words += "  " + verdict_words(verdict.word, lang);
            if (verdict.product)
                words += ": " + make_line(verdict.product->name + " · " + verdict.product->producer) + " · " +
                         std::to_string(verdict.certificate->stars) + "★" + seen_words(label, lang);
            else
                words += ": " + make_line(label.reading.text.substr(0, 120));
            words += "\n";
            for (const auto& finding : verdict.findings)
                if (finding.severity != Severity::info || &finding == &verdict.findings.front() ||
                    finding.axis == Axis::history) // what the records say of the lot
                    words += "    " + make_line(say(finding.message(), lang)) +
                             (finding.rule.empty() ? "" : " (" + rule_words(finding.rule, lang) + ")") + "\n";
            if (verdict.word != verify::Word::valid) words += "    → " + next_step(verdict, lang) + "\n";
        }
    }
    if (run.list) words += say({"verify.by_list", {run.list->source, run.list->as_of.vietnamese()}}, lang) + "\n";
    const auto counts = count_words(run);
    return words +
           say({"verify.summary",
                {std::to_string(counts[0]),
                 std::to_string(counts[2]),
                 std::to_string(counts[3]),
                 std::to_string(counts[1])}},
               lang) +
           "\n";
}

} // namespace temsao::check
