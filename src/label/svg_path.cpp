#include "label/svg_path.h"

#include <algorithm>
#include <charconv>

namespace temsao::label {
namespace {

constexpr std::size_t most_steps = 4000;
constexpr double arc = 0.5522847498; // control distance of a quarter circle as a curve

using StepKind = PathStep::Kind;

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::optional<char> command() {
        skip();
        if (text_.empty() || std::string_view("MmLlHhVvCcZz").find(text_.front()) == std::string_view::npos) return {};
        const char c = text_.front();
        text_.remove_prefix(1);
        return c;
    }

    std::optional<double> number() {
        skip();
        double value = 0;
        const auto [end, failed] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
        if (failed != std::errc{} || !(std::abs(value) < 1e5)) return {};
        text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
        return value;
    }

    bool at_number() {
        skip();
        return !text_.empty() &&
               (text_.front() == '-' || text_.front() == '.' || (text_.front() >= '0' && text_.front() <= '9'));
    }

    bool at_end() {
        skip();
        return text_.empty();
    }

private:
    void skip() { text_.remove_prefix(std::min(text_.find_first_not_of(" ,\t\r\n"), text_.size())); }

    std::string_view text_;
};

} // namespace

std::optional<Path> parse_svg_path(std::string_view text) {
    Reader reader(text);
    Path path;
    double x = 0, y = 0, start_x = 0, start_y = 0;
    while (!reader.at_end()) {
        auto command = reader.command();
        if (!command || (path.empty() && *command != 'M' && *command != 'm')) return {};
        const bool relative = *command >= 'a';
        const char name = relative ? static_cast<char>(*command - 32) : *command;
        if (name == 'Z') {
            path.push_back({StepKind::close});
            x = start_x;
            y = start_y;
            continue;
        }
        bool first = true;
        do {
            double values[6] = {};
            const int wanted = name == 'C' ? 6 : name == 'H' || name == 'V' ? 1 : 2;
            for (int i = 0; i < wanted; ++i) {
                const auto value = reader.number();
                if (!value) return {};
                const bool vertical = name == 'V' || (name != 'H' && i % 2 == 1);
                values[i] = *value + (relative ? (vertical ? y : x) : 0);
            }
            PathStep step{StepKind::line, 0, 0, 0, 0, values[wanted - 2 < 0 ? 0 : wanted - 2], values[wanted - 1]};
            if (name == 'H') step = {StepKind::line, 0, 0, 0, 0, values[0], y};
            if (name == 'V') step = {StepKind::line, 0, 0, 0, 0, x, values[0]};
            if (name == 'C') step = {StepKind::curve, values[0], values[1], values[2], values[3], values[4], values[5]};
            if (name == 'M' && first) {
                step.kind = StepKind::move;
                start_x = step.x;
                start_y = step.y;
            }
            x = step.x;
            y = step.y;
            path.push_back(step);
            first = false;
            if (path.size() > most_steps) return {};
        } while (reader.at_number());
    }
    return path;
}

std::optional<Path> parse_svg_points(std::string_view text, bool closed) {
    Reader reader(text);
    Path path;
    while (!reader.at_end()) {
        const auto x = reader.number(), y = reader.number();
        if (!x || !y || path.size() >= most_steps) return {};
        path.push_back({path.empty() ? StepKind::move : StepKind::line, 0, 0, 0, 0, *x, *y});
    }
    if (path.size() < 2) return {};
    if (closed) path.push_back({StepKind::close});
    return path;
}

Path rectangle_path(const BoxMm& box, Mm corner_radius) {
    const double l = box.x.value, t = box.y.value, r = box.right().value, b = box.bottom().value;
    const double q = std::min({corner_radius.value, (r - l) / 2, (b - t) / 2});
    if (q <= 0)
        return {{StepKind::move, 0, 0, 0, 0, l, t},
                {StepKind::line, 0, 0, 0, 0, r, t},
                {StepKind::line, 0, 0, 0, 0, r, b},
                {StepKind::line, 0, 0, 0, 0, l, b},
                {StepKind::close}};
    const double k = q * (1 - arc);
    return {{StepKind::move, 0, 0, 0, 0, l + q, t},
            {StepKind::line, 0, 0, 0, 0, r - q, t},
            {StepKind::curve, r - k, t, r, t + k, r, t + q},
            {StepKind::line, 0, 0, 0, 0, r, b - q},
            {StepKind::curve, r, b - k, r - k, b, r - q, b},
            {StepKind::line, 0, 0, 0, 0, l + q, b},
            {StepKind::curve, l + k, b, l, b - k, l, b - q},
            {StepKind::line, 0, 0, 0, 0, l, t + q},
            {StepKind::curve, l, t + k, l + k, t, l + q, t},
            {StepKind::close}};
}

Path circle_path(Mm x, Mm y, Mm radius) {
    return ellipse_path(x, y, radius, radius);
}

Path ellipse_path(Mm x, Mm y, Mm across, Mm down) {
    const double cx = x.value, cy = y.value, a = across.value, b = down.value;
    const double ka = a * arc, kb = b * arc;
    return {{StepKind::move, 0, 0, 0, 0, cx + a, cy},
            {StepKind::curve, cx + a, cy + kb, cx + ka, cy + b, cx, cy + b},
            {StepKind::curve, cx - ka, cy + b, cx - a, cy + kb, cx - a, cy},
            {StepKind::curve, cx - a, cy - kb, cx - ka, cy - b, cx, cy - b},
            {StepKind::curve, cx + ka, cy - b, cx + a, cy - kb, cx + a, cy},
            {StepKind::close}};
}

} // namespace temsao::label
