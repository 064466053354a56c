#include "label/goods.h"

#include "base/text.h"

#include <algorithm>
#include <iterator>

namespace temsao::label {
namespace {

using catalog::Group;

struct Kind {
    Goods goods;
    std::string_view name, words;
    bool is_eaten;
};

constexpr Kind kinds[] = {
    // goods             name           the decree's words                              eaten
    {Goods::grain, "grain", "lương thực", true},
    {Goods::food, "food", "thực phẩm", true},
    {Goods::health_food, "health_food", "thực phẩm bảo vệ sức khỏe", true},
    {Goods::alcohol, "alcohol", "rượu", true},
    {Goods::drink, "drink", "đồ uống (trừ rượu)", true},
    {Goods::cosmetic, "cosmetic", "mỹ phẩm", false},
    {Goods::textile, "textile", "sản phẩm dệt, may, da, giầy", false},
    {Goods::craft, "craft", "sản phẩm thủ công mỹ nghệ", false},
    {Goods::living, "living", "sinh vật cảnh", false},
    {Goods::other, "other", "hàng hóa khác", false},
};

struct Word {
    Group group;
    std::string_view word; // at the start of a word of the name, as bare_key writes it
    Goods goods;
};

// The first row that fits decides.
constexpr Word by_name[] = {
    {Group::food, "gao ", Goods::grain},
    {Group::food, "thoc ", Goods::grain},
    {Group::food, "ngo hat ", Goods::grain},
    {Group::beverage, "ruou ", Goods::alcohol},
    {Group::beverage, "bia ", Goods::alcohol},
    {Group::beverage, "vang ", Goods::alcohol},
    {Group::medicinal, "vien ", Goods::health_food},
    {Group::medicinal, "tinh dau ", Goods::cosmetic},
    {Group::medicinal, "xa phong ", Goods::cosmetic},
    {Group::medicinal, "dau goi ", Goods::cosmetic},
    {Group::handicraft, "tho cam ", Goods::textile},
    {Group::handicraft, "vai ", Goods::textile},
    {Group::handicraft, "ao ", Goods::textile},
    {Group::handicraft, "khan ", Goods::textile},
    {Group::handicraft, "lua ", Goods::textile},
    {Group::handicraft, "giay ", Goods::textile},
};

const Kind& kind_of(Goods goods) {
    return *std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& kind) { return kind.goods == goods; });
}

} // namespace

Goods goods_of(Group group, std::string_view product_name) {
    const auto name = " " + bare_key(product_name) + " ";
    for (const auto& one : by_name)
        if (one.group == group && name.find(" " + std::string(one.word)) != name.npos) return one.goods;
    switch (group) {
    case Group::food: return Goods::food;
    case Group::beverage: return Goods::drink;
    case Group::handicraft: return Goods::craft;
    case Group::ornamental: return Goods::living;
    case Group::medicinal: // dược liệu: the circulars on medicines apply, which we do not judge
    case Group::tourism:
    case Group::unknown: return Goods::other;
    }
    return Goods::other;
}

std::string_view name(Goods goods) {
    return kind_of(goods).name;
}

std::optional<Goods> goods_named(std::string_view name) {
    for (const auto& kind : kinds)
        if (kind.name == name) return kind.goods;
    return {};
}

std::string_view words(Goods goods) {
    return kind_of(goods).words;
}

bool is_eaten(Goods goods) {
    return kind_of(goods).is_eaten;
}

} // namespace temsao::label
