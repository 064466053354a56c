// Sessions: who is signed in; and the audit entries.
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

Answer get_session(const Call& call) {
    return json_answer(call.session ? session_json(*call.session) : Json{{"user", nullptr}});
}

Answer open_session(const Call& call) {
    // A form of another site cannot send this type: nobody is signed in behind their back.
    if (!call.request.header("content-type").starts_with("application/json")) return Problem{415, {"request.json", {}}};
    const auto body = TRY(json_body(call.request));
    const auto name = body.find("name"), password = body.find("password");
    if (name == body.end() || !name->is_string() || password == body.end() || !password->is_string())
        return error(Cause::usage, "request.member", {"name, password"});
    if (!call.services.desk.allow("sign-in " + name->get<std::string>().substr(0, 60), sign_ins_per_minute))
        return too_often();
    const auto in = TRY(call.services.desk.sign_in(name->get<std::string>(), password->get<std::string>()));
    if (!in) return Problem{401, {"session.wrong", {}}};
    TRY(call.services.desk.note(in->session.account.name, "sign in", ""));
    auto answer = json_answer(session_json(in->session));
    answer.headers.emplace_back("Set-Cookie", cookie(in->token, desk::session_hours * 3600, call.request.is_secure));
    return answer;
}

Answer close_session(const Call& call) {
    TRY(call.services.desk.sign_out(call.request.cookie(session_cookie)));
    auto answer = json_answer(Json{{"user", nullptr}});
    answer.headers.emplace_back("Set-Cookie", cookie("", 0, call.request.is_secure));
    return answer;
}

Answer list_audit_entries(const Call& call) {
    const auto limit = TRY(limit_of(call.request));
    const auto entries = TRY(call.services.desk.audit_entries(limit + 1, call.request.parameter("after")));
    Json all = Json::array();
    for (const auto& entry : entries)
        if (all.size() < static_cast<std::size_t>(limit))
            all.push_back({{"id", entry.id},
                           {"at", entry.at},
                           {"account", entry.account.empty() ? Json(nullptr) : Json(entry.account)},
                           {"action", entry.action},
                           {"subject", entry.subject}});
    const auto next = entries.size() > all.size() ? all.back().at("id") : Json(nullptr);
    return json_answer(Json{{"deeds", all}, {"next", next}});
}

} // namespace temsao::serve
