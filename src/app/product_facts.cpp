#include "app/product_facts.h"

#include "app/jobs.h"
#include "app/json.h"
#include "app/key_folder.h"
#include "app/print_run.h"
#include "app/trusted_list.h"
#include "store/list_store.h"
#include "trace/sodium.h"

namespace temsao::app {
Result<std::string> product_facts(const std::string& key, const Surroundings& around) {
    auto store = store::ListStore::open(around.home);
    if (!store) return store.error();
    const auto found = store->find(key_of(key));
    if (!found) return found.error();
    if (!*found) return error(Cause::missing, "list.no_product", {key});
    const auto& product = **found;
    Json certificates = Json::array(), facts = Json::object();
    for (const auto& one : product.certificates)
        certificates.push_back({{"stars", one.stars},
                                {"certificate", one.decision},
                                {"issuer", one.issuer},
                                {"issued", one.issued.iso()},
                                {"valid_to", one.valid_to.iso()},
                                {"status", name(one.status)},
                                {"ended_by", one.ended_by.empty() ? Json(nullptr) : Json(one.ended_by)}});
    for (const auto& [fact, value] : product.facts)
        facts[fact] = value;
    const auto allowed = may_be_printed(product, around.today);
    const auto& certificate = catalog::certificate_on(product, around.today);
    return dump({{"product", to_json(product, around.today)},
                 {"facts", facts},
                 {"certificates", certificates},
                 {"may_print", allowed.ok()},
                 {"why", allowed ? Json(nullptr) : Json(say(allowed.error().what, around.lang))},
                 {"last_print_day", allowed ? Json(certificate.valid_to.iso()) : Json(nullptr)}});
}

std::filesystem::path published_bundle(const std::filesystem::path& home) {
    return home / "published" / "danh-sach.temsao";
}

Result<BundleFile> bundle_to_hand_out(const Surroundings& around) {
    const KeyFolder own(around.home);
    const std::pair<std::filesystem::path, std::filesystem::path> places[] = {
        {own.published_file(), own.public_file(root_name)}, {bundle_file(around.home), pinned_root_file(around.home)}};
    std::error_code ignored;
    for (const auto& [file, root] : places) {
        if (!std::filesystem::exists(file, ignored)) continue;
        auto bytes = read_file(file, trace::largest_bundle);
        if (!bytes) return bytes.error();
        auto key = read_file(root, 4096);
        if (!key) return key.error();
        BundleFile bundle{*std::move(bytes), "", "", *std::move(key)};
        bundle.digest = trace::sodium::hex(trace::sodium::text_of(trace::sodium::sha256(bundle.bytes)));
        const auto ours = published_bundle(around.home);
        const auto same = read_file(ours, trace::largest_bundle);
        const auto signature = read_file(ours.string() + ".minisig", 4096);
        if (same && signature && *same == bundle.bytes) bundle.signature = *signature;
        return bundle;
    }
    return error(Cause::missing, "bundle.none");
}

} // namespace temsao::app
