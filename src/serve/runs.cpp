#include "serve/runs.h"

#include "app/run.h"
#include "job/json.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::serve {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::int64_t most_waiting = 100;
constexpr auto run_columns = "id, account, producer, state, at, done, total, request, answer";

std::int64_t number(const std::string& text) {
    return std::strtoll(text.c_str(), nullptr, 10);
}

Run run_of(const std::vector<std::string>& row) {
    return {.id = row[0],
            .account = row[1],
            .producer = row[2],
            .state = row[3],
            .at = number(row[4]),
            .done = number(row[5]),
            .total = number(row[6]),
            .request = row[7],
            .answer = row[8]};
}

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
        const std::lock_guard lock(mutex_);
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
    TRY(desk_.run("UPDATE print_run SET state = 'waiting' WHERE state = 'running' AND server = ? RETURNING id",
                  {server_}));
    thread_ = std::thread([this] { work(); });
    return done;
}

Result<std::optional<std::string>> Runs::add(const desk::Account& account,
                                             const std::string& producer,
                                             const std::string& wish,
                                             const job::Request& request) {
    const auto waiting = TRY(desk_.run("SELECT count(*) FROM print_run WHERE state = 'waiting'", {}));
    if (number(waiting.front()[0]) >= most_waiting) return std::optional<std::string>();
    const auto id = desk_.new_id(), text = text_of(request);
    const auto added = TRY(desk_.run(
        "INSERT INTO print_run(id, at, account, producer, wish, request, state, done, total, answer, server)"
        " VALUES (?,?,?,?,?,?,'waiting',0,0,'',?) ON CONFLICT (account, wish) WHERE wish <> '' DO NOTHING RETURNING id",
        {id, std::to_string(desk_.now()), account.name, producer, wish, text, server_}));
    if (added.empty()) {
        const auto earlier =
            TRY(desk_.run("SELECT id, request FROM print_run WHERE account = ? AND wish = ?", {account.name, wish}));
        if (earlier.empty() || earlier.front()[1] != text) return error(Cause::refused, "run.other_wish");
        return std::optional(earlier.front()[0]);
    }
    wake_.notify_all();
    return std::optional(id);
}

Result<std::optional<Run>> Runs::find(const std::string& id) {
    const auto rows = TRY(desk_.run(std::string("SELECT ") + run_columns + " FROM print_run WHERE id = ?", {id}));
    if (rows.empty()) return std::optional<Run>();
    auto run = run_of(rows.front());
    const std::lock_guard lock(mutex_);
    if (under_way_ == id) {
        run.done = done_;
        run.total = total_;
    }
    return std::optional(std::move(run));
}

Result<std::vector<Run>> Runs::list(const std::string& producer, int most, const std::string& before) {
    const auto rows = TRY(desk_.run(std::string("SELECT ") + run_columns +
                                        " FROM print_run WHERE id < ? AND (? = '' OR producer = ?)"
                                        " ORDER BY id DESC LIMIT " +
                                        std::to_string(most),
                                    {before.empty() ? "~" : before, producer, producer}));
    std::vector<Run> runs;
    for (const auto& row : rows)
        runs.push_back(run_of(row));
    return runs;
}

Outcome Runs::cancel(const std::string& id) {
    {
        const std::lock_guard lock(mutex_);
        if (under_way_ == id) {
            cancelled_ = true;
            return done;
        }
    }
    const auto gone =
        desk_.run("UPDATE print_run SET state = 'cancelled' WHERE id = ? AND state = 'waiting' RETURNING id", {id});
    return gone ? Outcome(done) : gone.error();
}

std::filesystem::path Runs::folder(const std::string& id) const {
    return around_.home / "runs" / id;
}

std::vector<std::filesystem::path> Runs::files(const Run& run) const {
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    if (run.state != "done") return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder(run.id), failed))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

void Runs::work() {
    for (;;) {
        const auto next = desk_.run("UPDATE print_run SET state = 'running' WHERE id = (SELECT id FROM print_run"
                                    " WHERE state = 'waiting' AND server = ? ORDER BY id LIMIT 1) RETURNING id",
                                    {server_});
        if (next && !next->empty()) make(next->front()[0]);
        std::unique_lock lock(mutex_);
        if (ends_) return;
        // Also without being woken: the store may have been away.
        if (!next || next->empty()) wake_.wait_for(lock, std::chrono::seconds(2), [this] { return ends_; });
    }
}

void Runs::make(const std::string& id) {
    const auto run = find(id);
    if (!run || !*run) return;
    {
        const std::lock_guard lock(mutex_);
        under_way_ = id;
        cancelled_ = false;
        done_ = total_ = 0;
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder(id), ignored);
    std::filesystem::create_directories(folder(id), ignored);
    auto request = request_of((*run)->request);
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
    around.is_cancelled = [this] { return stops_ || cancelled_; };
    const auto report = app::run(request, around);
    std::string state = "done",
                answer = report ? job::dump(report->json) : job::error_json(report.error(), around.lang);
    if (!report && report.error().what.id == "job.cancelled")
        state = cancelled_ ? "cancelled" : "waiting"; // else we are stopping: again at the next start
    else if (!report || report->exit_status != 0)
        state = "failed";
    if (state != "done") std::filesystem::remove_all(folder(id), ignored);
    const auto stored = desk_.run("UPDATE print_run SET state = ?, done = ?, total = ?, answer = ? WHERE id = ?",
                                  {state, std::to_string(done_), std::to_string(total_), answer, id});
    const std::lock_guard lock(mutex_);
    under_way_.clear();
    (void)stored.ok(); // the store went away: the run stays `running`, and the next start begins it again
}

} // namespace temsao::serve
