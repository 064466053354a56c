#pragma once
// Database: one SQLite file in the data directory. Only this file uses SQLite's C interface. WAL, so that readers never
// wait for a writer; values are bound, never pasted; a transaction is an object, and what is not committed is undone.
//
//     Transaction transaction(database);
//     Statement insert(database, "INSERT INTO lot(name) VALUES (?)");
//     insert.bind(1, name).run();
//     if (auto stored = transaction.commit(); !stored)
//         return stored;
//
// Errors are sticky: after a failed step the statements that follow do nothing, and commit() reports the first failure
// and undoes all. So the code in between needs no checks, and no failure is lost. One connection belongs to one thread
// at a time.
#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace temsao::store {

class Database {
public:
    // Opens or makes the file, for its owner alone (mode 0600), and brings its tables to the newest form. The folder is
    // made if it is missing. Errors: file.unwritable, store.unusable {file, why} (Cause::io), store.newer {file}
    // (Cause::data) when a newer temsao made it.
    static Result<Database> open(const std::filesystem::path& file);

    // For reading only, also where nothing can be written: a read-only stick, a full disk. Where there is no file, all
    // tables are empty. Errors also: store.unfinished {file} (Cause::io) when a killed run left changes beside the file
    // that cannot be taken in here.
    static Result<Database> open_to_read(const std::filesystem::path& file);

    // What SQLite finds wrong in the file, one line each; empty when nothing.
    std::vector<std::string> faults();

    // The tables whose content was altered from outside: row_sums.h.
    std::vector<std::string> altered();

    // A copy of all that is committed now, whole, into a file that is not there yet or empty. Others go on reading and
    // writing meanwhile.
    Outcome copy_to(const std::filesystem::path& file);

    void wait_at_most(std::chrono::milliseconds time); // for the write lock; 60 s unless it is said

    // For a writer whose rows can only be whole: that they belong to a row which is there is not looked up for each
    // one. faults() finds those that do not. Outside of transactions.
    void trust_references();

    // After plain reading that failed: the next statement starts afresh.
    void forget_failure() { failure_.clear(); }

    // The first failure since the last transaction began, or done.
    Outcome health() const;

private:
    friend class Statement;
    friend class Transaction;

    struct Closer {
        void operator()(sqlite3* connection) const;
    };

    Database(sqlite3* connection, std::filesystem::path file);
    static Result<Database> connect(const std::string& name, int flags, const std::filesystem::path& file);
    static Result<Database> connect_to_read(const std::filesystem::path& file);
    std::int64_t version(); // of the tables
    Outcome migrate();
    void run(const char* sql);
    void note_failure();

    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };

    using Prepared = std::unique_ptr<sqlite3_stmt, Finalizer>;
    Prepared take_prepared(std::string_view sql); // one that was used before, else null
    void keep_prepared(Prepared statement);

    std::unique_ptr<sqlite3, Closer> connection_;
    std::vector<Prepared> prepared_; // ready for their next use, newest last; after connection_: closed before it
    std::filesystem::path file_;
    std::string failure_;
    bool reads_only_ = false;
};

class Statement {
public:
    Statement(Database& database, const char* sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int place, std::string_view text); // places count from 1
    Statement& bind(int place, std::int64_t number);
    Statement& bind(int place, double number);
    Statement& bind_bytes(int place, std::string_view bytes);
    Statement& bind_null(int place);

    // Without a copy of the text: it stays as it is until the next run() has ended.
    Statement& bind_kept(int place, std::string_view text);

    bool next(); // steps to the next row; false at the end, and after a failure
    void run();  // steps to the end and makes the statement ready for the next values

    std::int64_t changed() const; // rows that the last run() added or altered

    std::string text(int column) const; // columns count from 0
    std::string bytes(int column) const;
    std::int64_t number(int column) const;
    double real(int column) const;
    bool is_null(int column) const;
    int columns() const;

private:
    Database& database_;
    sqlite3_stmt* statement_ = nullptr;
};

class Transaction {
public:
    // Takes the write lock at once, and waits for it (wait_at_most); where the database was opened to read, it only
    // keeps what others change meanwhile out of sight.
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Outcome commit();

private:
    Database& database_;
    bool open_ = true;
};

} // namespace temsao::store
