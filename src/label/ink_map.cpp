#include "label/ink_map.h"

#include "label/boxes.h"
#include "label/svg_path.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace temsao::label {
namespace {

constexpr double spot_mm = 0.05, step_mm = 0.01; // mm: of the map, and between the lines that are looked along
constexpr int lines_a_spot = 5, middle_line = 2; // of a spot_mm
constexpr double least_covered = 0.01;           // mm; less than this of a spot_mm is not covered
constexpr Mm as_drawn{0.005}, thinnest{0.04};
constexpr int whitest = 250; // samples of a picture from this on print no dot
constexpr std::uint8_t half_seen = 128;
constexpr int nothing = -1;
constexpr std::size_t most_kept = 4; // a label asks for two or three windows

// Which spots of a row a span covers: ink those that it reaches into, white those whose middle it hides.
struct Span {
    int first, end;
};

Span reached(double from, double to) {
    return {static_cast<int>(std::floor((from + least_covered) / spot_mm)),
            static_cast<int>(std::ceil((to - least_covered) / spot_mm))};
}

Span hidden(double from, double to) {
    return {static_cast<int>(std::ceil(from / spot_mm - 0.5)), static_cast<int>(std::ceil(to / spot_mm - 0.5))};
}

class Map {
public:
    Map(const BoxMm& window, White white, const FontMeasure& fonts)
        : left_(window.x.value),
          top_(window.y.value),
          columns_(static_cast<int>(std::ceil(window.width.value / spot_mm - 1e-6))),
          rows_(static_cast<int>(std::ceil(window.height.value / spot_mm - 1e-6))),
          white_(white),
          fonts_(fonts),
          on_top_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), nothing) {}

    void draw(int number, const Item& item) {
        number_ = number;
        std::visit(*this, item);
    }

    void operator()(const FilledPath& filled) {
        if (!begin(filled.ink, filled.overprint)) return;
        fill(flatten(filled.path, as_drawn), filled.even_odd);
    }

    // Each piece of the line and a disc at each of its corners: what a pen with round corners and flat ends covers.
    void operator()(const StrokedPath& stroked) {
        if (!begin(stroked.ink, stroked.overprint)) return;
        const Mm half = std::max(stroked.width, thinnest) / 2;
        for (const auto& line : flatten(stroked.path, as_drawn)) {
            const auto& corners = line.corners;
            for (std::size_t i = 0; i + 1 < corners.size(); ++i)
                draw_piece(corners[i], corners[i + 1], half.value);
            if (line.is_closed) draw_piece(corners.back(), corners.front(), half.value);
            for (std::size_t i = line.is_closed ? 0 : 1; i + (line.is_closed ? 0 : 1) < corners.size(); ++i)
                fill(flatten(circle_path({corners[i].x}, {corners[i].y}, half), as_drawn), false);
        }
    }

    void operator()(const TextLine& line) {
        if (!begin(line.ink, false)) return;
        auto outline = fonts_.outline(line.text, line.style);
        turn_path(outline, line.turn);
        for (auto& one : outline) {
            one.x1 += line.x.value, one.x2 += line.x.value, one.x += line.x.value;
            one.y1 += line.baseline.value, one.y2 += line.baseline.value, one.y += line.baseline.value;
        }
        fill(flatten(outline, as_drawn), false);
    }

    void operator()(const CodeModules& code) {
        if (!begin({}, false)) return;
        const Mm side = code.module * code.symbol->size();
        fill(flatten(rectangle_path({code.x, code.y, side, side}), as_drawn), false);
    }

    void operator()(const PlacedPicture& placed) {
        const auto& box = placed.box;
        const int first_row = std::max(0, reached(box.y.value - top_, box.bottom().value - top_).first);
        const int end_row = std::min(rows_, reached(box.y.value - top_, box.bottom().value - top_).end);
        const auto across = reached(box.x.value - left_, box.right().value - left_);
        for (int row = first_row; row < end_row; ++row)
            for (int column = std::max(0, across.first); column < std::min(columns_, across.end); ++column)
                if (const auto seen = seen_at(placed, column, row)) at(column, row) = *seen ? number_ : white();
    }

    std::vector<Shown> shown(const BoxMm& from) const {
        std::map<int, Shown> all;
        for (int row = 0; row < rows_; ++row)
            for (int column = 0; column < columns_; ++column) {
                const int number = on_top_[index(column, row)];
                if (number == nothing) continue;
                const BoxMm here{{left_ + column * spot_mm}, {top_ + row * spot_mm}, {spot_mm}, {spot_mm}};
                const Mm across = std::max({Mm{}, from.x - here.right(), here.x - from.right()});
                const Mm down = std::max({Mm{}, from.y - here.bottom(), here.y - from.bottom()});
                const Mm distance{std::hypot(across.value, down.value)};
                const auto [known, is_new] =
                    all.try_emplace(number, Shown{static_cast<std::size_t>(number), here, distance});
                if (is_new) continue;
                known->second.box = join(known->second.box, here);
                known->second.distance = std::min(known->second.distance, distance);
            }
        std::vector<Shown> list;
        for (auto& [number, one] : all)
            list.push_back(one);
        return list;
    }

private:
    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
    }

    int& at(int column, int row) { return on_top_[index(column, row)]; }

    int white() const { return white_ == White::shows ? number_ : nothing; }

    // False where the item changes nothing: a plate that is transparent and stands for no ink.
    bool begin(const Ink& ink, bool overprints) {
        is_white_ = is_clear(ink);
        mark_ = is_white_ ? white() : number_;
        return !is_white_ || !overprints;
    }

    struct Crossing {
        int line; // counted in steps of step_mm from the window's top
        double x;
        int turn;
    };

    void add_crossings(std::vector<Crossing>& all, Corner from, Corner to) const {
        if (from.y == to.y) return;
        const auto [low, high] = std::minmax(from.y, to.y);
        const int first = std::max(0, static_cast<int>(std::ceil((low - top_) / step_mm - 0.5)));
        const int end = std::min(rows_ * lines_a_spot, static_cast<int>(std::ceil((high - top_) / step_mm - 0.5)));
        for (int line = first; line < end; ++line) {
            const double y = top_ + (line + 0.5) * step_mm;
            all.push_back({line, from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x), to.y > from.y ? 1 : -1});
        }
    }

    void fill(const std::vector<Polyline>& parts, bool even_odd) {
        std::vector<Crossing> all;
        for (const auto& part : parts) {
            auto from = part.corners.back();
            for (const auto& to : part.corners) {
                add_crossings(all, from, to);
                from = to;
            }
        }
        std::sort(all.begin(), all.end(), [](const Crossing& a, const Crossing& b) {
            return a.line != b.line ? a.line < b.line : a.x < b.x;
        });
        int turns = 0;
        for (std::size_t i = 0; i + 1 < all.size(); ++i) {
            turns += even_odd ? 1 : all[i].turn;
            if (all[i + 1].line != all[i].line)
                turns = 0;
            else if (even_odd ? turns % 2 != 0 : turns != 0)
                mark(all[i].line, all[i].x - left_, all[i + 1].x - left_);
        }
    }

    void mark(int line, double from, double to) {
        if (is_white_ && line % lines_a_spot != middle_line) return;
        const auto [first, end] = is_white_ ? hidden(from, to) : reached(from, to);
        for (int column = std::max(first, 0); column < std::min(end, columns_); ++column)
            at(column, line / lines_a_spot) = mark_;
    }

    void draw_piece(Corner from, Corner to, double half) {
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        if (length == 0) return;
        const double x = -(to.y - from.y) / length * half, y = (to.x - from.x) / length * half;
        fill({{{{from.x + x, from.y + y}, {to.x + x, to.y + y}, {to.x - x, to.y - y}, {from.x - x, from.y - y}}, true}},
             false);
    }

    // Ink, white, or nothing where the picture is transparent.
    std::optional<bool> seen_at(const PlacedPicture& placed, int column, int row) const {
        const auto& picture = *placed.picture;
        const auto sample = [](double at, double size, int samples) {
            return std::clamp(static_cast<int>(at / size * samples), 0, samples - 1);
        };
        const double x = left_ + column * spot_mm - placed.box.x.value, y = top_ + row * spot_mm - placed.box.y.value;
        const int first = sample(x, placed.box.width.value, picture.width);
        const int last = sample(x + spot_mm, placed.box.width.value, picture.width);
        const int upper = sample(y, placed.box.height.value, picture.height);
        const int lower = sample(y + spot_mm, placed.box.height.value, picture.height);
        std::optional<bool> seen;
        for (int j = upper; j <= lower; ++j)
            for (int i = first; i <= last; ++i) {
                const auto pixel =
                    static_cast<std::size_t>(j) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(i);
                const auto seen_through = picture.alpha.empty() ? std::uint8_t{255} : picture.alpha[pixel];
                const auto* samples = picture.bytes.data() + pixel * static_cast<std::size_t>(picture.samples);
                const int darkest = *std::min_element(samples, samples + picture.samples);
                if ((255 - darkest) * seen_through > (255 - whitest) * 255) return true;
                if (seen_through >= half_seen) seen = false;
            }
        return seen;
    }

    double left_, top_;
    int columns_, rows_;
    White white_;
    const FontMeasure& fonts_;
    std::vector<int> on_top_; // numbers of items
    int number_ = 0, mark_ = 0;
    bool is_white_ = false;
};

} // namespace

std::vector<Shown>
shown_in(const BoxMm& window, std::span<const Item> items, White white, const BoxMm& from, const FontMeasure& fonts) {
    Map map(window, white, fonts);
    for (std::size_t i = 0; i < items.size(); ++i)
        map.draw(static_cast<int>(i), items[i]);
    return map.shown(from);
}

const std::vector<Shown>& InkMemory::shown_in(
    const BoxMm& window, std::vector<Item> items, White white, const BoxMm& from, const FontMeasure& fonts) {
    for (const auto& one : kept_)
        if (one.window == window && one.from == from && one.items == items) return one.shown;
    if (kept_.size() == most_kept) kept_.erase(kept_.begin());
    auto shown = label::shown_in(window, items, white, from, fonts);
    return kept_.emplace_back(Kept{window, from, std::move(items), std::move(shown)}).shown;
}

} // namespace temsao::label
