#include "job/read_options.h"

#include "base/text.h"
#include "gs1/gtin.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <locale>
#include <sstream>

namespace temsao::job {
namespace {

std::string plain(Mm length) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", length.value);
    return text;
}

// A number such as 2.5, without exponent. By a stream, since a browser's library cannot read numbers from characters
// yet.
std::optional<double> decimal(const std::string& text) {
    if (text.empty() || text.find_first_not_of("-0123456789.") != text.npos) return {};
    std::istringstream stream(text);
    stream.imbue(std::locale::classic());
    double value = 0;
    stream >> value;
    return stream && stream.peek() == std::istringstream::traits_type::eof() ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<std::string> text_option(const Request& request, const std::string& name) {
    return request.has(name) ? std::optional(request.text(name)) : std::nullopt;
}

std::vector<std::string> texts_option(const Request& request, const std::string& name) {
    return request.has(name) ? request.options.at(name) : std::vector<std::string>();
}

Result<Date> date_option(const Request& request, const std::string& name, Date otherwise) {
    if (!request.has(name)) return otherwise;
    return Date::parse_typed(request.text(name));
}

Result<int> number_option(const Request& request, const std::string& name, int otherwise, int least, int most) {
    if (!request.has(name)) return otherwise;
    const auto& text = request.text(name);
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || value < least || value > most)
        return error(Cause::usage, "option.number", {name, text, std::to_string(least), std::to_string(most)});
    return value;
}

Result<Mm> length_option(const Request& request, const std::string& name, Mm otherwise, Mm least, Mm most) {
    if (!request.has(name)) return otherwise;
    auto text = request.text(name);
    if (const auto comma = text.find(','); comma != text.npos) text[comma] = '.';
    const auto value = decimal(text);
    if (!value || !(*value >= least.value && *value <= most.value))
        return error(Cause::usage, "option.length", {name, request.text(name), plain(least), plain(most)});
    return Mm{*value};
}

std::string key_of(std::string_view text) {
    const auto gtin = gs1::Gtin::parse(text);
    return gtin ? gtin->digits() : std::string(text);
}

std::string as_shell_word(const std::string& text) {
    const auto is_plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
               std::string_view("-_.,/:@%+=").find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return text;
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string padded(const std::string& text, std::size_t width) {
    const auto shown = count_characters(text);
    return shown < width ? text + std::string(width - shown, ' ') : text;
}

} // namespace temsao::job
