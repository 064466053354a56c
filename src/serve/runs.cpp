#include "serve/runs.h"

#include "app/run.h"
#include "job/json.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::serve {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::int64_t most_waiting = 100;
constexpr auto between_looks = std::chrono::seconds(2); // for a run that waits

std::string text_of(const job::Request& request) {
    Json json = Json::object();
    for (const auto& [name, values] : request.options)
        json[name] = values;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

job::Request request_of(const std::string& text) {
    job::Request request{.job = "label", .options = {}};
    const auto kept = job::read_object(text);
    for (const auto& [name, values] : kept.items())
        for (const auto& value : values)
            if (value.is_string()) request.options[name].push_back(value.get<std::string>());
    return request;
}

} // namespace

Runs::Runs(job::Surroundings around, desk::Desk& desk, std::string store)
    : around_(std::move(around)),
      desk_(desk),
      store_(std::move(store)) {}

Runs::~Runs() {
    {
        const Lock lock(mutex_);
        ends_ = true;
        stops_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

Outcome Runs::start() {
    // Files lie where they were made, so each server goes on with its own runs: known by a name kept beside them.
    std::error_code failed;
    std::filesystem::create_directories(around_.home / "runs", failed);
    const auto name_file = around_.home / "runs" / "server";
    if (const auto known = read_file(name_file, 100)) {
        server_ = *known;
    } else {
        server_ = desk_.new_id();
        TRY(write_file(name_file, server_));
    }
    TRY(store::requeue_print_runs(desk_.store(), server_));
    thread_ = std::thread([this] { work(); });
    return done;
}

Result<std::optional<std::string>> Runs::add(const desk::Account& account,
                                             const std::string& producer,
                                             const std::string& idempotency_key,
                                             const job::Request& request) {
    if (TRY(store::waiting_print_runs(desk_.store())) >= most_waiting) return std::optional<std::string>();
    const store::PrintRun run{.id = desk_.new_id(),
                              .at = desk_.now(),
                              .account = account.name,
                              .producer = producer,
                              .idempotency_key = idempotency_key,
                              .server = server_,
                              .request = text_of(request),
                              .answer = {}};
    if (!TRY(store::add_print_run(desk_.store(), run))) {
        const auto earlier = TRY(store::find_print_run(desk_.store(), account.name, idempotency_key));
        if (!earlier || earlier->request != run.request) return error(Cause::refused, "run.other_wish");
        return std::optional(earlier->id);
    }
    wake_.notify_all();
    return std::optional(run.id);
}

Result<std::optional<store::PrintRun>> Runs::find(const std::string& id) {
    auto run = TRY(store::find_print_run(desk_.store(), id));
    if (!run) return run;
    const Lock lock(mutex_);
    if (under_way_ == id) {
        run->done = done_;
        run->total = total_;
    }
    return run;
}

Result<std::vector<store::PrintRun>> Runs::list(const std::string& producer, int most, const std::string& before) {
    return store::print_runs(desk_.store(), producer, most, before);
}

Outcome Runs::cancel(const std::string& id) {
    {
        const Lock lock(mutex_);
        if (under_way_ == id) {
            cancelled_ = true;
            return done;
        }
    }
    return store::cancel_waiting_print_run(desk_.store(), id);
}

std::filesystem::path Runs::folder(const std::string& id) const {
    return around_.home / "runs" / id;
}

std::vector<std::filesystem::path> Runs::files(const store::PrintRun& run) const {
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    if (run.state != store::RunState::done) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder(run.id), failed))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

void Runs::work() {
    for (;;) {
        const auto next = store::take_print_run(desk_.store(), server_);
        if (next && *next) make(**next);
        Lock lock(mutex_);
        if (ends_) return;
        // Also without being woken: the store may have been away.
        if (next && *next) continue;
        const auto end = std::chrono::steady_clock::now() + between_looks;
        while (!ends_ && lock.wait_until(wake_, end)) {
        }
    }
}

void Runs::make(const std::string& id) {
    auto found = find(id);
    if (!found || !*found) return;
    auto& run = **found;
    {
        const Lock lock(mutex_);
        under_way_ = id;
        cancelled_ = false;
        done_ = total_ = 0;
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder(id), ignored);
    std::filesystem::create_directories(folder(id), ignored);
    auto request = request_of(run.request);
    if (!store_.empty()) request.options["store"] = {store_};
    const auto format = request.has("format") ? request.text("format") : "pdf";
    request.options["out"] = {(folder(id) / ("nhan." + format)).string()};
    auto around = around_;
    const auto asked = request.options.find("lang");
    around.lang = asked != request.options.end() && asked->second.front() == "en" ? Lang::en : Lang::vi;
    request.options.erase("lang");
    around.progress = [this](std::size_t count, std::size_t of) {
        done_ = static_cast<std::int64_t>(count);
        total_ = static_cast<std::int64_t>(of);
    };
    std::atomic<bool> was_told{false}; // the job heard that it is to stop, and stops
    around.is_cancelled = [this, &was_told] {
        if (stops_ || cancelled_) was_told = true;
        return was_told.load();
    };
    const auto report = app::run(request, around);
    run.state = store::RunState::done;
    run.answer = report ? job::dump(report->json) : job::error_json(report.error(), around.lang);
    if (!report && was_told) // cancelled, or we are stopping: then again at the next start
        run.state = cancelled_ ? store::RunState::cancelled : store::RunState::waiting;
    else if (!report || report->exit_status != 0)
        run.state = store::RunState::failed;
    if (run.state != store::RunState::done) std::filesystem::remove_all(folder(id), ignored);
    run.done = done_;
    run.total = total_;
    const auto stored = store::update_print_run(desk_.store(), run);
    const Lock lock(mutex_);
    under_way_.clear();
    (void)stored.ok(); // the store went away: the run stays `running`, and the next start begins it again
}

} // namespace temsao::serve
