#include "base/pieces.h"
#include "base/text.h"
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "catalog/read_cells.h"
#include "catalog/same_name.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/import_report.h"
#include "office/jobs.h"
#include "office/product_json.h"
#include "office/read_spreadsheet.h"
#include "store/list_store.h"
#include "system/file.h"

#include <algorithm>
#include <limits>

namespace temsao::office {
namespace {

using catalog::Product;
using catalog::ProductList;

// The products of the list in use; none before the first import.
Result<std::vector<Product>> products_in_use(store::ListStore& store) {
    if (TRY(store.newest()) == 0) return std::vector<Product>();
    auto list = TRY(store.load());
    return std::move(list.products);
}

struct Imported {
    catalog::ImportReport read;
    std::optional<std::int64_t> version; // none: every row was refused, and the old list stays
    std::size_t products = 0;
};

// Reads the table beside the list in use and puts what it holds into force, in one transaction: of two imports at once
// the later one sees what the earlier one did.
Result<Imported> put_into_force(catalog::Table table,
                                const catalog::ListHeader& header,
                                const std::string& refused_file,
                                const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open(around.home));
    Imported imported;
    imported.version = TRY(store.change([&](std::optional<ProductList> now) -> Result<std::optional<ProductList>> {
        auto before = now ? std::move(now->products) : std::vector<Product>();
        auto& read = imported.read;
        read = TRY(catalog::import_table(std::move(table), header.source, std::move(before)));
        if (!read.refused.empty()) TRY(write_file(refused_file, catalog::refused_csv(read, around.lang)));
        imported.products = read.products.size();
        if (read.products.empty()) return std::optional<ProductList>();
        return std::optional(ProductList{header, std::move(read.products)});
    }));
    return imported;
}

// Every certificate of the product that was in force on the day is revoked by the decision.
void revoke_all(Product& product, Date day, const std::string& decision) {
    for (auto& certificate : product.certificates)
        if (certificate.issued <= day && graver(catalog::Status::delisted, certificate.status)) {
            certificate.status = catalog::Status::revoked;
            certificate.ended_by = decision;
        }
}

std::string row_words(const Product& product, Date day, Lang lang) {
    const auto& certificate = catalog::certificate_on(product, day);
    std::string stars;
    for (int i = 0; i < certificate.stars; ++i)
        stars += "★";
    const auto ended =
        certificate.status == catalog::Status::valid
            ? std::string()
            : std::string(" (") + say({"status." + std::string(name(certificate.status)), {}}, lang) + ")";
    return job::padded(product.key, 15) + job::padded(stars, 6) + job::padded(certificate.valid_to.shown(lang), 12) +
           product.name + ended + "\n";
}

// Only the products asked for, each by its key.
Result<ProductList> look_up(store::ListStore& store, const std::vector<std::string>& wanted) {
    const auto versions = TRY(store.versions());
    if (versions.empty()) return error(Cause::missing, "store.no_list");
    ProductList list{versions.back().header, {}};
    for (const auto& text : wanted) {
        auto found = TRY(store.find(job::key_of(text)));
        if (!found) return error(Cause::missing, "list.no_product", {text});
        list.products.push_back(*std::move(found));
    }
    return list;
}

} // namespace

Result<job::Report> import_list(const job::Request& request, const job::Surroundings& around) {
    const std::filesystem::path file = request.text("file");
    const auto as_of = TRY(job::date_option(request, "as-of", around.today));
    auto table = TRY(read_spreadsheet(file, request.text("sheet")));
    const auto refused_file = file.string() + ".refused.csv";
    const catalog::ListHeader header{file.filename().string(), as_of, false};
    const auto imported = TRY(put_into_force(std::move(table), header, refused_file, around));
    const auto& read = imported.read;

    job::Report report;
    const job::Json stored = imported.version ? job::Json(*imported.version) : job::Json(nullptr);
    report.words = import_words(read, around.lang);
    report.remarks = import_remarks(read, around.lang);
    const auto refused_rows = std::to_string(read.refused.size());
    const Message summary = stored.is_null() ? Message{"import.all_refused", {file.string(), refused_rows}}
                                             : Message{"import.summary",
                                                       {std::to_string(imported.products),
                                                        std::to_string(read.rows_accepted),
                                                        refused_rows,
                                                        as_of.vietnamese()}};
    report.words += say(summary, around.lang) + "\n";
    if (!read.refused.empty()) report.words += say({"import.refused_file", {refused_file}}, around.lang) + "\n";
    report.json = import_json(read, around.lang);
    report.json.update({{"source", header.source},
                        {"as_of", as_of.iso()},
                        {"version", stored},
                        {"products", imported.products},
                        {"refused_file", read.refused.empty() ? job::Json(nullptr) : job::Json(refused_file)}});
    report.exit_status = read.refused.empty() ? 0 : 1;
    return report;
}

Result<job::Report> show_list(const job::Request& request, const job::Surroundings& around) {
    const auto day = TRY(job::date_option(request, "date", around.today));
    const auto within = TRY(job::number_option(request, "expiring", -1, 0, 36500));
    auto store = TRY(store::ListStore::open_to_read(around.home));
    const auto list = TRY(request.has("product") ? look_up(store, request.options.at("product")) : store.load());
    auto shown = list.products;
    if (within >= 0)
        std::erase_if(shown, [&](const Product& product) {
            const auto& certificate = catalog::certificate_on(product, day);
            const int left = certificate.valid_to.days_since(day);
            return certificate.status != catalog::Status::valid || left < 0 || left > within;
        });
    const auto most = TRY(job::number_option(request, "limit", std::numeric_limits<int>::max(), 1, 1'000'000));
    const auto words = bare_key(request.text("query")), producer = catalog::producer_key(request.text("producer"));
    const auto after = request.text("after");
    std::erase_if(shown, [&](const Product& product) {
        if (product.key <= after) return true;
        if (!producer.empty() && catalog::producer_key(product.producer) != producer) return true;
        if (words.empty()) return false;
        const auto text = bare_key(product.key + " " + product.name + " " + product.producer + " " + product.address);
        return text.find(words) == text.npos;
    });
    const bool is_cut = shown.size() > static_cast<std::size_t>(most);
    if (is_cut) shown.resize(static_cast<std::size_t>(most));
    job::Report report;
    job::Json products = job::Json::array();
    for (const auto& product : shown) {
        products.push_back(to_json(product, day));
        report.words += row_words(product, day, around.lang);
    }
    report.words +=
        say({"list.summary", {std::to_string(shown.size()), list.header.as_of.vietnamese()}}, around.lang) + "\n";
    job::Json json{{"source", list.header.source}, {"as_of", list.header.as_of.iso()}, {"products", products}};
    if (request.has("limit")) json["next"] = is_cut ? job::Json(shown.back().key) : job::Json(nullptr);
    report.json = json;
    return report;
}

Result<job::Report> diff_lists(const job::Request& request, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open_to_read(around.home));
    std::optional<std::vector<Product>> in_use; // loaded when a file asks for its codes
    const auto load = [&](const std::string& text) -> Result<std::vector<Product>> {
        if (!text.empty() && text.size() < 10 && is_only_digits(text)) {
            auto list = TRY(store.load(std::stoll(text)));
            return std::move(list.products);
        }
        auto table = TRY(read_spreadsheet(text, {}));
        if (!in_use) in_use = TRY(products_in_use(store));
        auto read =
            TRY(catalog::import_table(std::move(table), std::filesystem::path(text).filename().string(), *in_use));
        return std::move(read.products);
    };
    const auto before = TRY(load(request.text("before")));
    const auto after = TRY(load(request.text("after")));

    job::Report report;
    job::Json changes = job::Json::array();
    const auto tell = [&](const char* change, const Product& product) {
        changes.push_back({{"change", change}, {"key", product.key}, {"name", product.name}});
        report.words += std::string(change == std::string_view("added")     ? "+ "
                                    : change == std::string_view("removed") ? "- "
                                                                            : "~ ") +
                        job::padded(product.key, 15) + product.name + "\n";
    };
    auto old = before.begin();
    for (const auto& product : after) { // both by key
        for (; old != before.end() && old->key < product.key; ++old)
            tell("removed", *old);
        if (old == before.end() || old->key != product.key)
            tell("added", product);
        else if (catalog::to_csv({*old++}) != catalog::to_csv({product}))
            tell("changed", product);
    }
    for (; old != before.end(); ++old)
        tell("removed", *old);
    report.words += say({"diff.summary", {std::to_string(changes.size())}}, around.lang) + "\n";
    report.json = {{"changes", changes}};
    return report;
}

Result<job::Report> export_list(const job::Request& request, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open_to_read(around.home));
    const auto list = TRY(store.load());
    TRY(write_file(request.text("file"), catalog::to_csv(list.products)));
    job::Report report;
    report.words =
        say({"list.exported", {std::to_string(list.products.size()), request.text("file")}}, around.lang) + "\n";
    report.json = {{"file", request.text("file")}, {"products", list.products.size()}};
    return report;
}

Result<job::Report> revoke_certificate(const job::Request& request, const job::Surroundings& around) {
    const auto day = TRY(job::date_option(request, "date", around.today));
    const auto decision = catalog::read_decision(request.text("decision"));
    if (!decision) return error(Cause::usage, "revoke.decision", {request.text("decision")});
    auto store = TRY(store::ListStore::open(around.home));
    const auto key = job::key_of(request.text("key"));
    std::optional<Product> revoked;
    const auto change = [&](std::optional<ProductList> now) -> Result<std::optional<ProductList>> {
        if (!now) return error(Cause::missing, "store.no_list");
        auto& products = now->products;
        const auto found = std::find_if(products.begin(), products.end(), [&](const auto& p) { return p.key == key; });
        if (found == products.end()) return std::optional<ProductList>();
        revoke_all(*found, day, *decision);
        revoked = *found;
        now->header.is_signed = false; // what was signed did not say so
        return now;
    };
    const auto version = TRY(store.change(change));
    if (!version) {
        TRY(store.find(key)); // says so when several products have this number
        return error(Cause::missing, "list.no_product", {request.text("key")});
    }
    job::Report report;
    report.words = say({"revoke.done", {revoked->name, *decision}}, around.lang) + "\n";
    report.json = {{"version", *version}, {"product", to_json(*revoked, day)}};
    return report;
}

} // namespace temsao::office
