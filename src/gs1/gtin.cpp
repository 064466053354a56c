#include "gs1/gtin.h"

#include <algorithm>

namespace temsao::gs1 {

char check_digit(std::string_view digits) {
    int sum = 0;
    int weight = 3;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, weight = 4 - weight)
        sum += weight * (*digit - '0');
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

Result<Gtin> Gtin::parse(std::string_view text) {
    const auto stranger = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
    if (stranger != text.end())
        return error(Cause::data, "gtin.not_digits", {std::string(text), std::to_string(stranger - text.begin() + 1)});
    if (text.size() != 8 && text.size() != 12 && text.size() != 13 && text.size() != 14)
        return error(Cause::data, "gtin.length", {std::string(text), std::to_string(text.size())});
    const char expected = check_digit(text.substr(0, text.size() - 1));
    if (text.back() != expected)
        return error(Cause::data,
                     "gtin.check_digit",
                     {std::string(text), std::string(1, text.back()), std::string(1, expected)});
    return Gtin(std::string(14 - text.size(), '0') + std::string(text));
}

std::string Gtin::shortest() const {
    if (digits_.starts_with("000000")) return digits_.substr(6);
    return digits_.front() == '0' ? digits_.substr(1) : digits_;
}

bool Gtin::is_restricted() const {
    if (digits_.starts_with("000000")) return digits_[6] == '0' || digits_[6] == '2';
    const auto prefix = digits_.substr(1, 2);                  // behind the indicator of a GTIN-14
    const bool of_print = prefix == "97" && digits_[3] >= '7'; // 977 to 979
    return prefix == "02" || prefix == "04" || prefix[0] == '2' || prefix == "98" || prefix == "99" || of_print;
}

} // namespace temsao::gs1
