#include "serve/shared_list.h"

#include "app/run.h"
#include "system/file.h"

namespace temsao::serve {
namespace {

constexpr std::uint64_t most_list_bytes = 256 << 20;
constexpr auto between_questions = std::chrono::seconds(2);

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
        const std::lock_guard lock(waiting_);
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

Outcome SharedList::note_known(const std::string& revision) {
    return write_file(folder() / "revision", revision);
}

Outcome SharedList::tell() {
    if (!is_shared_) return done;
    const std::lock_guard lock(mutex_);
    const auto file = folder() / "told.csv";
    const auto shown = TRY(app::run({.job = "list show", .options = {{"limit", {"1"}}}}, around_));
    TRY(app::run({.job = "list export", .options = {{"file", {file.string()}}}}, around_));
    const auto csv = read_file(file, most_list_bytes);
    if (!csv) return csv.error();
    const auto as_of = shown.json.at("as_of").get<std::string>();
    const auto added = TRY(desk_.run("INSERT INTO shared_list(revision, as_of, csv)"
                                     " SELECT COALESCE(max(revision), 0) + 1, ?, ? FROM shared_list RETURNING revision",
                                     {as_of, *csv}));
    const auto revision = added.front()[0];
    TRY(note_known(revision));
    const auto tidied = desk_.run("DELETE FROM shared_list WHERE revision < CAST(? AS bigint)", {revision});
    return tidied ? Outcome(done) : tidied.error();
}

Outcome SharedList::take_newer() {
    const std::lock_guard lock(mutex_);
    const auto newer = TRY(desk_.run("SELECT revision, as_of FROM shared_list ORDER BY revision DESC LIMIT 1", {}));
    if (newer.empty() || std::strtoll(newer.front()[0].c_str(), nullptr, 10) <= known()) return done;
    const auto rows = TRY(desk_.run("SELECT revision, as_of, csv FROM shared_list ORDER BY revision DESC LIMIT 1", {}));
    if (rows.empty()) return done;
    const auto& row = rows.front();
    const auto file = folder() / "danh-sach.csv";
    TRY(write_file(file, row[2]));
    const auto taken =
        app::run({.job = "list import", .options = {{"file", {file.string()}}, {"as-of", {row[1]}}}}, around_);
    return taken ? note_known(row[0]) : Outcome(taken.error());
}

void SharedList::watch() {
    for (;;) {
        (void)take_newer().ok(); // the store may be away: asked again soon
        std::unique_lock lock(waiting_);
        if (wake_.wait_for(lock, between_questions, [this] { return ends_; })) return;
    }
}

} // namespace temsao::serve
