#include "serve/runs.h"

#include "app/run.h"
#include "job/json.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::serve {
namespace {

constexpr std::int64_t most_waiting = 100, most_waiting_of_one = 20; // of one producer
constexpr auto between_looks = std::chrono::seconds(2);              // for a run that waits
constexpr auto between_questions = std::chrono::seconds(1);          // whether another server cancelled it
constexpr auto between_signs_of_life = std::chrono::seconds(30);
constexpr std::int64_t lost_after = 300; // seconds without a sign of life

// Of the request as it is kept, what its client asked for: the rest is how and for whom it is made.
job::Json asked_for(const std::string& text) {
    auto kept = job::read_object(text);
    for (const auto* ours : {"lang", "printers-of"})
        kept.erase(ours);
    return kept;
}

std::string text_of(const job::Request& request) {
    job::Json json = job::Json::object();
    for (const auto& [name, values] : request.options)
        json[name] = values;
    return json.dump(-1, ' ', false, job::Json::error_handler_t::replace);
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
    TRY(store::note_server(desk_.store(), server_, desk_.now())); // before another one takes us for lost
    thread_ = std::thread([this] { work(); });
    return done;
}

Result<Runs::Added> Runs::add(const desk::Account& account,
                              const std::string& producer,
                              const std::string& idempotency_key,
                              const job::Request& request) {
    auto& store = desk_.store();
    const auto text = text_of(request);
    const auto known = [&]() -> Result<std::string> {
        if (idempotency_key.empty()) return std::string();
        const auto earlier = TRY(store::find_print_run(store, account.name, idempotency_key));
        if (!earlier) return std::string();
        if (asked_for(earlier->request) != asked_for(text)) return error(Cause::refused, "run.other_wish");
        return earlier->id;
    };
    if (auto id = TRY(known()); !id.empty()) return Added{std::move(id)};
    if (TRY(store::waiting_print_runs_of(store, producer)) >= most_waiting_of_one) return Added{"", true};
    if (TRY(store::waiting_print_runs(store)) >= most_waiting) return Added{};
    const store::PrintRun run{.id = desk_.new_id(),
                              .at = desk_.now(),
                              .account = account.name,
                              .producer = producer,
                              .idempotency_key = idempotency_key,
                              .server = server_,
                              .request = text,
                              .answer = {}};
    if (!TRY(store::add_print_run(store, run))) return Added{TRY(known())}; // the same one, at the same moment
    {
        const Lock lock(mutex_);
        is_woken_ = true;
    }
    wake_.notify_all();
    return Added{run.id};
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
    TRY(store::cancel_print_run(desk_.store(), id));
    const Lock lock(mutex_);
    if (under_way_ == id) cancelled_ = true;
    return done;
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
    for (bool goes_on = true; goes_on;) {
        const bool did_something = step();
        Lock lock(mutex_);
        // Also without being woken: the store may have been away.
        const auto end = std::chrono::steady_clock::now() + between_looks;
        while (!ends_ && !is_woken_ && !did_something && lock.wait_until(wake_, end)) {
        }
        is_woken_ = false;
        goes_on = !ends_;
    }
    if (ended_) (void)store::update_print_run(desk_.store(), *ended_).ok(); // else the next start makes it again
}

bool Runs::step() {
    auto& store = desk_.store();
    if (ended_) {
        const auto updated = store::update_print_run(store, *ended_);
        if (!updated) return false;
        std::error_code ignored;
        if (!*updated) std::filesystem::remove_all(folder(ended_->id), ignored); // another server makes it
        ended_.reset();
    }
    say_that_we_run();
    // Nothing is being made here now. What is said to be running was taken when an answer of the store was lost.
    if (!store::requeue_print_runs(store, server_)) return false;
    auto next = store::next_print_runs(store, server_);
    if (!next || next->empty()) return false;
    const auto longest_ago = [this](const store::WaitingRun& one) {
        const auto turn = served_.find(one.producer);
        return turn == served_.end() ? 0 : turn->second;
    };
    const auto chosen = std::min_element(next->begin(), next->end(), [&](const auto& one, const auto& other) {
        return longest_ago(one) < longest_ago(other);
    });
    if (const auto taken = store::take_print_run(store, chosen->id, server_); !taken || !*taken) return false;
    served_[chosen->producer] = ++turns_;
    auto run = store::find_print_run(store, chosen->id);
    if (!run || !*run) return false; // it waits again in the next step
    make(**run);
    ended_ = **run;
    return true;
}

// Why a run stops: it is cancelled here or at another server, or this server ends.
struct Runs::Stop {
    std::chrono::steady_clock::time_point asked = std::chrono::steady_clock::now();
    bool was_told = false; // the job heard of it, and stops
    bool is_cancelled = false;
};

void Runs::say_that_we_run() {
    const auto now = std::chrono::steady_clock::now();
    if (now < next_sign_of_life_) return;
    next_sign_of_life_ = now + between_signs_of_life;
    auto& store = desk_.store();
    if (!store::note_server(store, server_, desk_.now())) return;
    (void)store::adopt_print_runs(store, server_, desk_.now() - lost_after).ok(); // else at the next time
}

bool Runs::is_to_stop(const std::string& id, Stop& stop) {
    if (stop.was_told) return true;
    const auto now = std::chrono::steady_clock::now();
    if (now - stop.asked >= between_questions) {
        stop.asked = now;
        say_that_we_run();
        const auto run = store::find_print_run(desk_.store(), id);
        const bool is_known = run && run->has_value(); // the store may be away
        if (is_known && ((*run)->state == store::RunState::cancelling || (*run)->server != server_)) cancelled_ = true;
    }
    stop.is_cancelled = cancelled_;
    stop.was_told = stops_ || cancelled_;
    return stop.was_told;
}

void Runs::make(store::PrintRun& run) {
    const auto id = run.id;
    {
        const Lock lock(mutex_);
        under_way_ = id;
        cancelled_ = run.state == store::RunState::cancelling; // since it was taken
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
    around.lang = request.text("lang") == "en" ? Lang::en : Lang::vi;
    around.printers_of = request.text("printers-of");
    request.options.erase("lang");
    request.options.erase("printers-of");
    around.progress = [this](std::size_t count, std::size_t of) {
        done_ = static_cast<std::int64_t>(count);
        total_ = static_cast<std::int64_t>(of);
    };
    Stop stop;
    around.is_cancelled = [&] { return is_to_stop(id, stop); };
    const auto report = app::run(request, around);
    run.state = store::RunState::done;
    run.answer = report ? job::dump(report->json) : job::error_json(report.error(), around.lang);
    if (!report && stop.was_told) // cancelled, or we are stopping: then again at the next start
        run.state = stop.is_cancelled ? store::RunState::cancelled : store::RunState::waiting;
    else if (!report && report.error().cause == Cause::io && !desk_.store().answers())
        run.state = store::RunState::waiting; // the store is away: it is made when it is back
    else if (!report || report->exit_status != 0)
        run.state = store::RunState::failed;
    if (run.state != store::RunState::done) std::filesystem::remove_all(folder(id), ignored);
    run.done = done_;
    run.total = total_;
    const Lock lock(mutex_);
    under_way_.clear();
}

} // namespace temsao::serve
