#include "label/fill.h"

namespace temsao::label {

// By the group alone: a word of the name says too little ("Bàn trà gỗ gụ" is a table). Chosen by search so that any two
// stay apart for people who see no red or no green (Machado et al. 2009), by 22 in CIELAB; tests/label/accent.cpp
// measures it again.
Ink accent(catalog::Group group) {
    switch (group) {
    case catalog::Group::food: return {0, 40, 100, 40};       // amber
    case catalog::Group::beverage: return {90, 30, 30, 70};   // deep sea
    case catalog::Group::medicinal: return {30, 0, 40, 55};   // leaf
    case catalog::Group::handicraft: return {0, 90, 100, 60}; // lacquer
    case catalog::Group::ornamental: return {25, 65, 25, 20}; // orchid
    case catalog::Group::tourism: return {80, 80, 30, 45};    // indigo
    case catalog::Group::unknown: return {10, 15, 10, 50};    // slate
    }
    check_failed("group", __FILE__, __LINE__);
}

} // namespace temsao::label
