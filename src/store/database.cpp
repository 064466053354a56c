#include "store/database.h"

#include "store/migrations.h"

#include <sqlite3.h>

namespace temsao::store {

void Database::Closer::operator()(sqlite3* connection) const {
    sqlite3_close(connection);
}

Database::Database(sqlite3* connection, std::filesystem::path file) : connection_(connection), file_(std::move(file)) {}

Result<Database> Database::open(const std::filesystem::path& file) {
    sqlite3* connection = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int opened = sqlite3_open_v2(file.c_str(), &connection, flags, nullptr);
    Database database(connection, file);
    if (opened != SQLITE_OK) return error(Cause::io, "store.unusable", {file.string(), sqlite3_errstr(opened)});
    sqlite3_busy_timeout(connection, 60'000); // a run of a million serials holds the lock for some seconds
    database.run("PRAGMA journal_mode = WAL");
    database.run("PRAGMA synchronous = FULL");
    database.run("PRAGMA foreign_keys = ON");
    database.run("PRAGMA trusted_schema = OFF");
    TRY(database.migrate());
    return database;
}

Outcome Database::health() const {
    if (failure_.empty()) return done;
    return error(Cause::io, "store.unusable", {file_.string(), failure_});
}

// Each migration runs once, in order, in one transaction with the note that it ran (PRAGMA user_version).
Outcome Database::migrate() {
    Transaction transaction(*this);
    std::int64_t version = 0;
    {
        Statement read(*this, "PRAGMA user_version");
        if (read.next()) version = read.number(0);
    }
    if (version > static_cast<std::int64_t>(migrations.size()))
        return error(Cause::data, "store.newer", {file_.string()});
    for (auto i = static_cast<std::size_t>(version); i < migrations.size(); ++i) {
        run(migrations[i]);
        run(("PRAGMA user_version = " + std::to_string(i + 1)).c_str());
    }
    return transaction.commit();
}

void Database::run(const char* sql) {
    if (failure_.empty() && sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        note_failure();
}

void Database::note_failure() {
    if (failure_.empty()) failure_ = sqlite3_errmsg(connection_.get());
}

Statement::Statement(Database& database, const char* sql) : database_(database) {
    if (!database.failure_.empty()) return;
    if (sqlite3_prepare_v2(database.connection_.get(), sql, -1, &statement_, nullptr) != SQLITE_OK)
        database.note_failure();
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement& Statement::bind(int place, std::string_view text) {
    if (statement_)
        sqlite3_bind_text64(
            statement_, place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8); // NOLINT: SQLite's own cast
    return *this;
}

Statement& Statement::bind(int place, std::int64_t number) {
    if (statement_) sqlite3_bind_int64(statement_, place, number);
    return *this;
}

Statement& Statement::bind(int place, double number) {
    if (statement_) sqlite3_bind_double(statement_, place, number);
    return *this;
}

Statement& Statement::bind_bytes(int place, std::string_view bytes) {
    if (statement_)
        sqlite3_bind_blob64(
            statement_, place, bytes.data(), bytes.size(), SQLITE_TRANSIENT); // NOLINT: SQLite's own cast
    return *this;
}

Statement& Statement::bind_null(int place) {
    if (statement_) sqlite3_bind_null(statement_, place);
    return *this;
}

bool Statement::next() {
    if (!statement_ || !database_.failure_.empty()) return false;
    const int stepped = sqlite3_step(statement_);
    if (stepped != SQLITE_ROW && stepped != SQLITE_DONE) database_.note_failure();
    return stepped == SQLITE_ROW;
}

void Statement::run() {
    while (next()) {
    }
    if (statement_) sqlite3_reset(statement_);
}

std::int64_t Statement::changed() const {
    return database_.failure_.empty() ? sqlite3_changes(database_.connection_.get()) : 0;
}

std::string Statement::bytes(int column) const {
    const auto* bytes = sqlite3_column_blob(statement_, column);
    if (!bytes) return {};
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(statement_, column);
    if (!bytes) return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int Statement::columns() const {
    return sqlite3_column_count(statement_);
}

Transaction::Transaction(Database& database) : database_(database) {
    database_.failure_.clear();
    database_.run("BEGIN IMMEDIATE");
}

// Undone is undone: what comes after a failed transaction starts afresh, also plain reading.
Transaction::~Transaction() {
    if (!open_) return;
    sqlite3_exec(database_.connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    database_.failure_.clear();
}

Outcome Transaction::commit() {
    database_.run("COMMIT");
    open_ = !database_.failure_.empty();
    return database_.health();
}

} // namespace temsao::store
