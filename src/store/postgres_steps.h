#pragma once
// Inside `store`: transactions on a PostgreSQL that may be lost and come back, also on another machine of a cluster.
//
// A step writes a row with a number of its own (table step_done) in its transaction. When the answer to its COMMIT is
// lost, the row is looked for under the writers' lock, which the lost transaction held as long as it could still be
// stored: so a step is never taken for undone and done a second time. What is stored is on the synchronous standby too,
// and visible there, before COMMIT is answered.
//
// One thread at a time.
#include "store/postgres_connection.h"

#include <optional>

namespace temsao::store {

class PostgresSteps {
public:
    using For = PostgresConnection::For;

    PostgresSteps(const std::string& address, std::chrono::seconds patience, For what);

    enum class State {
        sound,
        failed,   // nothing was changed
        away,     // likewise: no connection, although it was asked again for asked_for()
        in_doubt, // as away; whether the last step was stored is not known
    };

    State state() const { return state_; }

    const std::string& why() const { return why_; } // what the server or libpq said first

    std::chrono::seconds asked_for() const { return asked_for_; } // before it was given up

    void connect(); // at the first time; an address of several places is waited for
    void begin();   // takes the writers' lock; waits up to 60 s
    void commit();
    void undo();

    bool in_step() const { return work_ != nullptr; }

    bool may_go_again(); // LedgerTables::may_go_again()

    pqxx::work& work() { return *work_; } // in a step

    pqxx::connection& connection() { return connection_->get(); } // in guarded()

    // Does `work` unless something failed before, and keeps what it throws as the failure.
    template <class Work>
    void guarded(const Work& work) {
        if (state_ != State::sound) return;
        const auto began = std::chrono::steady_clock::now();
        try {
            const PostgresConnection::Limit limit(*connection_);
            work();
            if (!work_) end_absence();
        } catch (const std::exception& why) {
            note(why, began);
        }
    }

private:
    void note(const std::exception& why, std::chrono::steady_clock::time_point began);
    void end_absence();
    void find_out();
    bool was_stored();

    std::string address_, session_, why_;
    std::chrono::seconds patience_;
    For for_;
    State state_ = State::sound;
    bool is_lost_ = false;
    std::int64_t step_ = 0;                                           // the last one's number
    std::optional<std::chrono::steady_clock::time_point> away_since_; // until something succeeds, or it is given up
    int tries_ = 0;                                                   // in this absence
    bool tried_late_ = false;                                         // one of them after the limit
    bool was_given_up_ = false; // then one try is enough, until something succeeds
    std::chrono::seconds asked_for_{0};
    std::unique_ptr<PostgresConnection> connection_;
    std::unique_ptr<pqxx::work> work_; // after connection_: undone before it is closed
};

} // namespace temsao::store
