// Small statements on PostgreSQL, by libpqxx; its exceptions end here, as they do in ledger_postgres.cpp.
#include "base/text.h"
#include "store/desk_tables.h"
#include "store/postgres_connection.h"
#include "store/sql.h"

namespace temsao::store {
namespace {

constexpr auto patience = std::chrono::seconds(3), between_questions = std::chrono::seconds(3);

class PostgresSql final : public SqlConnection {
public:
    explicit PostgresSql(std::string address) : address_(std::move(address)) {}

    Result<std::vector<Row>> run(const std::string& sql, const std::vector<std::string>& values) override {
        if (!work_)
            return tried_twice<std::vector<Row>>([&] {
                const PostgresConnection::Limit limit(connection());
                pqxx::work work(connection_->get());
                auto rows = rows_of(work, sql, values);
                work.commit();
                return rows;
            });
        try {
            const PostgresConnection::Limit limit(*connection_);
            return rows_of(*work_, sql, values);
        } catch (const std::exception& why) {
            return unusable(why);
        }
    }

    Outcome begin() override {
        return tried_twice<Done>([&] {
            const PostgresConnection::Limit limit(connection());
            work_ = std::make_unique<pqxx::work>(connection_->get());
            return done;
        });
    }

    Outcome commit() override {
        const auto work = std::move(work_);
        try {
            const PostgresConnection::Limit limit(*connection_);
            work->commit();
            return done;
        } catch (const std::exception& why) {
            return unusable(why);
        }
    }

    void undo() override {
        if (!work_) return;
        const PostgresConnection::Limit limit(*connection_);
        work_.reset();
    }

private:
    // A step that is tried again on a new connection when the old one is lost, for example after a server restart.
    // While the store does not answer, other callers fail at once instead of waiting, until it is tried again.
    template <class T, class Step>
    Result<T> tried_twice(const Step& step) {
        const auto began = std::chrono::steady_clock::now();
        if (began < asked_again_) return error(Cause::io, "store.unusable", {"PostgreSQL", away_});
        const bool was_open = connection_ != nullptr;
        try {
            return step();
        } catch (const std::exception& why) {
            if (!lost(why)) return unusable(why);
            if (!was_open || std::chrono::steady_clock::now() - began >= patience) return away(why);
        }
        try {
            return step();
        } catch (const std::exception& why) {
            return lost(why) ? away(why) : unusable(why);
        }
    }

    // A statement whose COMMIT was under way may have been stored, and is not tried again.
    bool lost(const std::exception& why) {
        if (!is_lost(why)) return false;
        connection_.reset();
        return !dynamic_cast<const pqxx::in_doubt_error*>(&why);
    }

    Error away(const std::exception& why) {
        asked_again_ = std::chrono::steady_clock::now() + between_questions;
        away_ = tidy(why.what());
        return unusable(why);
    }

    PostgresConnection& connection() {
        if (connection_) return *connection_;
        auto fresh = std::make_unique<PostgresConnection>(address_, patience);
        {
            const PostgresConnection::Limit limit(*fresh);
            pqxx::work making(fresh->get());
            making.exec("SELECT pg_advisory_xact_lock(hashtext('temsao desk'))");
            making.exec("SET LOCAL client_min_messages = warning");
            making.exec(desk_tables);
            making.exec(sign_in_tables);
            making.exec(server_tables);
            making.exec(witness_tables);
            making.exec(question_tables);
            making.exec(introduction_tables);
            making.exec("ALTER TABLE shared_list ADD COLUMN IF NOT EXISTS revocations text NOT NULL DEFAULT '[]'");
            making.exec(desk_order);
            making.commit();
        }
        connection_ = std::move(fresh);
        return *connection_;
    }

    static std::vector<Row> rows_of(pqxx::work& work, const std::string& sql, const std::vector<std::string>& values) {
        return store::rows_of(work.exec_params(with_numbers(sql), pqxx::prepare::make_dynamic_params(values)));
    }

    // The address is not shown: it may hold a password.
    static Error unusable(const std::exception& why) {
        return error(Cause::io, "store.unusable", {"PostgreSQL", tidy(why.what())});
    }

    std::string address_;
    std::unique_ptr<PostgresConnection> connection_;
    std::unique_ptr<pqxx::work> work_;                    // after connection_: undone before it is closed
    std::chrono::steady_clock::time_point asked_again_{}; // until then the store is taken to be away
    std::string away_;                                    // why
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
