#pragma once
// Goods as the labelling decrees divide them (Appendix I), which is finer than the programme's six groups. Pure.
// Any thread.
#include "catalog/product.h"

namespace temsao::label {

enum class Goods { grain, food, health_food, alcohol, drink, cosmetic, textile, craft, living, other };

// What the list's group and the name tell, by whole words with their accents: "vàng" is not "vang". Empty when they do
// not tell, contradict each other, or are written without accents and may mean something else. The person responsible
// for the goods decides by main use (Decree 37/2026/NĐ-CP Art. 42), so the option --goods overrides it.
std::optional<Goods> goods_of(catalog::Group group, std::string_view product_name);

std::string_view name(Goods goods);                      // "health_food", as --goods takes it
std::optional<Goods> goods_named(std::string_view name); // empty when there is none of that name
std::string_view words(Goods goods);                     // "thực phẩm bảo vệ sức khỏe", as the decree says
bool is_eaten(Goods goods);                              // grain, food, health food, alcohol, drink

} // namespace temsao::label
