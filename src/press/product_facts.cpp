#include "press/product_facts.h"

#include "catalog/same_name.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/product_json.h"
#include "press/choose_products.h"
#include "store/list_store.h"

#include <algorithm>

namespace temsao::press {

bool is_same_producer(std::string_view a, std::string_view b) {
    return catalog::same_producer(a, b);
}

Result<job::Json> product_facts(const std::string& key, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open_to_read(around.home));
    const auto found = TRY(store.find(job::key_of(key)));
    if (!found) return error(Cause::missing, "list.no_product", {key});
    const auto& product = *found;
    job::Json certificates = job::Json::array(), facts = job::Json::object();
    for (const auto& one : product.certificates)
        certificates.push_back({{"stars", one.stars},
                                {"certificate", one.decision},
                                {"issuer", one.issuer},
                                {"issued", one.issued.iso()},
                                {"valid_to", one.valid_to.iso()},
                                {"status", name(one.status)},
                                {"ended_by", one.ended_by.empty() ? job::Json(nullptr) : job::Json(one.ended_by)}});
    for (const auto& [fact, value] : product.facts)
        facts[fact] = value;
    const auto allowed = may_be_printed(product, around.today);
    const auto& certificate = catalog::certificate_on(product, around.today);
    return job::Json{{"product", office::to_json(product, around.today)},
                     {"facts", facts},
                     {"certificates", certificates},
                     {"may_print", allowed.ok()},
                     {"why", allowed ? job::Json(nullptr) : job::Json(say(allowed.error().what, around.lang))},
                     {"last_print_day", allowed ? job::Json(certificate.valid_to.iso()) : job::Json(nullptr)}};
}

} // namespace temsao::press
