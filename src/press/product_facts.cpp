#include "press/product_facts.h"

#include "catalog/same_name.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/product_json.h"
#include "press/choose_products.h"
#include "store/list_store.h"

namespace temsao::press {

bool is_same_producer(std::string_view a, std::string_view b) {
    return catalog::same_producer(a, b);
}

Result<ProductFacts> product_facts(const std::string& key, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open_to_read(around.home));
    auto found = TRY(store.find(job::key_of(key)));
    if (!found) return error(Cause::missing, "list.no_product", {key});
    ProductFacts facts{.product = *std::move(found), .day = around.today, .why_not = {}, .last_print_day = {}};
    if (const auto allowed = may_be_printed(facts.product, facts.day); !allowed)
        facts.why_not = allowed.error().what;
    else
        facts.last_print_day = catalog::certificate_on(facts.product, facts.day).valid_to;
    return facts;
}

job::Json to_json(const ProductFacts& facts, bool in_full, Lang lang) {
    const auto& product = facts.product;
    auto row = office::to_json(product, facts.day);
    if (!in_full) row.erase("address");
    job::Json json{{"product", row}};
    if (in_full) {
        json["facts"] = job::Json::object();
        for (const auto& [fact, value] : product.facts)
            json["facts"][fact] = value;
    }
    json["certificates"] = job::Json::array();
    for (const auto& one : product.certificates)
        json["certificates"].push_back(
            {{"stars", one.stars},
             {"certificate", one.decision},
             {"issuer", one.issuer},
             {"issued", one.issued.iso()},
             {"valid_to", one.valid_to.iso()},
             {"status", name(one.status)},
             {"ended_by", one.ended_by.empty() ? job::Json(nullptr) : job::Json(one.ended_by)}});
    json["may_print"] = !facts.why_not;
    json["why"] = facts.why_not ? job::Json(say(*facts.why_not, lang)) : job::Json(nullptr);
    json["last_print_day"] = facts.last_print_day ? job::Json(facts.last_print_day->iso()) : job::Json(nullptr);
    return json;
}

} // namespace temsao::press
