#include "office/product_meant.h"

#include "catalog/find_product.h"
#include "gs1/gtin.h"
#include "job/read_options.h"
#include "store/list_store.h"
#include "trace/trace_code.h"

namespace temsao::office {

Result<std::string> product_meant(const std::filesystem::path& home, const std::string& typed) {
    const auto key = job::key_of(typed);
    if (typed.empty() || gs1::Gtin::parse(key) || trace::is_internal_code(key)) return key;
    auto store = TRY(store::ListStore::open_to_read(home));
    const auto list = TRY(store.load());
    return TRY(catalog::find_product(list.products, key, typed))->key;
}

} // namespace temsao::office
