#pragma once
// What the server hands out about a product: its row of the list with its whole history, and whether its labels may be
// printed. Values; any thread.
#include "catalog/product.h"
#include "job/job.h"

namespace temsao::press {

struct ProductFacts {
    catalog::Product product;           // with its certificates, oldest first
    Date day;                           // for which the rest is said
    std::optional<Message> why_not;     // why no label may be printed; empty: it may
    std::optional<Date> last_print_day; // when one may be printed
};

// Of the list in use, on the day of `around`. Errors: list.no_product {key}, store.no_list (both Cause::missing), those
// of the store.
Result<ProductFacts> product_facts(const std::string& key, const job::Surroundings& around);

// {"product": row of `list show`, "facts": {…}, "certificates": [oldest first], "may_print", "why", "last_print_day"}.
// Phone numbers and recipes are for those who make the label: `in_full` adds "facts" and the product's address.
job::Json to_json(const ProductFacts& facts, bool in_full, Lang lang);

bool is_same_producer(std::string_view a, std::string_view b); // catalog/same_name.h, for the doors

} // namespace temsao::press
