#pragma once

// Inside `store`: the tables of the server's desk, in SQL that SQLite and PostgreSQL both understand. Times are seconds
// since 1970. `deed` has the audit entries, `allowance` the rate limits, and `wish` is the idempotency key: renaming
// them would need a migration.
namespace temsao::store {

inline constexpr auto desk_tables = R"sql(
    CREATE TABLE IF NOT EXISTS account (
        name        text PRIMARY KEY,
        role        text NOT NULL,               -- producer, inspector, office, admin
        producer    text NOT NULL,               -- as on the list; empty but for producers
        secret      text NOT NULL,               -- Argon2id
        created     bigint NOT NULL
    );
    CREATE TABLE IF NOT EXISTS session (
        token       text PRIMARY KEY,            -- its hash, so reading the table does not allow signing in
        account     text NOT NULL,
        csrf        text NOT NULL,
        expires     bigint NOT NULL
    );
    CREATE TABLE IF NOT EXISTS allowance (
        who         text NOT NULL,
        minute      bigint NOT NULL,
        used        bigint NOT NULL,
        PRIMARY KEY (who, minute)
    );
    CREATE TABLE IF NOT EXISTS deed (
        id          text PRIMARY KEY,            -- in the order of time
        at          bigint NOT NULL,
        account     text NOT NULL,
        action      text NOT NULL,
        subject     text NOT NULL
    );
    CREATE TABLE IF NOT EXISTS proposal (
        id          text PRIMARY KEY,
        at          bigint NOT NULL,
        account     text NOT NULL,
        file        text NOT NULL,
        as_of       text NOT NULL,
        answer      text NOT NULL,               -- report and difference, JSON
        state       text NOT NULL,               -- waiting, approving, approved, withdrawn
        decided_by  text NOT NULL
    );
    CREATE TABLE IF NOT EXISTS print_run (
        id          text PRIMARY KEY,
        at          bigint NOT NULL,
        account     text NOT NULL,
        producer    text NOT NULL,
        wish        text NOT NULL,               -- Idempotency-Key; empty: none
        server      text NOT NULL,               -- whose disk has the files
        request     text NOT NULL,               -- JSON
        state       text NOT NULL,               -- waiting, running, done, failed, cancelled, cancelling
        done        bigint NOT NULL,
        total       bigint NOT NULL,
        answer      text NOT NULL                -- the job's report, or its error
    );
    CREATE TABLE IF NOT EXISTS shared_list (
        revision    bigint PRIMARY KEY,          -- of all but the newest one only the number is kept
        as_of       text NOT NULL,
        csv         text NOT NULL
    );
    CREATE UNIQUE INDEX IF NOT EXISTS print_run_wish ON print_run(account, wish) WHERE wish <> '';
)sql";

// What came after them: a step of its own for SQLite.
inline constexpr auto sign_in_tables = R"sql(
    CREATE TABLE IF NOT EXISTS sign_in_try (
        who         text PRIMARY KEY,            -- a name and an address, a device, or a name from anywhere
        tries       bigint NOT NULL,
        last        bigint NOT NULL
    );
    CREATE TABLE IF NOT EXISTS device (
        token       text PRIMARY KEY,            -- its hash
        account     text NOT NULL,
        expires     bigint NOT NULL
    );
)sql";

inline constexpr auto server_tables = R"sql(
    CREATE TABLE IF NOT EXISTS server (
        id          text PRIMARY KEY,            -- as print_run names it
        seen        bigint NOT NULL              -- when it last said that it runs
    );
)sql";

// What shoppers ask the office, without anything about who asked (shopper_questions.h).
inline constexpr auto question_tables = R"sql(
    CREATE TABLE IF NOT EXISTS shopper_question (
        id          text PRIMARY KEY,            -- the day, then chance
        day         text NOT NULL,
        code        text NOT NULL,               -- path and query
        product     text NOT NULL,
        lot         text NOT NULL,
        serial      text NOT NULL,
        goods       text NOT NULL,               -- their name
        kind        text NOT NULL,               -- other_goods, dates, stars, place, other
        said        text NOT NULL,               -- a line for each who wrote: words, a tab, the commune
        times       bigint NOT NULL,
        closed_by   text NOT NULL,               -- an account; empty: open
        closed      text NOT NULL,               -- the day; empty: open
        note        text NOT NULL
    );
    CREATE UNIQUE INDEX IF NOT EXISTS shopper_question_open ON shopper_question(code, kind, day) WHERE closed_by = '';
    CREATE TABLE IF NOT EXISTS shopper_question_room (
        day         text PRIMARY KEY,
        questions   bigint NOT NULL              -- that were dropped to make room for others
    );
)sql";

// How producers introduce themselves on the shopper's pages (introductions.h).
inline constexpr auto introduction_tables = R"sql(
    CREATE TABLE IF NOT EXISTS introduction (
        id           text PRIMARY KEY,           -- in the order of time
        at           bigint NOT NULL,
        account      text NOT NULL,
        producer     text NOT NULL,
        producer_key text NOT NULL,              -- what spellings of the name have in common
        vi           text NOT NULL,
        en           text NOT NULL,              -- may be empty
        picture      text NOT NULL,              -- JPEG in base64; empty: none
        width        bigint NOT NULL,            -- of the picture; 0: none
        height       bigint NOT NULL,
        state        text NOT NULL,              -- waiting, approved, withdrawn, replaced
        decided_by   text NOT NULL,              -- an account; empty: waiting
        decided      text NOT NULL               -- the day; empty: waiting
    );
    CREATE UNIQUE INDEX IF NOT EXISTS introduction_waiting ON introduction(producer_key) WHERE state = 'waiting';
    CREATE UNIQUE INDEX IF NOT EXISTS introduction_approved ON introduction(producer_key) WHERE state = 'approved';
    CREATE INDEX IF NOT EXISTS introduction_by_producer ON introduction(producer_key, id);
)sql";

// What this machine signed as a witness for other logs.
inline constexpr auto witness_tables = R"sql(
    CREATE TABLE IF NOT EXISTS witnessed_log (
        witness     text NOT NULL,               -- our name
        origin      text NOT NULL,               -- the log's
        verifier    text NOT NULL,               -- the log's name and key
        size        bigint NOT NULL,             -- of the longest history that we signed
        root        text NOT NULL,               -- base64
        checkpoint  text NOT NULL,               -- as the log signed it
        is_watched  bigint NOT NULL,
        PRIMARY KEY (witness, origin)
    );
)sql";

// PostgreSQL alone: their texts sort by bytes as in SQLite, whatever the language of the database. In a Vietnamese or
// English one "~" stands before figures, and lists that begin there were empty. Where nothing is to change, nothing is
// locked.
inline constexpr auto desk_order = R"sql(
    DO $$
    DECLARE
        one record;
    BEGIN
        FOR one IN
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = current_schema() AND data_type = 'text' AND collation_name IS NULL
                AND table_name IN ('account', 'session', 'allowance', 'deed', 'proposal', 'print_run', 'shared_list',
                                   'sign_in_try', 'device', 'server', 'shopper_question', 'shopper_question_room',
                                   'introduction', 'witnessed_log')
        LOOP
            EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', one.table_name, one.column_name);
        END LOOP;
    END
    $$
)sql";

} // namespace temsao::store
