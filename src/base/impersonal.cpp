#include "base/impersonal.h"

#include "base/pieces.h"

namespace temsao {
namespace {

constexpr std::string_view left_out = "[…]";
constexpr std::size_t least_digits = 9, most_between = 2;

// "０９１２＠" -> "0912@": their UTF-8 is EF BC and one byte more.
std::string with_plain_digits(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto last = text.substr(i).starts_with("\xef\xbc") && i + 2 < text.size()
                              ? static_cast<unsigned char>(text[i + 2])
                              : 0U;
        const bool is_digit = last >= 0x90 && last <= 0x99, is_at = last == 0xa0;
        if (is_digit) plain += static_cast<char>('0' + (last - 0x90));
        if (is_at) plain += '@';
        if (is_digit || is_at)
            i += 2;
        else
            plain += text[i];
    }
    return plain;
}

bool is_of_address(char c) {
    return std::string_view(" <>()[]{},;:\"'|@").find(c) == std::string_view::npos;
}

std::string without_addresses(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const auto at = text.find('@');
        if (at == text.npos) break;
        auto first = at, end = at + 1;
        while (first > 0 && is_of_address(text[first - 1]))
            --first;
        while (end < text.size() && (is_of_address(text[end]) || text[end] == '@'))
            ++end;
        const bool is_address = first < at && end > at + 1;
        kept += text.substr(0, is_address ? first : end);
        if (is_address) kept += left_out;
        text.remove_prefix(end);
    }
    return kept.append(text);
}

int number_at(std::string_view text, std::size_t& at) {
    int number = 0;
    for (; at < text.size() && is_digit(text[at]) && number < 10'000; ++at)
        number = number * 10 + (text[at] - '0');
    return number;
}

// 24.11.2026, 24-11-2026, 24 11 2026, 1/1/26 not: how long it is; 0 where there is none.
std::size_t date_length(std::string_view text) {
    const auto is_between = [&](std::size_t at) {
        return at < text.size() && std::string_view(" .-/").find(text[at]) != std::string_view::npos;
    };
    std::size_t at = 0;
    const int day = number_at(text, at);
    if (at > 2 || day < 1 || day > 31 || !is_between(at)) return 0;
    const auto second = ++at;
    const int month = number_at(text, at);
    if (at - second > 2 || month < 1 || month > 12 || !is_between(at)) return 0;
    const auto third = ++at;
    const int year = number_at(text, at);
    const bool ends = at == text.size() || !is_digit(text[at]);
    return at - third == 4 && ends && year >= 1990 && year < 2100 ? at : 0;
}

// The run of digits that begins here, with what stands between them.
struct DigitRun {
    std::size_t length = 0; // bytes, up to the last digit
    std::size_t digits = 0;
};

DigitRun run_at(std::string_view text) {
    DigitRun run;
    for (std::size_t at = 0; at < text.size();) {
        if (date_length(text.substr(at)) > 0) break;
        for (; at < text.size() && is_digit(text[at]); ++at)
            ++run.digits;
        run.length = at;
        const auto next = text.find_first_not_of(" .-()", at);
        if (next == text.npos || next == at || next - at > most_between || !is_digit(text[next])) break;
        at = next;
    }
    return run;
}

std::string without_numbers(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        if (!is_digit(text.front())) {
            kept += text.front();
            text.remove_prefix(1);
            continue;
        }
        const auto date = date_length(text);
        const auto run = run_at(text);
        const auto length = date > 0 ? date : run.length;
        if (date == 0 && run.digits >= least_digits)
            kept += left_out;
        else
            kept += text.substr(0, length);
        text.remove_prefix(length);
    }
    return kept;
}

} // namespace

std::string impersonal(std::string_view text) {
    return without_numbers(without_addresses(with_plain_digits(text)));
}

} // namespace temsao
