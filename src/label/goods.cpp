#include "label/goods.h"

#include "base/pieces.h"
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

using Groups = unsigned; // a bit for each Group

constexpr Groups in(Group group) {
    return 1u << static_cast<unsigned>(group);
}

constexpr Groups food = in(Group::food), drinks = in(Group::beverage), herbs = in(Group::medicinal),
                 crafts = in(Group::handicraft), unsaid = in(Group::unknown);

// `word`: the name's first words, or with a star before it words anywhere in the name, as match_key writes them. Under
// a group that is not among `groups`, the list contradicts itself when `contradicts`; else the row does not count.
struct Word {
    std::string_view word;
    Groups groups;
    Goods goods;
    bool contradicts = false;
};

// The first row that fits decides.
constexpr Word by_name[] = {
    {"*thực phẩm bảo vệ sức khỏe", food | drinks | herbs | unsaid, Goods::health_food, true},
    {"*tpbvsk", food | drinks | herbs | unsaid, Goods::health_food, true},
    {"*không cồn", food | drinks | unsaid, Goods::drink},
    {"rượu", food | drinks | herbs | unsaid, Goods::alcohol, true},
    {"*rượu", drinks, Goods::alcohol},
    {"bia", food | drinks | unsaid, Goods::alcohol, true},
    {"vang", food | drinks | unsaid, Goods::alcohol, true},
    // Rice that is more than raw rice needs its ingredients.
    {"gạo lứt rang", food | unsaid, Goods::food},
    {"gạo lứt sấy", food | unsaid, Goods::food},
    {"gạo rang", food | unsaid, Goods::food},
    {"gạo sấy", food | unsaid, Goods::food},
    {"gạo ăn liền", food | unsaid, Goods::food},
    {"gạo", food | unsaid, Goods::grain, true},
    {"thóc", food | unsaid, Goods::grain, true},
    {"ngô hạt", food | unsaid, Goods::grain, true},
    {"viên nang", food | herbs | unsaid, Goods::health_food},
    {"viên nén", food | herbs | unsaid, Goods::health_food},
    {"viên hoàn", food | herbs | unsaid, Goods::health_food},
    {"viên uống", food | herbs | unsaid, Goods::health_food},
    {"viên sủi", food | herbs | unsaid, Goods::health_food},
    {"tinh dầu", herbs | unsaid, Goods::cosmetic},
    {"xà phòng", herbs | crafts | unsaid, Goods::cosmetic, true},
    {"xà bông", herbs | crafts | unsaid, Goods::cosmetic, true},
    {"dầu gội", herbs | unsaid, Goods::cosmetic, true},
    {"nước gội", herbs | unsaid, Goods::cosmetic, true},
    {"sữa tắm", herbs | unsaid, Goods::cosmetic, true},
    {"kem dưỡng", herbs | unsaid, Goods::cosmetic, true},
    {"son dưỡng", herbs | unsaid, Goods::cosmetic, true},
    {"nước hoa", herbs | unsaid, Goods::cosmetic, true},
    {"trà", herbs, Goods::food},
    {"chè", herbs, Goods::food},
    {"mật ong", herbs, Goods::food},
    {"hương", herbs, Goods::craft},
    {"nhang", herbs, Goods::craft},
    {"tranh", crafts, Goods::craft}, // of silk, of cloth
    {"*thổ cẩm", crafts | unsaid, Goods::textile},
    {"vải", crafts, Goods::textile},
    {"lụa", crafts | unsaid, Goods::textile},
    {"áo", crafts | unsaid, Goods::textile},
    {"quần", crafts | unsaid, Goods::textile},
    {"váy", crafts | unsaid, Goods::textile},
    {"khăn", crafts | unsaid, Goods::textile},
    {"chăn", crafts | unsaid, Goods::textile},
    {"giày", crafts | unsaid, Goods::textile},
    {"giầy", crafts | unsaid, Goods::textile},
    {"dép", crafts | unsaid, Goods::textile},
    // Without a group only what is one kind by its very name.
    {"nước mắm", unsaid, Goods::food},
    {"nước uống", unsaid, Goods::drink},
    {"nước khoáng", unsaid, Goods::drink},
    {"nước ép", unsaid, Goods::drink},
    {"kẹo", unsaid, Goods::food},
    {"bánh", unsaid, Goods::food},
    {"mứt", unsaid, Goods::food},
    {"mật ong", unsaid, Goods::food},
    {"mật mía", unsaid, Goods::food},
    {"chè", unsaid, Goods::food},
    {"trà", unsaid, Goods::food},
    {"cà phê", unsaid, Goods::food},
    {"bún", unsaid, Goods::food},
    {"miến", unsaid, Goods::food},
    {"mì", unsaid, Goods::food},
    {"giò", unsaid, Goods::food},
    {"chả", unsaid, Goods::food},
    {"nem", unsaid, Goods::food},
    {"ruốc", unsaid, Goods::food},
    {"mắm", unsaid, Goods::food},
    {"nón", unsaid, Goods::craft},
    {"đũa", unsaid, Goods::craft},
};

bool has_words(std::string_view name, std::string_view words) {
    const bool anywhere = words.starts_with('*');
    const auto wanted = " " + std::string(words.substr(anywhere ? 1 : 0)) + " ";
    const auto padded = " " + std::string(name) + " ";
    return anywhere ? padded.find(wanted) != padded.npos : padded.starts_with(wanted);
}

// Does the name have the words without their accents ("Ruou nep", "Vai tho cam")? Most such words mean several things,
// so they say nothing. In a name without any accent that goes for "vang" and "bia" as well.
bool may_mean(const std::string& name, std::string_view words) {
    const bool anywhere = words.starts_with('*');
    const auto wanted = bare_key(words.substr(anywhere ? 1 : 0));
    if (is_ascii(name)) return has_words(name, anywhere ? "*" + wanted : wanted);
    if (is_ascii(words)) return false;
    const auto padded = " " + name + " ", bare = " " + wanted + " ";
    return anywhere ? padded.find(bare) != padded.npos : padded.starts_with(bare);
}

const Kind& kind_of(Goods goods) {
    return *std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& kind) { return kind.goods == goods; });
}

} // namespace

std::optional<Goods> goods_of(Group group, std::string_view product_name) {
    auto name = match_key(product_name);
    std::replace_if(
        name.begin(),
        name.end(),
        [](char c) { return std::string_view(",;:.()/-\"").find(c) != std::string_view::npos; },
        ' ');
    name = tidy(name);
    for (const auto& one : by_name) {
        const bool fits = (one.groups & in(group)) != 0;
        if (!fits && !one.contradicts) continue;
        if (may_mean(name, one.word)) return {};
        if (!has_words(name, one.word)) continue;
        return fits ? std::optional(one.goods) : std::nullopt;
    }
    switch (group) {
    case Group::food: return Goods::food;
    case Group::beverage: return Goods::drink;
    case Group::handicraft: return Goods::craft;
    case Group::ornamental: return Goods::living;
    case Group::medicinal: // herbs, medicines, health food, cosmetics: the name did not tell which
    case Group::tourism:
    case Group::unknown: return {};
    }
    return {};
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
