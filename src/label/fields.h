#pragma once
// The list of all placeholders of a label. The first part comes from the certificate and the run, the second from the
// columns of the list (catalog/columns.cpp), `brand`, `motto` and `brand_place` from the producer's brand;
// `till_number` is the number under the bars. Texts ending in _en are the same in English, for labels in two languages.
// Values; any thread.
#include <array>
#include <string_view>

namespace temsao::label {

inline constexpr std::array<std::string_view, 29> field_names = {
    "name",      "producer",    "address",     "lot",          "made",
    "expires",   "decision",    "hri",         "net_quantity", "ingredients",
    "nutrition", "usage",       "storage",     "warning",      "self_declaration",
    "origin",    "phone",       "shelf_life",  "name_en",      "ingredients_en",
    "usage_en",  "storage_en",  "warning_en",  "origin_en",    "brand",
    "motto",     "brand_place", "till_number", "allergens"};

} // namespace temsao::label
