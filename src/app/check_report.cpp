#include "app/check_report.h"

#include "app/html.h"
#include "app/version.h"
#include "base/text.h"

#include <cstdio>

namespace temsao::app {
namespace {

// What a person should do about a verdict.
std::string next_step(verify::Word word, Lang lang) {
    constexpr const char* ids[] = {"next.valid", "next.inconclusive", "next.check", "next.invalid"};
    return say({ids[static_cast<int>(word)], {}}, lang);
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
    R"(:root{color-scheme:light}body{margin:0;background:#FBF8F2;color:#1B2622;font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:auto;padding:24px 16px}h1{font-size:28px;line-height:1.2;margin:0 0 4px}.meta{color:#4b5a54;margin:0 0 24px}
article{display:grid;grid-template-columns:minmax(0,14rem) 1fr;gap:16px;padding:16px 0;border-top:1px solid #DDD6C8}
figure{position:relative;margin:0}figure img{width:100%;display:block;border-radius:8px}figure svg{position:absolute;inset:0;width:100%;height:100%}
polygon{fill:none;stroke-width:4;vector-effect:non-scaling-stroke}h2{font-size:16px;margin:0 0 8px;overflow-wrap:anywhere}
.word{font-size:20px;font-weight:700;margin:8px 0 0}.word::before{display:inline-block;width:1.5em}.valid{color:#0E5A47;stroke:#0E5A47}.check{color:#8A5A00;stroke:#C98400}
.invalid{color:#A4161A;stroke:#A4161A}.inconclusive{color:#475569;stroke:#475569}.word.valid::before{content:"✓"}.word.check::before{content:"◉"}
.word.invalid::before{content:"■"}.word.inconclusive::before{content:"?"}ul{margin:4px 0 8px;padding-left:20px}code{font-size:14px;overflow-wrap:anywhere}
@media(max-width:600px){article{grid-template-columns:1fr}})";

} // namespace

std::string verdict_words(verify::Word word, Lang lang) {
    constexpr const char* ids[] = {"verdict.valid", "verdict.inconclusive", "verdict.check", "verdict.invalid"};
    return say({ids[static_cast<int>(word)], {}}, lang);
}

std::string check_json(const CheckedRun& run, Lang lang) {
    Json files = Json::array();
    for (const auto& file : run.files) {
        Json labels = Json::array();
        for (const auto& label : file.labels)
            labels.push_back(to_json(label.reading, label.claim, label.verdict, lang));
        Json json{{"file", file.file}};
        if (file.page > 0) json["page"] = file.page;
        json["labels"] = std::move(labels);
        json["verdict"] = verify::name(file.word);
        json["ms"] = file.cpu_ms;
        json["passes"] = file.passes;
        if (file.is_truncated) json["truncated"] = true;
        if (file.exif_orientation != 1) json["orientation"] = file.exif_orientation;
        if (file.trouble) json["error"] = say(file.trouble->what, lang);
        files.push_back(std::move(json));
    }
    Json json{{"tool", std::string("temsao ") + version}, {"date", run.date.iso()}};
    json["list"] = run.list ? Json{{"source", run.list->source},
                                   {"as_of", run.list->as_of.iso()},
                                   {"age_days", run.date.days_since(run.list->as_of)},
                                   {"signed", run.list->is_signed}}
                            : Json(nullptr);
    json["files"] = std::move(files);
    json["verdict"] = verify::name(run.word);
    return dump(json);
}

std::string check_words(const CheckedRun& run, Lang lang) {
    std::string words;
    int counts[4] = {};
    for (const auto& file : run.files) {
        words += make_showable(place(file)) + "\n";
        if (file.labels.empty()) ++counts[static_cast<int>(file.word)];
        if (file.trouble)
            words += "  " + say(file.trouble->what, lang) + "\n";
        else if (file.labels.empty())
            words += "  " + verdict_words(file.word, lang) + ": " + say({"verify.nothing_found", {}}, lang) + "\n";
        if (file.is_truncated) words += "  " + say({"verify.truncated", {}}, lang) + "\n";
        for (const auto& label : file.labels) {
            const auto& verdict = label.verdict;
            ++counts[static_cast<int>(verdict.word)];
            words += "  " + verdict_words(verdict.word, lang);
            if (verdict.product)
                words += ": " + verdict.product->name + " · " + verdict.product->producer + " · " +
                         std::to_string(verdict.certificate->stars) + "★";
            else
                words += ": " + make_showable(label.reading.text.substr(0, 120));
            words += "\n";
            for (const auto& finding : verdict.findings)
                if (finding.severity != Severity::info || verdict.findings.size() == 1)
                    words += "    " + say(finding.message(), lang) +
                             (finding.rule.empty() ? "" : " [" + finding.rule + "]") + "\n";
            if (verdict.word != verify::Word::valid) words += "    → " + next_step(verdict.word, lang) + "\n";
        }
    }
    if (run.list) words += say({"verify.by_list", {run.list->source, run.list->as_of.vietnamese()}}, lang) + "\n";
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
    std::string csv = "\xef\xbb\xbf"
                      "file,page,verdict,words,product,producer,stars,certificate,valid_to,text,codes,reasons\n";
    const auto line = [&](std::initializer_list<std::string> cells) {
        std::string text;
        for (const auto& cell : cells)
            text += (text.empty() ? "" : ",") +
                    (cell.empty() ? std::string("\"\"") : catalog::csv_cell(make_showable(cell)));
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
                  file.trouble ? say(file.trouble->what, lang) : say({"verify.nothing_found", {}}, lang)});
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
                  reasons});
        }
    }
    return csv;
}

std::string check_html(const CheckedRun& run, Lang lang) {
    std::string html = "<!doctype html><html lang=\"" + std::string(lang == Lang::vi ? "vi" : "en") +
                       "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Tem "
                       "Sao</title><style>" +
                       std::string(style) + "</style><main><h1>" + escape(say({"verify.report_title", {}}, lang)) +
                       "</h1><p class=\"meta\">" + escape(lang == Lang::vi ? run.date.vietnamese() : run.date.iso());
    if (run.list)
        html += " · " + escape(say({"verify.by_list", {run.list->source, run.list->as_of.vietnamese()}}, lang));
    html += "</p>";
    for (const auto& file : run.files) {
        html += "<article><div>" + picture(file) + "</div><div><h2>" + escape(place(file)) + "</h2>";
        if (file.labels.empty())
            html += "<p class=\"word inconclusive\">" + escape(verdict_words(file.word, lang)) + "</p><p>" +
                    escape(file.trouble ? say(file.trouble->what, lang) : say({"verify.nothing_found", {}}, lang)) +
                    "</p>";
        if (file.is_truncated) html += "<p>" + escape(say({"verify.truncated", {}}, lang)) + "</p>";
        for (const auto& label : file.labels) {
            const auto& verdict = label.verdict;
            html += "<p class=\"word " + colour_class(verdict.word) + "\">" +
                    escape(verdict_words(verdict.word, lang)) + "</p>";
            if (verdict.product)
                html += "<div>" + escape(verdict.product->name) + " · " + escape(verdict.product->producer) + " · " +
                        std::to_string(verdict.certificate->stars) + "★ · " + escape(verdict.certificate->decision) +
                        "</div>";
            html += "<ul>";
            for (const auto& finding : verdict.findings)
                html += "<li>" + escape(say(finding.message(), lang)) +
                        (finding.rule.empty() ? "" : " <small>(" + escape(finding.rule) + ")</small>") + "</li>";
            html += "</ul><div>" + escape(next_step(verdict.word, lang)) + "</div><code>" + escape(label.reading.text) +
                    "</code>";
        }
        html += "</div></article>";
    }
    return html + "</main></html>\n";
}

} // namespace temsao::app
