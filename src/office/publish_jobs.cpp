#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/jobs.h"
#include "office/key_folder.h"
#include "office/trusted_list.h"
#include "store/list_store.h"
#include "system/file.h"
#include "trace/minisign.h"

#include <algorithm>

namespace temsao::office {
namespace {

namespace fs = std::filesystem;

// The bundle before this one; nothing when it is the first.
Result<std::optional<trace::Bundle>> last_published(const KeyFolder& folder, const trace::PublicKey& root) {
    std::error_code ignored;
    if (!fs::exists(folder.published_file(), ignored)) return std::optional<trace::Bundle>();
    const auto file = TRY(read_file(folder.published_file(), trace::largest_bundle));
    auto bundle = TRY(trace::read_bundle(file, root));
    return std::optional(std::move(bundle));
}

// Writes all files first, then renames them into place one after the other, in this order. A crash between two renames
// leaves the earlier ones renamed.
Outcome write_together(const std::vector<std::pair<fs::path, std::string_view>>& files) {
    std::vector<NewFile> pending;
    for (const auto& [path, bytes] : files) {
        auto file = TRY(NewFile::create(path));
        TRY(file.write(bytes));
        pending.push_back(std::move(file));
    }
    for (auto& file : pending)
        TRY(file.commit());
    return done;
}

job::Json facts_of(trace::Edition edition, std::size_t products, std::size_t keys, std::size_t revocations) {
    return {{"sequence", edition.sequence},
            {"as_of", edition.as_of.iso()},
            {"products", products},
            {"keys", keys},
            {"revocations", revocations}};
}

// The root key to check a bundle by: as given, pinned, or the office's own.
Result<trace::PublicKey> root_for(const std::optional<std::string>& wanted, const job::Surroundings& around) {
    const KeyFolder own(around.home);
    const auto pinned = TRY(pinned_root(around.home));
    if (!wanted) {
        if (pinned) return *pinned;
        if (const auto root = own.find(root_name)) return root->facts.public_key; // the office's own machine
        return error(Cause::usage, "trust.root_needed");
    }
    auto given = public_key_of(*wanted, own);
    if (!given) return given;
    if (pinned && *pinned != *given)
        return error(Cause::refused,
                     "trust.other_root",
                     {trace::show_key_id(given->id()),
                      trace::show_key_id(pinned->id()),
                      pinned_root_file(around.home).string()});
    return given;
}

} // namespace

Result<job::Report> publish_bundle(const job::Request& request, const job::Surroundings& around) {
    const KeyFolder folder(around.home);
    const auto today = TRY(job::date_option(request, "date", around.today));
    const auto root = TRY(folder.find_root());
    auto store = TRY(store::ListStore::open(around.home));
    const auto list = store.load();
    if (!list) return list.error();
    const auto as_of = list->header.as_of;
    // The day of a list can never go back: one from the future would lock out all that follow.
    if (today < as_of) return error(Cause::refused, "publish.future", {as_of.vietnamese(), today.vietnamese()});
    const auto before = TRY(last_published(folder, root.facts.public_key));
    auto certificates = TRY(folder.certificates(root.facts.public_key));
    auto revocations = TRY(folder.revocations());
    const trace::Bundle bundle{{before ? before->edition.sequence + 1 : 1, as_of},
                               request.has("province") ? request.text("province") : root.facts.owner,
                               catalog::to_csv(list->products),
                               std::move(certificates),
                               std::move(revocations)};
    if (before) TRY(trace::check_newer(bundle.edition, before->edition));

    const auto secret = TRY(folder.unlock(root_name, read_passphrase_wish(request, around), around.lang));
    const auto bytes = TRY(trace::write_bundle(bundle, secret));
    // Read as those in the field will: what they would refuse is not published.
    TRY(check::read_trusted(bytes, root.facts.public_key));
    const fs::path out = request.text("out"), signature = out.string() + ".minisig";
    const auto beside = trace::minisign(bytes, secret, "temsao bundle " + std::to_string(bundle.edition.sequence));
    TRY(write_together({{folder.published_file(), bytes}, {signature, beside}, {out, bytes}}));

    job::Report report;
    report.words = say({"publish.done",
                        {std::to_string(bundle.edition.sequence),
                         as_of.shown(around.lang),
                         std::to_string(list->products.size()),
                         std::to_string(bundle.certificates.size()),
                         std::to_string(bundle.revocations.size()),
                         out.string(),
                         std::to_string((bytes.size() + 1023) / 1024),
                         signature.string()}},
                       around.lang) +
                   "\n";
    auto json = facts_of(bundle.edition, list->products.size(), bundle.certificates.size(), bundle.revocations.size());
    json["file"] = out.string();
    json["signature_file"] = signature.string();
    json["bytes"] = bytes.size();
    json["root"] = trace::minisign_key_line(root.facts.public_key);
    report.json = json;
    return report;
}

Result<job::Report> add_bundle(const job::Request& request, const job::Surroundings& around) {
    const auto root = TRY(root_for(job::text_option(request, "root"), around));
    const auto file = TRY(read_file(request.text("bundle"), trace::largest_bundle));
    const auto trusted = TRY(check::read_trusted(file, root));
    const auto as_of = trusted.list.header.as_of;
    const auto before = TRY(pinned_root(around.home));
    bool is_known = false;
    if (before) {
        const auto current_file = TRY(read_file(bundle_file(around.home), trace::largest_bundle));
        is_known = current_file == file;
        const auto current = trace::read_bundle(current_file, root); // one spoiled on disk stands in nobody's way
        if (current && !is_known) TRY(trace::check_newer(trusted.edition, current->edition));
    }
    if (!is_known) {
        auto store = TRY(store::ListStore::open(around.home));
        TRY(store.add(trusted.list));
        std::error_code failed;
        fs::create_directories(bundle_file(around.home).parent_path(), failed);
        if (failed) return error(Cause::io, "file.unwritable", {bundle_file(around.home).string(), failed.message()});
        TRY(write_together(
            {{bundle_file(around.home), file}, {pinned_root_file(around.home), trace::write_minisign_key(root)}}));
    }

    job::Report report;
    const auto products = trusted.list.products.size(), keys = trusted.keys.certificates().size(),
               revocations = trusted.keys.revocations().size();
    report.words = say({is_known ? "trust.known" : "trust.installed",
                        {std::to_string(trusted.edition.sequence),
                         trusted.province,
                         as_of.shown(around.lang),
                         std::to_string(products),
                         std::to_string(keys),
                         std::to_string(revocations)}},
                       around.lang) +
                   "\n";
    auto json = facts_of(trusted.edition, products, keys, revocations);
    json["province"] = trusted.province;
    json["root"] = trace::minisign_key_line(root);
    json["changed"] = !is_known;
    report.json = json;
    return report;
}

} // namespace temsao::office
