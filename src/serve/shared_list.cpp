#include "serve/shared_list.h"

#include "job/json.h"
#include "office/jobs.h"
#include "system/file.h"

namespace temsao::serve {
namespace {

constexpr std::uint64_t most_list_bytes = 256 << 20;
constexpr job::JsonLimits revocation_limits{.members = 20, .values = 1'000'000};
constexpr int most_tries = 20; // against others who change it at the same time
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

SharedList::Known SharedList::known() const {
    const auto text = read_file(folder() / "known.json", most_list_bytes);
    const auto json = text ? job::read_json(*text, revocation_limits) : Result<job::Json>(text.error());
    if (!json || !json->is_object()) return {};
    const auto revision = json->find("revision"), revocations = json->find("revocations");
    if (revision == json->end() || !revision->is_number_integer() || revocations == json->end()) return {};
    return {revision->get<std::int64_t>(), job::dump(*revocations)};
}

Outcome SharedList::note_known(const store::SharedListRow& row) {
    auto revocations = TRY(job::read_json(row.revocations, revocation_limits));
    const job::Json json{{"revision", row.revision}, {"revocations", std::move(revocations)}};
    return write_file(folder() / "known.json", job::dump(json));
}

// Where a new list was imported here meanwhile it stays, and takes in their revocations.
Outcome SharedList::take(const store::SharedListRow& newest, const Known& known, Change change) {
    const auto file = folder() / "danh-sach.csv";
    office::SharedEdition edition{file, newest.as_of, newest.revocations, known.revocations};
    if (change == Change::list)
        edition.as_of = TRY(office::shared_edition(file, around_)).as_of;
    else
        TRY(write_file(file, newest.csv));
    TRY(office::take_shared(edition, around_));
    return note_known(newest);
}

Outcome SharedList::publish(Change change) {
    if (!is_shared_) return done;
    const Lock lock(mutex_);
    for (int tries = 0; tries < most_tries; ++tries) {
        const auto before = known();
        if (const auto newest = TRY(store::newest_shared_list(desk_.store()));
            newest && newest->revision > before.revision)
            TRY(take(*newest, before, change));
        const auto file = folder() / "published.csv";
        const auto ours = TRY(office::shared_edition(file, around_));
        const store::SharedListRow row{
            known().revision + 1, ours.as_of, TRY(read_file(file, most_list_bytes)), ours.revocations};
        if (TRY(store::add_shared_list(desk_.store(), row))) return note_known(row);
    }
    return error(Cause::io, "serve.list_busy");
}

Outcome SharedList::take_newer() {
    const Lock lock(mutex_);
    const auto before = known();
    if (TRY(store::newest_shared_revision(desk_.store())) <= before.revision) return done;
    const auto newest = TRY(store::newest_shared_list(desk_.store()));
    return newest ? take(*newest, before, Change::certificates) : done;
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
