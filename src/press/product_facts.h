#pragma once
// What the server hands out of a product: its row of the list with its whole history.
#include "job/job.h"

namespace temsao::press {

// {"product": row of `list show`, "facts": {…}, "certificates": [oldest first], "may_print", "why", "last_print_day"}.
// Errors: list.no_product {key}, store.no_list.
Result<job::Json> product_facts(const std::string& key, const job::Surroundings& around);

bool is_same_producer(std::string_view a, std::string_view b); // catalog/same_name.h, for the doors

} // namespace temsao::press
