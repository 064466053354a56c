#pragma once

// Inside `store`: the tables of the lot book, in SQL that SQLite and PostgreSQL both understand. Times are seconds
// since 1970, days ISO texts. What was struck through stays; its struck_at is not 0.
namespace temsao::store {

inline constexpr auto lot_tables = R"sql(
    CREATE TABLE lot_event (
        id          text PRIMARY KEY,            -- ni:///sha-256;… of what it says (epcis/event_hash.h)
        kind        text NOT NULL,
        at          bigint NOT NULL,
        zone        bigint NOT NULL,             -- minutes ahead of Greenwich's time
        is_day      bigint NOT NULL,             -- the hour was not told
        recorded    bigint NOT NULL,
        place       text NOT NULL,
        party       text NOT NULL,
        item        text NOT NULL,
        process     text NOT NULL,
        started     text NOT NULL,
        passed      text NOT NULL,               -- yes, no, or nothing
        report      text NOT NULL,
        paper       text NOT NULL,
        run         text NOT NULL,
        made        text NOT NULL,
        expires     text NOT NULL,
        reason      text NOT NULL,
        note        text NOT NULL,
        salt        text NOT NULL,
        original    text NOT NULL,               -- JSON, of an event that says more than this
        struck_at   bigint NOT NULL,             -- 0: it holds
        struck_why  text NOT NULL,
        struck_by   text NOT NULL,
        leaf        bigint NOT NULL              -- its entry in the log
    );
    CREATE TABLE lot_part (
        event       text NOT NULL,
        side        text NOT NULL,               -- in, out
        number      bigint NOT NULL,
        product     text NOT NULL,
        lot         text NOT NULL,
        thousandths bigint NOT NULL,             -- -1: nobody counted
        unit        text NOT NULL,
        PRIMARY KEY (event, side, number)
    );
    CREATE INDEX lot_part_by_lot ON lot_part(product, lot, side);
    CREATE TABLE lot_name (
        code        text PRIMARY KEY,            -- of goods, places and partners: never leaves this machine
        name        text NOT NULL
    );
    CREATE TABLE lot_secret (
        id          bigint PRIMARY KEY,          -- 1
        secret      text NOT NULL                -- hexadecimal: names and salts are made with it (lots/codes.h)
    );
)sql";

inline constexpr auto lots_by_name = R"sql(
    CREATE INDEX lot_part_by_name ON lot_part(lot, side);
    CREATE INDEX lot_event_by_leaf ON lot_event(leaf);
)sql";

// Of the print log: whether a lot's labels were printed with serial numbers is asked at each check of an unknown one.
inline constexpr auto issue_by_lot = "CREATE INDEX issue_by_lot ON issue(product, lot);";

// What senders call their requests, so that one that is sent again after a broken connection is written once.
inline constexpr auto lot_requests = R"sql(
    CREATE TABLE lot_request (
        request     text PRIMARY KEY,            -- whose, and what it is called there
        said        text NOT NULL,               -- the hash of all that it said
        event       text NOT NULL
    );
)sql";

// The logs of other machines, each as a sequence of its own, and how much of this one was handed in.
inline constexpr auto taken_tables = R"sql(
    CREATE TABLE taken_log (
        log         text PRIMARY KEY,            -- its name and key
        producer    text NOT NULL,               -- as the permit of the key says that signed
        size        bigint NOT NULL,
        root        text NOT NULL,               -- base64
        day         text NOT NULL,               -- when it was taken last
        checkpoint  text NOT NULL,               -- signed
        leaf        bigint NOT NULL              -- the entry in our log
    );
    CREATE TABLE taken_entry (
        log         text NOT NULL,
        leaf        bigint NOT NULL,             -- 0, 1, 2 … without gaps
        entry       text NOT NULL,
        PRIMARY KEY (log, leaf)
    );
    CREATE TABLE submitted (
        log         text PRIMARY KEY,
        size        bigint NOT NULL,
        day         text NOT NULL
    );
)sql";

} // namespace temsao::store
