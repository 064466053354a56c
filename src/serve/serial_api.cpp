// Serials of labels that were printed, and the printers that print them.
#include "app/run.h"
#include "office/serial_facts.h"
#include "press/printer_facts.h"
#include "serve/handlers.h"
#include "serve/ourselves.h"
#include "serve/own_product.h"
#include "system/file.h"

namespace temsao::serve {
namespace {

constexpr std::uint64_t most_sheet_bytes = 4 << 20;

// What is known of the serial; error serial.unknown also where this account may not see it.
Result<Json> find_serial(const Call& call) {
    const auto& serial = call.named.at("serial");
    const auto facts =
        TRY(office::serial_facts(serial, call.request.parameter("product"), call.rooms.store, call.around()));
    auto json = (facts);
    const auto producer = json.at("producer").is_string() ? json.at("producer").get<std::string>() : "";
    if (!may_see_producer(call, producer)) return error(Cause::missing, "serial.unknown", {serial});
    return json;
}

http::HttpAnswer end_serial(const Call& call, const std::string& job) {
    const auto body = json_body(call.request);
    if (!body) return problem(body.error(), call.lang);
    auto request = job_request(job, *body, {"reason"});
    if (!request) return problem(request.error(), call.lang);
    const auto facts = find_serial(call);
    if (!facts) return problem(facts.error(), call.lang);
    request->options["serial"] = {facts->at("serial").get<std::string>()};
    request->options["of"] = {facts->at("product").get<std::string>()};
    if (!call.rooms.store.empty()) request->options["store"] = {call.rooms.store};
    const auto report = app::run(*request, call.around());
    if (!report) return problem(report.error(), call.lang);
    if (auto noted = call.rooms.desk.note(call.account().name, job, request->text("serial")); !noted)
        return problem(noted.error(), call.lang);
    return json_answer(report->json);
}

} // namespace

http::HttpAnswer show_serial(const Call& call) {
    const auto facts = find_serial(call);
    return facts ? json_answer(*facts) : problem(facts.error(), call.lang);
}

http::HttpAnswer void_serial(const Call& call) {
    return end_serial(call, "serial void");
}

http::HttpAnswer reissue_serial(const Call& call) {
    return end_serial(call, "serial reissue");
}

http::HttpAnswer list_printers(const Call& call) {
    const auto all = press::printers(call.around());
    return all ? json_answer(*all) : problem(all.error(), call.lang);
}

http::HttpAnswer set_printer(const Call& call) {
    const auto body = json_body(call.request);
    if (!body) return problem(body.error(), call.lang);
    auto request = job_request("stock calibrate", *body, {"stock", "dpi"});
    if (!request) return problem(request.error(), call.lang);
    const auto measured = body->find("measured");
    if (measured == body->end() || !measured->is_array() || measured->size() > 5)
        return problem(400, {"request.member", {"measured"}}, call.lang);
    std::string lengths;
    for (const auto& length : *measured) {
        if (!length.is_number()) return problem(400, {"request.member", {"measured"}}, call.lang);
        lengths += (lengths.empty() ? "" : " ") + length.dump();
    }
    request->options["measured"] = {lengths};
    request->options["printer"] = {call.named.at("name")};
    const auto report = app::run(*request, call.around());
    if (!report) return problem(report.error(), call.lang);
    if (auto noted = call.rooms.desk.note(call.account().name, "printer measured", call.named.at("name")); !noted)
        return problem(noted.error(), call.lang);
    return json_answer(report->json);
}

http::HttpAnswer show_test_sheet(const Call& call) {
    const auto sheet = press::test_sheet(call.request.parameter("stock"), call.around());
    return sheet ? json_answer(*sheet) : problem(sheet.error(), call.lang);
}

http::HttpAnswer print_test_sheet(const Call& call) {
    const Scratch scratch(call);
    const auto file = scratch.path() / "to-thu.pdf";
    job::Request request{.job = "stock calibrate", .options = {{"out", {file.string()}}}};
    for (const auto* name : {"printer", "stock"})
        if (const auto value = call.request.parameter(name); !value.empty()) {
            if (!is_plain_name(value)) return problem(400, {"request.member", {name}}, call.lang);
            request.options[name] = {value};
        }
    const auto report = app::run(request, call.around());
    if (!report) return problem(report.error(), call.lang);
    const auto bytes = read_file(file, most_sheet_bytes);
    if (!bytes) return problem(bytes.error(), call.lang);
    return {.status = 200,
            .type = "application/pdf",
            .body = *bytes,
            .headers = {{"Cache-Control", "no-store"}, {"Content-Disposition", "attachment; filename=\"to-thu.pdf\""}}};
}

} // namespace temsao::serve
