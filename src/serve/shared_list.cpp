#include "serve/shared_list.h"

#include "app/run.h"
#include "store/shared_lists.h"
#include "system/file.h"

namespace temsao::serve {
namespace {

constexpr std::uint64_t most_list_bytes = 256 << 20;
constexpr auto between_looks_at_the_list = std::chrono::seconds(2);

} // namespace

SharedList::SharedList(job::Surroundings around, desk::Desk& desk, bool is_shared)
    : around_(std::move(around)),
      desk_(desk),
      is_shared_(is_shared) {
    if (!is_shared_) return;
    std::error_code ignored;
    std::filesystem::create_directories(folder(), ignored);
    thread_ = std::thread([this] { watch(); });
}

SharedList::~SharedList() {
    {
        const Lock lock(waiting_);
        ends_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

std::filesystem::path SharedList::folder() const {
    return around_.home / "shared";
}

std::int64_t SharedList::known() const {
    const auto text = read_file(folder() / "revision", 100);
    return text ? std::strtoll(text->c_str(), nullptr, 10) : 0;
}

Outcome SharedList::note_known(std::int64_t revision) {
    return write_file(folder() / "revision", std::to_string(revision));
}

Outcome SharedList::publish() {
    if (!is_shared_) return done;
    const Lock lock(mutex_);
    const auto file = folder() / "published.csv";
    const auto shown = TRY(app::run({.job = "list show", .options = {{"limit", {"1"}}}}, around_));
    TRY(app::run({.job = "list export", .options = {{"file", {file.string()}}}}, around_));
    const auto csv = read_file(file, most_list_bytes);
    if (!csv) return csv.error();
    const auto as_of = TRY(Date::parse_iso(shown.json.at("as_of").get<std::string>()));
    const auto revision = TRY(store::add_shared_list(desk_.store(), as_of, *csv));
    TRY(note_known(revision));
    return store::remove_shared_lists_before(desk_.store(), revision);
}

Outcome SharedList::take_newer() {
    const Lock lock(mutex_);
    if (TRY(store::newest_shared_revision(desk_.store())) <= known()) return done;
    const auto newest = TRY(store::newest_shared_list(desk_.store()));
    if (!newest) return done;
    const auto file = folder() / "danh-sach.csv";
    TRY(write_file(file, newest->csv));
    TRY(app::run({.job = "list import",
                  .options = {{"file", {file.string()}}, {"as-of", {newest->as_of.iso()}}, {"replace", {"yes"}}}},
                 around_));
    return note_known(newest->revision);
}

void SharedList::watch() {
    for (;;) {
        (void)take_newer().ok(); // the store may be away: asked again soon
        Lock lock(waiting_);
        const auto end = std::chrono::steady_clock::now() + between_looks_at_the_list;
        while (!ends_ && lock.wait_until(wake_, end)) {
        }
        if (ends_) return;
    }
}

} // namespace temsao::serve
