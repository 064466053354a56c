#include "render/raster.h"

#include "label/boxes.h"
#include "label/text_flow.h"
#include "render/draw.h"

#include <algorithm>
#include <cstring>

namespace temsao::render {
namespace {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

struct DestroyCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

constexpr std::int64_t most_pixels = 200'000'000;
constexpr std::uint32_t half_covered = 128, colour_bits = 0xFFFFFF;

std::uint32_t two_toned(std::uint32_t pixel) {
    return (pixel & 0xFF) < half_covered ? 0 : colour_bits;
}

// Paper of one page, white at first.
class Paper {
public:
    Paper(int width, int height, double dots_per_point)
        : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)),
          cairo_(cairo_create(surface_.get())) {
        cairo_set_source_rgb(cairo_.get(), 1, 1, 1);
        cairo_paint(cairo_.get());
        cairo_scale(cairo_.get(), dots_per_point, dots_per_point);
    }

    cairo_t* cairo() const { return cairo_.get(); }

    void copy(const Paper& other) {
        cairo_surface_flush(surface_.get());
        std::memcpy(data(), other.data(), count() * sizeof(std::uint32_t));
        cairo_surface_mark_dirty(surface_.get());
    }

    Outcome finish() const {
        cairo_surface_flush(surface_.get());
        const auto status = cairo_status(cairo_.get());
        if (status != CAIRO_STATUS_SUCCESS) return error(Cause::io, "render.failed", {cairo_status_to_string(status)});
        return done;
    }

    template <class Change>
    void change_each(Change change) const {
        std::transform(data(), data() + count(), data(), change);
    }

    Pixels pixels() const {
        return {data(),
                stride(),
                cairo_image_surface_get_width(surface_.get()),
                cairo_image_surface_get_height(surface_.get())};
    }

private:
    std::uint32_t* data() const {
        return reinterpret_cast<std::uint32_t*>(cairo_image_surface_get_data(surface_.get()));
    }

    std::size_t stride() const {
        return static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get())) / sizeof(std::uint32_t);
    }

    std::size_t count() const {
        return stride() * static_cast<std::size_t>(cairo_image_surface_get_height(surface_.get()));
    }

    std::unique_ptr<cairo_surface_t, DestroySurface> surface_;
    std::unique_ptr<cairo_t, DestroyCairo> cairo_;
};

struct ItemAt {
    const label::Item* item;
    Mm x, y; // of its label
};

std::vector<ItemAt> items_of(const page::Page& page) {
    std::vector<ItemAt> all;
    for (const auto& placed : page.labels)
        for (const auto& item : placed.drawing->items)
            all.push_back({&item, placed.x, placed.y});
    return all;
}

// The paper's colour too. None where a picture has colours of its own.
std::vector<std::uint32_t> inks_of(const std::vector<ItemAt>& items) {
    std::vector<std::uint32_t> inks{colour_bits};
    const auto add = [&](const label::Ink& ink) {
        const auto rgb = light(ink, Tone::colour);
        const auto byte = [](double part) { return std::min(255U, static_cast<unsigned>(part * 256)); }; // as Cairo's
        const auto colour = byte(rgb.r) << 16 | byte(rgb.g) << 8 | byte(rgb.b);
        if (std::find(inks.begin(), inks.end(), colour) == inks.end()) inks.push_back(colour);
    };
    for (const auto& at : items)
        if (std::holds_alternative<label::PlacedPicture>(*at.item)) return {};
    for (const auto& at : items)
        std::visit(
            [&](const auto& item) {
                if constexpr (requires { item.ink; })
                    add(item.ink);
                else
                    add(label::Ink{});
            },
            *at.item);
    return inks;
}

// Items of the same kind at the same places in the list, though not the same items.
bool alike(const page::Page& a, const page::Page& b) {
    return a.size == b.size &&
           std::equal(a.labels.begin(), a.labels.end(), b.labels.begin(), b.labels.end(), [](auto& l, auto& m) {
               return l.x == m.x && l.y == m.y && l.drawing->items.size() == m.drawing->items.size();
           });
}

// Whatever an item may touch, in any ink, and two dots around it.
BoxMm touched(const ItemAt& at, Mm dot, const FontBook& fonts) {
    const auto box = label::drawn_box(*at.item, fonts);
    return {at.x + box.x - 2 * dot, at.y + box.y - 2 * dot, box.width + 4 * dot, box.height + 4 * dot};
}

// Which items of the first page are the same on all pages like it, and touch nothing that changes and is drawn before
// them.
std::vector<bool> shared_items(std::span<const page::Page> pages, Mm dot, const FontBook& fonts) {
    const auto first = items_of(pages.front());
    std::vector<bool> shared(first.size(), true);
    std::vector<BoxMm> reach;
    for (const auto& one : first)
        reach.push_back(touched(one, dot, fonts));
    for (const auto& page : pages.subspan(1)) {
        if (!alike(page, pages.front())) continue;
        const auto items = items_of(page);
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].item == first[i].item || *items[i].item == *first[i].item) continue;
            shared[i] = false;
            reach[i] = label::join(reach[i], touched(items[i], dot, fonts));
        }
    }
    std::vector<BoxMm> changing;
    for (std::size_t i = 0; i < shared.size(); ++i) {
        if (shared[i])
            shared[i] = std::none_of(
                changing.begin(), changing.end(), [&](const auto& before) { return label::overlap(before, reach[i]); });
        if (!shared[i]) changing.push_back(reach[i]);
    }
    return shared;
}

} // namespace

struct Raster::State {
    std::span<const page::Page> pages;
    Resolution resolution;
    const FontBook& fonts;
    Tone tone;
    std::vector<bool> shared = {};    // of the items of pages like the first
    std::optional<Paper> ground = {}; // with what is shared, once it is drawn
    std::optional<Paper> paper = {};
    SizeMm paper_size = {};

    Result<Paper> new_paper(SizeMm size) const {
        const int width = resolution.nearest_dot(size.width).value, height = resolution.nearest_dot(size.height).value;
        const auto pixels = std::int64_t{width} * height;
        if (pixels > most_pixels) return error(Cause::data, "render.too_large", {std::to_string(pixels / 1'000'000)});
        return Paper(width, height, resolution.dots_per_mm() * 25.4 / 72);
    }

    void draw(const Paper& to, const ItemAt& at) const { draw_item(to.cairo(), *at.item, at.x, at.y, fonts, tone); }
};

Raster::Raster(std::span<const page::Page> pages, Resolution resolution, const FontBook& fonts, Tone tone)
    : state_(std::make_unique<State>(State{pages, resolution, fonts, tone})) {}

Raster::~Raster() = default;

Result<Pixels> Raster::draw(std::size_t number) {
    auto& now = *state_;
    const auto& page = now.pages[number];
    const bool is_alike = now.pages.size() > 1 && alike(page, now.pages.front());
    if (is_alike && !now.ground) {
        auto ground = TRY(now.new_paper(page.size));
        now.shared = shared_items(now.pages, now.resolution.length({1}), now.fonts);
        const auto items = items_of(page);
        for (std::size_t i = 0; i < items.size(); ++i)
            if (now.shared[i]) now.draw(ground, items[i]);
        now.ground.emplace(std::move(ground));
    }
    if (!is_alike || !now.paper || now.paper_size != page.size) {
        auto paper = TRY(now.new_paper(page.size));
        now.paper.emplace(std::move(paper));
        now.paper_size = page.size;
    }
    const auto items = items_of(page);
    if (is_alike) now.paper->copy(*now.ground);
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!is_alike || !now.shared[i]) now.draw(*now.paper, items[i]);
    TRY(now.paper->finish());
    if (now.tone == Tone::one_bit) now.paper->change_each(two_toned);
    auto pixels = now.paper->pixels();
    if (now.tone == Tone::colour) pixels.inks = inks_of(items);
    return pixels;
}

} // namespace temsao::render
