#include "store/database.h"

#include "store/migrations.h"
#include "system/folder.h"

#include <sqlite3.h>

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

// file:…, in which a few characters mean something.
std::string uri_of(const fs::path& file) {
    std::string uri = "file:";
    for (const char c : file.string())
        uri += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string(1, c);
    return uri;
}

} // namespace

void Database::Closer::operator()(sqlite3* connection) const {
    sqlite3_close(connection);
}

Database::Database(sqlite3* connection, std::filesystem::path file) : connection_(connection), file_(std::move(file)) {}

Result<Database> Database::connect(const std::string& name, int flags, const fs::path& file) {
    sqlite3* connection = nullptr;
    const int opened = sqlite3_open_v2(name.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(connection, file);
    if (opened != SQLITE_OK) return error(Cause::io, "store.unusable", {file.string(), sqlite3_errstr(opened)});
    sqlite3_busy_timeout(connection, 60'000); // a run of a million serials holds the lock for some seconds
    database.run("PRAGMA trusted_schema = OFF");
    return database;
}

Result<Database> Database::open(const fs::path& file) {
    TRY(make_private_folder(file.parent_path()));
    TRY(make_private(file));
    auto database = TRY(connect(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, file));
    database.run("PRAGMA journal_mode = WAL");
    database.run("PRAGMA synchronous = FULL");
    database.run("PRAGMA foreign_keys = ON");
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
    std::error_code ignored;
    const bool is_there = fs::exists(file, ignored);
    auto database =
        TRY(is_there ? connect_to_read(file) : connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, file));
    if (!is_there) TRY(database.migrate());
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

Outcome Database::copy_to(const fs::path& file) {
    Statement copy(*this, "VACUUM INTO ?");
    copy.bind(1, file.string()).run();
    return health();
}

void Database::wait_at_most(std::chrono::milliseconds time) {
    sqlite3_busy_timeout(connection_.get(), static_cast<int>(time.count()));
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
    for (auto i = static_cast<std::size_t>(before); i < migrations.size(); ++i) {
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
