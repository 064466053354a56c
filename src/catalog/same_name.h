#pragma once
// When two spellings name the same producer or the same product: the one rule, used at import, by the verdict, and by
// every search for a producer. Pure; any thread.
#include <string>
#include <string_view>
#include <unordered_map>

namespace temsao::catalog {

// What equal names have in common. Case, tone placement, dashes, full stops, the look-alikes of Đ and the usual short
// forms make no difference: "Hợp tác xã Hoà" and "HTX Hòa", "Công ty TNHH" and "Cty TNHH".
std::string producer_key(std::string_view producer);
std::string product_name_key(std::string_view name);
std::string issuer_key(std::string_view issuer); // "UBND tỉnh X" and "Ủy ban nhân dân tỉnh X"

// The keys of a list's producers, of whom many have several products: each text is worked out once. One thread.
class ProducerKeys {
public:
    const std::string& of(const std::string& producer);

private:
    std::unordered_map<std::string, std::string> known_;
};

bool same_producer(std::string_view a, std::string_view b);
// A name's key without full stops, dashes, brackets, quotation marks and spaces.
std::string only_letters(std::string_view key);
// Of two names' keys: one letter is another one, or is there in one name only; or only such signs differ, however many.
// "Trà 1" and "Trà 2" differ in a figure.
bool differs_in_one_letter(std::string_view a, std::string_view b);

bool same_product_name(std::string_view a, std::string_view b);

} // namespace temsao::catalog
