#include "bench/look.h"

#include "base/cpu_time.h"
#include "bench/journal.h"
#include "bench/picture.h"
#include "check/look.h"
#include "decode/whole.h"
#include "scan/print_words.h"
#include "stars/badge_shape.h"
#include "system/file.h"
#include "trace/sodium.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <thread>

namespace temsao::bench {
namespace {

namespace fs = std::filesystem;

constexpr unsigned most_threads = 16;
constexpr double crop_margin = 0.15; // of the symbol's width

double width_of(const photo::Reading& reading) {
    return std::hypot(reading.corners[1].x - reading.corners[0].x, reading.corners[1].y - reading.corners[0].y);
}

check::CheckedFile look_at_photo(const photo::Photo& photo,
                                 const photo::ColourSource& colours,
                                 const LookPlan& plan,
                                 const stars::StarCounter& stars) {
    auto seen = check::look_at_photo(photo, colours, {plan.effort}, stars);
    const double start = cpu_ms();
    if (plan.print)
        for (auto& label : seen.labels)
            if (label.claim.code) label.claim.printed = scan::read_print(photo, label.reading);
    seen.cpu_ms += cpu_ms() - start;
    if (plan.crops)
        for (auto& label : seen.labels)
            label.crop_png = cut_out_png(photo, label.reading.corners, crop_margin * width_of(label.reading));
    return seen;
}

// One photo, or the pages of a PDF or TIFF. What cannot be read is one entry that says why.
std::vector<check::CheckedFile>
look_at_pages(const fs::path& file, const LookPlan& plan, const stars::StarCounter& stars) {
    std::vector<check::CheckedFile> seen;
    const auto fail = [&](const Error& why) {
        seen.emplace_back();
        seen.back().trouble = why;
    };
    const auto bytes = read_file(file, decode::most_photo_bytes);
    const auto colours = [&](const photo::PixelBox& box, int shrink) {
        return decode::decode_colours(*bytes, box, shrink);
    };
    const auto take = [&](int page, const photo::Photo& photo) {
        seen.push_back(look_at_photo(photo, colours, plan, stars));
        seen.back().page = page;
        if (plan.thumbnails)
            seen.back().thumbnail_jpeg =
                thumbnail_jpeg(photo, decode::whole_in_colour(file, *bytes, page, thumbnail_shrink(photo)));
    };
    if (!bytes)
        fail(bytes.error());
    else if (auto read = decode::each_picture(file, *bytes, take); !read)
        fail(read.error());
    const check::PhotoDigest digest =
        bytes ? check::PhotoDigest{trace::sodium::sha256(*bytes), bytes->size()} : check::PhotoDigest{};
    for (auto& one : seen) {
        one.file = file.string();
        one.photo = digest;
    }
    return seen;
}

// No memory for a photo, or a library that gives up, is that file's trouble: in a thread it would end the program.
std::vector<check::CheckedFile> look_at(const fs::path& file, const LookPlan& plan, const stars::StarCounter& stars) {
    try {
        return look_at_pages(file, plan, stars);
    } catch (const std::exception&) {
        std::vector<check::CheckedFile> seen(1);
        seen.front().file = file.string();
        seen.front().trouble = error(Cause::data, "photo.given_up", {file.string()});
        return seen;
    }
}

} // namespace

// Workers take the next file each; this thread waits, tells the progress, and keeps the order.
std::vector<check::CheckedFile>
look_at_all(const std::vector<fs::path>& files, const LookPlan& plan, Journal* journal, const Progress& progress) {
    const stars::StarCounter stars(stars::badge_shape);
    std::vector<std::vector<check::CheckedFile>> seen(files.size());
    std::atomic<std::size_t> next = 0;
    std::mutex counting;
    std::condition_variable counted;
    std::size_t done = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < files.size(); i = next++) {
            auto known = journal ? journal->find(files[i]) : std::nullopt;
            if (known) {
                seen[i] = *std::move(known);
            } else {
                seen[i] = look_at(files[i], plan, stars);
                if (journal) journal->add(files[i], seen[i]);
            }
            const std::lock_guard lock(counting);
            ++done;
            counted.notify_one();
        }
    };
    const auto threads = std::clamp(std::thread::hardware_concurrency(), 1u, most_threads);
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < std::min<std::size_t>(threads, files.size()); ++i)
        workers.emplace_back(work);
    for (std::size_t told = 0; told < files.size();) {
        std::unique_lock lock(counting);
        counted.wait(lock, [&] { return done > told; });
        told = done;
        lock.unlock();
        if (progress) progress(told, files.size());
    }
    for (auto& worker : workers)
        worker.join();
    std::vector<check::CheckedFile> all;
    for (auto& one : seen)
        std::move(one.begin(), one.end(), std::back_inserter(all));
    return all;
}

} // namespace temsao::bench
