#pragma once
// Stars that a list tells by a mark: columns “3 sao”, “4 sao”, “5 sao”, and an x in one of them.
#include "catalog/table.h"

namespace temsao::catalog {

// Turns such columns into one: the first of them says “4 sao”, the others are empty, and the star_columns of the table
// name them. They stand side by side, in a heading of their own or under another one (“Hạng sao”), within the first 30
// rows. A row with several marks, or with anything else in these columns, says all of it, so that it is refused as a
// product. Pure; any thread.
void join_star_columns(Table& table);

} // namespace temsao::catalog
