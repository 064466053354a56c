// The report as a table: a row for each label, the worst first, with the facts of the paper.
#include "base/text.h"
#include "catalog/list_rows.h"
#include "check/alike.h"
#include "trace/sodium.h"

#include <map>

namespace temsao::check {
namespace {

// Columns are only ever added at the end: other programs count them.
constexpr std::string_view columns[] = {
    "file",       "page",        "verdict",   "words",        "product",    "producer", "stars",     "certificate",
    "valid_to",   "text",        "codes",     "reasons",      "stars_seen", "rules",    "next",      "lot",
    "serial",     "made",        "expires",   "number",       "date",       "place",    "inspector", "list",
    "list_as_of", "list_signed", "list_mark", "photo_sha256", "entry",      "truncated"};

using Row = std::map<std::string_view, std::string>;

void tell_run(Row& row, const CheckedRun& run) {
    row["number"] = run.number;
    row["date"] = run.date.iso();
    row["place"] = run.place;
    row["inspector"] = run.inspector;
    if (!run.list) return;
    row["list"] = run.list->source;
    row["list_as_of"] = run.list->as_of.iso();
    row["list_signed"] = run.list->is_signed ? "1" : "0";
    row["list_mark"] = run.list_mark;
}

void tell_label(Row& row, const CheckedLabel& label, Lang lang) {
    const auto& verdict = label.verdict;
    for (const auto& finding : verdict.findings) {
        const auto add = [&](std::string_view column, const std::string& words, std::string_view between) {
            auto& cell = row[column];
            if (!words.empty()) cell += (cell.empty() ? "" : std::string(between)) + words;
        };
        add("codes", finding.code, " ");
        add("reasons", say(finding.message(), lang), " ");
        add("rules", finding.rule.empty() ? "" : rule_words(finding.rule, lang), "; ");
    }
    if (verdict.product) {
        row["product"] = verdict.product->name;
        row["producer"] = verdict.product->producer;
        row["stars"] = std::to_string(verdict.certificate->stars);
        row["certificate"] = verdict.certificate->decision;
        row["valid_to"] = verdict.certificate->valid_to.iso();
    }
    row["text"] = label.reading.text;
    if (label.claim.stars_seen) row["stars_seen"] = std::to_string(*label.claim.stars_seen);
    if (verdict.word != verify::Word::valid) row["next"] = next_step(verdict, lang);
    if (const auto* code = trace_code_of(label)) {
        row["lot"] = code->lot;
        row["serial"] = code->serial;
        if (const auto made = label.claim.made()) row["made"] = made->iso();
        if (const auto expires = label.claim.expires()) row["expires"] = expires->iso();
    }
}

void tell_no_label(Row& row, const CheckedFile& file, Lang lang) {
    row["reasons"] = file.trouble ? say(file.trouble->what, lang) : say({"verify.nothing_found", {}}, lang);
    if (!file.trouble) row["next"] = next_step(file.word, lang);
}

} // namespace

std::string check_csv(const CheckedRun& run, Lang lang) {
    std::string csv = "\xef\xbb\xbf";
    for (const auto column : columns)
        csv += (column == columns[0] ? "" : ",") + std::string(column);
    csv += "\n";
    const auto groups = alike_labels(run);
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (const auto& [file, label] : groups[i].labels) {
            const auto word = label ? label->verdict.word : file->word;
            Row row{{"file", file->file},
                    {"page", file->page > 0 ? std::to_string(file->page) : ""},
                    {"verdict", std::string(verify::name(word))},
                    {"words", verdict_words(word, lang)},
                    {"photo_sha256", file->trouble ? "" : trace::sodium::hex(file->photo.sha256)},
                    {"entry", std::to_string(i + 1)},
                    {"truncated",
                     file->trouble        ? ""
                     : file->is_truncated ? "1"
                                          : "0"}};
            tell_run(row, run);
            label ? tell_label(row, *label, lang) : tell_no_label(row, *file, lang);
            for (const auto column : columns) {
                const auto& cell = row[column];
                csv += (column == columns[0] ? "" : ",") +
                       (cell.empty() ? std::string("\"\"") : catalog::csv_cell(make_line(cell)));
            }
            csv += "\n";
        }
    return csv;
}

} // namespace temsao::check
