#include "store/list_store.h"

#include "base/text.h"
#include "store/list_digest.h"
#include "store/stored_day.h"

#include <algorithm>

namespace temsao::store {
namespace {

using catalog::Certificate;
using catalog::Product;
using catalog::ProductList;

// Days in our own tables were written by us; a file that says otherwise was tampered with and gets the oldest day.
template <class Enum>
Enum within(std::int64_t number, Enum last) {
    return static_cast<Enum>(std::clamp<std::int64_t>(number, 0, static_cast<std::int64_t>(last)));
}

// OR FAIL: after a failure the whole transaction is undone, so SQLite need not be able to undo a single row, which
// would cost a copy of each page.
void insert_products(Database& database, std::int64_t list_id, const std::vector<Product>& products) {
    Statement product(database, "INSERT OR FAIL INTO product VALUES (?,?,?,?,?,?,?,?,?,?)");
    Statement certificate(database, "INSERT OR FAIL INTO certificate VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
    Statement fact(database, "INSERT OR FAIL INTO label_fact VALUES (?,?,?,?)");
    for (const auto& p : products) {
        const auto name_key = match_key(p.name);
        product.bind(1, list_id).bind_kept(2, p.key).bind(3, std::int64_t{p.gtin.has_value()}).bind_kept(4, p.name);
        product.bind_kept(5, name_key).bind_kept(6, p.producer).bind_kept(7, p.address);
        product.bind(8, static_cast<std::int64_t>(p.group)).bind_kept(9, p.shared_number);
        product.bind_bytes(10, digest_of(list_id, p)).run();
        std::int64_t ordinal = 0;
        for (const auto& c : p.certificates) {
            const auto issued = c.issued.iso(), valid_to = c.valid_to.iso();
            certificate.bind(1, list_id).bind_kept(2, p.key).bind(3, ordinal++).bind(4, std::int64_t{c.stars});
            c.score ? certificate.bind(5, *c.score) : certificate.bind_null(5);
            certificate.bind_kept(6, c.decision).bind_kept(7, c.issuer).bind_kept(8, issued).bind_kept(9, valid_to);
            certificate.bind(10, std::int64_t{c.valid_to_computed}).bind(11, static_cast<std::int64_t>(c.status));
            certificate.bind_kept(12, c.ended_by).run();
        }
        fact.bind(1, list_id).bind_kept(2, p.key);
        for (const auto& [name, value] : p.facts)
            fact.bind_kept(3, name).bind_kept(4, value).run();
    }
}

Certificate read_certificate(const Statement& row, int first) {
    Certificate c{.stars = static_cast<int>(row.number(first)),
                  .score = {},
                  .decision = row.text(first + 2),
                  .issuer = row.text(first + 3),
                  .issued = stored_day(row.text(first + 4)),
                  .valid_to = stored_day(row.text(first + 5)),
                  .valid_to_computed = row.number(first + 6) != 0,
                  .status = within(row.number(first + 7), catalog::Status::unclear),
                  .ended_by = row.text(first + 8)};
    if (!row.is_null(first + 1)) c.score = row.real(first + 1);
    return c;
}

ListVersion read_version(const Statement& row) {
    return {row.number(0), {row.text(1), stored_day(row.text(2)), row.number(3) != 0}, row.number(4), row.number(5)};
}

} // namespace

std::filesystem::path database_file(const std::filesystem::path& home) {
    return home / "temsao.sqlite";
}

Result<ListStore> ListStore::open(const std::filesystem::path& home) {
    ListStore store(TRY(Database::open(database_file(home))));
    store.database_.trust_references(); // insert_products writes each row below its product's, and nothing deletes them
    TRY(store.fill_digests());
    return store;
}

Result<ListStore> ListStore::open_to_read(const std::filesystem::path& home) {
    return ListStore(TRY(Database::open_to_read(database_file(home))));
}

// Of lists that an earlier temsao stored.
Outcome ListStore::fill_digests() {
    constexpr auto without =
        "SELECT id, source, as_of, is_signed, products, restores FROM list WHERE length(digest) = 0";
    if (!Statement(database_, without).next()) return database_.health();
    Transaction transaction(database_);
    std::vector<ListVersion> versions;
    {
        Statement some(database_, without);
        while (some.next())
            versions.push_back(read_version(some));
    }
    Statement of_product(database_, "UPDATE product SET digest = ? WHERE list_id = ? AND key = ?");
    for (const auto& version : versions) {
        const auto products = read_products(version.id, {});
        for (const auto& p : products)
            of_product.bind_bytes(1, digest_of(version.id, p)).bind(2, version.id).bind(3, p.key).run();
        store_digest(version, products);
    }
    return transaction.commit();
}

void ListStore::store_digest(const ListVersion& version, const std::vector<Product>& products) {
    Statement(database_, "UPDATE list SET digest = ? WHERE id = ?")
        .bind_bytes(1, digest_of(version, products))
        .bind(2, version.id)
        .run();
}

std::int64_t ListStore::insert(const ProductList& list) {
    ListVersion version{.id = 0, .header = list.header, .products = static_cast<std::int64_t>(list.products.size())};
    {
        Statement insert(database_,
                         "INSERT INTO list(source, as_of, is_signed, products, restores, proposal) VALUES "
                         "(?,?,?,?,?,?) RETURNING id");
        insert.bind(1, list.header.source).bind(2, list.header.as_of.iso());
        insert.bind(3, std::int64_t{list.header.is_signed}).bind(4, version.products).bind(5, restores_);
        insert.bind(6, proposal_);
        restores_ = 0;
        proposal_.clear();
        if (insert.next()) version.id = insert.number(0);
    }
    insert_products(database_, version.id, list.products);
    store_digest(version, list.products);
    return version.id;
}

Result<std::int64_t> ListStore::add(const ProductList& list) {
    return *TRY(change([&](const auto&) { return Result(std::optional(list)); }, false));
}

Result<std::optional<std::int64_t>> ListStore::change(const Change& change, bool needs_list) {
    Transaction transaction(database_);
    std::optional<ProductList> now;
    if (needs_list && TRY(newest()) > 0) now = TRY(load());
    const auto next = TRY(change(std::move(now)));
    if (!next) return std::optional<std::int64_t>();
    const auto id = insert(*next);
    TRY(transaction.commit());
    return std::optional(id);
}

Result<ListVersion> ListStore::version(std::optional<std::int64_t> id) {
    Statement newest(database_,
                     "SELECT id, source, as_of, is_signed, products, restores FROM list"
                     " WHERE ?1 IS NULL OR id = ?1 ORDER BY id DESC LIMIT 1");
    id ? newest.bind(1, *id) : newest.bind_null(1);
    if (newest.next()) return read_version(newest);
    TRY(database_.health());
    if (id) return error(Cause::missing, "store.no_version", {std::to_string(*id)});
    return error(Cause::missing, "store.no_list");
}

Result<ProductList> ListStore::load(std::optional<std::int64_t> id) {
    const auto chosen = TRY(version(id));
    ProductList list{chosen.header, read_products(chosen.id, {})};
    TRY(database_.health());
    const auto digest = bytes_of("SELECT digest FROM list WHERE id = ?", chosen.id, {});
    TRY(database_.health());
    if (!digest.empty() && digest != digest_of(chosen, list.products))
        return error(Cause::data, "list.damaged", {std::to_string(chosen.id)});
    return list;
}

Result<std::optional<Product>> ListStore::find(std::string_view key) {
    const auto newest = TRY(version({}));
    auto products = read_products(newest.id, key);
    TRY(database_.health());
    if (products.empty()) {
        Statement sharing(database_,
                          "SELECT group_concat(key, ', ') FROM (SELECT key FROM product WHERE list_id = ?"
                          " AND shared_number = ? AND shared_number <> '' ORDER BY key)");
        sharing.bind(1, newest.id).bind(2, std::string(key));
        if (sharing.next() && !sharing.is_null(0))
            return error(Cause::missing, "list.number_shared", {std::string(key), sharing.text(0)});
        TRY(database_.health());
        return std::optional<Product>();
    }
    const auto digest = bytes_of("SELECT digest FROM product WHERE list_id = ? AND key = ?", newest.id, key);
    TRY(database_.health());
    if (!digest.empty() && digest != digest_of(newest.id, products.front()))
        return error(Cause::data, "list.damaged", {std::to_string(newest.id)});
    return std::optional(std::move(products.front()));
}

std::string ListStore::bytes_of(const char* sql, std::int64_t list_id, std::string_view key) {
    Statement one(database_, sql);
    one.bind(1, list_id);
    if (!key.empty()) one.bind(2, key);
    return one.next() ? one.bytes(0) : "";
}

Result<std::vector<ListVersion>> ListStore::versions() {
    std::vector<ListVersion> found;
    Statement all(database_, "SELECT id, source, as_of, is_signed, products, restores FROM list ORDER BY id");
    while (all.next())
        found.push_back(read_version(all));
    TRY(database_.health());
    return found;
}

Result<std::int64_t> ListStore::newest() {
    Statement newest(database_, "SELECT max(id) FROM list");
    const auto id = newest.next() ? newest.number(0) : 0;
    TRY(database_.health());
    return id;
}

Result<bool> ListStore::products_hold(std::int64_t id) {
    bool all_hold = true;
    for (const auto& product : read_all_products(id, {})) {
        Statement one(database_, "SELECT digest, name_key FROM product WHERE list_id = ? AND key = ?");
        const bool is_kept = one.bind(1, id).bind(2, product.key).next();
        const auto digest = is_kept ? one.bytes(0) : "";
        all_hold = all_hold && is_kept && (digest.empty() || digest == digest_of(id, product)) &&
                   one.text(1) == match_key(product.name);
    }
    // Certificates and facts of no product.
    for (const auto* question : {"SELECT count(*) FROM certificate c WHERE list_id = ? AND NOT EXISTS"
                                 " (SELECT 1 FROM product p WHERE p.list_id = c.list_id AND p.key = c.key)",
                                 "SELECT count(*) FROM label_fact f WHERE list_id = ? AND NOT EXISTS"
                                 " (SELECT 1 FROM product p WHERE p.list_id = f.list_id AND p.key = f.key)"}) {
        Statement strays(database_, question);
        all_hold = all_hold && (!strays.bind(1, id).next() || strays.number(0) == 0);
    }
    TRY(database_.health());
    return all_hold;
}

std::vector<Product> ListStore::read_products(std::int64_t list_id, std::string_view only_key) {
    auto products = read_all_products(list_id, only_key);
    std::erase_if(products, [](const Product& p) { return p.certificates.empty(); });
    return products;
}

// Three ordered walks side by side: products, their certificates, their facts. An empty `only_key` means all.
std::vector<Product> ListStore::read_all_products(std::int64_t list_id, std::string_view only_key) {
    std::vector<Product> products;
    const auto ask = [&](const char* all, const char* one) {
        auto statement = std::make_unique<Statement>(database_, only_key.empty() ? all : one);
        statement->bind(1, list_id);
        if (!only_key.empty()) statement->bind(2, only_key);
        return statement;
    };
    auto rows =
        ask("SELECT key, has_gtin, name, producer, address, goods_group, shared_number FROM product WHERE list_id = ?"
            " ORDER BY key",
            "SELECT key, has_gtin, name, producer, address, goods_group, shared_number FROM product WHERE list_id = ?"
            " AND key = ?");
    while (rows->next()) {
        Product p{.key = rows->text(0),
                  .shared_number = rows->text(6),
                  .gtin = {},
                  .name = rows->text(2),
                  .producer = rows->text(3),
                  .address = rows->text(4),
                  .group = within(rows->number(5), catalog::Group::unknown),
                  .certificates = {},
                  .facts = {}};
        if (rows->number(1) != 0)
            if (auto gtin = gs1::Gtin::parse(p.shared_number.empty() ? p.key : p.shared_number)) p.gtin = *gtin;
        products.push_back(std::move(p));
    }
    const auto each = [&](Statement& statement, auto add) {
        auto at = products.begin();
        while (statement.next()) {
            while (at != products.end() && at->key < statement.text(0))
                ++at;
            if (at != products.end() && at->key == statement.text(0)) add(*at, statement);
        }
    };
    auto certificates =
        ask("SELECT key, stars, score, decision, issuer, issued, valid_to, is_computed, status, ended_by"
            " FROM certificate WHERE list_id = ? ORDER BY key, ordinal",
            "SELECT key, stars, score, decision, issuer, issued, valid_to, is_computed, status, ended_by"
            " FROM certificate WHERE list_id = ? AND key = ? ORDER BY ordinal");
    each(*certificates, [](Product& p, const Statement& row) { p.certificates.push_back(read_certificate(row, 1)); });
    auto facts = ask("SELECT key, name, value FROM label_fact WHERE list_id = ? ORDER BY key",
                     "SELECT key, name, value FROM label_fact WHERE list_id = ? AND key = ?");
    each(*facts, [](Product& p, const Statement& row) { p.facts.emplace(row.text(1), row.text(2)); });
    return products;
}

} // namespace temsao::store
