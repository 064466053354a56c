#include "check/check_report.h"

#include "base/html.h"
#include "base/text.h"
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "check/verdict_json.h"
#include "job/version.h"
#include "verify/history.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace temsao::check {
namespace {

// What a person should do: by the verdict, and where nothing could be concluded by why not.
std::string next_step(verify::Word word, std::string_view deciding_code, Lang lang) {
    constexpr const char* ids[] = {"next.valid", "next.inconclusive", "next.check", "next.invalid"};
    if (word != verify::Word::inconclusive) return say({ids[static_cast<int>(word)], {}}, lang);
    return say({deciding_code == "NO_LIST"            ? "next.no_list"
                : deciding_code == "NOT_A_TRACE_CODE" ? "next.other_code"
                                                      : "next.inconclusive",
                {}},
               lang);
}

// Without a list the missing list is what decides, whatever else was remarked.
std::string next_step(const verify::Verdict& verdict, Lang lang) {
    std::string_view deciding;
    for (const auto& finding : verdict.findings)
        if (deciding.empty() || finding.code == "NO_LIST") deciding = finding.code;
    return next_step(verdict.word, deciding, lang);
}

std::string place(const CheckedFile& file) {
    return file.page > 0 ? file.file + " #" + std::to_string(file.page) : file.file;
}

std::string colour_class(verify::Word word) {
    return std::string(verify::name(word));
}

std::string picture(const CheckedFile& file) {
    if (file.thumbnail_png.empty()) return "";
    std::string html = "<figure><img alt=\"\" src=\"" + png_url(file.thumbnail_png) + "\"><svg viewBox=\"0 0 " +
                       std::to_string(file.width) + " " + std::to_string(file.height) +
                       "\" preserveAspectRatio=\"none\">";
    for (const auto& label : file.labels) {
        html += "<polygon class=\"" + colour_class(label.verdict.word) + "\" points=\"";
        for (const auto& corner : label.reading.corners) {
            char point[64];
            std::snprintf(point, sizeof point, "%.1f,%.1f ", corner.x, corner.y);
            html += point;
        }
        html += "\"/>";
    }
    return html + "</svg></figure>";
}

constexpr std::string_view style =
    R"(:root{color-scheme:light}*{box-sizing:border-box}body{margin:0;background:#FBF8F2;color:#1B2622;font:16px/1.5 "Be Vietnam Pro",system-ui,sans-serif}
main{max-width:60rem;margin:auto;padding:24px 16px 40px}h1{font-size:28px;line-height:1.2;margin:0 0 4px}.meta{color:#4b5a54;margin:0 0 16px}
.sum{display:flex;flex-wrap:wrap;gap:8px 24px;margin:0 0 24px;padding:0;list-style:none;font-weight:600}.sum li::before,.word::before{display:inline-block;width:1.4em}
article{display:grid;grid-template-columns:minmax(0,16rem) minmax(0,1fr);gap:24px;padding:24px 0;border-top:1px solid #DDD6C8;break-inside:avoid}
figure{position:relative;margin:0}figure img{width:100%;display:block;border-radius:8px}figure svg{position:absolute;inset:0;width:100%;height:100%}
polygon{fill:none;stroke-width:4;vector-effect:non-scaling-stroke;stroke-linejoin:round}h2{font-size:14px;font-weight:400;color:#4b5a54;margin:0 0 8px;overflow-wrap:anywhere}
section+section{margin-top:24px}.word{font-size:28px;line-height:1.2;font-weight:700;margin:0 0 8px}.goods{font-size:20px;line-height:1.3;font-weight:600;margin:0}.by{margin:0 0 8px;color:#4b5a54}
.valid{color:#0E5A47;stroke:#0E5A47}.check{color:#8A5A00;stroke:#C98400}.invalid{color:#A4161A;stroke:#A4161A}.inconclusive{color:#475569;stroke:#475569}
.valid::before{content:"✓"}.check::before{content:"◉"}.invalid::before{content:"■"}.inconclusive::before{content:"?"}
ul{margin:0 0 8px;padding:0;list-style:none}li:first-child{font-weight:600}small{font-size:14px;font-weight:400;color:#4b5a54}.next{margin:0 0 8px}.next::before{content:"→ "}
details{font-size:14px}summary{cursor:pointer;color:#4b5a54;padding:4px 0}code{display:block;overflow-wrap:anywhere}
@media(max-width:600px){article{grid-template-columns:minmax(0,1fr);gap:12px}figure{max-width:20rem}})";

// " · counted on the label: 3★"
std::string seen_words(const CheckedLabel& label, Lang lang) {
    if (!label.claim.stars_seen) return "";
    return " · " + say({"verify.stars_seen", {std::to_string(*label.claim.stars_seen)}}, lang);
}

std::string heading(verify::Word word, Lang lang) {
    return "<p class=\"word " + std::string(verify::name(word)) + "\">" + escape(verdict_words(word, lang)) + "</p>";
}

// The answer before the details; what the code holds is folded away.
std::string section(const CheckedLabel& label, Lang lang) {
    const auto& verdict = label.verdict;
    std::string html = "<section>" + heading(verdict.word, lang);
    if (verdict.product)
        html += "<p class=\"goods\">" + escape(verdict.product->name) + " · " +
                std::to_string(verdict.certificate->stars) + "★" + escape(seen_words(label, lang)) +
                "</p><p class=\"by\">" + escape(verdict.product->producer) + " · " +
                escape(verdict.certificate->decision) + "</p>";
    html += "<ul>";
    for (const auto& finding : verdict.findings)
        html += "<li>" + escape(say(finding.message(), lang)) +
                (finding.rule.empty() ? "" : " <small>(" + escape(rule_words(finding.rule, lang)) + ")</small>") +
                "</li>";
    return html + "</ul><p class=\"next\">" + escape(next_step(verdict, lang)) + "</p><details><summary>" +
           escape(say({"verify.read", {}}, lang)) + "</summary><code>" + escape(label.reading.text) +
           "</code></details></section>";
}

std::string article(const CheckedFile& file, Lang lang) {
    std::string html = "<article><div>" + picture(file) + "</div><div><h2>" + escape(place(file)) + "</h2>";
    if (file.is_truncated) html += "<p>" + escape(say({"verify.truncated", {}}, lang)) + "</p>";
    if (file.labels.empty())
        html += "<section>" + heading(file.word, lang) + "<ul><li>" +
                escape(file.trouble ? say(file.trouble->what, lang) : say({"verify.nothing_found", {}}, lang)) +
                "</li></ul>" +
                (file.trouble ? "" : "<p class=\"next\">" + escape(next_step(file.word, "", lang)) + "</p>") +
                "</section>";
    for (const auto& label : file.labels)
        html += section(label, lang);
    return html + "</div></article>";
}

// How many labels of each word; a file without labels counts as its own word.
std::array<int, 4> count_words(const CheckedRun& run) {
    std::array<int, 4> counts{};
    for (const auto& file : run.files) {
        if (file.labels.empty()) ++counts[static_cast<std::size_t>(file.word)];
        for (const auto& label : file.labels)
            ++counts[static_cast<std::size_t>(label.verdict.word)];
    }
    return counts;
}

} // namespace

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
        words += make_line(place(file)) + "\n";
        if (file.trouble)
            words += "  " + make_line(say(file.trouble->what, lang)) + "\n";
        else if (file.labels.empty())
            words += "  " + verdict_words(file.word, lang) + "\n    " + say({"verify.nothing_found", {}}, lang) +
                     "\n    → " + next_step(file.word, "", lang) + "\n";
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

std::string check_csv(const CheckedRun& run, Lang lang) {
    std::string csv =
        "\xef\xbb\xbf"
        "file,page,verdict,words,product,producer,stars,certificate,valid_to,text,codes,reasons,stars_seen\n";
    const auto line = [&](std::initializer_list<std::string> cells) {
        std::string text;
        for (const auto& cell : cells)
            text +=
                (text.empty() ? "" : ",") + (cell.empty() ? std::string("\"\"") : catalog::csv_cell(make_line(cell)));
        csv += text + "\n";
    };
    for (const auto& file : run.files) {
        const auto page = file.page > 0 ? std::to_string(file.page) : "";
        if (file.labels.empty())
            line({file.file,
                  page,
                  std::string(verify::name(file.word)),
                  verdict_words(file.word, lang),
                  "",
                  "",
                  "",
                  "",
                  "",
                  "",
                  "",
                  file.trouble ? say(file.trouble->what, lang) : say({"verify.nothing_found", {}}, lang),
                  ""});
        for (const auto& label : file.labels) {
            const auto& verdict = label.verdict;
            std::string codes, reasons;
            for (const auto& finding : verdict.findings) {
                codes += (codes.empty() ? "" : " ") + finding.code;
                reasons += (reasons.empty() ? "" : " ") + say(finding.message(), lang);
            }
            const auto* product = verdict.product;
            line({file.file,
                  page,
                  std::string(verify::name(verdict.word)),
                  verdict_words(verdict.word, lang),
                  product ? product->name : "",
                  product ? product->producer : "",
                  product ? std::to_string(verdict.certificate->stars) : "",
                  product ? verdict.certificate->decision : "",
                  product ? verdict.certificate->valid_to.iso() : "",
                  label.reading.text,
                  codes,
                  reasons,
                  label.claim.stars_seen ? std::to_string(*label.claim.stars_seen) : ""});
        }
    }
    return csv;
}

std::string check_html(const CheckedRun& run, Lang lang) {
    std::string html = "<!doctype html><html lang=\"" + std::string(lang == Lang::vi ? "vi" : "en") +
                       "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Tem "
                       "Sao</title><style>" +
                       std::string(style) + "</style><main><h1>" + escape(say({"verify.report_title", {}}, lang)) +
                       "</h1><p class=\"meta\">" + run.date.shown(lang);
    if (run.list)
        html += " · " + escape(say({"verify.by_list", {run.list->source, run.list->as_of.vietnamese()}}, lang));
    html += "</p><ul class=\"sum\">";
    const auto counts = count_words(run);
    for (const auto word :
         {verify::Word::invalid, verify::Word::check, verify::Word::inconclusive, verify::Word::valid})
        if (const int count = counts[static_cast<std::size_t>(word)]; count > 0)
            html += "<li class=\"" + colour_class(word) + "\">" + std::to_string(count) + " " +
                    escape(verdict_words(word, lang)) + "</li>";
    html += "</ul>";
    for (const auto& file : run.files)
        html += article(file, lang);
    return html + "</main></html>\n";
}

} // namespace temsao::check
