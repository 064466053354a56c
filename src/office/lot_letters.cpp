#include "office/lot_letters.h"

#include "base/html.h"

#include <map>

namespace temsao::office {
namespace {

constexpr std::string_view letter_style =
    "body{font:12pt/1.5 'Be Vietnam Pro',system-ui,sans-serif;max-width:170mm;margin:20mm auto;padding:0 5mm}"
    "article{break-after:page;margin-bottom:20mm}article:last-child{break-after:auto}h1{font-size:16pt}"
    "table{border-collapse:collapse;width:100%}th,td{border:.2mm solid;padding:1.5mm 2mm;text-align:left}"
    "@media print{body{margin:0 auto}article{margin:0}}";

std::string said(const char* id, Lang lang, std::vector<std::string> facts = {}) {
    return escape(say({id, std::move(facts)}, lang));
}

std::string cells(const std::vector<std::string>& texts, const char* kind) {
    std::string row = "<tr>";
    for (const auto& text : texts)
        row += std::string("<") + kind + ">" + text + "</" + kind + ">";
    return row + "</tr>";
}

std::string
letter(const std::string& receiver, const std::string& rows, const std::string& reason, Date day, Lang lang) {
    const auto heads = cells({said("lot.column_goods", lang),
                              said("lot.column_lot", lang),
                              said("lot.column_amount", lang),
                              said("lot.column_day", lang),
                              said("lot.column_paper", lang)},
                             "th");
    return "<article><h1>" + said("lot.letter_title", lang) + "</h1><p>" + escape(day.shown(lang)) + "</p><p>" +
           said("lot.letter_to", lang, {receiver}) + "</p><p>" + said("lot.letter_lead", lang) + "</p><table>" + heads +
           rows + "</table><p>" + said("lot.letter_reason", lang, {reason.empty() ? std::string(40, '.') : reason}) +
           "</p><p>" + said("lot.letter_do", lang) + "</p><p>" + said("lot.letter_sign", lang) + "</p></article>";
}

} // namespace

std::string recall_letters(
    const std::vector<Whereabouts>& all, const LotBook& book, const std::string& reason, Date day, Lang lang) {
    std::map<std::string, std::string> rows; // by receiver
    for (const auto& where : all)
        for (const auto& [lot, party, paper, at, amount] : where.deliveries)
            rows[book.name_of(party)] += cells({escape(book.name_of(lot.product)),
                                                escape(lot.lot),
                                                amount ? escape(lots::shown(*amount, lang)) : "",
                                                escape(at.day().shown(lang)),
                                                escape(paper)},
                                               "td");
    std::string html = "<!doctype html><html lang=\"" + std::string(lang == Lang::vi ? "vi" : "en") +
                       "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>" +
                       said("lot.letter_title", lang) + "</title><style>" + std::string(letter_style) +
                       "</style><body>";
    for (const auto& [receiver, own] : rows)
        html += letter(receiver, own, reason, day, lang);
    if (rows.empty()) html += "<p>" + said("lot.not_delivered", lang) + "</p>";
    return html + "</body></html>\n";
}

} // namespace temsao::office
