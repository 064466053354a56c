// The ledger's tables in PostgreSQL; the one user of libpqxx. Whole batches go by COPY. Its exceptions end here.
#include "base/text.h"
#include "store/ledger_tables.h"
#include "store/postgres_schema.h"
#include "store/postgres_steps.h"
#include "store/stored_day.h"

#include <algorithm>
#include <unordered_set>

namespace temsao::store {
namespace {

constexpr std::int64_t rows_at_a_time = 20'000; // of the log, when it is read through

constexpr std::string_view sighting_columns = "product, lot, serial, day, place, inspector, verdict, code, time";

std::optional<std::int64_t> maybe_number(const pqxx::field& field) {
    if (field.is_null()) return {};
    return field.as<std::int64_t>();
}

std::string text(const pqxx::field& field) {
    return field.is_null() ? "" : field.as<std::string>();
}

Issue read_issue(const pqxx::row& row) {
    return {.id = row[0].as<std::int64_t>(),
            .product = text(row[1]),
            .certificate = text(row[2]),
            .lot = text(row[3]),
            .day = stored_day(row[4].c_str()),
            .labels = row[5].as<std::int64_t>(),
            .has_serials = row[6].as<bool>(),
            .first_leaf = maybe_number(row[7]),
            .withdrawn = row[8].as<std::int64_t>(),
            .options = text(row[9])};
}

SerialRow read_serial_row(const pqxx::row& row) {
    return {text(row[0]),
            row[1].as<std::int64_t>(),
            static_cast<SerialState>(std::clamp(row[2].as<int>(), 0, 5)),
            maybe_number(row[3])};
}

Sighting read_sighting(const pqxx::row& row) {
    return {.product = text(row[0]),
            .lot = text(row[1]),
            .serial = text(row[2]),
            .day = stored_day(row[3].c_str()),
            .place = text(row[4]),
            .inspector = text(row[5]),
            .verdict = text(row[6]),
            .code = text(row[7]),
            .time = text(row[8])};
}

std::vector<Sighting> read_sightings(const pqxx::result& rows) {
    std::vector<Sighting> found;
    for (const auto& row : rows)
        found.push_back(read_sighting(row));
    return found;
}

class PostgresLedger final : public LedgerTables {
public:
    PostgresLedger(const std::string& address, std::chrono::seconds patience, PostgresSteps::For what)
        : shown_(without_user(address)),
          steps_(address, patience, what) {}

    void begin() override { steps_.begin(); }

    Outcome commit() override {
        steps_.commit();
        return health();
    }

    void undo() override { steps_.undo(); }

    Outcome health() override {
        using State = PostgresSteps::State;
        if (steps_.state() == State::sound) return done;
        const auto why = tidy(steps_.why());
        const auto seconds = std::to_string(steps_.asked_for().count());
        if (steps_.state() == State::in_doubt) return error(Cause::io, "store.in_doubt", {shown_, seconds, why});
        if (steps_.state() == State::away) return error(Cause::io, "store.away", {shown_, seconds, why});
        return error(Cause::io, "store.unusable", {shown_, why});
    }

    bool may_go_again() override { return steps_.may_go_again(); }

    // Waits for a cluster's primary; a single server that does not answer is told at once.
    Outcome connect() {
        steps_.connect();
        return health();
    }

    Outcome migrate() {
        const bool is_there = is_newest(); // without the writer's lock: it may be taken for long
        TRY(health());
        if (is_there) return done;
        for (;;) {
            begin();
            const auto before = version();
            if (before > postgres_schema.size()) {
                undo();
                return error(Cause::data, "store.newer", {shown_});
            }
            for (auto next = before; next < postgres_schema.size(); ++next)
                guarded([&] {
                    work().exec(postgres_schema[next]);
                    work().exec_params("INSERT INTO temsao_schema VALUES ($1)", next + 1);
                });
            const auto made = commit(); // its own row is in a table that was made here
            if (made || !may_go_again()) return health();
        }
    }

    std::int64_t add_issue(const Issue& issue) override {
        const auto rows = run("INSERT INTO issue(product, certificate, lot, day, labels, has_serials, options)"
                              " VALUES ($1,$2,$3,$4,$5,$6,$7) RETURNING id",
                              issue.product,
                              issue.certificate,
                              issue.lot,
                              issue.day.iso(),
                              issue.labels,
                              issue.has_serials,
                              issue.options);
        return rows.empty() ? 0 : rows[0][0].as<std::int64_t>();
    }

    std::optional<Issue> issue(std::int64_t id) override {
        const auto rows = run("SELECT * FROM issue WHERE id = $1", id);
        if (rows.empty()) return {};
        return read_issue(rows[0]);
    }

    std::vector<Issue> issues(std::int64_t most) override {
        std::vector<Issue> found;
        for (const auto& row : run("SELECT * FROM issue ORDER BY id DESC LIMIT $1", most))
            found.push_back(read_issue(row));
        return found;
    }

    std::vector<Issue> unprinted() override {
        std::vector<Issue> found;
        for (const auto& row : run("SELECT * FROM issue WHERE first_leaf IS NULL AND labels > withdrawn ORDER BY id"))
            found.push_back(read_issue(row));
        return found;
    }

    void set_issue_printed(std::int64_t id, std::int64_t first_leaf) override {
        run("UPDATE issue SET first_leaf = $1 WHERE id = $2 AND first_leaf IS NULL", first_leaf, id);
    }

    void set_issue_labels(std::int64_t id, std::int64_t labels) override {
        run("UPDATE issue SET labels = $1 WHERE id = $2", labels, id);
    }

    void set_issue_withdrawn(std::int64_t id, std::int64_t labels) override {
        run("UPDATE issue SET withdrawn = $1 WHERE id = $2", labels, id);
    }

    std::vector<std::string> add_serials(std::int64_t issue, const std::vector<std::string>& serials) override {
        std::unordered_set<std::string> taken;
        guarded([&] {
            work().exec("CREATE TEMP TABLE IF NOT EXISTS drawn (serial text) ON COMMIT DROP; TRUNCATE drawn");
            pqxx::stream_to copy(work(), "drawn");
            for (const auto& serial : serials)
                copy << std::make_tuple(serial);
            copy.complete();
            const auto rows = work().exec_params("INSERT INTO serial(serial, issue, state)"
                                                 " SELECT serial, $1, 0 FROM drawn ORDER BY serial COLLATE \"C\""
                                                 " ON CONFLICT DO NOTHING RETURNING serial",
                                                 issue);
            for (const auto& row : rows)
                taken.insert(text(row[0]));
        });
        std::vector<std::string> added;
        for (const auto& serial : serials)
            if (taken.erase(serial) == 1) added.push_back(serial);
        return added;
    }

    std::optional<SerialRow> serial(std::string_view kept) override {
        const auto rows = run("SELECT serial, issue, state, leaf FROM serial WHERE serial = $1", std::string(kept));
        if (rows.empty()) return {};
        return read_serial_row(rows[0]);
    }

    std::vector<SerialRow> own_serials(std::string_view shown) override {
        std::vector<SerialRow> found;
        for (const auto& row : run("SELECT serial, issue, state, leaf FROM serial"
                                   " WHERE serial > $1 AND serial < $2 ORDER BY serial",
                                   std::string(shown) + "@",
                                   std::string(shown) + "A")) // A follows @
            found.push_back(read_serial_row(row));
        return found;
    }

    std::int64_t set_printed(std::int64_t issue,
                             const std::vector<std::string>& serials,
                             std::int64_t first_leaf,
                             SerialState state) override {
        std::int64_t changed = 0;
        guarded([&] {
            work().exec("CREATE TEMP TABLE IF NOT EXISTS printing (serial text COLLATE \"C\", leaf bigint)"
                        " ON COMMIT DROP; TRUNCATE printing");
            pqxx::stream_to copy(work(), "printing");
            auto leaf = first_leaf;
            for (const auto& serial : serials)
                copy << std::make_tuple(serial, leaf++);
            copy.complete();
            work().exec("ANALYZE printing");
            changed = static_cast<std::int64_t>(
                work()
                    .exec_params("UPDATE serial s SET state = $2, leaf = p.leaf FROM printing p"
                                 " WHERE s.serial = p.serial AND s.issue = $1 AND s.state = 0",
                                 issue,
                                 static_cast<int>(state))
                    .affected_rows());
        });
        return changed;
    }

    void set_state(std::string_view kept, SerialState state) override {
        run("UPDATE serial SET state = $1 WHERE serial = $2", static_cast<int>(state), std::string(kept));
    }

    std::int64_t void_reserved(std::int64_t issue) override {
        return static_cast<std::int64_t>(
            run("UPDATE serial SET state = 2 WHERE issue = $1 AND state = 0", issue).affected_rows());
    }

    void move_serial(std::string_view kept, std::int64_t issue) override {
        run("UPDATE serial SET issue = $1 WHERE serial = $2", issue, std::string(kept));
    }

    std::int64_t log_size() override {
        const auto rows = run("SELECT max(leaf) FROM log");
        return rows.empty() || rows[0][0].is_null() ? 0 : rows[0][0].as<std::int64_t>() + 1;
    }

    void add_log(const std::vector<LogRow>& rows) override {
        guarded([&] {
            const auto month = work().exec("SELECT to_char(current_date, 'YYYYMM')")[0][0].as<int>();
            const auto name = std::to_string(month);
            work().exec("SET LOCAL client_min_messages = warning; CREATE TABLE IF NOT EXISTS log_" + name +
                        " PARTITION OF log FOR VALUES FROM (" + name + ") TO (" + std::to_string(month + 1) + ")");
            pqxx::stream_to copy(work(), "log", std::vector<std::string>{"leaf", "month", "issue", "serial", "entry"});
            for (const auto& row : rows) {
                const auto issue = std::to_string(row.issue);
                const auto or_null = [](const std::string& value) { return value.empty() ? nullptr : value.c_str(); };
                copy << std::make_tuple(
                    row.leaf, month, row.issue == 0 ? nullptr : issue.c_str(), or_null(row.serial), or_null(row.text));
            }
            copy.complete();
        });
    }

    // The rows are handed over between queries, since the receiver may query as well.
    void each_log(std::int64_t first, std::int64_t end, const std::function<void(const LogRow&)>& take) override {
        for (; first < end; first += rows_at_a_time)
            for (const auto& row : run("SELECT leaf, issue, serial, entry FROM log"
                                       " WHERE leaf >= $1 AND leaf < $2 ORDER BY leaf",
                                       first,
                                       std::min(end, first + rows_at_a_time)))
                take({row[0].as<std::int64_t>(), maybe_number(row[1]).value_or(0), text(row[2]), text(row[3])});
    }

    std::string tile(int level, std::int64_t number) override {
        const auto rows = run("SELECT hashes FROM log_tile WHERE level = $1 AND number = $2", level, number);
        return rows.empty() ? "" : pqxx::binarystring(rows[0][0]).str();
    }

    void put_tile(int level, std::int64_t number, std::string_view hashes) override {
        run("INSERT INTO log_tile VALUES ($1,$2,$3)"
            " ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes",
            level,
            number,
            pqxx::binarystring(hashes.data(), hashes.size()));
    }

    void add_checkpoint(const StoredCheckpoint& checkpoint) override {
        run("INSERT INTO log_checkpoint VALUES ($1,$2) ON CONFLICT DO NOTHING", checkpoint.size, checkpoint.note);
    }

    std::vector<StoredCheckpoint> checkpoints(std::int64_t most) override {
        std::vector<StoredCheckpoint> found;
        for (const auto& row : run("SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT $1", most))
            found.push_back({row[0].as<std::int64_t>(), text(row[1])});
        return found;
    }

    std::optional<LogIdentity> log_identity() override {
        const auto rows = run("SELECT verifier FROM log_identity");
        if (rows.empty()) return {};
        return LogIdentity{text(rows[0][0])};
    }

    void set_log_identity(const LogIdentity& identity) override {
        run("INSERT INTO log_identity VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET verifier = excluded.verifier",
            identity.verifier);
    }

    std::vector<FormerLog> former_logs() override {
        std::vector<FormerLog> found;
        for (const auto& row : run("SELECT size, verifier FROM log_former ORDER BY size"))
            found.push_back({row[0].as<std::int64_t>(), text(row[1])});
        return found;
    }

    void add_former_log(const FormerLog& former) override {
        run("INSERT INTO log_former VALUES ($1, $2)", former.size, former.verifier);
    }

    void each_ended_serial(const std::function<void(const EndedSerial&)>& take) override {
        for (const auto& row : run("SELECT s.serial, i.product, s.state = 2 AND s.leaf IS NULL AND i.first_leaf IS NULL"
                                   " AND i.withdrawn >= i.labels, s.state"
                                   " FROM serial s JOIN issue i ON i.id = s.issue WHERE s.state >= 2 AND s.state < 4"))
            take({text(row[0]),
                  text(row[1]),
                  row[3].as<int>() == 2 ? SerialState::voided : SerialState::reissued,
                  row[2].as<bool>()});
    }

    std::int64_t damaged_sightings() override {
        std::int64_t damaged = 0;
        for (const auto& row : run("SELECT " + std::string(sighting_columns) + ", id FROM sighting")) {
            damaged += id_of(read_sighting(row)) != text(row[9]);
        }
        return damaged;
    }

    std::vector<PrintedCount> printed_counts() override {
        std::vector<PrintedCount> found;
        for (const auto& row :
             run("SELECT product, certificate, lot, sum(labels),"
                 " sum(withdrawn) + sum(coalesce(unsent.kept, 0)) + sum((SELECT count(*) FROM serial s"
                 "   WHERE s.issue = i.id AND s.state >= 2 AND s.state < 4 AND s.leaf IS NOT NULL))"
                 " FROM issue i LEFT JOIN (SELECT issue AS run, count(*) AS kept FROM serial WHERE leaf IS NULL"
                 "   GROUP BY issue) unsent ON unsent.run = i.id"
                 " WHERE first_leaf IS NOT NULL GROUP BY product, certificate, lot"
                 " ORDER BY product, certificate, lot"))
            found.push_back(
                {text(row[0]), text(row[1]), text(row[2]), row[3].as<std::int64_t>(), row[4].as<std::int64_t>()});
        return found;
    }

    std::int64_t inconsistent() override {
        const auto rows =
            run("SELECT (SELECT count(*) FROM serial s LEFT JOIN log l ON l.leaf = s.leaf WHERE s.leaf IS NOT NULL"
                "  AND (l.serial IS DISTINCT FROM s.serial OR l.issue IS DISTINCT FROM s.issue))"
                " + (SELECT count(*) FROM log l LEFT JOIN serial s ON s.serial = l.serial"
                "  WHERE l.serial IS NOT NULL AND (s.leaf IS DISTINCT FROM l.leaf OR s.state = 0))"
                " + (SELECT count(*) FROM serial WHERE (state IN (1, 4, 5) AND leaf IS NULL)"
                " OR state NOT BETWEEN 0 AND 5)");
        return rows.empty() ? 0 : rows[0][0].as<std::int64_t>();
    }

    void add_sightings(const std::vector<Sighting>& sightings) override {
        guarded([&] {
            work().exec("CREATE TEMP TABLE IF NOT EXISTS seen (LIKE sighting) ON COMMIT DROP; TRUNCATE seen");
            pqxx::stream_to copy(work(), "seen");
            for (const auto& s : sightings)
                copy << std::make_tuple(
                    id_of(s), s.product, s.lot, s.serial, s.day.iso(), s.place, s.inspector, s.verdict, s.code, s.time);
            copy.complete();
            work().exec("SELECT temsao_month_of_checks(day) FROM (SELECT DISTINCT date_trunc('month', day)::date AS day"
                        " FROM seen) AS months");
            work().exec("INSERT INTO sighting SELECT DISTINCT ON (id) * FROM seen ORDER BY id, time = '', time"
                        " ON CONFLICT (id, day) DO UPDATE SET time = excluded.time"
                        " WHERE excluded.time <> '' AND (sighting.time = '' OR excluded.time < sighting.time)");
        });
    }

    std::vector<Sighting> sightings(std::string_view product, std::string_view serial) override {
        return read_sightings(run("SELECT " + std::string(sighting_columns) +
                                      " FROM sighting WHERE product = $1 AND serial = $2 AND serial <> '' ORDER BY id",
                                  std::string(product),
                                  std::string(serial)));
    }

    std::vector<Sighting> sightings() override {
        return read_sightings(run("SELECT " + std::string(sighting_columns) + " FROM sighting ORDER BY id"));
    }

    std::vector<Sighting> newest_sightings(int most, const std::string& day, const std::string& id) override {
        return read_sightings(
            run("SELECT " + std::string(sighting_columns) +
                    " FROM sighting WHERE (day, id) < ($1::date, $2) ORDER BY day DESC, id DESC LIMIT $3",
                day,
                id,
                most));
    }

    std::vector<PlaceCount> places() override {
        std::vector<PlaceCount> found;
        for (const auto& row : run("SELECT place, verdict, count(*) FROM sighting GROUP BY 1, 2 ORDER BY 1, 2"))
            found.push_back({text(row[0]), text(row[1]), row[2].as<std::int64_t>()});
        return found;
    }

    std::int64_t sighting_count() override {
        const auto rows = run("SELECT count(*) FROM sighting");
        return rows.empty() ? 0 : rows[0][0].as<std::int64_t>();
    }

    std::vector<Sql::Row> rows(const std::string& sql, const std::vector<std::string>& values) override {
        return rows_of(run(with_numbers(sql), pqxx::prepare::make_dynamic_params(values)));
    }

    void add_declaration(const Declaration& d) override {
        run("INSERT INTO declaration VALUES ($1,$2,$3,$4,$5,$6)",
            d.leaf,
            d.product,
            d.lot,
            d.certificate,
            d.day.iso(),
            d.quantity);
    }

    std::vector<Declaration> declarations() override {
        std::vector<Declaration> found;
        for (const auto& row :
             run("SELECT product, lot, certificate, day, quantity, leaf FROM declaration ORDER BY leaf"))
            found.push_back({text(row[0]),
                             text(row[1]),
                             text(row[2]),
                             stored_day(row[3].c_str()),
                             row[4].as<std::int64_t>(),
                             row[5].as<std::int64_t>()});
        return found;
    }

private:
    // Inside a step.
    std::size_t version() {
        std::size_t version = 0;
        guarded([&] {
            work().exec("CREATE TABLE IF NOT EXISTS temsao_schema (version integer NOT NULL)");
            const auto rows = work().exec("SELECT max(version) FROM temsao_schema");
            version = static_cast<std::size_t>(maybe_number(rows[0][0]).value_or(0));
        });
        return version;
    }

    bool is_newest() {
        const auto known = run("SELECT to_regclass('temsao_schema') IS NOT NULL");
        if (known.empty() || !known[0][0].as<bool>()) return false;
        const auto rows = run("SELECT max(version) FROM temsao_schema");
        return !rows.empty() && maybe_number(rows[0][0]) == std::optional<std::int64_t>(postgres_schema.size());
    }

    template <class Work>
    void guarded(const Work& work) {
        steps_.guarded(work);
    }

    pqxx::work& work() { return steps_.work(); }

    // One statement with bound values, in the step's transaction or by itself; by itself it is asked again.
    template <class... Values>
    pqxx::result run(const std::string& sql, const Values&... values) {
        pqxx::result rows;
        do {
            guarded([&] {
                if (steps_.in_step()) {
                    rows = work().exec_params(sql, values...);
                } else {
                    pqxx::nontransaction alone(steps_.connection());
                    rows = alone.exec_params(sql, values...);
                }
            });
        } while (!steps_.in_step() && may_go_again());
        return rows;
    }

    std::string shown_; // the address
    PostgresSteps steps_;
};

Result<std::unique_ptr<LedgerTables>>
open_postgres(const std::string& address, std::chrono::seconds patience, PostgresSteps::For what) {
    auto tables = std::make_unique<PostgresLedger>(address, patience, what);
    TRY(tables->connect());
    TRY(tables->migrate());
    return std::unique_ptr<LedgerTables>(std::move(tables));
}

} // namespace

Result<std::unique_ptr<LedgerTables>> open_postgres_ledger(const std::string& address, std::chrono::seconds patience) {
    return open_postgres(address, patience, PostgresSteps::For::changes);
}

Result<std::unique_ptr<LedgerTables>> open_postgres_ledger_to_read(const std::string& address,
                                                                   std::chrono::seconds patience) {
    return open_postgres(address, patience, PostgresSteps::For::questions);
}

} // namespace temsao::store
