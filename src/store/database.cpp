#include "store/database.h"

#include "store/append_number.h"
#include "store/migrations.h"
#include "store/row_sums.h"
#include "system/file.h"
#include "system/folder.h"
#include "trace/sodium.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace temsao::store {
namespace {

namespace fs = std::filesystem;

constexpr auto newest_form = static_cast<std::int64_t>(migrations.size());
constexpr std::size_t most_faults = 20;
constexpr std::size_t most_prepared = 24; // more than the statements that a request asks

// The file is made here, since SQLite would let everybody read it; what SQLite puts beside it gets the same mode. One
// that others may read was made by an earlier temsao. A file that is there is never opened here: closing it again would
// give up the locks of all of SQLite's own connections in this process.
Outcome make_private(const fs::path& file) {
    const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) {
        ::close(made);
        return done;
    }
    if (errno != EEXIST) return error(Cause::io, "store.unusable", {file.string(), std::strerror(errno)});

    struct stat facts {};

    const bool is_open = ::stat(file.c_str(), &facts) == 0 && (facts.st_mode & 077) != 0;
    for (const auto* beside : {"", "-wal", "-shm"})
        if (is_open) ::chmod((file.string() + beside).c_str(), 0600); // `check` tells when it failed
    return done;
}

// The value and its type, so that no two rows read the same.
void append_value(std::string& row, sqlite3_value* value) {
    row += static_cast<char>('0' + sqlite3_value_type(value));
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value)); // a number as its digits
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
    append_number(row, static_cast<std::int64_t>(size));
    row.append(":").append(bytes ? bytes : "", size);
}

std::int64_t hash_of(int count, sqlite3_value** values) {
    thread_local std::string row; // as long as the longest one before
    row.clear();
    for (int i = 0; i < count; ++i)
        append_value(row, values[i]);
    const auto digest = trace::sodium::sha256(row);
    std::int64_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

// temsao_row(sum, value…) and temsao_rows(value…): row_sums.h.
void add_row(sqlite3_context* context, int count, sqlite3_value** values) {
    sqlite3_result_int64(context, sqlite3_value_int64(values[0]) ^ hash_of(count - 1, values + 1));
}

void note_row(sqlite3_context* context, int count, sqlite3_value** values) {
    auto* sum = static_cast<std::int64_t*>(sqlite3_aggregate_context(context, sizeof(std::int64_t)));
    if (!sum) return sqlite3_result_error_nomem(context);
    *sum ^= hash_of(count, values);
}

void end_rows(sqlite3_context* context) {
    const auto* sum = static_cast<const std::int64_t*>(sqlite3_aggregate_context(context, 0));
    sqlite3_result_int64(context, sum ? *sum : 0);
}

void add_functions(sqlite3* connection) {
    constexpr int kind = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS; // a trigger may call it
    sqlite3_create_function_v2(connection, "temsao_row", -1, kind, nullptr, add_row, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(connection, "temsao_rows", -1, kind, nullptr, nullptr, note_row, end_rows, nullptr);
}

// file:…, in which a few characters mean something.
std::string uri_of(const fs::path& file) {
    std::string uri = "file:";
    for (const char c : file.string())
        uri += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string(1, c);
    return uri;
}

} // namespace

void Database::Closer::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection); // when the last statement of it is gone
}

void Database::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Database::Database(sqlite3* connection, std::filesystem::path file) : connection_(connection), file_(std::move(file)) {}

Result<Database> Database::connect(const std::string& name, int flags, const fs::path& file) {
    // What SQLite uses in all nobody asks, and to count it takes a lock at each piece.
    [[maybe_unused]] static const int without_counts = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3* connection = nullptr;
    const int opened = sqlite3_open_v2(name.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(connection, file);
    if (opened != SQLITE_OK) return error(Cause::io, "store.unusable", {file.string(), sqlite3_errstr(opened)});
    sqlite3_busy_timeout(connection, 60'000); // a run of a million serials holds the lock for some seconds
    add_functions(connection);
    database.run("PRAGMA trusted_schema = OFF");
    database.run("PRAGMA recursive_triggers = ON"); // a row that is replaced counts as deleted
    return database;
}

Result<Database> Database::open(const fs::path& file) {
    TRY(make_private_folder(file.parent_path()));
    TRY(make_private(file));
    auto database = TRY(connect(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, file));
    database.run("PRAGMA journal_mode = WAL");
    database.run("PRAGMA synchronous = FULL");
    database.run("PRAGMA foreign_keys = ON");
    database.run("PRAGMA cache_size = -32768"); // 32 MiB: pages of a large list are written once
    TRY(database.migrate());
    return database;
}

// SQLite needs two files beside a database in WAL mode. Where they cannot be made and are not there, nobody writes
// either, and the database may be read as it is.
Result<Database> Database::connect_to_read(const fs::path& file) {
    auto database = TRY(connect(file.string(), SQLITE_OPEN_READWRITE, file));
    database.version();
    if (database.health()) return database;
    std::error_code ignored;
    const auto changes = fs::file_size(file.string() + "-wal", ignored);
    if (!ignored && changes > 0) return error(Cause::io, "store.unfinished", {file.string()});
    return connect(uri_of(file) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, file);
}

Result<Database> Database::open_to_read(const fs::path& file) {
    const bool is_kept = TRY(is_there(file));
    auto database =
        TRY(is_kept ? connect_to_read(file) : connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, file));
    if (!is_kept) TRY(database.migrate());
    const auto version = database.version();
    TRY(database.health());
    if (version > newest_form) return error(Cause::data, "store.newer", {file.string()});
    if (version < newest_form) return open(file); // an older form is brought to the newest one, which is writing
    database.run("PRAGMA query_only = ON");
    database.reads_only_ = true;
    return database;
}

std::vector<std::string> Database::faults() {
    std::vector<std::string> found;
    for (const auto* question : {"PRAGMA integrity_check(20)", "PRAGMA foreign_key_check"}) {
        Statement ask(*this, question);
        while (ask.next() && found.size() < most_faults)
            if (const auto answer = ask.text(0); answer != "ok") found.push_back(answer);
        if (const auto sound = health(); !sound) found.push_back(failure_);
    }
    return found;
}

std::vector<std::string> Database::altered() {
    auto tables = altered_tables(*this);
    if (!health()) tables.clear(); // faults() tells
    failure_.clear();
    return tables;
}

Outcome Database::copy_to(const fs::path& file) {
    Statement copy(*this, "VACUUM INTO ?");
    copy.bind(1, file.string()).run();
    return health();
}

void Database::wait_at_most(std::chrono::milliseconds time) {
    sqlite3_busy_timeout(connection_.get(), static_cast<int>(time.count()));
}

void Database::trust_references() {
    run("PRAGMA foreign_keys = OFF");
}

Outcome Database::health() const {
    if (failure_.empty()) return done;
    return error(Cause::io, "store.unusable", {file_.string(), failure_});
}

std::int64_t Database::version() {
    Statement read(*this, "PRAGMA user_version");
    return read.next() ? read.number(0) : 0;
}

// Each migration runs once, in order, in one transaction with the note that it ran (PRAGMA user_version).
Outcome Database::migrate() {
    if (version() == newest_form) return health(); // it does not wait for a writer
    Transaction transaction(*this);
    const auto before = version();
    if (before > newest_form) return error(Cause::data, "store.newer", {file_.string()});
    const auto altered = are_rows_watched(*this) ? altered_tables(*this) : std::vector<std::string>();
    for (auto i = static_cast<std::size_t>(before); i < migrations.size(); ++i) {
        run(migrations[i]);
        run(("PRAGMA user_version = " + std::to_string(i + 1)).c_str());
    }
    watch_rows(*this, altered);
    return transaction.commit();
}

void Database::run(const char* sql) {
    if (failure_.empty() && sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        note_failure();
}

void Database::note_failure() {
    if (failure_.empty()) failure_ = sqlite3_errmsg(connection_.get());
}

// To read the text of a statement takes longer than to look up one row by it.
Database::Prepared Database::take_prepared(std::string_view sql) {
    const auto found = std::find_if(
        prepared_.begin(), prepared_.end(), [&](const auto& one) { return sql == sqlite3_sql(one.get()); });
    if (found == prepared_.end()) return {};
    auto taken = std::move(*found);
    prepared_.erase(found);
    return taken;
}

void Database::keep_prepared(Prepared statement) {
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    const std::string_view sql = sqlite3_sql(statement.get());
    if (!failure_.empty() || sql.starts_with("PRAGMA") || sql.starts_with("VACUUM")) return;
    if (prepared_.size() == most_prepared) prepared_.erase(prepared_.begin());
    prepared_.push_back(std::move(statement));
}

Statement::Statement(Database& database, const char* sql) : database_(database) {
    if (!database.failure_.empty()) return;
    statement_ = database.take_prepared(sql).release();
    if (statement_) return;
    if (sqlite3_prepare_v2(database.connection_.get(), sql, -1, &statement_, nullptr) != SQLITE_OK)
        database.note_failure();
}

Statement::~Statement() {
    if (statement_) database_.keep_prepared(Database::Prepared(statement_));
}

Statement& Statement::bind(int place, std::string_view text) {
    if (statement_)
        sqlite3_bind_text64(
            statement_, place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8); // NOLINT: SQLite's own cast
    return *this;
}

Statement& Statement::bind_kept(int place, std::string_view text) {
    if (statement_) sqlite3_bind_text64(statement_, place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
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
    database_.run(database_.reads_only_ ? "BEGIN" : "BEGIN IMMEDIATE");
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
