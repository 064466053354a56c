// Serials of labels that were printed, and the printers that print them.
#include "app/run.h"
#include "office/serial_facts.h"
#include "press/printer_facts.h"
#include "serve/bodies.h"
#include "serve/handlers.h"
#include "serve/ourselves.h"
#include "serve/own_product.h"
#include "system/file.h"

namespace temsao::serve {
namespace {

constexpr std::uint64_t most_sheet_bytes = 4 << 20;

// What is known of the serial; error serial.unknown also where this account may not see it.
Result<office::SerialFacts> find_serial(const Call& call) {
    const auto& serial = call.named.at("serial");
    auto facts =
        TRY(office::serial_facts(serial, call.request.parameter("product"), call.services.store, call.around()));
    if (!may_see_producer(call, facts.producer.value_or(""))) return error(Cause::missing, "serial.unknown", {serial});
    return facts;
}

Answer end_serial(const Call& call, const std::string& job) {
    auto request = TRY(read_body("Reason", TRY(json_body(call.request))));
    request.job = job;
    const auto facts = TRY(find_serial(call));
    request.options["serial"] = {facts.serial};
    request.options["of"] = {facts.product};
    if (!call.services.store.empty()) request.options["store"] = {call.services.store};
    const auto report = TRY(app::run(request, call.around()));
    TRY(call.note(job, request.text("serial")));
    return json_answer(report.json);
}

} // namespace

Answer show_serial(const Call& call) {
    return json_answer(to_json(TRY(find_serial(call))));
}

Answer void_serial(const Call& call) {
    return end_serial(call, "serial void");
}

Answer reissue_serial(const Call& call) {
    return end_serial(call, "serial reissue");
}

Answer list_printers(const Call& call) {
    auto all = Json::array();
    for (const auto& printer : TRY(press::printers(call.around())))
        all.push_back(to_json(printer));
    return json_answer(all);
}

Answer set_printer(const Call& call) {
    auto request = TRY(read_body("PrinterMeasures", TRY(json_body(call.request))));
    request.options["printer"] = {call.named.at("name")};
    const auto report = TRY(app::run(request, call.around()));
    TRY(call.note("printer measured", call.named.at("name")));
    return json_answer(report.json);
}

Answer show_test_sheet(const Call& call) {
    return json_answer(to_json(TRY(press::test_sheet(call.request.parameter("stock"), call.around()))));
}

Answer print_test_sheet(const Call& call) {
    const Scratch scratch(call);
    const auto file = scratch.path() / "to-thu.pdf";
    job::Request request{.job = "stock calibrate", .options = {{"out", {file.string()}}}};
    for (const auto* name : {"printer", "stock"})
        if (const auto value = call.request.parameter(name); !value.empty()) {
            if (!is_plain_name(value)) return error(Cause::usage, "request.member", {name});
            request.options[name] = {value};
        }
    TRY(app::run(request, call.around()));
    const auto bytes = TRY(read_file(file, most_sheet_bytes));
    return http::HttpAnswer{
        .status = 200,
        .type = "application/pdf",
        .body = bytes,
        .headers = {{"Cache-Control", "no-store"}, {"Content-Disposition", "attachment; filename=\"to-thu.pdf\""}}};
}

} // namespace temsao::serve
