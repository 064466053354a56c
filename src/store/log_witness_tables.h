#pragma once

// Inside `store`: tables beside the print log, in SQL that SQLite and PostgreSQL both understand.
namespace temsao::store {

inline constexpr auto log_witness_tables = R"sql(
    CREATE TABLE log_cosigned (
        size        bigint PRIMARY KEY,          -- of a checkpoint that witnesses signed
        note        text NOT NULL                -- with their signatures
    );
    CREATE TABLE log_statement (
        digest      text PRIMARY KEY,            -- SHA-256 of the entry, hexadecimal
        kind        text NOT NULL,               -- list, permit, revocation
        number      bigint NOT NULL,             -- of a list; 0 for others
        leaf        bigint NOT NULL
    );
)sql";

} // namespace temsao::store
