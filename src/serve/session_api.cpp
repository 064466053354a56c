// Sessions: who is signed in; and the audit entries.
#include "serve/handlers.h"

namespace temsao::serve {
namespace {

// Outlives the session: it tells that this browser's owner signed in before, and nothing else.
constexpr auto device_cookie = "temsao-device", device_path = "/api/v1/session";

Json session_json(const desk::Session& session) {
    const auto& [account, csrf] = session;
    return {{"user", account.name},
            {"role", desk::name(account.role)},
            {"producer", account.producer.empty() ? Json(nullptr) : Json(account.producer)},
            {"csrf", csrf}};
}

std::string cookie(const std::string& pair, const char* path, int seconds, bool is_secure) {
    return pair + "; Path=" + path + "; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) +
           (is_secure ? "; Secure" : "");
}

std::string session_cookie_of(const std::string& token, int seconds, bool is_secure) {
    return cookie(session_cookie + ("=" + token), "/", seconds, is_secure);
}

// The texts of these members, or error request.member.
Result<std::vector<std::string>> texts_of(const Call& call, const std::vector<const char*>& names) {
    const auto body = TRY(json_body(call.request));
    std::vector<std::string> texts;
    std::string all;
    for (const auto* name : names) {
        all += (all.empty() ? "" : ", ") + std::string(name);
        if (const auto found = body.find(name); found != body.end() && found->is_string())
            texts.push_back(found->get<std::string>());
    }
    if (texts.size() != names.size()) return error(Cause::usage, "request.member", {all});
    return texts;
}

// A form of another site cannot send this type: nobody is signed in behind their back.
bool is_json(const Call& call) {
    return call.request.header("content-type").starts_with("application/json");
}

} // namespace

Answer get_session(const Call& call) {
    return json_answer(call.session ? session_json(*call.session) : Json{{"user", nullptr}});
}

Answer open_session(const Call& call) {
    if (!is_json(call)) return Problem{415, {"request.json", {}}};
    const auto texts = TRY(texts_of(call, {"name", "password"}));
    auto attempt =
        TRY(call.services.desk.sign_in(texts[0], texts[1], call.request.client, call.request.cookie(device_cookie)));
    if (attempt.wait > 0) return slow_down(attempt.wait);
    if (!attempt.in) return Problem{401, {"session.wrong", {}}};
    const auto& in = *attempt.in;
    const bool is_secure = call.request.is_secure;
    auto answer = json_answer(session_json(in.session));
    answer.headers.emplace_back("Set-Cookie", session_cookie_of(in.token, desk::session_hours * 3600, is_secure));
    answer.headers.emplace_back(
        "Set-Cookie", cookie(device_cookie + ("=" + in.device), device_path, desk::device_days * 86400, is_secure));
    return answer;
}

Answer change_passphrase(const Call& call) {
    const auto texts = TRY(texts_of(call, {"password", "new_password"}));
    const auto& name = call.account().name;
    const auto told = TRY(call.services.desk.confirm(name, texts[0], call.request.client));
    if (told.wait > 0) return slow_down(told.wait);
    if (!told.is_right) return Problem{403, {"session.wrong_password", {}}};
    TRY(call.services.desk.set_passphrase(name, texts[1], call.request.cookie(session_cookie)));
    TRY(call.note("password changed", ""));
    return json_answer(session_json(*call.session));
}

Answer close_session(const Call& call) {
    TRY(call.services.desk.sign_out(call.request.cookie(session_cookie)));
    auto answer = json_answer(Json{{"user", nullptr}});
    answer.headers.emplace_back("Set-Cookie", session_cookie_of("", 0, call.request.is_secure));
    return answer;
}

Answer list_audit_entries(const Call& call) {
    const auto limit = TRY(limit_of(call.request));
    const auto entries = TRY(call.services.desk.audit_entries(limit + 1, call.request.parameter("after")));
    return json_answer(page_of("deeds", entries, limit, [](const auto& entry) {
        return Json{{"id", entry.id},
                    {"at", entry.at},
                    {"account", entry.account.empty() ? Json(nullptr) : Json(entry.account)},
                    {"action", entry.action},
                    {"subject", entry.subject}};
    }));
}

} // namespace temsao::serve
