// Small statements on the data directory's SQLite file.
#include "store/database.h"
#include "store/sql.h"

namespace temsao::store {
namespace {

class SqliteSql final : public SqlConnection {
public:
    explicit SqliteSql(Database database) : database_(std::move(database)) {}

    Result<std::vector<Row>> run(const std::string& sql, const std::vector<std::string>& values) override {
        if (transaction_ || sql.starts_with("SELECT")) { // readers wait for nobody
            auto rows = rows_of(database_, sql, values);
            auto health = database_.health();
            if (!transaction_) database_.forget_failure();
            TRY(health);
            return rows;
        }
        Transaction transaction(database_);
        auto rows = rows_of(database_, sql, values);
        TRY(transaction.commit());
        return rows;
    }

    Outcome begin() override {
        transaction_.emplace(database_);
        auto begun = database_.health();
        if (!begun) undo();
        return begun;
    }

    Outcome commit() override {
        auto outcome = transaction_->commit();
        transaction_.reset();
        return outcome;
    }

    void undo() override { transaction_.reset(); }

private:
    Database database_;
    std::optional<Transaction> transaction_; // after database_: undone before the file is closed
};

} // namespace

std::vector<Sql::Row> rows_of(Database& database, const std::string& sql, const std::vector<std::string>& values) {
    std::vector<Sql::Row> rows;
    Statement statement(database, sql.c_str());
    for (std::size_t i = 0; i < values.size(); ++i)
        statement.bind(static_cast<int>(i) + 1, values[i]);
    while (statement.next()) {
        Sql::Row row;
        for (int column = 0; column < statement.columns(); ++column)
            row.push_back(statement.text(column));
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::unique_ptr<SqlConnection>> open_sqlite_sql(const std::filesystem::path& home) {
    auto database = TRY(Database::open(home / "temsao.sqlite"));
    database.wait_at_most(std::chrono::seconds(5)); // a request does not wait for an import that takes a minute
    return std::unique_ptr<SqlConnection>(std::make_unique<SqliteSql>(std::move(database)));
}

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

std::int64_t as_number(const std::string& text) {
    return std::strtoll(text.c_str(), nullptr, 10);
}

std::string before_id(const std::string& before) {
    return before.empty() ? "~" : before;
}

} // namespace temsao::store
