#include "base/pieces.h"
#include "base/text.h"
#include "catalog/changes.h"
#include "catalog/find_product.h"
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "catalog/read_cells.h"
#include "catalog/same_name.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/calendar.h"
#include "office/jobs.h"
#include "office/list_changes.h"
#include "office/own_revocations.h"
#include "office/product_json.h"
#include "office/read_spreadsheet.h"
#include "office/shown_list.h"
#include "sheet/table_writing.h"
#include "store/list_store.h"
#include "system/file.h"

#include <algorithm>
#include <utility>

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

constexpr int soon = 90; // days

// What a person has to know of the certificate besides its last day: revoked, expired, not yet in force, ends soon.
// Empty: nothing.
std::string mark_of(const catalog::Certificate& certificate, Date day, Lang lang) {
    if (certificate.status != catalog::Status::valid)
        return say({"status." + std::string(name(certificate.status)), {}}, lang);
    const int left = certificate.valid_to.days_since(day);
    if (left < 0) return say({"list.lapsed", {}}, lang);
    if (certificate.issued > day) return say({"list.not_yet", {}}, lang);
    return left <= soon ? say({"list.ends_soon", {}}, lang) : std::string();
}

std::string row_words(const Product& product, Date day, Lang lang) {
    const auto& certificate = catalog::certificate_on(product, day);
    std::string stars;
    for (int i = 0; i < certificate.stars; ++i)
        stars += "★";
    const auto mark = mark_of(certificate, day, lang);
    return job::padded(product.key, 15) + job::padded(stars, 6) + job::padded(certificate.valid_to.shown(lang), 12) +
           product.name + (mark.empty() ? "" : " (" + mark + ")") + "\n";
}

// A calendar of last days, or a spreadsheet, by the name's ending.
Outcome write_shown(const std::filesystem::path& file, ProductList shown, Date day, Lang lang) {
    if (ending_of(file) == ".ics") return write_file(file, calendar_of_ends(shown, day, lang));
    const auto format = sheet::table_format(file);
    if (!format) return error(Cause::usage, "list.shown_ending", {file.string()});
    for (auto& product : shown.products) // a person reads these rows for their last days
        for (auto& certificate : product.certificates)
            certificate.valid_to_computed = false;
    return write_file(file, TRY(sheet::write_table(catalog::list_rows(shown.products), *format)));
}

// Only the products asked for, each by its code or its name.
Result<ProductList> look_up(store::ListStore& store, const std::vector<std::string>& wanted) {
    const auto all = TRY(store.load());
    ProductList list{all.header, {}};
    for (const auto& text : wanted)
        list.products.push_back(*TRY(catalog::find_product(all.products, job::key_of(text), text)));
    return list;
}

} // namespace

Result<ShowWish> read_show_wish(const job::Request& request, const job::Surroundings& around) {
    ShowWish wish{.named = {}, .day = TRY(job::date_option(request, "date", around.today))};
    if (request.has("product")) wish.named = request.options.at("product");
    const auto within = TRY(job::number_option(request, "expiring", -1, 0, 36500));
    if (within >= 0) wish.within = within;
    const auto most = TRY(job::number_option(request, "limit", 0, 1, 1'000'000));
    if (most > 0) wish.most = most;
    wish.query = request.text("query");
    wish.producer = request.text("producer");
    wish.after = request.text("after");
    if (request.has("out")) wish.out = request.text("out");
    return wish;
}

Result<ShownList> shown_list(const ShowWish& wish, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open_to_read(around.home));
    auto list = TRY(wish.named.empty() ? store.load() : look_up(store, wish.named));
    ShownList shown{.header = std::move(list.header), .products = std::move(list.products)};
    if (wish.within)
        std::erase_if(shown.products, [&](const Product& product) {
            const auto& certificate = catalog::certificate_on(product, wish.day);
            const int left = certificate.valid_to.days_since(wish.day);
            return certificate.status != catalog::Status::valid || left < 0 || left > *wish.within;
        });
    const auto words = catalog::words_of_name(wish.query), producer = catalog::producer_key(wish.producer);
    std::erase_if(shown.products, [&](const Product& product) {
        if (product.key <= wish.after) return true;
        if (!producer.empty() && catalog::producer_key(product.producer) != producer) return true;
        if (words.empty()) return false;
        const auto text =
            catalog::words_of_name(product.key + " " + product.name + " " + product.producer + " " + product.address);
        return text.find(words) == text.npos;
    });
    if (wish.most && shown.products.size() > *wish.most) {
        shown.products.resize(*wish.most);
        shown.next = shown.products.back().key;
    }
    return shown;
}

Result<job::Report> report_of(const ShownList& list,
                              const ShowWish& wish,
                              const std::function<ProductDetails(const catalog::Product&)>& details,
                              Lang lang) {
    job::Report report;
    job::Json products = job::Json::array();
    for (const auto& product : list.products) {
        auto row = to_json(product, wish.day);
        report.words += row_words(product, wish.day, lang);
        if (details) {
            const auto more = details(product);
            report.words += more.words;
            row.update(more.members);
        }
        products.push_back(std::move(row));
    }
    const auto count = std::to_string(list.products.size());
    report.words += say({"list.summary", {count, list.header.as_of.vietnamese()}}, lang) + "\n";
    if (wish.out) {
        TRY(write_shown(*wish.out, {list.header, list.products}, wish.day, lang));
        report.words += say({"list.exported", {count, wish.out->string()}}, lang) + "\n";
    }
    report.json = {
        {"source", list.header.source}, {"as_of", list.header.as_of.iso()}, {"products", std::move(products)}};
    if (wish.most) report.json["next"] = list.next ? job::Json(*list.next) : job::Json(nullptr);
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

    const auto changes = catalog::changes_between(before, after);
    job::Report report;
    for (const auto& line : change_lines(changes, around.lang))
        report.words += line + "\n";
    report.words += say({"diff.summary", {std::to_string(changes.size())}}, around.lang) + "\n";
    report.json = {{"changes", changes_json(changes, around.lang)}};
    return report;
}

Result<job::Report> export_list(const job::Request& request, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open_to_read(around.home));
    const auto format = TRY(sheet::table_format(request.text("file")));
    auto list = TRY(store.load());
    const auto count = list.products.size();
    auto rows = catalog::list_rows(std::exchange(list.products, {})); // not both in memory
    TRY(write_file(request.text("file"), TRY(sheet::write_table(std::move(rows), format))));
    job::Report report;
    report.words = say({"list.exported", {std::to_string(count), request.text("file")}}, around.lang) + "\n";
    report.json = {{"file", request.text("file")}, {"products", count}};
    return report;
}

Result<job::Report> revoke_certificate(const job::Request& request, const job::Surroundings& around) {
    const auto day = TRY(job::date_option(request, "date", around.today));
    const auto decision = catalog::read_decision(request.text("decision"));
    if (!decision) return error(Cause::usage, "revoke.decision", {request.text("decision")});
    const bool lifts = request.has("lift");
    auto store = TRY(store::ListStore::open(around.home));
    std::optional<Product> changed;
    const auto change = [&](std::optional<ProductList> now) -> Result<std::optional<ProductList>> {
        if (!now) return error(Cause::missing, "store.no_list");
        auto& products = now->products;
        const auto& typed = request.text("key");
        const auto* meant = TRY(catalog::find_product(products, job::key_of(typed), typed));
        if (meant->key != job::key_of(typed) &&
            catalog::words_of_name(meant->name) != catalog::words_of_name(typed)) // a part may be meant otherwise
            return error(Cause::missing, "revoke.whole_name", {typed, meant->name, meant->key});
        auto& product = products[static_cast<std::size_t>(meant - products.data())];
        bool is_changed = false;
        if (lifts) {
            for (const auto& revocation : TRY(store.own_revocations())) {
                if (!is_about(revocation, product)) continue;
                is_changed = lift(revocation, product) || is_changed;
                TRY(store.lift(revocation));
            }
            if (!is_changed) return error(Cause::refused, "revoke.none_here", {product.name});
        } else {
            for (const auto& revocation : revoke_all(product, day, *decision))
                TRY(store.keep(revocation));
        }
        changed = product;
        now->header.is_signed = false; // what was signed did not say so
        return now;
    };
    const auto version = TRY(store.change(change));
    job::Report report;
    report.words = say({lifts ? "revoke.lifted" : "revoke.done", {changed->name, *decision}}, around.lang) + "\n";
    report.json = {{"version", *version}, {"product", to_json(*changed, day)}};
    return report;
}

} // namespace temsao::office
