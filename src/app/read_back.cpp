#include "app/read_back.h"

#include "label/boxes.h"
#include "render/bitmap.h"
#include "scan/read_back.h"

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

namespace temsao::app {
namespace {

constexpr int modules_around = 2; // beyond the quiet zone: what stands close by is seen too

// The code, its quiet zone and a little more, cut out of the label on the printer's grid; all of the drawing that
// reaches in.
page::Page around_code(const label::Drawing& drawing, const label::CodeModules& code, const render::FontBook& fonts) {
    const Mm around = code.module * (symbol::quiet_zone_modules + modules_around);
    const Mm side = code.module * code.symbol->size() + 2 * around;
    const BoxMm box{code.x - around, code.y - around, side, side};
    auto part = std::make_shared<label::Drawing>();
    part->size = drawing.size;
    for (const auto& item : drawing.items) {
        const auto* filled = std::get_if<label::FilledPath>(&item); // white art covers too
        const auto inked = filled ? std::optional(label::box_of(filled->path)) : label::printed_box(item, fonts);
        if (inked && label::overlap(*inked, box)) part->items.push_back(item);
    }
    return {{side, side}, {{std::move(part), -box.x, -box.y}}};
}

scan::PrintedDots unpacked(const render::Bitmap& bitmap) {
    scan::PrintedDots dots{bitmap.width, bitmap.height, {}};
    dots.ink.reserve(static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height));
    for (int y = 0; y < bitmap.height; ++y)
        for (int x = 0; x < bitmap.width; ++x)
            dots.ink.push_back((bitmap.row(y)[x / 8] >> (7 - x % 8)) & 1);
    return dots;
}

std::string shown(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts)
        all += (all.empty() ? "" : " | ") + text.substr(0, 200);
    return all.empty() ? "–" : all;
}

Outcome read_one(const LabelToRead& label, Resolution resolution, const render::FontBook& fonts) {
    for (const auto& item : label.drawing->items) {
        const auto* code = std::get_if<label::CodeModules>(&item);
        if (!code) continue;
        const auto bitmap = render::draw_bitmap(around_code(*label.drawing, *code, fonts), resolution, fonts);
        if (!bitmap) return bitmap.error();
        const auto seen = scan::read_back(unpacked(*bitmap), code->module_dots);
        const std::vector<std::string> expected{label.text};
        const auto refused = [&](const char* reader, const std::vector<std::string>& texts) {
            return error(Cause::refused,
                         "label.unreadable",
                         {label.name, std::to_string(resolution.dpi()), reader, label.text, shown(texts)});
        };
        if (seen.zxing != expected) return refused("ZXing", seen.zxing);
        if (seen.zbar != expected) return refused("ZBar", seen.zbar);
    }
    return done;
}

// What the threads share: the next place to read, and the first that failed.
struct Shared {
    std::atomic<std::size_t> next = 0, read = 0, first_failed;
    std::vector<std::optional<Error>> failures; // one for each thread
};

} // namespace

std::vector<std::size_t> sample(std::size_t count, std::size_t asked, std::uint64_t seed) {
    std::mt19937_64 dice(seed); // NOLINT(cert-msc51-cpp): the same labels for the same run, on purpose
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < count && places.size() < asked; ++i)
        if (dice() % (count - i) < asked - places.size()) places.push_back(i); // Knuth, algorithm S
    return places;
}

std::uint64_t seed_of(const std::vector<LabelToRead>& labels) {
    std::uint64_t hash = 14695981039346656037ull; // FNV-1a
    for (const auto& label : labels)
        for (const char c : label.text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return hash;
}

Result<std::size_t> read_labels_back(const std::vector<LabelToRead>& labels,
                                     const std::vector<std::size_t>& places,
                                     Resolution resolution,
                                     const std::filesystem::path& fonts,
                                     int threads,
                                     const Progress& progress) {
    const auto workers = std::clamp<std::size_t>(static_cast<std::size_t>(threads), 1, places.size() / 4 + 1);
    Shared shared;
    shared.first_failed = places.size();
    shared.failures.resize(workers);
    std::vector<std::size_t> failed_at(workers, places.size());
    const auto work = [&](std::size_t worker) {
        const auto book = render::FontBook::open(fonts);
        if (!book) {
            shared.failures[worker] = book.error();
            failed_at[worker] = 0;
            shared.first_failed = 0;
            return;
        }
        for (auto i = shared.next++; i < shared.first_failed; i = shared.next++) {
            if (const auto outcome = read_one(labels[places[i]], resolution, **book); !outcome) {
                shared.failures[worker] = outcome.error();
                failed_at[worker] = i;
                auto first = shared.first_failed.load();
                while (i < first && !shared.first_failed.compare_exchange_weak(first, i)) {
                }
                return;
            }
            const auto count = ++shared.read;
            if (progress && worker == 0) progress(count, places.size());
        }
    };
    std::vector<std::thread> crew;
    for (std::size_t worker = 1; worker < workers; ++worker)
        crew.emplace_back(work, worker);
    work(0);
    for (auto& one : crew)
        one.join();
    const auto first = std::min_element(failed_at.begin(), failed_at.end()) - failed_at.begin();
    if (const auto& failure = shared.failures[static_cast<std::size_t>(first)]) return *failure;
    return shared.read.load();
}

} // namespace temsao::app
