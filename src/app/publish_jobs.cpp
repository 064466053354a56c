#include "app/jobs.h"
#include "app/json.h"
#include "app/key_folder.h"
#include "app/trusted_list.h"
#include "base/file.h"
#include "catalog/import.h"
#include "store/list_store.h"
#include "trace/minisign.h"

#include <algorithm>

namespace temsao::app {
namespace {

namespace fs = std::filesystem;

std::string shown(Date day, Lang lang) {
    return day.shown(lang);
}

// The bundle before this one; nothing when it is the first.
Result<std::optional<trace::Bundle>> last_published(const KeyFolder& folder, const trace::PublicKey& root) {
    std::error_code ignored;
    if (!fs::exists(folder.published_file(), ignored)) return std::optional<trace::Bundle>();
    const auto file = read_file(folder.published_file(), trace::largest_bundle);
    if (!file) return file.error();
    auto bundle = trace::read_bundle(*file, root);
    if (!bundle) return bundle.error();
    return std::optional(*std::move(bundle));
}

// Writes all files first, then renames them into place one after the other, in this order. A crash between two renames
// leaves the earlier ones renamed.
Outcome write_together(const std::vector<std::pair<fs::path, std::string_view>>& files) {
    std::vector<NewFile> pending;
    for (const auto& [path, bytes] : files) {
        auto file = NewFile::create(path);
        if (!file) return file.error();
        if (auto written = file->write(bytes); !written) return written;
        pending.push_back(*std::move(file));
    }
    for (auto& file : pending)
        if (auto committed = file.commit(); !committed) return committed;
    return done;
}

Json facts_of(trace::Edition edition, std::size_t products, std::size_t keys, std::size_t revocations) {
    return {{"sequence", edition.sequence},
            {"as_of", edition.as_of.iso()},
            {"products", products},
            {"keys", keys},
            {"revocations", revocations}};
}

Result<trace::PublicKey> root_for(const Request& request, const Surroundings& around) {
    const KeyFolder own(around.home);
    const auto pinned = pinned_root(around.home);
    if (!pinned) return pinned.error();
    if (!request.has("root")) {
        if (*pinned) return **pinned;
        if (const auto root = own.find(root_name)) return root->facts.public_key; // the office's own machine
        return error(Cause::usage, "trust.root_needed");
    }
    auto given = public_key_of(request.text("root"), own);
    if (!given) return given;
    if (*pinned && **pinned != *given)
        return error(Cause::refused,
                     "trust.other_root",
                     {trace::show_key_id(given->id()),
                      trace::show_key_id((*pinned)->id()),
                      pinned_root_file(around.home).string()});
    return given;
}

} // namespace

Result<Report> publish_bundle(const Request& request, const Surroundings& around) {
    const KeyFolder folder(around.home);
    const auto today = date_option(request, "date", around.today);
    if (!today) return today.error();
    const auto root = folder.find(root_name);
    if (!root) return root.error().what.id == "key.none" ? error(Cause::missing, "key.no_root") : root.error();
    auto store = store::ListStore::open(around.home);
    if (!store) return store.error();
    const auto list = store->load();
    if (!list) return list.error();
    const auto as_of = list->header.as_of;
    // The day of a list can never go back: one from the future would lock out all that follow.
    if (*today < as_of) return error(Cause::refused, "publish.future", {as_of.vietnamese(), today->vietnamese()});
    const auto before = last_published(folder, root->facts.public_key);
    if (!before) return before.error();
    auto certificates = folder.certificates(root->facts.public_key);
    if (!certificates) return certificates.error();
    auto revocations = folder.revocations();
    if (!revocations) return revocations.error();
    const trace::Bundle bundle{{*before ? (*before)->edition.sequence + 1 : 1, as_of},
                               request.has("province") ? request.text("province") : root->facts.owner,
                               catalog::to_csv(list->products),
                               *std::move(certificates),
                               *std::move(revocations)};
    if (*before)
        if (auto newer = trace::check_newer(bundle.edition, (*before)->edition); !newer) return newer.error();

    const auto secret = folder.unlock(root_name, request, around);
    if (!secret) return secret.error();
    const auto bytes = trace::write_bundle(bundle, *secret);
    if (!bytes) return bytes.error();
    // Read as those in the field will: what they would refuse is not published.
    if (const auto again = read_trusted(*bytes, root->facts.public_key); !again) return again.error();
    const fs::path out = request.text("out"), signature = out.string() + ".minisig";
    const auto beside = trace::minisign(*bytes, *secret, "temsao bundle " + std::to_string(bundle.edition.sequence));
    if (auto written = write_together({{folder.published_file(), *bytes}, {signature, beside}, {out, *bytes}});
        !written)
        return written.error();

    Report report;
    report.words = say({"publish.done",
                        {std::to_string(bundle.edition.sequence),
                         shown(as_of, around.lang),
                         std::to_string(list->products.size()),
                         std::to_string(bundle.certificates.size()),
                         std::to_string(bundle.revocations.size()),
                         out.string(),
                         std::to_string((bytes->size() + 1023) / 1024),
                         signature.string()}},
                       around.lang) +
                   "\n";
    auto json = facts_of(bundle.edition, list->products.size(), bundle.certificates.size(), bundle.revocations.size());
    json["file"] = out.string();
    json["signature_file"] = signature.string();
    json["bytes"] = bytes->size();
    json["root"] = trace::minisign_key_line(root->facts.public_key);
    report.json = dump(json);
    return report;
}

Result<Report> add_bundle(const Request& request, const Surroundings& around) {
    const auto root = root_for(request, around);
    if (!root) return root.error();
    const auto file = read_file(request.text("bundle"), trace::largest_bundle);
    if (!file) return file.error();
    const auto trusted = read_trusted(*file, *root);
    if (!trusted) return trusted.error();
    const auto as_of = trusted->list.header.as_of;
    const auto before = pinned_root(around.home);
    if (!before) return before.error();
    bool is_known = false;
    if (*before) {
        const auto current_file = read_file(bundle_file(around.home), trace::largest_bundle);
        if (!current_file) return current_file.error();
        is_known = *current_file == *file;
        const auto current = trace::read_bundle(*current_file, *root); // one spoiled on disk stands in nobody's way
        if (current && !is_known)
            if (auto newer = trace::check_newer(trusted->edition, current->edition); !newer) return newer.error();
    }
    if (!is_known) {
        auto store = store::ListStore::open(around.home);
        if (!store) return store.error();
        if (auto added = store->add(trusted->list); !added) return added.error();
        std::error_code failed;
        fs::create_directories(bundle_file(around.home).parent_path(), failed);
        if (failed) return error(Cause::io, "file.unwritable", {bundle_file(around.home).string(), failed.message()});
        if (auto written = write_together(
                {{bundle_file(around.home), *file}, {pinned_root_file(around.home), trace::write_minisign_key(*root)}});
            !written)
            return written.error();
    }

    Report report;
    const auto products = trusted->list.products.size(), keys = trusted->keys.certificates().size(),
               revocations = trusted->keys.revocations().size();
    report.words = say({is_known ? "trust.known" : "trust.installed",
                        {std::to_string(trusted->edition.sequence),
                         trusted->province,
                         shown(as_of, around.lang),
                         std::to_string(products),
                         std::to_string(keys),
                         std::to_string(revocations)}},
                       around.lang) +
                   "\n";
    auto json = facts_of(trusted->edition, products, keys, revocations);
    json["province"] = trusted->province;
    json["root"] = trace::minisign_key_line(*root);
    json["changed"] = !is_known;
    report.json = dump(json);
    return report;
}

} // namespace temsao::app
