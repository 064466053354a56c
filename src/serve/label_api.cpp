// Labels: designs, sheets, the live preview, and print runs.
#include "app/run.h"
#include "job/json.h"
#include "press/label_preview.h"
#include "press/stock_facts.h"
#include "press/template_facts.h"
#include "serve/bodies.h"
#include "serve/handlers.h"
#include "serve/ourselves.h"
#include "serve/own_product.h"
#include "serve/runs.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::serve {
namespace {

constexpr std::uint64_t most_preview_bytes = 4 << 20;

// What a body says about labels, as the job takes it; names are names.
Result<job::Request> label_request(const Call& call, std::string_view schema) {
    auto request = TRY(read_body(schema, TRY(json_body(call.request))));
    for (const auto* name : {"template", "stock", "printer"})
        if (request.has(name) && !is_plain_name(request.text(name)))
            return error(Cause::usage, "request.member", {name});
    return request;
}

Json run_json(const Call& call, const store::PrintRun& run) {
    const auto answer = job::read_object(run.answer);
    const auto part = [&](const char* name) { return answer.contains(name) ? answer.at(name) : Json(nullptr); };
    Json request = Json::object();
    const auto asked = job::read_object(run.request);
    for (const auto& [name, values] : asked.items())
        if (name != "lang" && name != "printers-of" && values.is_array() && !values.empty())
            request[name] = values.at(0);
    return {{"id", run.id},
            {"at", run.at},
            {"account", run.account},
            {"producer", run.producer},
            {"request", request},
            {"state", name(run.state == store::RunState::cancelling ? store::RunState::running : run.state)},
            {"done", run.done},
            {"total", run.total},
            {"pages", part("pages")},
            {"labels", part("labels")},
            {"findings", part("preflight").is_null() ? Json::array() : part("preflight")},
            {"error", part("error")},
            {"files", call.services.runs.files(run).size()}};
}

// The run, if there is one and this account may see it.
Result<store::PrintRun> find_run(const Call& call) {
    const auto run = TRY(call.services.runs.find(call.named.at("id")));
    if (!run || !may_see_producer(call, run->producer)) return error(Cause::missing, "run.none", {call.named.at("id")});
    return *run;
}

std::string_view type_of(const std::filesystem::path& file) {
    if (file.extension() == ".pdf") return "application/pdf";
    if (file.extension() == ".png") return "image/png";
    if (file.extension() == ".svg") return "image/svg+xml";
    return "application/octet-stream";
}

// A design filled with a product.
Answer design_with(const Call& call, const std::string& name, const std::string& product) {
    TRY(producer_of(call, product));
    auto preview = TRY(press::preview_label({.job = "label", .options = {{"product", {product}}, {"template", {name}}}},
                                            call.around()));
    return http::HttpAnswer{.status = 200,
                            .type = "image/svg+xml",
                            .body = std::move(preview.svg),
                            .headers = {{"Cache-Control", "no-store"}}};
}

// A design with sample text, such as it suits the product group asked for.
Answer empty_design(const Call& call, const std::string& name) {
    const Scratch scratch(call);
    const auto file = scratch.path() / "preview.svg";
    job::Request request{.job = "template preview", .options = {{"template", {name}}, {"out", {file.string()}}}};
    if (const auto group = call.request.parameter("group"); !group.empty()) request.options["group"] = {group};
    TRY(app::run(request, call.around()));
    const auto svg = TRY(read_file(file, most_preview_bytes));
    return http::HttpAnswer{
        .status = 200, .type = "image/svg+xml", .body = svg, .headers = {{"Cache-Control", "max-age=60"}}};
}

} // namespace

Answer list_templates(const Call& call) {
    Json all = Json::array();
    for (const auto& one : TRY(press::template_facts(call.around()))) {
        auto row = to_json(one);
        row["size"] = {one.size.width.value, one.size.height.value};
        all.push_back(std::move(row));
    }
    return json_answer(all);
}

Answer preview_template(const Call& call) {
    const auto& name = call.named.at("name");
    if (!is_plain_name(name)) return error(Cause::missing, "template.missing", {name});
    const auto product = call.request.parameter("product");
    return product.empty() ? empty_design(call, name) : design_with(call, name, product);
}

Answer list_stocks(const Call& call) {
    Json all = Json::array();
    for (const auto& one : TRY(press::stock_facts(call.around()))) {
        Json row{{"name", one.stock.id}, {"title", one.stock.words}};
        row.update(to_json(one));
        all.push_back(std::move(row));
    }
    return json_answer(all);
}

Answer preview_label(const Call& call) {
    const auto request = TRY(label_request(call, "LabelWish"));
    TRY(producer_of(call, request.text("product")));
    return json_answer(to_json(TRY(press::preview_label(request, call.around())), call.lang));
}

Answer add_run(const Call& call) {
    auto request = TRY(label_request(call, "RunWish"));
    constexpr std::string_view formats[] = {"pdf", "png", "svg", "zpl", "tspl"};
    if (request.has("format") &&
        std::find(std::begin(formats), std::end(formats), request.text("format")) == std::end(formats))
        return error(Cause::usage, "request.member", {"format"});
    const auto idempotency_key = call.request.header("idempotency-key");
    if (idempotency_key.size() > 200) return error(Cause::usage, "request.member", {"Idempotency-Key"});
    auto producer = TRY(producer_of(call, request.text("product")));
    if (call.is_producer()) producer = call.account().producer; // as it is spelled when the account lists its runs
    request.options["lang"] = {call.lang == Lang::vi ? "vi" : "en"};
    if (call.is_producer()) request.options["printers-of"] = {call.account().producer};
    const auto added = TRY(call.services.runs.add(call.account(), producer, idempotency_key, request));
    if (added.share_is_full) return Problem{429, {"run.share_full", {}}, {{"Retry-After", "30"}}};
    if (added.id.empty()) return Problem{503, {"run.queue_full", {}}, {{"Retry-After", "30"}}};
    TRY(call.note("print", request.text("product")));
    auto answer = json_answer(Json{{"id", added.id}}, 202);
    answer.headers.emplace_back("Location", "/api/v1/runs/" + added.id);
    return answer;
}

Answer list_runs(const Call& call) {
    const auto limit = TRY(limit_of(call.request));
    const auto runs = TRY(call.services.runs.list(
        call.is_producer() ? call.account().producer : "", limit + 1, call.request.parameter("after")));
    return json_answer(page_of("runs", runs, limit, [&](const auto& run) {
        auto json = run_json(call, run);
        json.erase("labels"); // each with its serial: long
        return json;
    }));
}

Answer show_run(const Call& call) {
    return json_answer(run_json(call, TRY(find_run(call))));
}

Answer cancel_run(const Call& call) {
    const auto run = TRY(find_run(call));
    TRY(call.services.runs.cancel(run.id));
    TRY(call.note("print cancelled", run.id));
    return show_run(call);
}

Answer run_file(const Call& call) {
    const auto run = TRY(find_run(call));
    const auto files = call.services.runs.files(run);
    const auto nth =
        call.request.has_parameter("n") ? std::strtoul(call.request.parameter("n").c_str(), nullptr, 10) : 1;
    if (nth < 1 || nth > files.size()) return error(Cause::missing, "run.no_file", {run.id});
    const auto& file = files[nth - 1];
    return http::with_etag(
        call.request,
        {.status = 200,
         .type = std::string(type_of(file)),
         .body = "",
         .headers = {{"Cache-Control", "private, no-cache"},
                     {"Content-Disposition", "attachment; filename=\"" + file.filename().string() + "\""}},
         .file = file},
        "\"" + run.id + "-" + std::to_string(nth) + "\"");
}

} // namespace temsao::serve
