// The ledger's tables in the data directory's SQLite file.
#include "store/database.h"
#include "store/ledger_tables.h"
#include "store/stored_day.h"

#include <algorithm>
#include <numeric>

namespace temsao::store {
namespace {

// Days in our own tables were written by us; a file that says otherwise was tampered with and gets the oldest day.
std::optional<std::int64_t> maybe_number(const Statement& row, int column) {
    if (row.is_null(column)) return {};
    return row.number(column);
}

Issue read_issue(const Statement& row) {
    return {.id = row.number(0),
            .product = row.text(1),
            .certificate = row.text(2),
            .lot = row.text(3),
            .day = stored_day(row.text(4)),
            .labels = row.number(5),
            .has_serials = row.number(6) != 0,
            .first_leaf = maybe_number(row, 7),
            .withdrawn = row.number(8),
            .options = row.text(9)};
}

Sighting read_sighting(const Statement& row) {
    return {.product = row.text(0),
            .lot = row.text(1),
            .serial = row.text(2),
            .day = stored_day(row.text(3)),
            .place = row.text(4),
            .inspector = row.text(5),
            .verdict = row.text(6),
            .code = row.text(7),
            .time = row.text(8)};
}

SerialRow read_serial_row(const Statement& row) {
    return {row.text(0),
            row.number(1),
            static_cast<SerialState>(std::clamp<std::int64_t>(row.number(2), 0, 5)),
            maybe_number(row, 3)};
}

constexpr auto ended_serials = "SELECT s.serial, i.product, s.state = 2 AND s.leaf IS NULL AND i.first_leaf IS NULL "
                               "AND i.withdrawn >= i.labels, s.state"
                               " FROM serial s JOIN issue i ON i.id = s.issue WHERE s.state >= 2 AND s.state < 4";

class SqliteLedger final : public LedgerTables {
public:
    explicit SqliteLedger(Database database) : database_(std::move(database)) {}

    void begin() override { transaction_.emplace(database_); }

    Outcome commit() override {
        auto outcome = transaction_->commit();
        transaction_.reset();
        return outcome;
    }

    void undo() override { transaction_.reset(); }

    Outcome health() override { return database_.health(); }

    std::int64_t add_issue(const Issue& issue) override {
        Statement insert(database_,
                         "INSERT INTO issue(product, certificate, lot, day, labels, has_serials, options)"
                         " VALUES (?,?,?,?,?,?,?) RETURNING id");
        insert.bind(1, issue.product).bind(2, issue.certificate).bind(3, issue.lot).bind(4, issue.day.iso());
        insert.bind(5, issue.labels).bind(6, std::int64_t{issue.has_serials}).bind(7, issue.options);
        return insert.next() ? insert.number(0) : 0;
    }

    std::optional<Issue> issue(std::int64_t id) override {
        Statement one(database_, "SELECT * FROM issue WHERE id = ?");
        if (!one.bind(1, id).next()) return {};
        return read_issue(one);
    }

    std::vector<Issue> issues(std::int64_t most) override {
        std::vector<Issue> found;
        Statement all(database_, "SELECT * FROM issue ORDER BY id DESC LIMIT ?");
        all.bind(1, most);
        while (all.next())
            found.push_back(read_issue(all));
        return found;
    }

    std::vector<Issue> unprinted() override {
        std::vector<Issue> found;
        Statement some(database_, "SELECT * FROM issue WHERE first_leaf IS NULL AND labels > withdrawn ORDER BY id");
        while (some.next())
            found.push_back(read_issue(some));
        return found;
    }

    void set_issue_printed(std::int64_t id, std::int64_t first_leaf) override {
        Statement(database_, "UPDATE issue SET first_leaf = ? WHERE id = ? AND first_leaf IS NULL")
            .bind(1, first_leaf)
            .bind(2, id)
            .run();
    }

    void set_issue_labels(std::int64_t id, std::int64_t labels) override {
        Statement(database_, "UPDATE issue SET labels = ? WHERE id = ?").bind(1, labels).bind(2, id).run();
    }

    void set_issue_withdrawn(std::int64_t id, std::int64_t labels) override {
        Statement(database_, "UPDATE issue SET withdrawn = ? WHERE id = ?").bind(1, labels).bind(2, id).run();
    }

    // In the order of the key, which a B-tree takes several times faster than at random.
    std::vector<std::string> add_serials(std::int64_t issue, const std::vector<std::string>& serials) override {
        std::vector<bool> taken(serials.size());
        Statement insert(database_, "INSERT INTO serial(serial, issue, state) VALUES (?,?,0) ON CONFLICT DO NOTHING");
        for (const auto i : by_key(serials)) {
            insert.bind(1, serials[i]).bind(2, issue).run();
            taken[i] = insert.changed() == 1;
        }
        std::vector<std::string> added;
        for (std::size_t i = 0; i < serials.size(); ++i)
            if (taken[i]) added.push_back(serials[i]);
        return added;
    }

    std::optional<SerialRow> serial(std::string_view kept) override {
        Statement one(database_, "SELECT serial, issue, state, leaf FROM serial WHERE serial = ?");
        if (!one.bind(1, kept).next()) return {};
        return read_serial_row(one);
    }

    std::vector<SerialRow> own_serials(std::string_view shown) override {
        std::vector<SerialRow> found;
        Statement some(database_,
                       "SELECT serial, issue, state, leaf FROM serial WHERE serial > ? AND serial < ? ORDER BY serial");
        some.bind(1, std::string(shown) + "@").bind(2, std::string(shown) + "A"); // A follows @
        while (some.next())
            found.push_back(read_serial_row(some));
        return found;
    }

    std::int64_t set_printed(std::int64_t issue,
                             const std::vector<std::string>& serials,
                             std::int64_t first_leaf,
                             SerialState state) override {
        std::int64_t changed = 0;
        Statement update(database_,
                         "UPDATE serial SET state = ?, leaf = ? WHERE serial = ? AND issue = ? AND state = 0");
        for (const auto i : by_key(serials)) {
            update.bind(1, static_cast<std::int64_t>(state))
                .bind(2, first_leaf + static_cast<std::int64_t>(i))
                .bind(3, serials[i])
                .bind(4, issue)
                .run();
            changed += update.changed();
        }
        return changed;
    }

    void set_state(std::string_view kept, SerialState state) override {
        Statement(database_, "UPDATE serial SET state = ? WHERE serial = ?")
            .bind(1, static_cast<std::int64_t>(state))
            .bind(2, kept)
            .run();
    }

    std::int64_t void_reserved(std::int64_t issue) override {
        Statement update(database_, "UPDATE serial SET state = 2 WHERE issue = ? AND state = 0");
        update.bind(1, issue).run();
        return update.changed();
    }

    void move_serial(std::string_view kept, std::int64_t issue) override {
        Statement(database_, "UPDATE serial SET issue = ? WHERE serial = ?").bind(1, issue).bind(2, kept).run();
    }

    std::int64_t log_size() override {
        Statement last(database_, "SELECT max(leaf) FROM log");
        return last.next() && !last.is_null(0) ? last.number(0) + 1 : 0;
    }

    void add_log(const std::vector<LogRow>& rows) override {
        Statement insert(database_, "INSERT INTO log(leaf, issue, serial, entry) VALUES (?,?,?,?)");
        const auto text = [&](int place, const std::string& value) {
            value.empty() ? insert.bind_null(place) : insert.bind(place, value);
        };
        for (const auto& row : rows) {
            insert.bind(1, row.leaf);
            row.issue == 0 ? insert.bind_null(2) : insert.bind(2, row.issue);
            text(3, row.serial);
            text(4, row.text);
            insert.run();
        }
    }

    void each_log(std::int64_t first, std::int64_t end, const std::function<void(const LogRow&)>& take) override {
        Statement rows(database_,
                       "SELECT leaf, issue, serial, entry FROM log WHERE leaf >= ? AND leaf < ? ORDER BY leaf");
        rows.bind(1, first).bind(2, end);
        while (rows.next())
            take({rows.number(0), rows.number(1), rows.text(2), rows.text(3)});
    }

    std::string tile(int level, std::int64_t number) override {
        Statement one(database_, "SELECT hashes FROM log_tile WHERE level = ? AND number = ?");
        return one.bind(1, std::int64_t{level}).bind(2, number).next() ? one.bytes(0) : "";
    }

    void put_tile(int level, std::int64_t number, std::string_view hashes) override {
        Statement(database_, "INSERT OR REPLACE INTO log_tile VALUES (?,?,?)")
            .bind(1, std::int64_t{level})
            .bind(2, number)
            .bind_bytes(3, hashes)
            .run();
    }

    void add_checkpoint(const StoredCheckpoint& checkpoint) override {
        Statement(database_, "INSERT OR IGNORE INTO log_checkpoint VALUES (?,?)")
            .bind(1, checkpoint.size)
            .bind(2, checkpoint.note)
            .run();
    }

    std::vector<StoredCheckpoint> checkpoints(std::int64_t most) override {
        std::vector<StoredCheckpoint> found;
        Statement all(database_, "SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT ?");
        all.bind(1, most);
        while (all.next())
            found.push_back({all.number(0), all.text(1)});
        return found;
    }

    std::optional<LogIdentity> log_identity() override {
        Statement one(database_, "SELECT verifier FROM log_identity");
        if (!one.next()) return {};
        return LogIdentity{one.text(0)};
    }

    void set_log_identity(const LogIdentity& identity) override {
        Statement(database_, "INSERT OR REPLACE INTO log_identity VALUES (1, ?)").bind(1, identity.verifier).run();
    }

    std::vector<FormerLog> former_logs() override {
        std::vector<FormerLog> found;
        Statement all(database_, "SELECT size, verifier FROM log_former ORDER BY size");
        while (all.next())
            found.push_back({all.number(0), all.text(1)});
        return found;
    }

    void add_former_log(const FormerLog& former) override {
        Statement(database_, "INSERT INTO log_former VALUES (?,?)").bind(1, former.size).bind(2, former.verifier).run();
    }

    std::vector<PrintedCount> printed_counts() override {
        std::vector<PrintedCount> found;
        Statement all(database_,
                      "SELECT product, certificate, lot, sum(labels),"
                      " sum(withdrawn) + sum(coalesce(unsent.kept, 0)) + sum((SELECT count(*) FROM serial INDEXED BY"
                      "   serial_ended WHERE issue = issue.id AND state >= 2 AND state < 4 AND leaf IS NOT NULL))"
                      " FROM issue LEFT JOIN (SELECT issue AS run, count(*) AS kept FROM serial WHERE leaf IS NULL"
                      "   GROUP BY issue) unsent ON unsent.run = issue.id"
                      " WHERE first_leaf IS NOT NULL GROUP BY product, certificate, lot"
                      " ORDER BY product, certificate, lot");
        while (all.next())
            found.push_back({all.text(0), all.text(1), all.text(2), all.number(3), all.number(4)});
        return found;
    }

    std::int64_t inconsistent() override {
        Statement count(database_,
                        "SELECT (SELECT count(*) FROM serial s LEFT JOIN log l ON l.leaf = s.leaf"
                        "  WHERE s.leaf IS NOT NULL AND (l.serial IS NOT s.serial OR l.issue IS NOT s.issue))"
                        " + (SELECT count(*) FROM log l LEFT JOIN serial s ON s.serial = l.serial"
                        "  WHERE l.serial IS NOT NULL AND (s.leaf IS NOT l.leaf OR s.state = 0))"
                        " + (SELECT count(*) FROM serial WHERE (state IN (1, 4, 5) AND leaf IS NULL)"
                        " OR state NOT BETWEEN 0 AND 5)");
        return count.next() ? count.number(0) : 0;
    }

    void each_ended_serial(const std::function<void(const EndedSerial&)>& take) override {
        Statement all(database_, ended_serials);
        while (all.next())
            take({all.text(0),
                  all.text(1),
                  all.number(3) == 2 ? SerialState::voided : SerialState::reissued,
                  all.number(2) != 0});
    }

    std::int64_t damaged_sightings() override {
        std::int64_t damaged = 0;
        Statement all(database_,
                      "SELECT product, lot, serial, day, place, inspector, verdict, code, time, id FROM sighting");
        while (all.next())
            damaged += id_of(read_sighting(all)) != all.text(9);
        return damaged;
    }

    void add_sightings(const std::vector<Sighting>& sightings) override {
        Statement insert(
            database_,
            "INSERT INTO sighting VALUES (?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET time = excluded.time"
            " WHERE excluded.time <> '' AND (time = '' OR excluded.time < time)");
        for (const auto& s : sightings) {
            insert.bind(1, id_of(s)).bind(2, s.product).bind(3, s.lot).bind(4, s.serial).bind(5, s.day.iso());
            insert.bind(6, s.place).bind(7, s.inspector).bind(8, s.verdict).bind(9, s.code).bind(10, s.time).run();
        }
    }

    std::vector<Sighting> sightings(std::string_view product, std::string_view serial) override {
        Statement some(database_,
                       "SELECT product, lot, serial, day, place, inspector, verdict, code, time FROM sighting"
                       " WHERE product = ? AND serial = ? AND serial <> '' ORDER BY id");
        return all_of(some.bind(1, product).bind(2, serial));
    }

    std::vector<Sighting> sightings() override {
        Statement all(
            database_,
            "SELECT product, lot, serial, day, place, inspector, verdict, code, time FROM sighting ORDER BY id");
        return all_of(all);
    }

    std::vector<Sighting> newest_sightings(int most, const std::string& day, const std::string& id) override {
        Statement page(database_,
                       "SELECT product, lot, serial, day, place, inspector, verdict, code, time FROM sighting"
                       " WHERE (day, id) < (?, ?) ORDER BY day DESC, id DESC LIMIT ?");
        return all_of(page.bind(1, day).bind(2, id).bind(3, std::int64_t{most}));
    }

    std::vector<PlaceCount> places() override {
        std::vector<PlaceCount> found;
        Statement all(database_, "SELECT place, verdict, count(*) FROM sighting GROUP BY 1, 2 ORDER BY 1, 2");
        while (all.next())
            found.push_back({all.text(0), all.text(1), all.number(2)});
        return found;
    }

    std::int64_t sighting_count() override {
        Statement count(database_, "SELECT count(*) FROM sighting");
        return count.next() ? count.number(0) : 0;
    }

    std::vector<Sql::Row> rows(const std::string& sql, const std::vector<std::string>& values) override {
        return rows_of(database_, sql, values);
    }

    void add_declaration(const Declaration& d) override {
        Statement insert(database_, "INSERT INTO declaration VALUES (?,?,?,?,?,?)");
        insert.bind(1, d.leaf).bind(2, d.product).bind(3, d.lot).bind(4, d.certificate);
        insert.bind(5, d.day.iso()).bind(6, d.quantity).run();
    }

    std::vector<Declaration> declarations() override {
        std::vector<Declaration> found;
        Statement all(database_,
                      "SELECT product, lot, certificate, day, quantity, leaf FROM declaration ORDER BY leaf");
        while (all.next())
            found.push_back(
                {all.text(0), all.text(1), all.text(2), stored_day(all.text(3)), all.number(4), all.number(5)});
        return found;
    }

private:
    static std::vector<Sighting> all_of(Statement& rows) {
        std::vector<Sighting> found;
        while (rows.next())
            found.push_back(read_sighting(rows));
        return found;
    }

    static std::vector<std::size_t> by_key(const std::vector<std::string>& serials) {
        std::vector<std::size_t> order(serials.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](auto a, auto b) { return serials[a] < serials[b]; });
        return order;
    }

    Database database_;
    std::optional<Transaction> transaction_;
};

} // namespace

Result<std::unique_ptr<LedgerTables>> open_sqlite_ledger(const std::filesystem::path& home) {
    auto database = TRY(Database::open(home / "temsao.sqlite"));
    return std::unique_ptr<LedgerTables>(std::make_unique<SqliteLedger>(std::move(database)));
}

Result<std::unique_ptr<LedgerTables>> open_sqlite_ledger_to_read(const std::filesystem::path& home) {
    auto database = TRY(Database::open_to_read(home / "temsao.sqlite"));
    return std::unique_ptr<LedgerTables>(std::make_unique<SqliteLedger>(std::move(database)));
}

} // namespace temsao::store
