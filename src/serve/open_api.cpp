// openapi.json, made from the tables of routes, bodies and options; health and metrics.
#include "serve/open_api.h"

#include "base/pieces.h"
#include "job/version.h"
#include "serve/bodies.h"
#include "serve/handlers.h"
#include "serve/shapes.h"
#include "serve/store_pulse.h"

namespace temsao::serve {
namespace {

// Of a body: a schema of JSON, what is sent as it is, or either.
Json content(std::string_view what) {
    Json all = Json::object();
    for (const auto one : split(what, ' '))
        if (one.find('/') == one.npos)
            all["application/json"] = {{"schema", {{"$ref", "#/components/schemas/" + std::string(one)}}}};
        else
            all[std::string(one)] = Json::object();
    return all;
}

// Who is signed in sends the cookie, and with what changes something the token of the session.
Json security_of(const Route& route) {
    if (route.access & everyone) return Json::array();
    Json needs{{"session", Json::array()}};
    if (route.method != "GET") needs["csrf"] = Json::array();
    return Json::array({needs});
}

Json security_schemes() {
    return {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", session_cookie}}},
            {"csrf", {{"type", "apiKey"}, {"in", "header"}, {"name", "X-CSRF"}}}};
}

Json parameter(std::string_view name, std::string_view place, app::Kind kind) {
    return {{"name", name}, {"in", place}, {"required", place == "path"}, {"schema", schema_of(kind)}};
}

Json roles_of(unsigned access) {
    Json roles = Json::array();
    if (access == everyone) roles.push_back("everyone");
    for (const auto& [bit, name] :
         {std::pair(producer, "producer"), {inspector, "inspector"}, {office, "office"}, {admin, "admin"}})
        if (access & bit) roles.push_back(name);
    return roles;
}

Json operation(const Route& route) {
    Json json{{"summary", route.summary},
              {"x-roles", roles_of(route.access)},
              {"security", security_of(route)},
              {"parameters", Json::array()}};
    for (const auto& piece : http::path_pieces(route.pattern))
        if (piece.starts_with('{'))
            json["parameters"].push_back(parameter(piece.substr(1, piece.size() - 2), "path", app::Kind::text));
    for (const auto& [name, kind, place] : route.query)
        json["parameters"].push_back(parameter(name, place, kind));
    if (!route.takes.empty()) json["requestBody"] = {{"required", true}, {"content", content(route.takes)}};
    Json success{{"description", http::status_words(route.success)}};
    if (!route.gives.empty()) success["content"] = content(route.gives);
    json["responses"] = {
        {std::to_string(route.success), success},
        {"default",
         {{"description", "RFC 9457"},
          {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}}}};
    return json;
}

} // namespace

Json openapi_document() {
    Json paths = Json::object();
    for (const auto& route : routes())
        paths[std::string(route.pattern)][lower(route.method)] = operation(route);
    auto schemas = shapes();
    for (const auto& body : job_bodies())
        schemas[std::string(body.schema)] = schema_of(body);
    return {{"openapi", "3.1.0"},
            {"info", {{"title", "Tem Sao"}, {"version", job::version}}},
            {"paths", paths},
            {"components", {{"schemas", schemas}, {"securitySchemes", security_schemes()}}}};
}

Answer get_openapi(const Call& call) {
    auto answer = json_answer(openapi_document());
    answer.headers = {{"Cache-Control", "no-cache"}};
    return http::with_etag(call.request, std::move(answer), std::string("\"") + job::version + "\"");
}

Answer get_health(const Call& call) {
    return json_answer(
        Json{{"status", call.services.store_pulse.is_well() ? "ok" : "degraded"}, {"version", job::version}});
}

Answer get_metrics(const Call& call) {
    return http::HttpAnswer{
        .status = 200, .type = "text/plain; version=0.0.4; charset=utf-8", .body = call.services.metrics()};
}

} // namespace temsao::serve
