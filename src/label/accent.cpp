#include "base/text.h"
#include "label/fill.h"

namespace temsao::label {
namespace {

constexpr Ink sea{86, 34, 44, 38};
constexpr Ink amber{0, 50, 100, 34};
constexpr Ink tea{62, 18, 85, 46};
constexpr Ink clay{12, 68, 72, 30};
constexpr Ink chestnut{20, 62, 80, 46};
constexpr Ink plum{38, 78, 30, 42};
constexpr Ink leaf{74, 20, 92, 40};
constexpr Ink indigo{78, 58, 10, 34};
constexpr Ink slate{40, 20, 20, 60};

struct GoodsAccent {
    std::string_view word; // of the name, as base/text.h bare_key writes it
    Ink ink;
};

// Looked through in order; the first word found in the name decides.
constexpr GoodsAccent accents[] = {
    {"nuoc mam", sea},    {"mam ", sea},        {"muoi", sea},       {"ca ", sea},      {"tom", sea},
    {"muc ", sea},        {"mat ong", amber},   {"cu do", chestnut}, {"keo", chestnut}, {"mat mia", chestnut},
    {"ca phe", chestnut}, {"ca cao", chestnut}, {"che ", tea},       {"tra ", tea},     {"ruou", plum},
    {"nhung huou", plum}, {"buoi", leaf},       {"cam ", leaf},      {"rau", leaf},     {"gao", amber},
};

} // namespace

Ink accent(catalog::Group group, std::string_view name) {
    const auto words = " " + bare_key(name) + " ";
    for (const auto& one : accents)
        if (words.find(" " + std::string(one.word)) != words.npos) return one.ink;
    switch (group) {
    case catalog::Group::food: return chestnut;
    case catalog::Group::beverage: return sea;
    case catalog::Group::medicinal: return tea;
    case catalog::Group::handicraft: return clay;
    case catalog::Group::ornamental: return leaf;
    case catalog::Group::tourism: return indigo;
    case catalog::Group::unknown: return slate;
    }
    check_failed("group", __FILE__, __LINE__);
}

} // namespace temsao::label
