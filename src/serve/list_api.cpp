// The list: products, and the signed bundle that phones take along.
#include "app/run.h"
#include "office/bundle_file.h"
#include "press/product_facts.h"
#include "serve/handlers.h"
#include "serve/own_product.h"

namespace temsao::serve {

Answer list_products(const Call& call) {
    const auto limit = TRY(limit_of(call.request));
    job::Request request{.job = "list show", .options = {{"limit", {std::to_string(limit)}}}};
    for (const auto* name : {"query", "expiring", "after"})
        if (const auto value = call.request.parameter(name); !value.empty()) request.options[name] = {value};
    if (call.is_producer()) request.options["producer"] = {call.account().producer};
    return json_answer(TRY(app::run(request, call.around())).json);
}

Answer show_product(const Call& call) {
    const auto facts = TRY(press::product_facts(call.named.at("key"), call.around()));
    const bool in_full = call.session && may_see_producer(call, facts.product.producer);
    return json_answer(to_json(facts, in_full, call.lang));
}

Answer get_bundle(const Call& call) {
    const auto bundle = TRY(office::bundle_to_hand_out(call.around()));
    return http::with_etag(call.request,
                           {.status = 200,
                            .type = "application/octet-stream",
                            .body = bundle.bytes,
                            .headers = {{"Cache-Control", "no-cache"},
                                        {"Content-Disposition", "attachment; filename=\"danh-sach.temsao\""}}},
                           "\"" + bundle.digest + "\"");
}

namespace {

// What goes with the bundle, as text. `mark` tells its tag from the bundle's own.
Answer beside_bundle(const Call& call, std::string office::BundleFile::*part, const char* mark) {
    auto bundle = TRY(office::bundle_to_hand_out(call.around()));
    if ((bundle.*part).empty()) return error(Cause::missing, "bundle.none");
    return http::with_etag(call.request,
                           {.status = 200,
                            .type = "text/plain; charset=utf-8",
                            .body = std::move(bundle.*part),
                            .headers = {{"Cache-Control", "no-cache"}}},
                           "\"" + bundle.digest + mark + "\"");
}

} // namespace

Answer get_bundle_signature(const Call& call) {
    return beside_bundle(call, &office::BundleFile::signature, "-s");
}

Answer get_bundle_root(const Call& call) {
    return beside_bundle(call, &office::BundleFile::root, "-r");
}

} // namespace temsao::serve
