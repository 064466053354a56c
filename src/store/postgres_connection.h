#pragma once
// Inside `store`: a connection to PostgreSQL on which no call waits for ever. Connecting has five seconds, or two for
// questions; a statement has the connection's patience, by the server's own clock and by ours: when the server is
// stopped or the network is gone, the socket is shut down, and what waits for it fails as after any lost connection.
// One thread at a time.
#include "store/sql.h"

#include <pqxx/pqxx>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace temsao::store {

class PostgresConnection {
public:
    // Of an address with several places the first that answers; for changes the first that takes them, which in a
    // cluster is the primary.
    enum class For { changes, questions };

    // Throws as libpqxx does.
    PostgresConnection(const std::string& address, std::chrono::seconds patience, For what = For::changes);
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    pqxx::connection& get() { return connection_; }

    // While it lives, what is asked of the connection has the patience that is left to one statement.
    class Limit {
    public:
        explicit Limit(PostgresConnection& connection);
        ~Limit();
        Limit(const Limit&) = delete;
        Limit& operator=(const Limit&) = delete;

    private:
        std::uint64_t alarm_;
    };

private:
    pqxx::connection connection_;
    std::chrono::seconds patience_;
};

// The connection was lost, or the server takes no changes now: another one, or the same a little later, may do what
// this one did not. Of a transaction that ended so, nothing is known only when its COMMIT was under way.
bool is_lost(const std::exception& why);

// An address as it may be shown: without user and password, and what follows a "?".
std::string without_user(const std::string& address);

// As texts, NULL as an empty one (sql.h).
std::vector<Sql::Row> rows_of(const pqxx::result& found);

} // namespace temsao::store
