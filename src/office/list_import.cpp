// list import: read wish -> read the file -> plan the next edition -> look for steps backwards -> put it into force.
#include "base/text.h"
#include "catalog/changes.h"
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "catalog/print_remarks.h"
#include "catalog/same_name.h"
#include "job/read_options.h"
#include "office/import_report.h"
#include "office/jobs.h"
#include "office/list_changes.h"
#include "office/own_revocations.h"
#include "office/read_spreadsheet.h"
#include "sheet/table_writing.h"
#include "store/list_store.h"
#include "system/file.h"

#include <algorithm>
#include <map>

namespace temsao::office {
namespace {

using catalog::Certificate;
using catalog::Product;
using catalog::ProductChange;
using catalog::ProductList;
using catalog::Weight;

struct ImportWish {
    std::filesystem::path file, refused_file;
    std::string sheet;
    std::optional<Date> as_of;
    catalog::HeadingMap map;
    bool only_looks = false; // nothing is stored
    bool adds = false;       // to the products of the list in use
    bool may_go_back = false;
    std::string proposal = {};                    // of the server's desk; empty: none
    std::optional<SharedRevocations> shared = {}; // those of other servers, which join ours
};

// Why the next edition would go backwards, and how many products it is about.
struct StepBack {
    std::string name; // "older", as in JSON; its sentence is import.back_older
    std::vector<std::string> facts;
};

struct Plan {
    ProductList next;         // without products when every row was refused, and once the list is in force
    std::size_t products = 0; // how many it has
    catalog::ImportReport read = {};
    bool has_before = false;
    std::vector<ProductChange> changes = {};
    std::vector<StepBack> steps_back = {};
    std::vector<store::OwnRevocation> lifted_revocations = {}; // made here, and lifted on another server
    std::vector<store::OwnRevocation> kept_revocations = {};   // made here or there, and not in the file
    std::vector<store::OwnRevocation> doubtful = {};           // of these: against a certificate that is new here
    bool is_of_future = false;                                 // its day comes after today
    std::optional<Error> unwritten = {};                       // why the refused rows have no file

    bool is_refused(const ImportWish& wish) const { return !steps_back.empty() && !wish.may_go_back; }
};

Result<ImportWish> read_import_wish(const job::Request& request, const job::Surroundings& around) {
    ImportWish wish{.file = request.text("file"),
                    .refused_file = request.text("refused"),
                    .sheet = request.text("sheet"),
                    .as_of = {},
                    .map = TRY(read_map_wish(request)),
                    .only_looks = request.has("look"),
                    .adds = request.has("add"),
                    .may_go_back = request.has("replace")};
    if (request.has("as-of")) wish.as_of = TRY(job::date_option(request, "as-of", around.today));
    if (wish.refused_file.empty()) wish.refused_file = wish.file.string() + ".refused.csv";
    TRY(sheet::table_format(wish.refused_file));
    return wish;
}

// A row of the file counts for its certificate, but never lifts what ended it. Whether it would have.
bool add_certificate(Product& product, Certificate certificate) {
    for (auto& known : product.certificates)
        if (catalog::same_certificate(known, certificate)) {
            const bool stays_ended = graver(known.status, certificate.status);
            if (stays_ended) {
                certificate.status = known.status;
                certificate.ended_by = known.ended_by;
            }
            known = std::move(certificate);
            return stays_ended;
        }
    product.certificates.push_back(std::move(certificate));
    return false;
}

// The list in use with the products of the file. Rows that would lift what ended their certificate are told.
std::vector<Product> added_to(std::vector<Product> now, std::vector<Product> read, catalog::ImportReport& report) {
    std::map<std::string, Product> all;
    for (auto& product : now)
        all.emplace(product.key, std::move(product));
    for (auto& product : read) {
        const auto found = all.find(product.key);
        if (found == all.end()) {
            all.emplace(product.key, std::move(product));
            continue;
        }
        auto certificates = std::move(found->second.certificates);
        auto facts = std::move(found->second.facts);
        for (const auto& [name, value] : product.facts)
            facts[name] = value;
        std::swap(certificates, product.certificates);
        product.facts = std::move(facts);
        for (auto& certificate : certificates) {
            const auto decision = certificate.decision;
            if (add_certificate(product, std::move(certificate)))
                report.remarks.push_back(
                    {report.row_of.at(product.key),
                     {Axis::list, "ADDING_LIFTS_NOTHING", Severity::check, {product.name, decision}, ""}});
        }
        std::sort(product.certificates.begin(), product.certificates.end(), [](const auto& a, const auto& b) {
            return std::tie(a.issued, a.decision) < std::tie(b.issued, b.decision);
        });
        found->second = std::move(product);
    }
    std::vector<Product> list;
    for (auto& [key, product] : all)
        list.push_back(std::move(product));
    return list;
}

// "Mật ong, Gạo nếp …": the first of those whose change has the weight.
std::string names_of(const std::vector<ProductChange>& changes, Weight weight) {
    constexpr int most_named = 5;
    std::string names;
    int count = 0;
    for (const auto& change : changes)
        if (change.weight == weight && ++count <= most_named)
            names += (names.empty() ? "“" : ", “") + make_line(change.name) + "”";
    return names + (count > most_named ? ", …" : "");
}

std::vector<StepBack> steps_back(const Plan& plan, const std::optional<ProductList>& now) {
    std::vector<StepBack> steps;
    if (!now) return steps;
    if (plan.next.header.as_of < now->header.as_of)
        steps.push_back({"older", {plan.next.header.as_of.vietnamese(), now->header.as_of.vietnamese()}});
    const auto count = [&](Weight weight) {
        return std::count_if(
            plan.changes.begin(), plan.changes.end(), [&](const auto& change) { return change.weight == weight; });
    };
    if (const auto gone = count(Weight::product_gone)) steps.push_back({"gone", {std::to_string(gone)}});
    if (const auto lifted = count(Weight::revocation_lifted))
        steps.push_back({"lifted", {std::to_string(lifted), names_of(plan.changes, Weight::revocation_lifted)}});
    return steps;
}

// Products of the file that are like others of the list to be: told at their row.
void tell_likenesses(Plan& plan) {
    for (auto& finding : catalog::list_likenesses(plan.next, plan.next.header.as_of))
        for (const auto place : {2, 1}) { // the codes of the two
            const auto row = plan.read.row_of.find(finding.facts[static_cast<std::size_t>(place)]);
            if (row == plan.read.row_of.end()) continue;
            plan.read.remarks.push_back({row->second, std::move(finding)});
            break;
        }
    std::stable_sort(
        plan.read.remarks.begin(), plan.read.remarks.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
}

// All that hold now, whether or not the list has them: those of other servers become known here.
std::vector<store::OwnRevocation> join_revocations(Plan& plan,
                                                   const std::vector<store::OwnRevocation>& ours,
                                                   const SharedRevocations& shared,
                                                   const std::vector<Product>& before) {
    auto hold = merged(ours, shared);
    const auto holds = [&](const store::OwnRevocation& one) {
        return std::any_of(hold.begin(), hold.end(), [&](const auto& other) { return is_same(one, other); });
    };
    for (const auto* some : {&ours, &shared.theirs})
        for (const auto& one : *some) {
            if (holds(one)) continue;
            plan.lifted_revocations.push_back(one);
            for (auto& product : plan.next.products)
                if (is_about(one, product)) lift(one, product);
        }
    auto kept = keep_revoked(plan.next.products, hold, before);
    for (auto& one : kept.all) {
        const auto known =
            std::find_if(hold.begin(), hold.end(), [&](const auto& other) { return is_same(one, other); });
        if (known == hold.end())
            hold.push_back(std::move(one));
        else
            *known = std::move(one);
    }
    plan.doubtful = std::move(kept.in_doubt);
    return hold;
}

Result<Plan> plan_import(catalog::Table table,
                         const std::optional<ProductList>& now,
                         store::ListStore& store,
                         const ImportWish& wish,
                         Date today) {
    const auto day = wish.as_of.value_or(wish.adds && now ? now->header.as_of : today);
    Plan plan{.next = {{wish.file.filename().string(), day, false}, {}}};
    plan.has_before = now.has_value();
    plan.is_of_future = day > today;
    const auto map = TRY(with_kept(wish.map, store));
    static const std::vector<Product> none;
    const auto& before = now ? now->products : none;
    plan.read = TRY(catalog::import_table(std::move(table), wish.file.filename().string(), before, map, day));
    plan.next.products = std::move(plan.read.products);
    if (plan.next.products.empty()) return plan;
    if (wish.adds) plan.next.products = added_to(before, std::move(plan.next.products), plan.read);
    plan.products = plan.next.products.size();
    const auto ours = TRY(store.own_revocations());
    if (wish.shared) {
        plan.kept_revocations = join_revocations(plan, ours, *wish.shared, before);
    } else {
        auto kept = keep_revoked(plan.next.products, ours, before);
        plan.kept_revocations = std::move(kept.all);
        plan.doubtful = std::move(kept.in_doubt);
    }
    tell_likenesses(plan);
    if (now) plan.changes = catalog::changes_between(before, plan.next.products);
    plan.steps_back = steps_back(plan, now);
    return plan;
}

// Nothing is in the store yet, and what a look finds is not stored.
Result<Plan> look(catalog::Table table, const ImportWish& wish, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open_to_read(around.home));
    std::optional<ProductList> now;
    if (TRY(store.newest()) > 0) now = TRY(store.load());
    return plan_import(std::move(table), now, store, wish, around.today);
}

// A folder that cannot be written does not stop the import: the plan then says why the rows are not there.
Outcome write_refused(Plan& plan, const ImportWish& wish, Lang lang) {
    if (plan.read.refused.empty()) return done;
    const auto format = TRY(sheet::table_format(wish.refused_file));
    const auto rows = TRY(sheet::write_table(catalog::refused_rows(plan.read, lang), format));
    if (const auto written = write_file(wish.refused_file, rows); !written) plan.unwritten = written.error();
    return done;
}

struct Stored {
    Plan plan;
    std::optional<std::int64_t> version; // none: nothing was imported
};

// In one transaction: of two imports at once the later one sees what the earlier one did.
Result<Stored> put_into_force(catalog::Table table, const ImportWish& wish, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open(around.home));
    std::optional<Plan> made;
    const auto version =
        TRY(store.change([&](const std::optional<ProductList>& now) -> Result<std::optional<ProductList>> {
            made = TRY(plan_import(std::move(table), now, store, wish, around.today));
            TRY(write_refused(*made, wish, around.lang));
            if (made->next.products.empty() || made->is_refused(wish)) return std::optional<ProductList>();
            if (!wish.proposal.empty()) {
                if (TRY(store.has_proposal(wish.proposal))) return std::optional<ProductList>();
                store.is_of_proposal(wish.proposal);
            }
            for (const auto& said : wish.map)
                TRY(store.keep(said));
            for (const auto& revocation : made->lifted_revocations)
                TRY(store.lift(revocation));
            for (const auto& revocation : made->kept_revocations)
                TRY(store.keep(revocation));
            return std::optional(ProductList{made->next.header, std::move(made->next.products)}); // not both in memory
        }));
    return Stored{*std::move(made), version};
}

bool has_refused_file(const Plan& plan, const ImportWish& wish) {
    return !plan.read.refused.empty() && !wish.only_looks && !plan.unwritten;
}

Message summary_of(const Stored& stored, const ImportWish& wish) {
    const auto& plan = stored.plan;
    const auto refused = std::to_string(plan.read.refused.size());
    if (plan.products == 0) return {"import.all_refused", {wish.file.string(), refused}};
    if (plan.is_refused(wish)) return {wish.adds ? "import.needs_yes_to_add" : "import.needs_yes", {}};
    return {wish.only_looks ? "import.look_summary" : "import.summary",
            {std::to_string(plan.products),
             std::to_string(plan.read.rows_accepted),
             refused,
             plan.next.header.as_of.vietnamese()}};
}

// Each revocation that holds in doubt, with the command that lifts it.
std::vector<std::string> doubt_lines(const std::vector<store::OwnRevocation>& doubtful, Lang lang) {
    std::vector<std::string> lines;
    for (const auto& one : doubtful)
        lines.push_back(
            say({"import.revocation_in_doubt",
                 {make_line(one.name), one.ended_by, make_line(one.decision), one.issued.vietnamese(), one.key}},
                lang));
    return lines;
}

job::Json doubts_json(const std::vector<store::OwnRevocation>& doubtful) {
    auto all = job::Json::array();
    for (const auto& one : doubtful)
        all.push_back({{"key", one.key},
                       {"name", one.name},
                       {"certificate", one.decision},
                       {"issued", one.issued.iso()},
                       {"ended_by", one.ended_by}});
    return all;
}

std::string words_of(const Stored& stored, const ImportWish& wish, Lang lang) {
    const auto& plan = stored.plan;
    std::vector<std::string> lines;
    if (plan.has_before && plan.products > 0) {
        const auto counts = change_counts(plan.changes, lang);
        lines.push_back(counts.empty() ? say({"import.no_changes", {}}, lang)
                                       : say({"import.changes", {counts}}, lang));
        if (wish.only_looks || plan.is_refused(wish))
            job::append_first(lines, change_lines(plan.changes, lang), "import.more", lang);
    }
    if (!plan.kept_revocations.empty())
        lines.push_back(say({"import.kept_revocations", {std::to_string(plan.kept_revocations.size())}}, lang));
    job::append_first(lines, doubt_lines(plan.doubtful, lang), "import.more", lang);
    for (const auto& [name, facts] : plan.steps_back)
        lines.push_back(say({"import.back_" + name, facts}, lang));
    if (plan.is_of_future && plan.products > 0)
        lines.push_back(say({"import.future", {plan.next.header.as_of.vietnamese()}}, lang));
    lines.push_back(say(summary_of(stored, wish), lang));
    if (has_refused_file(plan, wish)) lines.push_back(say({"import.refused_file", {wish.refused_file.string()}}, lang));
    std::string words = import_words(plan.read, lang);
    for (const auto& line : lines)
        words += line + "\n";
    return words;
}

job::Json json_of(const Stored& stored, const ImportWish& wish, Lang lang) {
    const auto& plan = stored.plan;
    auto needs_yes = job::Json::array();
    for (const auto& step : plan.steps_back)
        needs_yes.push_back(step.name);
    auto json = import_json(plan.read, lang);
    const bool has_file = has_refused_file(plan, wish);
    json.update({{"source", plan.next.header.source},
                 {"as_of", plan.next.header.as_of.iso()},
                 {"version", stored.version ? job::Json(*stored.version) : job::Json(nullptr)},
                 {"products", plan.products},
                 {"changes", changes_json(plan.changes, lang)},
                 {"kept_revocations", plan.kept_revocations.size()},
                 {"doubtful_revocations", doubts_json(plan.doubtful)},
                 {"after_today", plan.is_of_future},
                 {"needs_yes", needs_yes},
                 {"refused_file", has_file ? job::Json(wish.refused_file.string()) : job::Json(nullptr)}});
    return json;
}

} // namespace

namespace {

Result<Stored> import_file(const ImportWish& wish, const job::Surroundings& around) {
    auto table = TRY(read_spreadsheet(wish.file, wish.sheet));
    return wish.only_looks ? Stored{TRY(look(std::move(table), wish, around)), {}}
                           : TRY(put_into_force(std::move(table), wish, around));
}

Result<job::Report> import_wished(const ImportWish& wish, const job::Surroundings& around) {
    const auto stored = TRY(import_file(wish, around));
    job::Report report;
    report.words = words_of(stored, wish, around.lang);
    report.remarks = import_remarks(stored.plan.read, around.lang);
    if (const auto& why = stored.plan.unwritten)
        report.remarks.push_back(say({"import.no_refused_file", {say(why->what, around.lang)}}, around.lang));
    if (around.wants_json) report.json = json_of(stored, wish, around.lang);
    report.exit_status = stored.plan.read.refused.empty() && !stored.plan.is_refused(wish) ? 0 : 1;
    return report;
}

} // namespace

Result<job::Report> import_list(const job::Request& request, const job::Surroundings& around) {
    return import_wished(TRY(read_import_wish(request, around)), around);
}

Result<std::optional<std::int64_t>> import_proposal(const ApprovedList& approved, const job::Surroundings& around) {
    ImportWish wish{.file = approved.file,
                    .refused_file = approved.file.string() + ".refused.csv",
                    .sheet = {},
                    .as_of = approved.as_of,
                    .map = {},
                    .may_go_back = true,
                    .proposal = approved.proposal};
    for (const auto& said : approved.said)
        wish.map.push_back(TRY(catalog::read_said_meaning(said)));
    return TRY(import_file(wish, around)).version;
}

Outcome take_shared(const SharedEdition& edition, const job::Surroundings& around) {
    const ImportWish wish{
        .file = edition.file,
        .refused_file = edition.file.string() + ".refused.csv",
        .sheet = {},
        .as_of = edition.as_of,
        .map = {},
        .may_go_back = true,
        .shared = SharedRevocations{TRY(read_revocations(edition.revocations)), TRY(read_revocations(edition.base))}};
    TRY(import_file(wish, around));
    return done;
}

Result<SharedEdition> shared_edition(const std::filesystem::path& file, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open(around.home));
    const auto now = TRY(store.load());
    TRY(write_file(file, TRY(sheet::write_table(catalog::list_rows(now.products), TRY(sheet::table_format(file))))));
    return SharedEdition{file, now.header.as_of, write_revocations(TRY(store.own_revocations())), {}};
}

Result<job::Report> undo_list(const job::Request&, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open(around.home));
    std::vector<ProductChange> changes;
    ProductList back{{"", around.today, false}, {}};
    std::int64_t restored = 0;
    std::vector<store::OwnRevocation> doubtful;
    const auto version =
        TRY(store.change([&](const std::optional<ProductList>& now) -> Result<std::optional<ProductList>> {
            if (!now) return error(Cause::missing, "store.no_list");
            const auto revocations = TRY(store.own_revocations());
            restored = TRY(store.undo_from());
            while (changes.empty()) { // editions that differ in nothing are passed over
                restored = TRY(store.older_than(restored));
                if (restored == 0) return error(Cause::refused, "list.undo_nothing", {});
                back = TRY(store.load(restored));
                back.header.is_signed = false;
                doubtful = keep_revoked(back.products, revocations, now->products).in_doubt;
                changes = catalog::changes_between(now->products, back.products);
            }
            for (const auto& one : doubtful)
                TRY(store.keep(one));
            store.brings_back(restored);
            return std::optional(back);
        }));
    job::Report report;
    std::vector<std::string> lines;
    job::append_first(lines, change_lines(changes, around.lang), "import.more", around.lang);
    job::append_first(lines, doubt_lines(doubtful, around.lang), "import.more", around.lang);
    lines.push_back(say({"list.undone",
                         {std::to_string(restored),
                          back.header.as_of.vietnamese(),
                          std::to_string(*version),
                          std::to_string(changes.size())}},
                        around.lang));
    for (const auto& line : lines)
        report.words += line + "\n";
    report.json = {{"version", *version}, {"restored", restored}, {"changes", changes_json(changes, around.lang)}};
    return report;
}

} // namespace temsao::office
