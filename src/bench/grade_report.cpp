#include "bench/grade_report.h"

#include "base/html.h"
#include "base/text.h"
#include "job/read_options.h"
#include "job/version.h"
#include "render/png.h"

#include <cstdio>
#include <set>

namespace temsao::bench {
namespace {

std::string number(double value, int decimals, Lang lang) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    std::string words = text;
    if (lang == Lang::vi)
        if (const auto dot = words.find('.'); dot != words.npos) words[dot] = ',';
    return words;
}

std::string in_unit(double value, grade::Unit unit, Lang lang) {
    if (unit == grade::Unit::decoded) return say({value > 0 ? "grade.decoded" : "grade.not_decoded", {}}, lang);
    if (unit == grade::Unit::modules) return say({"grade.modules", {number(value, 0, lang)}}, lang);
    return number(100 * value, 1, lang) + " %";
}

std::string symbol_words(const GradedSymbol& symbol) {
    const auto& reading = symbol.grade.reading;
    return "QR " + std::to_string(reading.version) + "-" + reading.ec_level + " · " +
           make_line(reading.text.substr(0, 120));
}

// A module's colour on the map, by how weak it is: light ones, dark ones.
struct MapColour {
    std::uint32_t light, dark;
};

constexpr std::uint32_t rgb(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
    return red << 16 | green << 8 | blue;
}

constexpr MapColour map_colours[] = {
    {rgb(217, 106, 43), rgb(140, 47, 16)},  // 0
    {rgb(232, 151, 58), rgb(138, 74, 18)},  // 1
    {rgb(240, 199, 102), rgb(107, 83, 28)}, // 2
    {rgb(242, 227, 184), rgb(74, 70, 50)},  // 3
    {rgb(255, 255, 255), rgb(27, 38, 34)},  // 4
};
constexpr std::uint32_t wrong_colour = rgb(164, 22, 26);

std::string map_png(const grade::Grade& grade) {
    constexpr int scale = 8, margin = 2;
    const int side = (grade.meant.size + 2 * margin) * scale;
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(side) * static_cast<std::size_t>(side),
                                      rgb(255, 255, 255));
    for (int y = margin * scale; y < side - margin * scale; ++y)
        for (int x = margin * scale; x < side - margin * scale; ++x) {
            const int column = x / scale - margin, row = y / scale - margin;
            const auto level = grade::level_of_module(grade.modulation[grade.meant.index(column, row)]);
            const auto& colours = map_colours[level.value_or(0)];
            pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)] =
                !level                        ? wrong_colour
                : grade.meant.at(column, row) ? colours.dark
                                              : colours.light;
        }
    const auto png =
        render::encode_png({pixels.data(), static_cast<std::size_t>(side), side, side}, Resolution::from_dpi(96));
    return png ? *png : "";
}

constexpr std::string_view style =
    R"(:root{color-scheme:light}body{margin:0;background:#FBF8F2;color:#1B2622;font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:auto;padding:24px 16px}h1{font-size:28px;line-height:1.2;margin:0 0 4px}.meta{color:#4b5a54;margin:0 0 24px;overflow-wrap:anywhere}
article{display:grid;grid-template-columns:minmax(0,18rem) 1fr;gap:24px;padding:24px 0;border-top:1px solid #DDD6C8}
img{width:100%;display:block;border-radius:8px;image-rendering:pixelated;margin:0 0 12px}h2{font-size:16px;margin:0 0 8px;overflow-wrap:anywhere}
.word{font-size:40px;line-height:1.1;font-weight:700;margin:0 0 8px}.l4,.l3{color:#0E5A47}.l2{color:#1B2622}.l1{color:#8A5A00}.l0{color:#A4161A}.lx{color:#475569}
table{border-collapse:collapse;width:100%;margin:16px 0}th{font-weight:400;text-align:right}th:first-child{text-align:left}td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}th,td{padding:4px 12px 4px 0;border-bottom:1px solid #DDD6C8}
td:last-child,th:last-child{padding-right:0}ul{margin:8px 0;padding-left:20px}small{color:#4b5a54}
@media(max-width:600px){article{grid-template-columns:1fr}article>div:first-child{order:1}}
@page{size:A4;margin:15mm}@media print{body{background:none;font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{max-width:none;padding:0}article{grid-template-columns:60mm 1fr;break-inside:avoid}})";

} // namespace

std::string level_words(const grade::Grade& grade, Lang lang) {
    if (grade.trust == grade::Trust::withheld) return say({"grade.withheld", {}}, lang);
    return say({"grade.level_" + std::to_string(grade.level), {}}, lang);
}

std::string value_words(const grade::Parameter& parameter, Lang lang) {
    return in_unit(parameter.value, parameter.unit, lang);
}

std::string limit_words(const grade::Parameter& parameter, Lang lang) {
    if (parameter.unit == grade::Unit::decoded) return "";
    return (parameter.limits.more ? "≥ " : "≤ ") + in_unit(parameter.limits.usable(), parameter.unit, lang);
}

std::string parameter_words(const grade::Parameter& parameter, Lang lang) {
    return say({"grade.parameter." + std::string(parameter.name), {}}, lang);
}

std::string method_words(const grade::Grade& grade, Lang lang) {
    return say({grade.is_in_red ? "grade.method" : "grade.method_grey", {grade::grade_edition}}, lang);
}

std::string facts_words(const grade::Grade& grade, Lang lang) {
    const auto size = grade.x_mm ? number(*grade.x_mm, 3, lang) + " mm" : say({"grade.no_size", {}}, lang);
    return say({"grade.facts",
                {number(grade.pixels_a_module, 1, lang),
                 size,
                 number(grade.quiet_zone, 1, lang),
                 number(100 * grade.growth_x, 0, lang),
                 number(100 * grade.growth_y, 0, lang)}},
               lang);
}

namespace {

std::string_view unit_name(grade::Unit unit) {
    constexpr std::string_view names[] = {"share", "modules", "decoded"};
    return names[static_cast<int>(unit)];
}

} // namespace

job::Json grade_json(const GradedFile& graded, Lang lang) {
    job::Json symbols = job::Json::array();
    for (const auto& [grade, found, page, picture] : graded.symbols) {
        const bool withheld = grade.trust == grade::Trust::withheld;
        job::Json json{{"text", grade.reading.text},
                       {"version", grade.reading.version},
                       {"ec_level", grade.reading.ec_level},
                       {"pixels_a_module", grade.pixels_a_module},
                       {"confidence", grade::name(grade.trust)},
                       {"x_mm", grade.x_mm ? job::Json(*grade.x_mm) : job::Json(nullptr)}};
        if (page > 0) json["page"] = page;
        json["level"] = withheld ? job::Json(nullptr) : job::Json(grade.level);
        json["words"] = level_words(grade, lang);
        if (!withheld) {
            json["growth"] = {{"x", grade.growth_x}, {"y", grade.growth_y}};
            json["blur"] = {{"x", grade.blur_x}, {"y", grade.blur_y}};
            json["streaks"] = {{"light", grade.upright.light + grade.level_lines.light},
                               {"dark", grade.upright.dark + grade.level_lines.dark}};
            json["reflectance"] = {{"dark", grade.dark}, {"light", grade.light}};
            json["measured_in"] = grade.is_in_red ? "red" : "grey";
            json["quiet_zone"] = grade.quiet_zone;
        }
        json["parameters"] = job::Json::array();
        for (const auto& p : grade.parameters)
            json["parameters"].push_back({{"name", p.name},
                                          {"value", p.value},
                                          {"level", p.level},
                                          {"unit", unit_name(p.unit)},
                                          {"limits", p.limits.at},
                                          {"better", p.limits.more ? "more" : "less"}});
        json["findings"] = job::Json::array();
        for (const auto& finding : found)
            json["findings"].push_back(job::to_json(finding, lang));
        symbols.push_back(std::move(json));
    }
    return job::Json{{"tool", std::string("temsao ") + job::version},
                     {"date", graded.date.iso()},
                     {"file", graded.file},
                     {"estimate", true},
                     {"method", grade::grade_edition},
                     {"note", say({"grade.estimate", {}}, lang)},
                     {"symbols", std::move(symbols)}};
}

std::string grade_words(const GradedFile& graded, Lang lang) {
    std::string words = make_line(graded.file) + "\n";
    for (const auto& symbol : graded.symbols) {
        const auto& grade = symbol.grade;
        words += "  " + symbol_words(symbol) + "\n  " + say({"grade.estimate", {}}, lang) + ": " +
                 level_words(grade, lang) + "\n";
        if (grade.trust != grade::Trust::withheld) words += "  " + facts_words(grade, lang) + "\n";
        for (const auto& p : grade.parameters)
            words += "    " + job::padded(parameter_words(p, lang), 28) + job::padded(value_words(p, lang), 12) +
                     job::padded(limit_words(p, lang), 12) + say({"grade.level_" + std::to_string(p.level), {}}, lang) +
                     "\n";
        for (const auto& remark : symbol.remarks)
            words += "    → " + say(remark.message(), lang) + "\n";
    }
    return words;
}

std::string grade_html(const GradedFile& graded, Lang lang) {
    std::string html = "<!doctype html><html lang=\"" + std::string(lang == Lang::vi ? "vi" : "en") +
                       "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Tem "
                       "Sao</title><style>" +
                       std::string(style) + "</style><main><h1>" + escape(say({"grade.estimate", {}}, lang)) +
                       "</h1><p class=\"meta\">" + escape(graded.file) + " · " + graded.date.shown(lang) + "</p>";
    for (const auto& symbol : graded.symbols) {
        const auto& grade = symbol.grade;
        const bool withheld = grade.trust == grade::Trust::withheld;
        html += "<article><div><img alt=\"\" src=\"" + png_url(symbol.picture_png) + "\">";
        if (!withheld)
            html += "<img alt=\"\" src=\"" + png_url(map_png(grade)) + "\"><small>" +
                    escape(say({"grade.map", {}}, lang)) + "</small>";
        html += "</div><div><p class=\"word l" + (withheld ? "x" : std::to_string(grade.level)) + "\">" +
                escape(level_words(grade, lang)) + "</p><h2>" + escape(symbol_words(symbol)) + "</h2>";
        if (!withheld) html += "<p>" + escape(facts_words(grade, lang)) + "</p>";
        if (!symbol.remarks.empty()) {
            html += "<ul>";
            for (const auto& remark : symbol.remarks)
                html += "<li>" + escape(say(remark.message(), lang)) + "</li>";
            html += "</ul>";
        }
        if (!withheld) {
            html += "<table><tr><th></th><th>" + escape(say({"grade.value", {}}, lang)) + "</th><th>" +
                    escape(say({"grade.limit", {}}, lang)) + "</th><th></th></tr>";
            for (const auto& p : grade.parameters)
                html += "<tr><th scope=\"row\">" + escape(parameter_words(p, lang)) + "</th><td>" +
                        escape(value_words(p, lang)) + "</td><td>" + escape(limit_words(p, lang)) +
                        "</td><td class=\"l" + std::to_string(p.level) + "\">" +
                        escape(say({"grade.level_" + std::to_string(p.level), {}}, lang)) + "</td></tr>";
            html += "</table>";
        }
        html += "</div></article>";
    }
    std::set<std::string> methods; // two where only some pages have colours
    for (const auto& symbol : graded.symbols)
        methods.insert(method_words(symbol.grade, lang));
    for (const auto& method : methods)
        html += "<p><small>" + escape(method) + "</small></p>";
    return html + "</main></html>\n";
}

} // namespace temsao::bench
