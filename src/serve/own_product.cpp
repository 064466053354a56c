#include "serve/own_product.h"

#include "press/product_facts.h"

namespace temsao::serve {

bool may_see_producer(const Call& call, const std::string& producer) {
    return !call.is_producer() || press::is_same_producer(producer, call.account().producer);
}

Result<std::string> producer_of(const Call& call, const std::string& key) {
    auto producer = TRY(press::product_facts(key, call.around())).product.producer;
    if (!may_see_producer(call, producer)) return error(Cause::missing, "list.no_product", {key});
    return producer;
}

bool is_plain_name(const std::string& name) {
    constexpr auto allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    return !name.empty() && name.size() <= 60 && name.front() != '.' && name.find_first_not_of(allowed) == name.npos &&
           !name.ends_with(".svg");
}

} // namespace temsao::serve
