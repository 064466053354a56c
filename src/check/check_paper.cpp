// The report as a paper that an inspector hands in: who, where and when, by which list; the worst first, alike labels
// told once; pictures with the labels outlined and numbered; lines to sign. A4 when printed.
#include "base/html.h"
#include "base/text.h"
#include "check/alike.h"
#include "photo/turn.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

namespace temsao::check {
namespace {

constexpr std::size_t most_pictures = 3, most_names = 12, most_serials = 60, most_sentences = 3; // of alike labels

constexpr std::string_view style =
    R"(:root{color-scheme:light;--ink:#1B2622;--soft:#4b5a54;--line:#DDD6C8}*{box-sizing:border-box}body{margin:0;background:#FBF8F2;color:var(--ink);font:16px/1.45 "Be Vietnam Pro","Segoe UI",Roboto,Arial,"Liberation Sans",system-ui,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:62rem;margin:auto;padding:24px 16px 40px}header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:4px 24px;border-bottom:2px solid var(--ink);padding-bottom:8px}
h1{font-size:28px;line-height:1.2;margin:0}.number{margin:0;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 16px;margin:12px 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}.blank{border-bottom:1px dotted var(--soft);min-height:1.45em}
.sum{display:flex;flex-wrap:wrap;gap:4px 24px;margin:0 0 16px;padding:8px 0;list-style:none;font-weight:600;border:solid var(--line);border-width:1px 0}.sum li::before,.word::before{display:inline-block;width:1.4em}
.flow{columns:2;column-gap:32px}article{margin:0 0 16px;padding:0 0 16px;border-bottom:1px solid var(--line)}section{break-inside:avoid}
figure{position:relative;margin:0 0 4px;break-inside:avoid;break-after:avoid}figure img{display:block;width:100%;border-radius:8px}figure svg{position:absolute;inset:0;width:100%;height:100%;overflow:visible}figcaption,.names{font-size:14px;color:var(--soft);margin:0 0 8px;overflow-wrap:anywhere}
polygon{fill:none;stroke-width:3;vector-effect:non-scaling-stroke;stroke-linejoin:round}svg text{fill:#fff;stroke:none;font-weight:700;text-anchor:middle;dominant-baseline:central}circle{stroke:none}
h2{font-size:20px;line-height:1.3;margin:0}.word{margin:0 0 4px;font-size:20px;line-height:1.3;font-weight:700}.word b{float:right;font-size:14px;line-height:24px;color:var(--soft);font-weight:600}
article dl{margin:4px 0 8px;font-size:14px;gap:0 12px}ul{margin:0 0 4px;padding:0;list-style:none}.why li{margin:0 0 2px}.why li:first-child{font-weight:600}small{font-size:14px;font-weight:400;color:var(--soft)}.next{margin:0 0 4px}.next::before{content:"→ "}
code{display:block;font-size:12px;line-height:1.35;color:var(--soft);overflow-wrap:anywhere}
.valid{color:#0E5A47;stroke:#0E5A47}.check{color:#8A5A00;stroke:#C98400}.invalid{color:#A4161A;stroke:#A4161A}.inconclusive{color:#475569;stroke:#475569}
circle.valid{fill:#0E5A47}circle.check{fill:#8A5A00}circle.invalid{fill:#A4161A}circle.inconclusive{fill:#475569}
.valid::before{content:"✓"}.check::before{content:"◉"}.invalid::before{content:"■"}.inconclusive::before{content:"?"}
.end{break-inside:avoid;margin-top:8px}.sign{display:grid;grid-template-columns:1fr 1fr;gap:32px;text-align:center;margin-top:16px}.sign p{margin:0}.sign p:last-child{margin-top:88px;border-top:1px dotted var(--soft);min-height:1.45em}
@media(max-width:700px){.flow{columns:1}h1{font-size:24px}dl{grid-template-columns:minmax(0,1fr)}dt{font-size:14px}.sign{gap:16px}}
@media print{body{background:none;font-size:9.5pt}main{max-width:none;padding:0}h1{font-size:18pt}.number{font-size:11pt}dl{grid-template-columns:max-content minmax(0,1fr);margin:3mm 0}.sum{margin-bottom:3mm}
.flow{columns:2;column-gap:8mm}article{margin-bottom:1.5mm;padding-bottom:1.5mm}.word,h2{display:inline;font-size:9pt;margin:0}.word b{font-size:8pt;line-height:10pt}.word+h2::before{content:" "}figure{width:55%}figure img{border-radius:1mm}section,article dl,small,figcaption,.names{font-size:8pt;line-height:1.26}.word.valid~.why li:first-child{font-weight:400}figcaption,.names{margin-bottom:1mm}
article dl{display:block;margin:0 0 1mm}article dt,article dd,.why li{display:inline}article dt::after{content:": "}article dd::after{content:" · "}article dd:last-child::after{content:""}.why li:first-child::after{content:" "}.next,.why{margin-bottom:1mm}code{font-size:7pt}.sign p:last-child{margin-top:15mm}}
)";

// A text inside a quoted string of CSS in HTML: every character that could end it becomes an escape.
std::string css_text(std::string_view text) {
    std::string safe;
    for (const char c : make_line(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                           (byte >= 'A' && byte <= 'Z') || c == ' ' || c == '-' || c == '.' || c == '/';
        char escaped[8];
        std::snprintf(escaped, sizeof escaped, "\\%x ", byte);
        safe += plain ? std::string(1, c) : escaped;
    }
    return safe;
}

class Paper {
public:
    Paper(const CheckedRun& run, Lang lang) : run_(run), lang_(lang), groups_(alike_labels(run)) {
        for (std::size_t i = 0; i < groups_.size(); ++i)
            for (const auto& [file, label] : groups_[i].labels)
                if (label) numbers_[label] = i + 1;
    }

    std::string html() {
        std::string text = "<!doctype html><html lang=\"" + std::string(lang_ == Lang::vi ? "vi" : "en") +
                           "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>" +
                           words("verify.report_title") + " " + escape(run_.number) + "</title><style>" +
                           std::string(style) + page_rule() + "</style><main>" + head() + "<div class=\"flow\">";
        for (const auto& group : groups_)
            text += article(group);
        return text + "</div>" + end() + "</main></html>\n";
    }

private:
    std::string words(const char* id, std::vector<std::string> facts = {}) const {
        return escape(say({id, std::move(facts)}, lang_));
    }

    // The number on every page of paper, so that none is lost or mixed up.
    std::string page_rule() const {
        const auto number = say({"report.number_is", {run_.number}}, lang_);
        return "@page{size:A4;margin:12mm 15mm 14mm;@bottom-left{content:\"" + css_text(number) +
               "\";font:8pt system-ui,sans-serif;color:#4b5a54}@bottom-right{content:counter(page) \"/\" "
               "counter(pages);"
               "font:8pt system-ui,sans-serif;color:#4b5a54}}";
    }

    // A fact that nobody gave is a line to write on.
    std::string fact(const char* id, const std::string& value) const {
        return "<dt>" + words(id) + "</dt>" +
               (value.empty() ? "<dd class=\"blank\"></dd>" : "<dd>" + escape(value) + "</dd>");
    }

    std::string list_words() const {
        if (!run_.list) return say({"report.no_list", {}}, lang_);
        const auto& list = *run_.list;
        return say({list.is_signed ? "report.signed_list" : "report.unsigned_list",
                    {list.source, list.as_of.vietnamese(), run_.list_mark}},
                   lang_);
    }

    std::string head() const {
        const auto counts = count_words(run_);
        std::size_t labels = 0, broken = 0;
        for (const auto& file : run_.files) {
            labels += file.labels.size();
            broken += file.trouble.has_value();
        }
        auto looked_at =
            say({"report.photos_labels", {std::to_string(run_.files.size() - broken), std::to_string(labels)}}, lang_);
        if (broken > 0) looked_at += say({"report.not_read", {std::to_string(broken)}}, lang_);
        std::string text = "<header><h1>" + words("verify.report_title") + "</h1><p class=\"number\">" +
                           words("report.number_is", {run_.number}) + "</p></header><dl>" +
                           fact("report.day", run_.date.shown(lang_)) + fact("report.place", run_.place) +
                           fact("report.inspector", run_.inspector) + fact("report.list", list_words()) +
                           fact("report.looked_at", looked_at) + "</dl><ul class=\"sum\">";
        for (const auto word :
             {verify::Word::invalid, verify::Word::check, verify::Word::inconclusive, verify::Word::valid})
            if (const int count = counts[static_cast<std::size_t>(word)]; count > 0)
                text += "<li class=\"" + std::string(verify::name(word)) + "\">" + std::to_string(count) + " " +
                        escape(verdict_words(word, lang_)) + "</li>";
        return text + "</ul>";
    }

    // The photo with all of its labels outlined; each bears the number of its entry.
    std::string figure(const CheckedFile& file) const {
        if (file.thumbnail_jpeg.empty()) return "";
        const bool swaps = photo::swaps_sides(file.exif_orientation);
        const int width = swaps ? file.height : file.width, height = swaps ? file.width : file.height;
        const double radius = 0.024 * std::max(width, height);
        char text[256];
        std::snprintf(text, sizeof text, "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\">", width, height);
        std::string html = "<figure><img alt=\"\" src=\"" + jpeg_url(file.thumbnail_jpeg) + "\">" + text, marks;
        for (const auto& label : file.labels) {
            const std::string word(verify::name(label.verdict.word));
            html += "<polygon class=\"" + word + "\" points=\"";
            photo::Point middle;
            for (const auto& corner : label.reading.corners) {
                const auto at = photo::turned(corner, file.exif_orientation, file.width, file.height);
                std::snprintf(text, sizeof text, "%.1f,%.1f ", at.x, at.y);
                html += text;
                middle = {middle.x + at.x / 4, middle.y + at.y / 4};
            }
            html += "\"/>";
            std::snprintf(
                text,
                sizeof text,
                "\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/><text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\">%zu</text>",
                middle.x,
                middle.y,
                radius,
                middle.x,
                middle.y,
                1.2 * radius,
                numbers_.at(&label));
            marks += "<circle class=\"" + word + text;
        }
        return html + (groups_.size() > 1 ? marks : "") + "</svg></figure><figcaption>" + escape(place_of(file)) +
               "</figcaption>";
    }

    struct Pictures {
        std::string figures, names;
    };

    // Pictures that no earlier entry showed, and the names of the others. Of a run of one photo the name stands below
    // it.
    Pictures pictures(const Alike& group) {
        std::string html, names;
        std::size_t shown = 0, named = 0, more = 0;
        const CheckedFile* last = nullptr;
        for (const auto& [file, label] : group.labels) {
            if (file == last) continue;
            last = file;
            const bool is_new = !shown_.count(file) && shown < most_pictures && !file->thumbnail_jpeg.empty();
            if (is_new) {
                html += figure(*file);
                shown_.insert(file);
                ++shown;
            } else if (run_.files.size() == 1 && shown_.count(file)) {
                continue;
            } else if (named < most_names) {
                names += (named++ > 0 ? ", " : "") + escape(place_of(*file));
            } else {
                ++more;
            }
        }
        if (more > 0) names += " " + words("report.more", {std::to_string(more)});
        return {html, names.empty() ? "" : "<p class=\"names\">" + words("report.photos") + ": " + names + "</p>"};
    }

    std::string heading(const Alike& group, std::size_t number) const {
        const bool has_label = group.labels.front().second != nullptr;
        const auto count = std::to_string(group.labels.size());
        return "<p class=\"word " + std::string(verify::name(group.word)) + "\">" +
               (groups_.size() > 1 ? std::to_string(number) + ". " : "") + escape(verdict_words(group.word, lang_)) +
               (group.labels.size() > 1 ? " <b>" + words(has_label ? "report.labels" : "report.files", {count}) + "</b>"
                                        : "") +
               "</p>";
    }

    std::string serials(const Alike& group) const {
        std::string text;
        std::size_t count = 0;
        for (const auto& [file, label] : group.labels)
            if (const auto* code = trace_code_of(*label); code && !code->serial.empty())
                if (++count <= most_serials) text += (text.empty() ? "" : ", ") + code->serial;
        if (count > most_serials) text += " " + say({"report.more", {std::to_string(count - most_serials)}}, lang_);
        return text;
    }

    std::string goods(const Alike& group) const {
        const auto& label = *group.labels.front().second;
        const auto& verdict = label.verdict;
        std::string html;
        if (verdict.product) html += "<h2>" + escape(verdict.product->name) + "</h2>";
        html += "<dl>";
        const auto row = [&](const char* id, const std::string& value) {
            if (!value.empty()) html += fact(id, value);
        };
        if (verdict.product) {
            row("report.producer", verdict.product->producer);
            const auto seen = label.claim.stars_seen ? std::to_string(*label.claim.stars_seen) : "";
            row("report.stars", say({"report.stars_are", {std::to_string(verdict.certificate->stars), seen}}, lang_));
            row("report.certificate",
                say({"report.certificate_is",
                     {verdict.certificate->decision, verdict.certificate->valid_to.vietnamese()}},
                    lang_));
        }
        if (const auto* code = trace_code_of(label)) {
            row("report.lot", code->lot);
            if (const auto made = label.claim.made()) row("report.made", made->shown(lang_));
            if (const auto expires = label.claim.expires()) row("report.expires", expires->shown(lang_));
            row("report.serials", serials(group));
        }
        return html + "</dl>";
    }

    // One sentence for each reason; where alike labels fill it with other facts, some of them.
    std::string reasons(const Alike& group) const {
        std::string html = "<ul class=\"why\">";
        const auto& first = group.labels.front().second->verdict.findings;
        for (std::size_t i = 0; i < first.size(); ++i) {
            std::vector<std::string> told;
            for (const auto& [file, label] : group.labels) {
                auto sentence = say(label->verdict.findings[i].message(), lang_);
                if (std::find(told.begin(), told.end(), sentence) == told.end()) told.push_back(std::move(sentence));
                if (told.size() > most_sentences) break;
            }
            for (std::size_t k = 0; k < std::min(told.size(), most_sentences); ++k)
                html += "<li>" + escape(told[k]) +
                        (first[i].rule.empty() ? ""
                                               : " <small>(" + escape(rule_words(first[i].rule, lang_)) + ")</small>") +
                        "</li>";
        }
        return html + "</ul>";
    }

    // Of files without labels. The sentence of each file that could not be read names it.
    std::string troubles(const Alike& group) const {
        std::string html;
        std::size_t count = 0;
        for (const auto& [file, label] : group.labels) {
            if (!file->trouble) return "<li>" + words("verify.nothing_found") + "</li>";
            if (++count <= most_names) html += "<li>" + escape(say(file->trouble->what, lang_)) + "</li>";
        }
        if (count > most_names) html += "<li>" + words("report.more", {std::to_string(count - most_names)}) + "</li>";
        return html;
    }

    std::string article(const Alike& group) {
        const auto number = static_cast<std::size_t>(&group - groups_.data()) + 1;
        const auto& [file, label] = group.labels.front();
        const auto [figures, names] = pictures(group);
        std::string html = "<article>" + figures + "<section>" + heading(group, number) + names;
        if (file->is_truncated) html += "<p>" + words("verify.truncated") + "</p>";
        if (!label) {
            html += "<ul class=\"why\">" + troubles(group) + "</ul>";
            if (!file->trouble) html += "<p class=\"next\">" + escape(next_step(file->word, lang_)) + "</p>";
            return html + "</section></article>";
        }
        html += goods(group) + reasons(group);
        if (group.word != verify::Word::valid)
            html += "<p class=\"next\">" + escape(next_step(label->verdict, lang_)) + "</p>";
        return html + "<code>" + escape(label->reading.text) + "</code></section></article>";
    }

    std::string end() const {
        const auto place_to_sign = [&](const char* who, const std::string& name) {
            return "<div><p><strong>" + words(who) + "</strong></p><p><small>" + words("report.sign") +
                   "</small></p><p>" + escape(name) + "</p></div>";
        };
        return "<div class=\"end\"><p><small>" + words("report.note") + "</small></p><div class=\"sign\">" +
               place_to_sign("report.for_place", "") + place_to_sign("report.inspector", run_.inspector) +
               "</div></div>";
    }

    const CheckedRun& run_;
    Lang lang_;
    std::vector<Alike> groups_;
    std::map<const CheckedLabel*, std::size_t> numbers_; // of the entry that tells of it
    std::set<const CheckedFile*> shown_;
};

} // namespace

std::string check_html(const CheckedRun& run, Lang lang) {
    return Paper(run, lang).html();
}

} // namespace temsao::check
