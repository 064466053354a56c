#pragma once
// The tables, as numbered steps. A released step is never changed; add a new step at the end instead.
// Constant; any thread reads them.
#include "store/desk_tables.h"
#include "store/log_witness_tables.h"
#include "store/lot_tables.h"

#include <array>

namespace temsao::store {

inline constexpr std::array migrations = {
    // 1: product lists. Each import is a version that stays; the newest is the one in use.
    R"sql(
        CREATE TABLE list (
            id          INTEGER PRIMARY KEY,
            source      TEXT NOT NULL,
            as_of       TEXT NOT NULL,               -- day, ISO
            is_signed   INTEGER NOT NULL DEFAULT 0,
            products    INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE product (
            list_id     INTEGER NOT NULL REFERENCES list(id) ON DELETE CASCADE,
            key         TEXT NOT NULL,               -- GTIN of 14 digits, else internal code
            has_gtin    INTEGER NOT NULL,
            name        TEXT NOT NULL,
            name_key    TEXT NOT NULL,               -- match_key(name)
            producer    TEXT NOT NULL,
            address     TEXT NOT NULL,
            goods_group INTEGER NOT NULL,
            PRIMARY KEY (list_id, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX product_by_name ON product(list_id, name_key);
        CREATE TABLE certificate (
            list_id     INTEGER NOT NULL,
            key         TEXT NOT NULL,
            ordinal     INTEGER NOT NULL,            -- oldest first
            stars       INTEGER NOT NULL,
            score       REAL,
            decision    TEXT NOT NULL,
            issuer      TEXT NOT NULL,
            issued      TEXT NOT NULL,
            valid_to    TEXT NOT NULL,
            is_computed INTEGER NOT NULL,            -- valid_to: the list had none
            status      INTEGER NOT NULL,
            ended_by    TEXT NOT NULL,
            PRIMARY KEY (list_id, key, ordinal),
            FOREIGN KEY (list_id, key) REFERENCES product(list_id, key) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE label_fact (
            list_id     INTEGER NOT NULL,
            key         TEXT NOT NULL,
            name        TEXT NOT NULL,
            value       TEXT NOT NULL,
            PRIMARY KEY (list_id, key, name),
            FOREIGN KEY (list_id, key) REFERENCES product(list_id, key) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
    )sql",
    // 2: the print log: what was printed, each serial's state, and the log over both as a Merkle tree.
    R"sql(
        CREATE TABLE issue (
            id          INTEGER PRIMARY KEY,
            product     TEXT NOT NULL,               -- key
            certificate TEXT NOT NULL,               -- the decision that counted on the day
            lot         TEXT NOT NULL,
            day         TEXT NOT NULL,               -- of printing, ISO
            labels      INTEGER NOT NULL,
            has_serials INTEGER NOT NULL,
            first_leaf  INTEGER                      -- in the log; NULL until printed
        ) STRICT;
        CREATE TABLE serial (
            serial      TEXT PRIMARY KEY,            -- the producer's own: SERIAL@PRODUCT
            issue       INTEGER NOT NULL REFERENCES issue(id),
            state       INTEGER NOT NULL,            -- 0 reserved, 1 printed, 2 voided, 3 reissued
            leaf        INTEGER                      -- in the log; NULL until printed
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE log (
            leaf        INTEGER PRIMARY KEY,         -- 0, 1, 2 … without gaps
            issue       INTEGER,                     -- a label's issue, and
            serial      TEXT,                        -- its serial as kept; for all other entries
            entry       TEXT                         -- the text
        ) STRICT;
        CREATE TABLE log_tile (
            level       INTEGER NOT NULL,
            number      INTEGER NOT NULL,
            hashes      BLOB NOT NULL,               -- 1 to 256 of 32 bytes
            PRIMARY KEY (level, number)
        ) STRICT;
        CREATE TABLE log_checkpoint (
            size        INTEGER PRIMARY KEY,
            note        TEXT NOT NULL                -- signed
        ) STRICT;
        CREATE TABLE log_identity (
            id          INTEGER PRIMARY KEY CHECK (id = 1),
            verifier    TEXT NOT NULL                -- name and public key
        ) STRICT;
        CREATE TABLE declaration (
            leaf        INTEGER PRIMARY KEY,         -- the last one of a product and lot counts
            product     TEXT NOT NULL,
            lot         TEXT NOT NULL,
            certificate TEXT NOT NULL,
            day         TEXT NOT NULL,
            quantity    INTEGER NOT NULL
        ) STRICT;
    )sql",
    // 3: what the audit counts, and the checks made in shops.
    R"sql(
        ALTER TABLE issue ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0; -- labels without serials that were voided
        CREATE INDEX serial_ended ON serial(issue) WHERE state >= 2;
        CREATE TABLE sighting (
            id          TEXT PRIMARY KEY,            -- hash of the rest: the same check twice is one
            product     TEXT NOT NULL,
            lot         TEXT NOT NULL,
            serial      TEXT NOT NULL,               -- as the code holds it; may be empty
            day         TEXT NOT NULL,
            place       TEXT NOT NULL,
            inspector   TEXT NOT NULL,
            verdict     TEXT NOT NULL,
            code        TEXT NOT NULL                -- the symbol's text
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sighting_by_serial ON sighting(product, serial) WHERE serial <> '';
    )sql",
    // 4: the server's desk
    desk_tables,
    // 5: a number that the list gives to several products
    R"sql(
        ALTER TABLE product ADD COLUMN shared_number TEXT NOT NULL DEFAULT ''; -- then the key is made from the names
    )sql",
    // 6: digests of lists and products (list_digest.h), empty until they are filled in; the logs that this one goes on
    // from
    R"sql(
        ALTER TABLE list ADD COLUMN digest BLOB NOT NULL DEFAULT x'';
        ALTER TABLE product ADD COLUMN digest BLOB NOT NULL DEFAULT x'';
        CREATE TABLE log_former (
            size        INTEGER PRIMARY KEY,         -- how many entries it had
            verifier    TEXT NOT NULL                -- its name and public key
        ) STRICT;
    )sql",
    // 7: what was said and done here, which no spreadsheet knows
    R"sql(
        ALTER TABLE list ADD COLUMN restores INTEGER NOT NULL DEFAULT 0; -- the version that it brings back, or 0
        CREATE TABLE own_revocation (
            key         TEXT NOT NULL,               -- of the product, when it was revoked
            name        TEXT NOT NULL,
            producer    TEXT NOT NULL,
            decision    TEXT NOT NULL,               -- of the certificate
            issuer      TEXT NOT NULL,
            issued      TEXT NOT NULL,
            ended_by    TEXT NOT NULL,               -- the decision that revokes it
            was         INTEGER NOT NULL,            -- its status without the revocation
            digest      BLOB NOT NULL,
            PRIMARY KEY (key, issued, decision)
        ) STRICT;
        CREATE TABLE heading_map (
            heading     TEXT PRIMARY KEY,            -- as match_key() writes it
            said        TEXT NOT NULL,               -- as it stands in the file
            meaning     TEXT NOT NULL                -- empty: left out
        ) STRICT;
    )sql",
    // 8: what this machine knows of signed lists, apart from their files
    R"sql(
        CREATE TABLE trust (
            id          INTEGER PRIMARY KEY CHECK (id = 1),
            root        TEXT NOT NULL,               -- base64
            sequence    INTEGER NOT NULL,            -- of the newest signed list that was installed
            as_of       TEXT NOT NULL,
            digest      BLOB NOT NULL
        ) STRICT;
        ALTER TABLE sighting ADD COLUMN time TEXT NOT NULL DEFAULT '';
        ALTER TABLE list ADD COLUMN proposal TEXT NOT NULL DEFAULT ''; -- that was approved; empty: imported here
    )sql",
    // 9: tries to sign in, and devices
    sign_in_tables,
    // 10: checks by day
    "CREATE INDEX sighting_by_day ON sighting(day, id);",
    // 11: servers, so that one which never comes back leaves no run behind
    server_tables,
    // 12: the revocations that go with a shared list
    "ALTER TABLE shared_list ADD COLUMN revocations text NOT NULL DEFAULT '[]'",
    // 13: the lot book
    lot_tables,
    // 14: how labels were made
    "ALTER TABLE issue ADD COLUMN options TEXT NOT NULL DEFAULT '';",
    // 15: the sums of tables' rows (row_sums.h), filled in when all tables have their newest form
    R"sql(
        CREATE TABLE row_sum (
            name        TEXT PRIMARY KEY,            -- of the table
            sum         INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
    )sql",
    // 16: lots by their name
    lots_by_name,
    // 17: the logs of other machines
    taken_tables,
    // 18: labels that went to a printer: sent or unknown (issue.h)
    "CREATE INDEX serial_sent ON serial(issue) WHERE state >= 4;",
    // 19: what this machine signed as a witness
    witness_tables,
    // 20: what witnesses signed for our log, and which statements stand in it
    log_witness_tables,
    // 21: print runs by their lot
    issue_by_lot,
    // 22: what senders call their entries in the lot book
    lot_requests,
    // 23: what shoppers ask the office
    question_tables,
    // 24: how producers introduce themselves
    introduction_tables,
};

} // namespace temsao::store
