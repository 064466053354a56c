// The list: products, and the signed bundle that phones take along.
#include "app/product_facts.h"
#include "serve/handlers.h"
#include "serve/own_product.h"

namespace temsao::serve {

HttpAnswer list_products(const Call& call) {
    const auto limit = limit_of(call.request);
    if (!limit) return problem(limit.error(), call.lang);
    app::Request request{.job = "list show", .options = {{"limit", {std::to_string(*limit)}}}};
    for (const auto* name : {"query", "expiring", "after"})
        if (const auto value = call.request.parameter(name); !value.empty()) request.options[name] = {value};
    if (call.is_producer()) request.options["producer"] = {call.account().producer};
    const auto report = app::run(request, call.around());
    return report ? json_answer(report->json) : problem(report.error(), call.lang);
}

HttpAnswer show_product(const Call& call) {
    auto facts = app::product_facts(call.named.at("key"), call.around());
    if (!facts) return problem(facts.error(), call.lang);
    auto json = Json::parse(*facts);
    // Phone numbers and recipes are for whoever makes the label.
    const bool may_see = call.session && may_see_producer(call, json.at("product").at("producer").get<std::string>());
    if (!may_see) {
        json.erase("facts");
        json.at("product").erase("address");
    }
    return json_answer(json);
}

HttpAnswer get_bundle(const Call& call) {
    const auto bundle = app::bundle_to_hand_out(call.around());
    if (!bundle) return problem(bundle.error(), call.lang);
    return with_etag(call.request,
                     {.status = 200,
                      .type = "application/octet-stream",
                      .body = bundle->bytes,
                      .headers = {{"Cache-Control", "no-cache"},
                                  {"Content-Disposition", "attachment; filename=\"danh-sach.temsao\""}}},
                     "\"" + bundle->digest + "\"");
}

namespace {

// What goes with the bundle, as text. `mark` tells its tag from the bundle's own.
HttpAnswer beside_bundle(const Call& call, std::string app::BundleFile::*part, const char* mark) {
    auto bundle = app::bundle_to_hand_out(call.around());
    if (!bundle) return problem(bundle.error(), call.lang);
    if (((*bundle).*part).empty()) return problem(404, {"bundle.none", {}}, call.lang);
    return with_etag(call.request,
                     {.status = 200,
                      .type = "text/plain; charset=utf-8",
                      .body = std::move((*bundle).*part),
                      .headers = {{"Cache-Control", "no-cache"}}},
                     "\"" + bundle->digest + mark + "\"");
}

} // namespace

HttpAnswer get_bundle_signature(const Call& call) {
    return beside_bundle(call, &app::BundleFile::signature, "-s");
}

HttpAnswer get_bundle_root(const Call& call) {
    return beside_bundle(call, &app::BundleFile::root, "-r");
}

} // namespace temsao::serve
