// Sessions: who is there; and the book of deeds.
#include "serve/handlers.h"

namespace temsao::serve {
namespace {

constexpr int sign_ins_per_minute = 10; // for each name, from wherever

Json session_json(const desk::Session& session) {
    const auto& [account, csrf] = session;
    return {{"user", account.name},
            {"role", desk::name(account.role)},
            {"producer", account.producer.empty() ? Json(nullptr) : Json(account.producer)},
            {"csrf", csrf}};
}

std::string cookie(const std::string& token, int seconds, bool is_secure) {
    return "temsao=" + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) +
           (is_secure ? "; Secure" : "");
}

} // namespace

http::HttpAnswer get_session(const Call& call) {
    return json_answer(call.session ? session_json(*call.session) : Json{{"user", nullptr}});
}

http::HttpAnswer open_session(const Call& call) {
    // A form of another site cannot send this type: nobody is signed in behind their back.
    if (!call.request.header("content-type").starts_with("application/json"))
        return problem(415, {"request.json", {}}, call.lang);
    const auto body = json_body(call.request);
    if (!body) return problem(body.error(), call.lang);
    const auto name = body->find("name"), password = body->find("password");
    if (name == body->end() || !name->is_string() || password == body->end() || !password->is_string())
        return problem(400, {"request.member", {"name, password"}}, call.lang);
    const auto allowed =
        call.rooms.desk.allow("sign-in " + name->get<std::string>().substr(0, 60), sign_ins_per_minute);
    if (!allowed) return problem(allowed.error(), call.lang);
    if (!*allowed) {
        auto answer = problem(429, {"request.too_often", {}}, call.lang);
        answer.headers.emplace_back("Retry-After", "60");
        return answer;
    }
    const auto in = call.rooms.desk.sign_in(name->get<std::string>(), password->get<std::string>());
    if (!in) return problem(in.error(), call.lang);
    if (!*in) return problem(401, {"session.wrong", {}}, call.lang);
    if (auto noted = call.rooms.desk.note((*in)->session.account.name, "sign in", ""); !noted)
        return problem(noted.error(), call.lang);
    auto answer = json_answer(session_json((*in)->session));
    answer.headers.emplace_back("Set-Cookie", cookie((*in)->token, desk::session_hours * 3600, call.request.is_secure));
    return answer;
}

http::HttpAnswer close_session(const Call& call) {
    if (auto out = call.rooms.desk.sign_out(call.request.cookie("temsao")); !out)
        return problem(out.error(), call.lang);
    auto answer = json_answer(Json{{"user", nullptr}});
    answer.headers.emplace_back("Set-Cookie", cookie("", 0, call.request.is_secure));
    return answer;
}

http::HttpAnswer list_deeds(const Call& call) {
    const auto limit = limit_of(call.request);
    if (!limit) return problem(limit.error(), call.lang);
    const auto deeds = call.rooms.desk.deeds(*limit + 1, call.request.parameter("after"));
    if (!deeds) return problem(deeds.error(), call.lang);
    Json all = Json::array();
    for (const auto& deed : *deeds)
        if (all.size() < static_cast<std::size_t>(*limit))
            all.push_back({{"id", deed.id},
                           {"at", deed.at},
                           {"account", deed.account.empty() ? Json(nullptr) : Json(deed.account)},
                           {"action", deed.action},
                           {"subject", deed.subject}});
    const bool is_cut = deeds->size() > all.size();
    const auto next = is_cut ? all.back().at("id") : Json(nullptr);
    return json_answer(Json{{"deeds", all}, {"next", next}});
}

} // namespace temsao::serve
