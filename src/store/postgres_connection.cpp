#include "store/postgres_connection.h"

#include "base/thread_annotations.h"

#include <algorithm>
#include <map>
#include <sys/socket.h>
#include <thread>

namespace temsao::store {
namespace {

using std::chrono::steady_clock;

// Shuts sockets down when their time has come. One thread for all connections of the process.
class SocketAlarms {
public:
    static SocketAlarms& of_process() {
        static SocketAlarms alarms;
        return alarms;
    }

    ~SocketAlarms() {
        {
            const Lock lock(mutex_);
            ends_ = true;
        }
        wake_.notify_all();
        thread_.join();
    }

    std::uint64_t set(int socket, steady_clock::time_point when) {
        std::uint64_t alarm = 0;
        {
            const Lock lock(mutex_);
            alarm = ++count_;
            alarms_.emplace(alarm, Alarm{socket, when});
        }
        wake_.notify_all();
        return alarm;
    }

    // Before the socket is closed: its number may be another one's afterwards.
    void cancel(std::uint64_t alarm) {
        const Lock lock(mutex_);
        alarms_.erase(alarm);
    }

private:
    struct Alarm {
        int socket;
        steady_clock::time_point when;
    };

    SocketAlarms() : thread_([this] { work(); }) {}

    void work() {
        Lock lock(mutex_);
        while (!ends_) {
            auto next = steady_clock::now() + std::chrono::hours(1);
            for (auto one = alarms_.begin(); one != alarms_.end();) {
                if (one->second.when <= steady_clock::now()) {
                    (void)::shutdown(one->second.socket, SHUT_RDWR);
                    one = alarms_.erase(one);
                } else {
                    next = std::min(next, one->second.when);
                    ++one;
                }
            }
            (void)lock.wait_until(wake_, next);
        }
    }

    Mutex mutex_;
    std::condition_variable wake_;
    std::map<std::uint64_t, Alarm> alarms_ GUARDED_BY(mutex_);
    std::uint64_t count_ GUARDED_BY(mutex_) = 0;
    bool ends_ GUARDED_BY(mutex_) = false;
    std::thread thread_;
};

// What the address says itself stays as it is.
std::string with_limits(std::string address, PostgresConnection::For what) {
    const bool is_to_write = what == PostgresConnection::For::changes;
    const std::pair<const char*, const char*> limits[] = {{"target_session_attrs", is_to_write ? "read-write" : "any"},
                                                          {"connect_timeout", is_to_write ? "5" : "2"},
                                                          {"tcp_user_timeout", "10000"},
                                                          {"keepalives_idle", "30"},
                                                          {"keepalives_interval", "5"},
                                                          {"keepalives_count", "3"}};
    for (const auto& [name, value] : limits)
        if (address.find(std::string(name) + "=") == address.npos)
            address += (address.find('?') == address.npos ? "?" : "&") + std::string(name) + "=" + value;
    return address;
}

// Ours rings a little after the server's own, whose answer says more.
constexpr auto grace = std::chrono::milliseconds(500);

} // namespace

PostgresConnection::PostgresConnection(const std::string& address, std::chrono::seconds patience, For what)
    : connection_(with_limits(address, what)),
      patience_(patience) {
    const Limit limit(*this);
    connection_.set_variable("statement_timeout", std::to_string(std::chrono::milliseconds(patience).count()));
}

PostgresConnection::Limit::Limit(PostgresConnection& connection)
    : alarm_(SocketAlarms::of_process().set(connection.connection_.sock(),
                                            steady_clock::now() + connection.patience_ + grace)) {}

PostgresConnection::Limit::~Limit() {
    SocketAlarms::of_process().cancel(alarm_);
}

bool is_lost(const std::exception& why) {
    if (dynamic_cast<const pqxx::broken_connection*>(&why) || dynamic_cast<const pqxx::in_doubt_error*>(&why))
        return true;
    const auto* said = dynamic_cast<const pqxx::sql_error*>(&why);
    if (!said) return false;
    const auto& state = said->sqlstate();
    constexpr std::string_view passing[] = {"25006",  // it takes no changes: a primary no more
                                            "40001",  // a standby broke the question off
                                            "40P01",  // a deadlock
                                            "57P01",  // it is being shut down
                                            "57P02",  // it crashed
                                            "57P03"}; // it is starting
    return state.starts_with("08") || std::find(std::begin(passing), std::end(passing), state) != std::end(passing);
}

std::string without_user(const std::string& address) {
    const auto start = address.find("://") + 3;
    const auto end = std::min(address.find('/', start), address.size());
    const auto at = address.rfind('@', end);
    return at == std::string::npos || at < start
               ? address.substr(0, address.find('?'))
               : address.substr(0, start) + address.substr(at + 1, address.find('?') - at - 1);
}

std::vector<Sql::Row> rows_of(const pqxx::result& found) {
    std::vector<Sql::Row> rows;
    for (const auto& one : found) {
        Sql::Row row;
        for (const auto& field : one)
            row.emplace_back(field.is_null() ? "" : field.c_str());
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace temsao::store
