// What shoppers ask the office: sent from a product's page or by a program, without anything about who asks; read and
// closed by the office.
#include "base/impersonal.h"
#include "serve/handlers.h"
#include "serve/plain_page.h"
#include "serve/question_page.h"
#include "serve/sent_words.h"

namespace temsao::serve {
namespace {

// What was sent, as a form or as JSON, by the names of its members.
using Fields = std::map<std::string, std::string>;

// Harmless, since nothing is done in anybody's name; but visitors of another site shall not ask without knowing it.
// Our pages send no referrer, so of a form in them a browser without Sec-Fetch-Site gives the origin “null”.
bool is_from_another_site(const http::HttpRequest& request) {
    const auto site = request.header("sec-fetch-site"), origin = request.header("origin");
    if (!site.empty()) return site != "same-origin" && site != "none";
    if (origin.empty() || origin == "null") return false;
    const auto name = origin.find("://");
    return name == origin.npos || origin.substr(name + 3) != request.header("host");
}

Result<Fields> fields_of(const Call& call) {
    constexpr const char* names[] = {"code", "kind", "words", "commune"};
    Fields fields;
    if (is_form(call.request)) {
        http::HttpRequest form;
        form.query = call.request.body; // which is written alike
        for (const auto* name : names)
            fields[name] = form.parameter(name);
        return fields;
    }
    const auto body = TRY(json_body(call.request));
    for (const auto* name : names) {
        const auto found = body.find(name);
        if (found == body.end() || found->is_null()) continue;
        if (!found->is_string()) return error(Cause::usage, "request.member", {name});
        fields[name] = found->get<std::string>();
    }
    return fields;
}

Result<std::string> line_of(const std::string& text, std::size_t most) {
    return sent_line(text, most, "question.too_long");
}

Json question_json(const store::ShopperQuestion& question) {
    Json said = Json::array(), closed = nullptr;
    for (const auto& one : question.said)
        said.push_back({{"words", one.words}, {"commune", one.commune}});
    if (question.closed) closed = {{"by", question.closed_by}, {"note", question.note}, {"on", question.closed->iso()}};
    return {{"id", question.id},
            {"page", page_address(question.code)},
            {"day", question.day.iso()},
            {"product", question.product},
            {"lot", question.lot},
            {"serial", question.serial},
            {"goods", question.goods},
            {"kind", name(question.kind)},
            {"said", std::move(said)},
            {"times", question.times},
            {"closed", std::move(closed)}};
}

// What is asked, as it is kept.
Result<store::ShopperQuestion> read_question(const Call& call, Fields fields, const store::ShoppersWords& said) {
    const auto kind = store::question_kind(fields["kind"]);
    if (!kind) return error(Cause::usage, "question.no_kind");
    const auto facts = TRY(call.services.check.shopper_facts(fields["code"], call.today()));
    if (!facts.code || !facts.product) return error(Cause::missing, "question.not_listed");
    store::ShopperQuestion question{.id = call.services.desk.new_id_of(call.today()),
                                    .day = call.today(),
                                    .code = fields["code"],
                                    .product = facts.code->key,
                                    .lot = make_line(facts.code->lot),
                                    .serial = make_line(facts.code->serial),
                                    .goods = facts.product->name,
                                    .kind = *kind};
    if (!said.words.empty() || !said.commune.empty()) question.said = {said};
    return question;
}

} // namespace

Answer ask_office(const Call& call) {
    if (is_from_another_site(call.request)) return Problem{403, {"question.elsewhere", {}}};
    const bool is_json = call.request.header("content-type").starts_with("application/json");
    if (!is_json && !is_form(call.request)) return Problem{415, {"request.json", {}}};
    auto fields = TRY(fields_of(call));
    if (!is_question_code(fields["code"])) return error(Cause::usage, "request.member", {"code"});
    const store::ShoppersWords said{impersonal(TRY(line_of(fields["words"], most_words))),
                                    impersonal(TRY(line_of(fields["commune"], most_commune)))};
    const auto question = TRY(read_question(call, fields, said));
    TRY(call.services.desk.store().together([&](store::Sql& sql) -> Outcome {
        TRY(store::ask_question(sql, question));
        return done;
    }));
    if (is_json) return json_answer({{"kind", name(question.kind)}, {"words", said.words}, {"commune", said.commune}});
    auto page = plain_page(200, thanks_page(question, said, call.lang));
    page.headers.emplace_back("Cache-Control", "private, no-cache"); // kept for the button “back”
    return page;
}

Answer list_questions(const Call& call) {
    auto& store = call.services.desk.store();
    const auto limit = TRY(limit_of(call.request));
    const bool are_closed = call.request.parameter("closed") == "true";
    const auto after = call.request.parameter("after");
    const auto found = TRY(store::shopper_questions(store, are_closed, limit + 1, after));
    const auto count = TRY(store::count_questions(store, call.today()));
    auto page = page_of("questions", found, limit, question_json);
    page["open"] = count.open;
    page["made_room"] = count.made_room;
    return json_answer(page);
}

Answer answer_question(const Call& call) {
    const auto body = TRY(json_body(call.request));
    const auto given = body.find("note");
    if (given == body.end() || !given->is_string()) return error(Cause::usage, "request.member", {"note"});
    const auto note = TRY(line_of(given->get<std::string>(), most_note));
    if (note.empty()) return error(Cause::usage, "request.member", {"note"});
    const auto& id = call.named.at("id");
    auto& desk = call.services.desk;
    bool was_open = false;
    TRY(desk.store().together([&](store::Sql& sql) -> Outcome {
        was_open = TRY(store::close_question(sql, id, call.account().name, call.today(), note));
        if (!was_open) return done;
        return store::add_audit_entry(
            sql, {desk.new_id(), desk.now(), call.account().name, "question closed", subject_of_deed(id + " " + note)});
    }));
    const auto question = TRY(store::find_question(desk.store(), id));
    if (!question) return error(Cause::missing, "question.none", {id});
    if (!was_open) return error(Cause::refused, "question.closed", {question->closed_by});
    return json_answer(question_json(*question));
}

} // namespace temsao::serve
