#include "serve/question_page.h"

#include "base/html.h"
#include "job/json.h"
#include "serve/plain_page.h"
#include "serve/product_page.h"

#include <algorithm>

namespace temsao::serve {
namespace {

using store::QuestionKind;

constexpr auto form_address = "/api/v1/questions";

std::string kind_words(QuestionKind kind, Lang lang) {
    return page_words(("page.asked_" + std::string(name(kind))).c_str(), lang);
}

std::string choices(Lang lang) {
    std::string html = "<fieldset><legend>" + page_words("page.ask_what", lang) + "</legend>";
    for (const auto kind : {QuestionKind::other_goods,
                            QuestionKind::dates,
                            QuestionKind::stars,
                            QuestionKind::place,
                            QuestionKind::other})
        html += "<label><input type=\"radio\" name=\"kind\" required value=\"" + std::string(name(kind)) + "\"><span>" +
                kind_words(kind, lang) + "</span></label>";
    return html + "</fieldset>";
}

std::string row(const char* name, const std::string& value, Lang lang) {
    return value.empty() ? "" : "<div><dt>" + page_words(name, lang) + "</dt><dd>" + value + "</dd></div>";
}

} // namespace

bool is_question_code(std::string_view code) {
    const bool is_ours = code.starts_with("/01/") || code.starts_with("/sp/") || code.starts_with("/SP/");
    return is_ours && code.size() <= store::longest_code &&
           std::all_of(code.begin(), code.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

std::string page_address(const std::string& code) {
    return (code.starts_with("/01/") ? "/page" : "") + code;
}

std::string page_address(const std::string& code, Lang lang) {
    return page_address(code) + (code.find('?') == code.npos ? "?" : "&") + (lang == Lang::vi ? "lang=vi" : "lang=en");
}

std::string question_form(const std::string& code, Lang lang) {
    if (!is_question_code(code)) return {};
    return "<form method=\"post\" action=\"" + std::string(form_address) +
           (lang == Lang::vi ? "?lang=vi" : "?lang=en") + "\" accept-charset=\"utf-8\"><h2>" +
           page_words("page.ask", lang) + "</h2><input type=\"hidden\" name=\"code\" value=\"" + escape(code) + "\">" +
           choices(lang) + "<label for=\"words\">" + page_words("page.ask_words", lang) +
           "</label><textarea id=\"words\" name=\"words\" rows=\"4\" maxlength=\"" + std::to_string(most_words) +
           "\" aria-describedby=\"words-hint\"></textarea><p class=\"hint\" id=\"words-hint\">" +
           page_words("page.ask_hint", lang) + "</p><label for=\"commune\">" + page_words("page.ask_commune", lang) +
           "</label><input id=\"commune\" name=\"commune\" autocomplete=\"off\" maxlength=\"" +
           std::to_string(most_commune) + "\"><button class=\"button\">" + page_words("page.ask_send", lang) +
           "</button><p class=\"hint\">" + page_words("page.ask_kept", lang) + "</p></form>";
}

std::string thanks_page(const store::ShopperQuestion& question, const store::ShoppersWords& said, Lang lang) {
    const auto& code = question.code;
    const auto body =
        "<h1>" + page_words("page.ask_thanks", lang) + "</h1><section class=\"answer told\"><p>" +
        page_words("page.ask_now", lang) + "</p></section><h2>" + page_words("page.ask_kept_now", lang) + "</h2><dl>" +
        row("page.ask_goods", escape(question.goods), lang) + row("page.lot", escape(question.lot), lang) +
        row("page.serial", escape(question.serial), lang) +
        row("page.ask_question", kind_words(question.kind, lang), lang) +
        row("page.ask_said", escape(said.words), lang) + row("page.ask_bought", escape(said.commune), lang) +
        row("page.ask_day", question.day.shown(lang), lang) + "</dl><p>" + page_words("page.ask_nobody", lang) +
        "</p><p>" + page_words("page.report_how", lang) + "</p><p class=\"last\"><a class=\"button\" href=\"" +
        escape(page_address(code, lang)) + "\">" + page_words("page.ask_back", lang) + "</a></p>";
    const auto other = page_address(code, lang == Lang::vi ? Lang::en : Lang::vi);
    return page_frame(say({"page.ask_thanks", {}}, lang), body, other, lang);
}

bool is_form(const http::HttpRequest& request) {
    return request.header("content-type").starts_with("application/x-www-form-urlencoded");
}

http::HttpAnswer for_a_reader(http::HttpAnswer answer, Lang lang) {
    if (answer.type != "application/problem+json") return answer;
    const auto why = job::read_object(answer.body).value("detail", "");
    auto page = plain_page(answer.status, trouble_page("page.ask_not_sent", why, "", lang));
    page.headers.insert(page.headers.end(), answer.headers.begin(), answer.headers.end());
    return page;
}

} // namespace temsao::serve
