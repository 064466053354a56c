// Labels: designs, sheets, the live preview, and print runs.
#include "app/run.h"
#include "job/json.h"
#include "press/label_preview.h"
#include "serve/handlers.h"
#include "serve/own_product.h"
#include "serve/runs.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::serve {
namespace {

constexpr std::uint64_t most_preview_bytes = 4 << 20;

// What a body says about labels, as the job takes it; names are names.
Result<job::Request> label_request(const Json& body, const std::vector<std::string_view>& members) {
    auto request = job_request("label", body, members);
    if (!request) return request;
    for (const auto* name : {"template", "stock", "printer"})
        if (request->has(name) && !is_plain_name(request->text(name)))
            return error(Cause::usage, "request.member", {name});
    if (!request->has("product")) return error(Cause::usage, "request.member", {"product"});
    return request;
}

Json run_json(const Call& call, const Run& run) {
    const auto answer = job::read_object(run.answer);
    const auto part = [&](const char* name) { return answer.contains(name) ? answer.at(name) : Json(nullptr); };
    Json request = Json::object();
    const auto asked = job::read_object(run.request);
    for (const auto& [name, values] : asked.items())
        if (name != "lang" && values.is_array() && !values.empty()) request[name] = values.at(0);
    return {{"id", run.id},
            {"at", run.at},
            {"account", run.account},
            {"producer", run.producer},
            {"request", request},
            {"state", run.state},
            {"done", run.done},
            {"total", run.total},
            {"pages", part("pages")},
            {"labels", part("labels")},
            {"findings", part("preflight").is_null() ? Json::array() : part("preflight")},
            {"error", part("error")},
            {"files", call.rooms.runs.files(run).size()}};
}

// The run, if there is one and this account may see it.
Result<Run> find_run(const Call& call) {
    const auto run = TRY(call.rooms.runs.find(call.named.at("id")));
    if (!run || !may_see_producer(call, run->producer)) return error(Cause::missing, "run.none", {call.named.at("id")});
    return *run;
}

std::string_view type_of(const std::filesystem::path& file) {
    if (file.extension() == ".pdf") return "application/pdf";
    if (file.extension() == ".png") return "image/png";
    if (file.extension() == ".svg") return "image/svg+xml";
    return "application/octet-stream";
}

} // namespace

http::HttpAnswer list_templates(const Call& call) {
    const auto report = app::run({.job = "template list", .options = {}}, call.around());
    if (!report) return problem(report.error(), call.lang);
    Json all = Json::array();
    const auto json = report->json;
    for (const auto& one : json.at("templates")) {
        Json row = one;
        row["size"] = {one.at("width_mm"), one.at("height_mm")};
        all.push_back(std::move(row));
    }
    return json_answer(all);
}

http::HttpAnswer preview_template(const Call& call) {
    const auto& name = call.named.at("name");
    if (!is_plain_name(name)) return problem(404, {"template.missing", {name}}, call.lang);
    const auto product = call.request.parameter("product");
    if (!product.empty()) {
        if (const auto producer = producer_of(call, product); !producer) return problem(producer.error(), call.lang);
        const auto preview = press::preview_label(
            {.job = "label", .options = {{"product", {product}}, {"template", {name}}}}, call.around());
        if (!preview) return problem(preview.error(), call.lang);
        return {.status = 200,
                .type = "image/svg+xml",
                .body = (*preview).at("svg").get<std::string>(),
                .headers = {{"Cache-Control", "no-store"}}};
    }
    const auto file = call.rooms.around.home / "uploads" / ("preview-" + call.rooms.desk.new_id() + ".svg");
    job::Request request{.job = "template preview", .options = {{"template", {name}}, {"out", {file.string()}}}};
    if (const auto group = call.request.parameter("group"); !group.empty()) request.options["group"] = {group};
    const auto report = app::run(request, call.around());
    if (!report) return problem(report.error(), call.lang);
    const auto svg = read_file(file, most_preview_bytes);
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    if (!svg) return problem(svg.error(), call.lang);
    return {.status = 200, .type = "image/svg+xml", .body = *svg, .headers = {{"Cache-Control", "max-age=60"}}};
}

http::HttpAnswer list_stocks(const Call& call) {
    const auto report = app::run({.job = "stock list", .options = {}}, call.around());
    if (!report) return problem(report.error(), call.lang);
    Json all = Json::array();
    const auto json = report->json;
    for (const auto& one : json.at("stocks")) {
        Json row{{"name", one.at("id")}, {"title", one.at("words")}};
        row.update(one);
        all.push_back(std::move(row));
    }
    return json_answer(all);
}

http::HttpAnswer preview_label(const Call& call) {
    const auto body = json_body(call.request);
    if (!body) return problem(body.error(), call.lang);
    const auto request = label_request(
        *body, {"product", "template", "lot", "made", "expires", "dpi", "goods", "face", "quantity-height"});
    if (!request) return problem(request.error(), call.lang);
    if (const auto producer = producer_of(call, request->text("product")); !producer)
        return problem(producer.error(), call.lang);
    const auto preview = press::preview_label(*request, call.around());
    return preview ? json_answer(*preview) : problem(preview.error(), call.lang);
}

http::HttpAnswer add_run(const Call& call) {
    const auto body = json_body(call.request);
    if (!body) return problem(body.error(), call.lang);
    auto request = label_request(*body,
                                 {"product",
                                  "template",
                                  "lot",
                                  "made",
                                  "expires",
                                  "count",
                                  "stock",
                                  "start",
                                  "format",
                                  "dpi",
                                  "spares",
                                  "printer",
                                  "serials",
                                  "serial",
                                  "goods",
                                  "face",
                                  "quantity-height"});
    if (!request) return problem(request.error(), call.lang);
    constexpr std::string_view formats[] = {"pdf", "png", "svg", "zpl", "tspl"};
    if (request->has("format") &&
        std::find(std::begin(formats), std::end(formats), request->text("format")) == std::end(formats))
        return problem(400, {"request.member", {"format"}}, call.lang);
    const auto wish = call.request.header("idempotency-key");
    if (wish.size() > 200) return problem(400, {"request.member", {"Idempotency-Key"}}, call.lang);
    const auto producer = producer_of(call, request->text("product"));
    if (!producer) return problem(producer.error(), call.lang);
    request->options["lang"] = {call.lang == Lang::vi ? "vi" : "en"};
    const auto id = call.rooms.runs.add(call.account(), *producer, wish, *request);
    if (!id) {
        auto answer = problem(id.error(), call.lang);
        if (id.error().what.id == "run.queue_full") {
            answer.status = 503;
            answer.headers.emplace_back("Retry-After", "30");
        }
        return answer;
    }
    if (auto noted = call.rooms.desk.note(call.account().name, "print", request->text("product")); !noted)
        return problem(noted.error(), call.lang);
    auto answer = json_answer(Json{{"id", *id}}, 202);
    answer.headers.emplace_back("Location", "/api/v1/runs/" + *id);
    return answer;
}

http::HttpAnswer list_runs(const Call& call) {
    const auto limit = limit_of(call.request);
    if (!limit) return problem(limit.error(), call.lang);
    const auto runs = call.rooms.runs.list(
        call.is_producer() ? call.account().producer : "", *limit + 1, call.request.parameter("after"));
    if (!runs) return problem(runs.error(), call.lang);
    Json all = Json::array();
    for (const auto& run : *runs)
        if (all.size() < static_cast<std::size_t>(*limit)) {
            auto json = run_json(call, run);
            json.erase("labels"); // each with its serial: long
            all.push_back(std::move(json));
        }
    const auto next = runs->size() > all.size() ? all.back().at("id") : Json(nullptr);
    return json_answer(Json{{"runs", all}, {"next", next}});
}

http::HttpAnswer show_run(const Call& call) {
    const auto run = find_run(call);
    return run ? json_answer(run_json(call, *run)) : problem(run.error(), call.lang);
}

http::HttpAnswer cancel_run(const Call& call) {
    const auto run = find_run(call);
    if (!run) return problem(run.error(), call.lang);
    if (auto cancelled = call.rooms.runs.cancel(run->id); !cancelled) return problem(cancelled.error(), call.lang);
    if (auto noted = call.rooms.desk.note(call.account().name, "print cancelled", run->id); !noted)
        return problem(noted.error(), call.lang);
    const auto after = find_run(call);
    return after ? json_answer(run_json(call, *after)) : problem(after.error(), call.lang);
}

http::HttpAnswer run_file(const Call& call) {
    const auto run = find_run(call);
    if (!run) return problem(run.error(), call.lang);
    const auto files = call.rooms.runs.files(*run);
    const auto nth =
        call.request.has_parameter("n") ? std::strtoul(call.request.parameter("n").c_str(), nullptr, 10) : 1;
    if (nth < 1 || nth > files.size()) return problem(404, {"run.no_file", {run->id}}, call.lang);
    const auto& file = files[nth - 1];
    return http::with_etag(
        call.request,
        {.status = 200,
         .type = std::string(type_of(file)),
         .body = "",
         .headers = {{"Cache-Control", "private, no-cache"},
                     {"Content-Disposition", "attachment; filename=\"" + file.filename().string() + "\""}},
         .file = file},
        "\"" + run->id + "-" + std::to_string(nth) + "\"");
}

} // namespace temsao::serve
