#pragma once
// ListStore: the product lists of the data directory. Every import makes a new version; the newest is in use, and the
// older ones stay for `list diff`. A failed import leaves everything as it was. Every call may also fail with
// store.unusable {file, why}. One object belongs to one thread at a time; others open their own.
#include "catalog/columns.h"
#include "catalog/product.h"
#include "store/database.h"

#include <functional>

namespace temsao::store {

struct ListVersion {
    std::int64_t id = 0; // 1, 2, 3 …
    catalog::ListHeader header;
    std::int64_t products = 0;
    std::int64_t restores = 0; // the version that it brings back (`list undo`), or 0
};

// A certificate that was revoked here (`list revoke`), by the names that product and certificate had.
struct OwnRevocation {
    std::string key, name, producer;
    std::string decision, issuer; // of the certificate
    Date issued;
    std::string ended_by; // the decision that revokes it
    // Its status without the revocation, by the list of that day or the newest spreadsheet: what lifting gives back.
    catalog::Status was = catalog::Status::valid;
};

// The root key that this machine trusts, and the newest signed list of it that was installed here. It is kept apart
// from the files of the signed list, so that nobody brings back an older one, or none, by replacing or deleting those.
struct Trust {
    std::string root; // base64
    std::int64_t sequence = 0;
    Date as_of;
};

// The SQLite file of a data directory, which holds the lists and, unless it is on a server, the print log.
std::filesystem::path database_file(const std::filesystem::path& home);

class ListStore {
public:
    // `home` is created when it is missing. Errors: file.unwritable, store.unusable, store.newer.
    static Result<ListStore> open(const std::filesystem::path& home);
    // For reading only: needs nothing to be writable, and finds no list where there is no data directory. Errors also:
    // store.unfinished.
    static Result<ListStore> open_to_read(const std::filesystem::path& home);

    // The list becomes the one in use, whole or not at all. Returns its version.
    Result<std::int64_t> add(const catalog::ProductList& list);

    // Inside `change`: the version that it makes brings back version `id`.
    void brings_back(std::int64_t id) { restores_ = id; }

    // Inside `change`: the version that it makes is the proposal `id` of the server's desk, which was approved.
    void is_of_proposal(std::string id) { proposal_ = std::move(id); }

    Result<bool> has_proposal(const std::string& id); // is there a version of it?

    // `change` is given the list in use, or nothing before the first import, and returns the one that is to be in use,
    // or nothing to leave all as it is. Reading and adding are one transaction, and others wait meanwhile: two changes
    // at once lose nothing. Returns the new version, if any. Errors also: that of `change`.
    using Change = std::function<Result<std::optional<catalog::ProductList>>(std::optional<catalog::ProductList> now)>;

    Result<std::optional<std::int64_t>> change(const Change& change) { return this->change(change, true); }

    // The list in use, or version `id`. Errors: store.no_list (Cause::missing), store.no_version {id},
    // list.damaged {id} (Cause::data): it is not what was stored.
    Result<catalog::ProductList> load(std::optional<std::int64_t> id = {});

    // One product of the list in use by its key: an indexed look-up. Empty when it is not listed. Error
    // list.number_shared {number, keys} (Cause::missing) when the list gives this number to several products.
    Result<std::optional<catalog::Product>> find(std::string_view key);

    Result<std::vector<ListVersion>> versions(); // oldest first

    // The version that an undo starts from: the one in use, or the one that it brought back.
    Result<std::int64_t> undo_from();
    Result<std::int64_t> older_than(std::int64_t id); // the newest of those; 0 when there is none

    // Is each product of this version what was stored, also one that no list shows since it has no certificate? The
    // office page and `label` look products up one by one, by a digest of their own.
    Result<bool> products_hold(std::int64_t id);

    // Revocations made here, which hold against every spreadsheet until they are lifted. Inside `change` the three are
    // part of its transaction. Error list.revocations_damaged (Cause::data): one is not what was stored.
    Result<std::vector<OwnRevocation>> own_revocations();
    Outcome keep(const OwnRevocation& revocation);
    Outcome lift(const OwnRevocation& revocation);

    // What people here said of headings, at earlier imports.
    Result<catalog::HeadingMap> heading_map();
    Outcome keep(const catalog::SaidMeaning& said);

    // Empty before the first signed list. Error trust.memory_damaged (Cause::data): it is not what was stored.
    Result<std::optional<Trust>> trust();
    Outcome keep(const Trust& trust);

    Result<std::int64_t> newest(); // its number; 0 when there is none

private:
    explicit ListStore(Database database) : database_(std::move(database)) {}

    Result<std::optional<std::int64_t>> change(const Change& change, bool needs_list);
    Outcome fill_digests();
    // Inside a transaction.
    std::int64_t insert(const catalog::ProductList& list);
    void store_digest(const ListVersion& version, const std::vector<catalog::Product>& products);
    std::string bytes_of(const char* sql, std::int64_t list_id, std::string_view key); // of one row; an empty key: none
    Result<ListVersion> version(std::optional<std::int64_t> id);
    std::vector<catalog::Product> read_products(std::int64_t list_id, std::string_view only_key);
    std::vector<catalog::Product> read_all_products(std::int64_t list_id, std::string_view only_key);

    Database database_;
    std::int64_t restores_ = 0;
    std::string proposal_;
};

} // namespace temsao::store
