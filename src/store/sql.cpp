#include "store/sql.h"

#include "store/database.h"

namespace temsao::store {
namespace {

class SqliteSql : public Sql {
public:
    explicit SqliteSql(Database database) : database_(std::move(database)) {}

    Result<std::vector<Row>> run(const std::string& sql, const std::vector<std::string>& values) override {
        if (sql.starts_with("SELECT")) { // readers wait for nobody
            auto rows = rows_of(sql, values);
            TRY(database_.health());
            return rows;
        }
        Transaction transaction(database_);
        auto rows = rows_of(sql, values);
        TRY(transaction.commit());
        return rows;
    }

private:
    std::vector<Row> rows_of(const std::string& sql, const std::vector<std::string>& values) {
        std::vector<Row> rows;
        Statement statement(database_, sql.c_str());
        for (std::size_t i = 0; i < values.size(); ++i)
            statement.bind(static_cast<int>(i) + 1, values[i]);
        while (statement.next()) {
            Row row;
            for (int column = 0; column < statement.columns(); ++column)
                row.push_back(statement.text(column));
            rows.push_back(std::move(row));
        }
        return rows;
    }

    Database database_;
};

} // namespace

Result<std::unique_ptr<Sql>> Sql::open(const std::filesystem::path& home, const std::string& store) {
    if (!store.empty()) return open_postgres_sql(store);
    auto database = TRY(Database::open(home / "temsao.sqlite"));
    return std::unique_ptr<Sql>(std::make_unique<SqliteSql>(std::move(database)));
}

} // namespace temsao::store
