#include "label/svg_values.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace temsao::label {
namespace {

constexpr auto blank_signs = " \t\r\n";
constexpr double most_ink_percent = 300;
constexpr std::size_t longest_spot_name = 60;

} // namespace

std::optional<double> to_number(std::string_view text) {
    if (text.ends_with("mm") || text.ends_with("px")) text.remove_suffix(2); // the unit of our drawings is 1 mm
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || !(std::abs(value) < 1e5)) return {};
    return value;
}

std::optional<Ink> to_ink(std::string_view text) {
    unsigned rgb = 0;
    if (text.size() != 7 || text.front() != '#' ||
        std::from_chars(text.data() + 1, text.data() + 7, rgb, 16).ptr != text.data() + 7)
        return {};
    const double r = (rgb >> 16 & 255) / 255.0, g = (rgb >> 8 & 255) / 255.0, b = (rgb & 255) / 255.0;
    const double k = 1 - std::max({r, g, b});
    if (k >= 1) return Ink{0, 0, 0, 100};
    const auto ink = [&](double light) { return 100 * (1 - light - k) / (1 - k); };
    return Ink{ink(r), ink(g), ink(b), 100 * k};
}

std::optional<Ink> to_four_inks(std::string_view text) {
    double values[4] = {};
    for (auto& value : values) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        const auto word = text.substr(0, text.find(' '));
        const auto number = to_number(word);
        if (!number || *number < 0 || *number > 100) return {};
        value = *number;
        text.remove_prefix(word.size());
    }
    if (text.find_first_not_of(' ') != text.npos) return {};
    if (values[0] + values[1] + values[2] + values[3] > most_ink_percent) return {};
    return Ink{values[0], values[1], values[2], values[3]};
}

bool is_spot_name(const std::string& name) {
    for (const auto* taken : {"all", "none", "black", "cyan", "magenta", "yellow", "default"})
        if (bare_key(name) == taken) return false;
    return !name.empty() && name.size() <= longest_spot_name && trim(name, blank_signs) == name &&
           make_showable(name) == name;
}

// Books of inks that are mixed for the press, as the first word of a plate's name. They replace what is below them.
bool is_mixed_ink(std::string_view spot) {
    const auto first = bare_key(spot.substr(0, spot.find(' ')));
    for (const auto* book : {"pantone", "pms", "hks", "dic", "toyo", "ral", "focoltone", "trumatch"})
        if (first == book) return true;
    return false;
}

std::optional<Paint> to_paint(std::string_view text) {
    if (text == "ink") return Paint{.ink = {}};
    if (text == "paper") return Paint{.ink = {0, 0, 0, 0}};
    const auto role = text.substr(0, text.find('-'));
    Paint paint{.role = role == "main"     ? Paint::Role::main
                        : role == "second" ? Paint::Role::second
                        : role == "goods"  ? Paint::Role::goods
                                           : Paint::Role::own};
    if (paint.role == Paint::Role::own) return {};
    if (role.size() == text.size()) return paint;
    const auto tint = to_number(text.substr(role.size() + 1));
    if (!tint || *tint < 1 || *tint > 100) return {};
    paint.tint = *tint;
    return paint;
}

} // namespace temsao::label
