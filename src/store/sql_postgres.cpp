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

class PostgresSql final : public Sql {
public:
    explicit PostgresSql(std::string address) : address_(std::move(address)) {}

    Result<std::vector<Row>> run(const std::string& sql, const std::vector<std::string>& values) override {
        const bool was_open = connection_ != nullptr;
        try {
            return rows_of(sql, values);
        } catch (const pqxx::broken_connection& why) {
            connection_.reset();
            if (!was_open) return unusable(why);
        } catch (const std::exception& why) {
            return unusable(why);
        }
        try { // the server was started anew, say
            return rows_of(sql, values);
        } catch (const std::exception& why) {
            return unusable(why);
        }
    }

private:
    std::vector<Row> rows_of(const std::string& sql, const std::vector<std::string>& values) {
        if (!connection_) {
            auto fresh = std::make_unique<pqxx::connection>(address_);
            pqxx::work making(*fresh);
            making.exec("SELECT pg_advisory_xact_lock(hashtext('temsao desk'))");
            making.exec("SET LOCAL client_min_messages = warning");
            making.exec(desk_tables);
            making.commit();
            connection_ = std::move(fresh);
        }
        pqxx::work work(*connection_);
        const auto found = work.exec_params(with_numbers(sql), pqxx::prepare::make_dynamic_params(values));
        work.commit();
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
};

} // namespace

Result<std::unique_ptr<Sql>> open_postgres_sql(const std::string& address) {
    if (!address.starts_with("postgresql://") && !address.starts_with("postgres://"))
        return error(Cause::usage, "store.address", {address});
    auto sql = std::make_unique<PostgresSql>(address);
    TRY(sql->run("SELECT 1", {}));
    return std::unique_ptr<Sql>(std::move(sql));
}

} // namespace temsao::store
