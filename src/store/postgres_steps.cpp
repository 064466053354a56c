#include "store/postgres_steps.h"

#include "trace/sodium.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace temsao::store {
namespace {

using std::chrono::steady_clock;

constexpr auto longest_absence = std::chrono::seconds(60);
constexpr auto between_tries = std::chrono::milliseconds(250);

std::string new_session() {
    std::string bytes(16, '\0');
    trace::sodium::random_bytes(bytes.data(), bytes.size());
    return trace::sodium::hex(bytes);
}

// postgresql://user@host:port,host:port/name: a cluster's address.
bool names_several_places(const std::string& address) {
    const auto shown = without_user(address);
    return shown.substr(0, shown.find('/', shown.find("://") + 3)).find(',') != std::string::npos;
}

} // namespace

PostgresSteps::PostgresSteps(const std::string& address, std::chrono::seconds patience, For what)
    : address_(address),
      session_(new_session()),
      patience_(patience),
      for_(what) {}

void PostgresSteps::connect() {
    const auto began = steady_clock::now();
    try {
        connection_ = std::make_unique<PostgresConnection>(address_, patience_, for_);
    } catch (const std::exception& why) {
        note(why, began);
        is_lost_ = names_several_places(address_);
        (void)may_go_again();
    }
}

// The writers' lock goes with the transaction. All of temsao's tables share it: the log has one order.
void PostgresSteps::begin() {
    state_ = State::sound;
    is_lost_ = false;
    guarded([&] {
        work_ = std::make_unique<pqxx::work>(connection());
        // The server hears nothing of a client whose machine has vanished: it releases the lock before those who wait
        // give up.
        work_->exec("SET LOCAL lock_timeout = '60s'; SET LOCAL idle_in_transaction_session_timeout = '50s';"
                    " SET LOCAL synchronous_commit = remote_apply");
        work_->exec("SELECT pg_advisory_xact_lock(hashtext('temsao ledger'))");
    });
}

void PostgresSteps::commit() {
    guarded([&] {
        // Each program that writes leaves a row; one in 256 sweeps.
        if (step_ == 0 && session_.starts_with("00"))
            work_->exec("DELETE FROM step_done WHERE at < now() - interval '7 days'");
        work_->exec_params("INSERT INTO step_done(session, step) VALUES ($1, $2)"
                           " ON CONFLICT (session) DO UPDATE SET step = excluded.step, at = excluded.at",
                           session_,
                           step_ + 1);
        // A COMMIT that waits for the standby would be answered as done when its time is up, though the standby has
        // nothing of it. Our own clock goes on.
        work_->exec("SET LOCAL statement_timeout = 0");
    });
    const bool was_sound = state_ == State::sound;
    ++step_;
    guarded([&] { work_->commit(); });
    undo();
    if (state_ == State::sound) end_absence();
    if (was_sound && is_lost_) find_out();
}

void PostgresSteps::end_absence() {
    away_since_.reset();
    tries_ = 0;
    tried_late_ = was_given_up_ = false;
}

void PostgresSteps::undo() {
    if (!work_) return;
    const auto began = steady_clock::now();
    try {
        const PostgresConnection::Limit limit(*connection_);
        work_.reset();
    } catch (const std::exception& why) {
        note(why, began);
    }
}

// The answer to COMMIT was lost. Afterwards the step is stored (sound), or undone and worth another try, or in doubt.
void PostgresSteps::find_out() {
    const auto first_said = why_;
    while (may_go_again()) {
        const bool stored = was_stored();
        if (state_ != State::sound) continue;
        if (stored) return end_absence();
        state_ = State::failed;
        is_lost_ = true;
        why_ = first_said;
        return;
    }
    state_ = State::in_doubt;
    is_lost_ = false;
}

bool PostgresSteps::was_stored() {
    bool found = false;
    begin();
    guarded([&] {
        // The step that makes the table was not stored where there is none.
        if (work_->exec("SELECT to_regclass('step_done')")[0][0].is_null()) return;
        found =
            !work_->exec_params("SELECT 1 FROM step_done WHERE session = $1 AND step = $2", session_, step_).empty();
    });
    undo();
    return found;
}

// A step that loses its connection each time ends too: after the limit there is one more try, not one more for each.
bool PostgresSteps::may_go_again() {
    if (!is_lost_) return false;
    ENSURE(!work_);
    const auto limit =
        was_given_up_ ? steady_clock::duration{} : std::min<steady_clock::duration>(patience_, longest_absence);
    for (;;) {
        const auto away = steady_clock::now() - *away_since_;
        asked_for_ = std::chrono::duration_cast<std::chrono::seconds>(was_given_up_ ? away : std::min(away, limit));
        // One that hung for its whole patience may be elsewhere by now.
        if (away >= limit && std::exchange(tried_late_, true)) break;
        if (tries_++ > 0) std::this_thread::sleep_for(between_tries);
        try {
            connection_ = std::make_unique<PostgresConnection>(address_, patience_, for_);
            state_ = State::sound;
            is_lost_ = false;
            return true;
        } catch (const std::exception& why) {
            why_ = why.what();
        }
    }
    state_ = State::away;
    is_lost_ = false;
    end_absence();
    was_given_up_ = true;
    return false;
}

void PostgresSteps::note(const std::exception& why, steady_clock::time_point began) {
    const bool is_lost = store::is_lost(why) || !connection_ || !connection_->get().is_open();
    if (state_ == State::sound) {
        state_ = State::failed;
        why_ = *why.what() != '\0' ? why.what() : "?";
        is_lost_ = is_lost;
    }
    if (is_lost_ && !away_since_) away_since_ = began;
}

} // namespace temsao::store
