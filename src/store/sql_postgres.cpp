// Small statements on PostgreSQL, by libpqxx; its exceptions end here, as they do in ledger_postgres.cpp.
#include "base/text.h"
#include "store/desk_tables.h"
#include "store/sql.h"

#include <pqxx/pqxx>

namespace temsao::store {
namespace {

// ?, ?, … -> $1, $2, …: our statements hold no question mark within quotes.
std::string with_numbers(const std::string& sql) {
    std::string numbered;
    int number = 0;
    for (const char c : sql)
        if (c == '?')
            numbered += "$" + std::to_string(++number);
        else
            numbered += c;
    return numbered;
}

class PostgresSql final : public SqlConnection {
public:
    explicit PostgresSql(std::string address) : address_(std::move(address)) {}

    Result<std::vector<Row>> run(const std::string& sql, const std::vector<std::string>& values) override {
        if (!work_)
            return tried_twice<std::vector<Row>>([&] {
                pqxx::work work(connection());
                auto rows = rows_of(work, sql, values);
                work.commit();
                return rows;
            });
        try {
            return rows_of(*work_, sql, values);
        } catch (const std::exception& why) {
            return unusable(why);
        }
    }

    Outcome begin() override {
        return tried_twice<Done>([&] {
            work_ = std::make_unique<pqxx::work>(connection());
            return done;
        });
    }

    Outcome commit() override {
        const auto work = std::move(work_);
        try {
            work->commit();
            return done;
        } catch (const std::exception& why) {
            return unusable(why);
        }
    }

    void undo() override { work_.reset(); }

private:
    // A step that is tried again on a fresh connection, when the one we had is lost: the server was started anew, say.
    template <class T, class Step>
    Result<T> tried_twice(const Step& step) {
        const bool was_open = connection_ != nullptr;
        try {
            return step();
        } catch (const pqxx::broken_connection& why) {
            connection_.reset();
            if (!was_open) return unusable(why);
        } catch (const std::exception& why) {
            return unusable(why);
        }
        try {
            return step();
        } catch (const std::exception& why) {
            return unusable(why);
        }
    }

    pqxx::connection& connection() {
        if (connection_) return *connection_;
        auto fresh = std::make_unique<pqxx::connection>(address_);
        pqxx::work making(*fresh);
        making.exec("SELECT pg_advisory_xact_lock(hashtext('temsao desk'))");
        making.exec("SET LOCAL client_min_messages = warning");
        making.exec(desk_tables);
        making.exec(sign_in_tables);
        making.commit();
        connection_ = std::move(fresh);
        return *connection_;
    }

    static std::vector<Row> rows_of(pqxx::work& work, const std::string& sql, const std::vector<std::string>& values) {
        const auto found = work.exec_params(with_numbers(sql), pqxx::prepare::make_dynamic_params(values));
        std::vector<Row> rows;
        for (const auto& one : found) {
            Row row;
            for (const auto& field : one)
                row.emplace_back(field.is_null() ? "" : field.c_str());
            rows.push_back(std::move(row));
        }
        return rows;
    }

    // The address is not shown: it may hold a password.
    static Error unusable(const std::exception& why) {
        return error(Cause::io, "store.unusable", {"PostgreSQL", tidy(why.what())});
    }

    std::string address_;
    std::unique_ptr<pqxx::connection> connection_;
    std::unique_ptr<pqxx::work> work_; // after connection_: undone before it is closed
};

} // namespace

Result<std::unique_ptr<SqlConnection>> open_postgres_sql(const std::string& address) {
    if (!address.starts_with("postgresql://") && !address.starts_with("postgres://"))
        return error(Cause::usage, "store.address", {address});
    auto sql = std::make_unique<PostgresSql>(address);
    TRY(sql->run("SELECT 1", {}));
    return std::unique_ptr<SqlConnection>(std::move(sql));
}

} // namespace temsao::store
