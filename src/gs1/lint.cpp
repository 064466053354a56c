#include "gs1/lint.h"

#include "base/pieces.h"
#include "gs1/element.h"
#include "gs1/gtin.h"

#include <algorithm>

namespace temsao::gs1 {
namespace {

#include "gs1/code_lists.inc"

constexpr std::string_view cset82 =
    "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view cset32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_hex(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// Up to eighteen digits, which always fit.
std::uint64_t number(std::string_view digits) {
    std::uint64_t value = 0;
    for (const char c : digits)
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    return value;
}

template <class List>
bool listed(const List& list, std::string_view digits) {
    return std::binary_search(std::begin(list), std::end(list), number(digits));
}

bool is_country(std::string_view letters) {
    for (std::size_t i = 0; i < country_letters.size(); i += 2)
        if (country_letters.substr(i, 2) == letters) return true;
    return false;
}

// General Specifications 7.9.5: values by place in set 82, weighted with growing primes from the right, modulo 1021.
bool has_check_pair(std::string_view text) {
    constexpr unsigned primes[] = {2,  3,  5,  7,  11, 13, 17, 19, 23, 29, 31, 37,
                                   41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83};
    if (text.size() < 2 || text.size() - 2 > std::size(primes)) return false;
    std::size_t sum = 0;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        sum += cset82.find(text[i]) * primes[text.size() - 3 - i];
    sum %= 1021;
    return text[text.size() - 2] == cset32[sum >> 5] && text.back() == cset32[sum & 31];
}

// ISO 13616: country, two check digits, account; letters are 10..35, the first four moved to the end, modulo 97 is 1.
bool is_iban(std::string_view text) {
    if (text.size() < 5 || !is_upper(text[0]) || !is_upper(text[1]) || !is_country(text.substr(0, 2))) return false;
    unsigned rest = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[(i + 4) % text.size()];
        if (!is_digit(c) && !is_upper(c)) return false;
        rest = (is_digit(c) ? rest * 10 + static_cast<unsigned>(c - '0')
                            : rest * 100 + static_cast<unsigned>(c - 'A') + 10) %
               97;
    }
    return rest == 1;
}

bool is_full_date(std::string_view yyyymmdd) {
    const auto part = [&](std::size_t at, std::size_t length) {
        return static_cast<int>(number(yyyymmdd.substr(at, length)));
    };
    return Date::from(part(0, 4), part(4, 2), part(6, 2)).has_value();
}

std::size_t bad_escape(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '%' && (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2]))) return i;
    return text.npos;
}

bool holds(Lint lint, std::string_view part) {
    switch (lint) {
    case Lint::none: return true;
    case Lint::csum: return part.back() == check_digit(part.substr(0, part.size() - 1));
    case Lint::csumalpha: return has_check_pair(part);
    case Lint::gcppos1: return part.size() >= 4 && std::all_of(part.begin(), part.begin() + 4, is_digit);
    case Lint::hasnondigit: return !std::all_of(part.begin(), part.end(), is_digit);
    case Lint::hh: return number(part) < 24;
    case Lint::hhmi: return number(part.substr(0, 2)) < 24 && number(part.substr(2)) < 60;
    case Lint::hyphen: return part == "-";
    case Lint::iban: return is_iban(part);
    case Lint::importeridx: return is_digit(part[0]) || belongs(part[0], Charset::base64url);
    case Lint::iso3166: return listed(countries, part);
    case Lint::iso3166999: return part == "999" || listed(countries, part);
    case Lint::iso3166alpha2: return is_country(part);
    case Lint::iso4217: return listed(currencies, part);
    case Lint::iso5218: return std::string_view("0129").find(part) != part.npos;
    case Lint::latitude: return number(part) <= 1'800'000'000;
    case Lint::longitude: return number(part) <= 3'600'000'000;
    case Lint::mediatype: return (number(part) >= 1 && number(part) <= 10) || number(part) >= 80;
    case Lint::mi:
    case Lint::ss: return number(part) < 60;
    case Lint::nonzero: return number(part) != 0;
    case Lint::nozeroprefix: return part.front() != '0';
    case Lint::pcenc: return bad_escape(part) == part.npos;
    case Lint::pieceoftotal:
        return number(part.substr(0, 2)) != 0 && number(part.substr(0, 2)) <= number(part.substr(2));
    case Lint::posinseqslash:
        return is_digit(part[0]) && part[1] == '/' && is_digit(part[2]) && part[0] != '0' && part[0] <= part[2];
    case Lint::winding: return std::string_view("019").find(part) != part.npos;
    case Lint::yesno: return part == "0" || part == "1";
    case Lint::yymmd0: return date_of(part).has_value();
    case Lint::yymmdd: return part.substr(4) != "00" && date_of(part).has_value();
    case Lint::yyyymmdd: return is_full_date(part);
    case Lint::zero: return part == "0";
    }
    return false;
}

} // namespace

bool belongs(char c, Charset charset) {
    switch (charset) {
    case Charset::digits: return is_digit(c);
    case Charset::cset82:
        return c != '\0' && (is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || cset82.find(c) != cset82.npos);
    case Charset::cset39: return is_digit(c) || is_upper(c) || c == '#' || c == '-' || c == '/';
    case Charset::base64url: return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    }
    return false;
}

std::optional<Broken> broken(Lint lint, std::string_view part) {
    if (holds(lint, part)) return {};
    switch (lint) {
    case Lint::csum: return Broken{part.size() - 1, 1};
    case Lint::csumalpha:
        return Broken{part.size() - std::min<std::size_t>(2, part.size()), std::min<std::size_t>(2, part.size())};
    case Lint::nozeroprefix: return Broken{0, 1};
    case Lint::pcenc: return Broken{bad_escape(part), 1};
    default: return Broken{0, part.size()};
    }
}

} // namespace temsao::gs1
