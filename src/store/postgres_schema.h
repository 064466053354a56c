#pragma once
// Inside `store`: the ledger's tables in PostgreSQL. Constant; any thread reads them.
#include "store/log_witness_tables.h"
#include "store/lot_tables.h"

#include <array>

namespace temsao::store {

// The tables, as numbered steps; a step that was released is never changed. The log lies in partitions by month, which
// can be moved or dropped from the fast disk one by one; serials and their index lie in parts by hash, which is also
// how Citus would spread them.
inline constexpr std::array postgres_schema = {
    // 1
    R"sql(
        CREATE TABLE issue (
            id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            product     text COLLATE "C" NOT NULL,
            certificate text COLLATE "C" NOT NULL,
            lot         text COLLATE "C" NOT NULL,
            day         date NOT NULL,
            labels      bigint NOT NULL,
            has_serials boolean NOT NULL,
            first_leaf  bigint,
            withdrawn   bigint NOT NULL DEFAULT 0
        );
        CREATE TABLE serial (
            serial      text COLLATE "C" PRIMARY KEY,
            issue       bigint NOT NULL,
            state       smallint NOT NULL,
            leaf        bigint
        ) PARTITION BY HASH (serial);
        CREATE TABLE serial_0 PARTITION OF serial FOR VALUES WITH (MODULUS 4, REMAINDER 0) WITH (fillfactor = 50);
        CREATE TABLE serial_1 PARTITION OF serial FOR VALUES WITH (MODULUS 4, REMAINDER 1) WITH (fillfactor = 50);
        CREATE TABLE serial_2 PARTITION OF serial FOR VALUES WITH (MODULUS 4, REMAINDER 2) WITH (fillfactor = 50);
        CREATE TABLE serial_3 PARTITION OF serial FOR VALUES WITH (MODULUS 4, REMAINDER 3) WITH (fillfactor = 50);
        CREATE INDEX serial_ended ON serial(issue) WHERE state >= 2;
        CREATE TABLE log (
            leaf        bigint NOT NULL,
            month       integer NOT NULL,            -- 202611: when it was written
            issue       bigint,
            serial      text COLLATE "C",
            entry       text,
            PRIMARY KEY (leaf, month)
        ) PARTITION BY RANGE (month);
        CREATE TABLE log_tile (
            level       integer NOT NULL,
            number      bigint NOT NULL,
            hashes      bytea NOT NULL,
            PRIMARY KEY (level, number)
        );
        ALTER TABLE log_tile ALTER hashes SET STORAGE EXTERNAL; -- hashes do not pack
        CREATE TABLE log_checkpoint (size bigint PRIMARY KEY, note text NOT NULL);
        CREATE TABLE log_identity (id integer PRIMARY KEY CHECK (id = 1), verifier text NOT NULL);
        CREATE TABLE declaration (
            leaf        bigint PRIMARY KEY,
            product     text NOT NULL,
            lot         text NOT NULL,
            certificate text NOT NULL,
            day         date NOT NULL,
            quantity    bigint NOT NULL
        );
        CREATE TABLE sighting (
            id          text COLLATE "C" NOT NULL,
            product     text NOT NULL,
            lot         text NOT NULL,
            serial      text NOT NULL,
            day         date NOT NULL,
            place       text NOT NULL,
            inspector   text NOT NULL,
            verdict     text NOT NULL,
            code        text NOT NULL,
            PRIMARY KEY (id, day)
        ) PARTITION BY RANGE (day);
        CREATE TABLE sighting_rest PARTITION OF sighting DEFAULT; -- months are split off as they grow
        CREATE INDEX sighting_by_serial ON sighting(product, serial) WHERE serial <> '';
    )sql",
    // 2: the logs that this one goes on from
    R"sql(
        CREATE TABLE log_former (size bigint PRIMARY KEY, verifier text NOT NULL);
    )sql",
    // 3: the time of a check
    R"sql(
        ALTER TABLE sighting ADD COLUMN time text NOT NULL DEFAULT '';
    )sql",
    // 4: checks by day
    R"sql(
        CREATE INDEX sighting_by_day ON sighting(day, id);
    )sql",
    // 5: the lot book
    lot_tables,
    // 6: how labels were made
    R"sql(
        ALTER TABLE issue ADD COLUMN options text NOT NULL DEFAULT '';
    )sql",
    // 7: lots by their name
    lots_by_name,
    // 8: the logs of other machines
    taken_tables,
    // 9: labels that went to a printer: sent or unknown (issue.h)
    R"sql(
        CREATE INDEX serial_sent ON serial(issue) WHERE state >= 4;
    )sql",
    // 10: what witnesses signed for the log, and which statements stand in it
    log_witness_tables,
    // 11: which transactions were stored: one row for each who writes, with the number of the last. Where the answer to
    // a COMMIT is lost, this row tells (postgres_steps.h).
    R"sql(
        CREATE TABLE step_done (
            session     text COLLATE "C" PRIMARY KEY,
            step        bigint NOT NULL,
            at          timestamptz NOT NULL DEFAULT now()
        ) WITH (fillfactor = 50);
        CREATE INDEX step_done_by_time ON step_done(at);
    )sql",
    // 12: checks lie in partitions by month, those made so far too. A day is what somebody typed, so months before
    // 2020, and those after the next one, have none of their own: they stay in sighting_rest.
    R"sql(
        CREATE FUNCTION temsao_month_of_checks(of_day date) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            first date := date_trunc('month', of_day);
            after date := date_trunc('month', of_day) + interval '1 month';
            part text := 'sighting_' || to_char(of_day, 'YYYYMM');
        BEGIN
            IF first < date '2020-01-01' OR first > current_date + interval '1 month' OR to_regclass(part) IS NOT NULL
            THEN
                RETURN;
            END IF;
            EXECUTE format('CREATE TABLE %I (LIKE sighting INCLUDING ALL)', part);
            EXECUTE format('WITH moved AS (DELETE FROM sighting_rest WHERE day >= %L AND day < %L RETURNING *)'
                           ' INSERT INTO %I SELECT * FROM moved', first, after, part);
            EXECUTE format('ALTER TABLE sighting ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', part, first, after);
        END $$;
        SELECT temsao_month_of_checks(day) FROM (SELECT DISTINCT date_trunc('month', day)::date AS day
            FROM sighting_rest) AS months;
    )sql",
    // 13: print runs by their lot
    issue_by_lot,
    // 14: what senders call their entries in the lot book
    lot_requests,
};

} // namespace temsao::store
