#include "catalog/match.h"
#include "catalog/read_cells.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/jobs.h"
#include "office/key_folder.h"
#include "office/product_meant.h"
#include "store/list_store.h"
#include "trace/minisign.h"

#include <algorithm>

namespace temsao::office {
namespace {

constexpr int usual_term_months = 24;

Result<trace::PublicKey> root_of(const KeyFolder& folder) {
    return TRY(folder.find_root()).facts.public_key;
}

job::Json names_of(const std::vector<std::string>& products) {
    return products.empty() ? job::Json("*") : job::Json(products);
}

job::Json to_json(const trace::KeyCertificate& certificate) {
    return {{"id", trace::show_key_id(certificate.key.id())},
            {"public", trace::minisign_key_line(certificate.key)},
            {"producer", certificate.producer},
            {"from", certificate.from.iso()},
            {"to", certificate.to.iso()},
            {"sealed_from", certificate.sealed_from ? job::Json(certificate.sealed_from->iso()) : job::Json(nullptr)},
            {"products", names_of(certificate.products)}};
}

job::Json to_json(const trace::Revocation& revocation) {
    return {{"kind", name(revocation.kind)},
            {"what", revocation.what},
            {"since", revocation.from.iso()},
            {"reason", revocation.reason}};
}

// A producer's key to be certified.
struct CertifyWish {
    std::string key, producer;
    Date from, to;
    std::optional<Date> sealed_from;   // from then on this producer's goods carry a seal
    bool all_products = false;         // whatever the producer makes
    std::vector<std::string> products; // their keys; none: all that the list has of this producer
    PassphraseSource passphrase;       // of the root key
};

// Goods made on a day on which a seal is asked for and no permit gives one could not be labelled at all. Errors
// (Cause::usage) certify.seal_after {day, last day}, certify.seal_before {day, first day}.
Outcome check_term(const CertifyWish& wish, Lang lang) {
    if (!wish.sealed_from) return done;
    const auto day = wish.sealed_from->shown(lang);
    if (*wish.sealed_from > wish.to) return error(Cause::usage, "certify.seal_after", {day, wish.to.shown(lang)});
    if (*wish.sealed_from < wish.from) return error(Cause::usage, "certify.seal_before", {day, wish.from.shown(lang)});
    return done;
}

// Errors: date.form, those of check_term and product_meant.
Result<CertifyWish> read_certify_wish(const job::Request& request, const job::Surroundings& around) {
    const auto from = TRY(job::date_option(request, "from", around.today));
    const auto to = TRY(job::date_option(request, "to", from.plus_months(usual_term_months)));
    CertifyWish wish{.key = request.text("key"),
                     .producer = request.text("producer"),
                     .from = from,
                     .to = to,
                     .sealed_from = {},
                     .all_products = request.has("all"),
                     .products = {},
                     .passphrase = read_passphrase_wish(request, around)};
    if (request.has("sealed-from")) wish.sealed_from = TRY(job::date_option(request, "sealed-from", around.today));
    TRY(check_term(wish, around.lang));
    for (const auto& product : job::texts_option(request, "product"))
        wish.products.push_back(TRY(product_meant(around.home, product)));
    return wish;
}

// The products that the permit will name; empty: all products of the producer.
Result<std::vector<std::string>> products_for(const CertifyWish& wish, const std::filesystem::path& home) {
    if (wish.all_products) return std::vector<std::string>();
    if (!wish.products.empty()) return wish.products;
    std::vector<std::string> products;
    auto store = TRY(store::ListStore::open_to_read(home));
    const auto list = TRY(store.load());
    for (const auto& product : list.products)
        if (catalog::same_producer(product.producer, wish.producer)) products.push_back(product.key);
    if (products.empty()) return error(Cause::missing, "certify.no_products", {wish.producer});
    return products;
}

// What a revocation names, in the one way that it is looked up.
Result<std::string> revoked_thing(trace::Revoked kind, const std::string& what, const KeyFolder& folder) {
    if (kind == trace::Revoked::key) {
        const auto key = public_key_of(what, folder);
        return key ? Result(key->base64()) : key.error();
    }
    if (kind == trace::Revoked::certificate) {
        auto decision = catalog::read_decision(what);
        return decision ? Result(*std::move(decision)) : error(Cause::usage, "revoke.decision", {what});
    }
    const auto slash = what.find('/');
    if (slash == what.npos || slash == 0 || slash + 1 == what.size())
        return error(Cause::usage, "revoke.what", {what, std::string(name(kind))});
    return job::key_of(what.substr(0, slash)) + what.substr(slash);
}

} // namespace

Result<job::Report> new_key(const job::Request& request, const job::Surroundings& around) {
    const KeyFolder folder(around.home);
    const auto& name = request.text("name");
    const auto owner = request.has("owner") ? request.text("owner") : name;
    if (folder.find(name)) return error(Cause::refused, "key.exists", {folder.secret_file(name).string()});
    auto secret = TRY(passphrase_of(name, true, read_passphrase_wish(request, around), around.lang));
    const auto key = trace::SecretKey::generate();
    const auto saved = folder.add(name, key, owner, secret);
    trace::sodium::wipe(secret.data(), secret.size());
    TRY(saved);
    job::Report report;
    const auto id = trace::show_key_id(key.public_key().id()), line = trace::minisign_key_line(key.public_key());
    report.words = say({name == root_name ? "key.made_root" : "key.made",
                        {name, id, line, folder.secret_file(name).string(), folder.public_file(name).string()}},
                       around.lang) +
                   "\n";
    report.json = {{"name", name},
                   {"owner", owner},
                   {"id", id},
                   {"public", line},
                   {"file", folder.secret_file(name).string()},
                   {"public_file", folder.public_file(name).string()}};
    return report;
}

Result<job::Report> list_keys(const job::Request&, const job::Surroundings& around) {
    const KeyFolder folder(around.home);
    const auto keys = TRY(folder.keys());
    std::vector<trace::KeyCertificate> certificates;
    if (const auto root = TRY(folder.root_if_there())) certificates = TRY(folder.certificates(*root));
    const auto revocations = TRY(folder.revocations());

    job::Report report;
    job::Json own = job::Json::array(), certified = job::Json::array(), revoked = job::Json::array();
    for (const auto& [name, facts] : keys) {
        const auto id = trace::show_key_id(facts.public_key.id()), line = trace::minisign_key_line(facts.public_key);
        own.push_back(
            {{"name", name}, {"owner", facts.owner}, {"id", id}, {"public", line}, {"is_root", name == root_name}});
        for (const auto& column : {job::padded(name, 16), id + "  ", line + "  ", facts.owner + "\n"})
            report.words += column;
    }
    const trace::KeyRing ring({}, revocations);
    for (const auto& certificate : certificates) {
        const auto* lost = ring.revoked(trace::Revoked::key, certificate.key.base64());
        auto json = to_json(certificate);
        json["revoked"] = lost ? job::Json(lost->from.iso()) : job::Json(nullptr);
        certified.push_back(std::move(json));
        report.words += say({lost ? "key.row_revoked" : "key.row_certified",
                             {trace::show_key_id(certificate.key.id()),
                              certificate.producer,
                              certificate.products.empty() ? "*" : std::to_string(certificate.products.size()),
                              certificate.from.shown(around.lang),
                              certificate.to.shown(around.lang)}},
                            around.lang) +
                        "\n";
        if (certificate.sealed_from)
            report.words += say({"key.row_sealed", {certificate.sealed_from->shown(around.lang)}}, around.lang) + "\n";
    }
    for (const auto& revocation : revocations) {
        revoked.push_back(to_json(revocation));
        report.words += say({"key.row_revocation",
                             {std::string(name(revocation.kind)),
                              revocation.what,
                              revocation.from.shown(around.lang),
                              revocation.reason}},
                            around.lang) +
                        "\n";
    }
    report.json = {{"keys", own}, {"certificates", certified}, {"revocations", revoked}};
    return report;
}

Result<job::Report> certify_key(const job::Request& request, const job::Surroundings& around) {
    const KeyFolder folder(around.home);
    TRY(root_of(folder));
    const auto wish = TRY(read_certify_wish(request, around));
    const auto key = TRY(public_key_of(wish.key, folder));
    auto products = TRY(products_for(wish, around.home));
    const trace::KeyCertificate certificate{
        key, wish.from, wish.to, std::move(products), wish.producer, wish.sealed_from};
    const auto secret = TRY(folder.unlock(root_name, wish.passphrase, around.lang));
    const auto line = TRY(trace::write_certificate(certificate, secret));
    TRY(folder.add_certificate(certificate, line, around.lang));
    job::Report report;
    report.words = say({"key.certified",
                        {trace::show_key_id(key.id()),
                         certificate.producer,
                         certificate.products.empty() ? "*" : std::to_string(certificate.products.size()),
                         wish.from.shown(around.lang),
                         wish.to.shown(around.lang)}},
                       around.lang) +
                   "\n";
    if (wish.sealed_from)
        report.words +=
            say({"key.sealed_from", {certificate.producer, wish.sealed_from->shown(around.lang)}}, around.lang) + "\n";
    if (wish.sealed_from && *wish.sealed_from < around.today)
        report.remarks.push_back(
            say({"certify.seal_past", {certificate.producer, wish.sealed_from->shown(around.lang)}}, around.lang));
    report.json = to_json(certificate);
    return report;
}

Result<job::Report> withdraw_certificate(const job::Request& request, const job::Surroundings& around) {
    const KeyFolder folder(around.home);
    const auto root = TRY(root_of(folder));
    const auto from = TRY(job::date_option(request, "from", around.today));
    const auto key = TRY(public_key_of(request.text("key"), folder));
    const auto id = trace::show_key_id(key.id());
    std::optional<trace::KeyCertificate> found;
    TRY(folder.remove_certificate(root, [&](const auto& all) -> Result<std::size_t> {
        std::vector<std::size_t> meant;
        std::string first_days;
        for (std::size_t place = 0; place < all.size(); ++place) {
            const auto& certificate = all[place];
            if (certificate.key != key || (request.has("from") && certificate.from != from)) continue;
            meant.push_back(place);
            first_days += (first_days.empty() ? "" : ", ") + certificate.from.iso();
        }
        if (meant.empty()) return error(Cause::missing, "key.not_certified", {id});
        // Of two that begin on one day the newer is meant: it is the one just given by mistake.
        if (meant.size() > 1 && !request.has("from"))
            return error(Cause::usage, "key.which_certificate", {id, std::to_string(meant.size()), first_days});
        found = all[meant.back()];
        return meant.back();
    }));
    const auto& taken = *found;
    job::Report report;
    report.words =
        say({"key.withdrawn", {id, taken.producer, taken.from.shown(around.lang), taken.to.shown(around.lang)}},
            around.lang) +
        "\n";
    report.json = to_json(taken);
    return report;
}

Result<job::Report> revoke_key(const job::Request& request, const job::Surroundings& around) {
    const KeyFolder folder(around.home);
    const auto date = TRY(job::date_option(request, "date", around.today));
    std::optional<trace::Revoked> kind;
    const auto wanted = request.has("kind") ? request.text("kind") : "key";
    for (const auto known :
         {trace::Revoked::key, trace::Revoked::certificate, trace::Revoked::serial, trace::Revoked::lot})
        if (name(known) == wanted) kind = known;
    if (!kind) return error(Cause::usage, "revoke.kind", {wanted});
    const auto what = TRY(revoked_thing(*kind, request.text("what"), folder));
    const trace::Revocation revocation{*kind, what, date, request.text("reason")};
    TRY(folder.add_revocation(revocation));
    job::Report report;
    report.words = say({"key.revoked", {wanted, request.text("what"), date.shown(around.lang)}}, around.lang) + "\n";
    report.json = to_json(revocation);
    return report;
}

} // namespace temsao::office
