#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/jobs.h"
#include "office/key_folder.h"
#include "office/last_published.h"
#include "office/list_in_log.h"
#include "office/lot_records.h"
#include "office/trusted_list.h"
#include "store/ledger.h"
#include "store/list_store.h"
#include "system/record_file.h"
#include "trace/minisign.h"

#include <algorithm>

namespace temsao::office {
namespace {

namespace fs = std::filesystem;

// Files that appear together, in this order.
class NewFiles {
public:
    Outcome add(const fs::path& path, std::string_view bytes) {
        files_.push_back(TRY(NewFile::create(path)));
        return files_.back().write(bytes);
    }

    Outcome commit() {
        std::vector<NewFile*> all;
        for (auto& file : files_)
            all.push_back(&file);
        return commit_together(all);
    }

private:
    std::vector<NewFile> files_;
};

struct Published {
    trace::Bundle bundle;
    std::string bytes;
};

struct PublishWish {
    fs::path home, out, signature;
    Date day;
    std::string store;
    std::optional<std::string> province; // empty: the root key's owner
    bool all_serials = false;            // also where the filter is large
    bool may_have_fewer = false;         // permits and revocations than the list before, or no witnesses
    Lang lang = Lang::en;
};

Result<PublishWish> read_publish_wish(const job::Request& request, const job::Surroundings& around) {
    const auto out = request.text("out");
    return PublishWish{.home = around.home,
                       .out = out,
                       .signature = out + ".minisig",
                       .day = TRY(job::date_option(request, "date", around.today)),
                       .store = request.text("store"),
                       .province = job::text_option(request, "province"),
                       .all_serials = request.has("serials"),
                       .may_have_fewer = request.has("fewer"),
                       .lang = around.lang};
}

constexpr std::size_t most_left_out_told = 5;

// The list that follows the one before: its number is higher, and what that one permitted or revoked is still known.
// Errors (Cause::refused) publish.fewer {how many, which}, publish.policy_gone; those of check_newer.
Outcome follow(trace::Bundle& bundle,
               const LastPublished& before,
               const PublishWish& wish,
               const KeyFolder& folder,
               const trace::PublicKey& root) {
    bundle.edition.sequence = before.edition.sequence + 1;
    TRY(trace::check_newer(bundle.edition, before.edition));
    if (before.had_policy && !bundle.policy && !wish.may_have_fewer)
        return error(Cause::refused, "publish.policy_gone");
    const auto missing = TRY(left_out(before, folder, root));
    if (missing.empty() || wish.may_have_fewer) return done;
    std::string which;
    for (std::size_t i = 0; i < std::min(missing.size(), most_left_out_told); ++i)
        which += (i == 0 ? "" : ", ") + missing[i];
    if (missing.size() > most_left_out_told) which += ", …";
    return error(Cause::refused, "publish.fewer", {std::to_string(missing.size()), which});
}

// Takes the next number, signs and writes, while no other process publishes.
Result<Published>
publish(trace::Bundle bundle, const KeyFolder& folder, const trace::SecretKey& secret, const PublishWish& wish) {
    const auto root = secret.public_key();
    const auto held = TRY(RecordFile::hold(folder.published_file()));
    auto in_log = TRY(ListInLog::open({wish.home, wish.store, wish.day}));
    if (in_log) bundle.policy = in_log->policy();
    if (const auto before = TRY(last_published(wish.home, root))) TRY(follow(bundle, *before, wish, folder, root));
    bundle.certificates = TRY(folder.certificates(root));
    bundle.revocations = TRY(folder.revocations());
    trace::EnterList enter;
    if (in_log) {
        // One that entered and was not published after all keeps its number.
        bundle.edition.sequence =
            std::max(bundle.edition.sequence, static_cast<std::uint64_t>(TRY(in_log->newest_list())) + 1);
        TRY(in_log->enter_statements(bundle, secret));
        enter = [&](const std::string& entry) { return in_log->enter_list(bundle.edition.sequence, entry, wish.lang); };
    }
    auto bytes = TRY(trace::write_bundle(bundle, secret, enter));
    // Read as those in the field will: what they would refuse is not published.
    TRY(check::read_trusted(bytes, root));
    NewFiles files;
    TRY(files.add(held.path(), bytes));
    TRY(files.add(wish.signature,
                  trace::minisign(bytes, secret, "temsao bundle " + std::to_string(bundle.edition.sequence))));
    TRY(files.add(wish.out, bytes));
    TRY(files.commit());
    return Published{std::move(bundle), std::move(bytes)};
}

trace::Edition edition_of(const store::Trust& trust) {
    return {static_cast<std::uint64_t>(trust.sequence), trust.as_of};
}

// The newest edition of this root that is known here, by the file and by the memory of it.
std::optional<trace::Edition>
newest_known(const std::optional<store::Trust>& trust, const std::string& current_file, const trace::PublicKey& root) {
    std::optional<trace::Edition> newest;
    if (trust && trust->root == root.base64()) newest = edition_of(*trust);
    const auto current = trace::read_bundle(current_file, root); // a damaged one must not block a good one
    if (current && (!newest || newest->sequence < current->edition.sequence)) newest = current->edition;
    return newest;
}

// Puts the bundle in place, and its list into the store, while no other process does. Returns whether anything changed.
Result<bool> install(const std::string& file,
                     const check::TrustedList& trusted,
                     const trace::PublicKey& root,
                     bool is_told_in_person,
                     const job::Surroundings& around) {
    const auto held = TRY(RecordFile::hold(bundle_file(around.home)));
    auto store = TRY(store::ListStore::open(around.home));
    const auto trust = TRY(store.trust());
    const auto current_file = TRY(held.read(trace::largest_bundle));
    if (const auto known = newest_known(trust, current_file, root); known && *known != trusted.edition)
        TRY(trace::check_newer(trusted.edition, *known));
    const auto current = check::read_trusted(current_file, root); // a damaged one must not block a good one
    if (current && !is_told_in_person && current->edition != trusted.edition)
        TRY(check::check_successor(trusted, *current));
    const auto line = trace::write_minisign_key(root);
    const auto root_file = pinned_root_file(around.home);
    const bool is_known = current_file == file && TRY(read_if_there(root_file, 4096)) == line;
    if (is_known && trust && edition_of(*trust) == trusted.edition) return false;
    NewFiles files;
    TRY(files.add(held.path(), file));
    TRY(files.add(root_file, line));
    const bool is_listed = is_known || (trust && edition_of(*trust) == trusted.edition);
    if (!is_listed) TRY(store.add(trusted.list));
    TRY(files.commit());
    TRY(store.keep(
        store::Trust{root.base64(), static_cast<std::int64_t>(trusted.edition.sequence), trusted.list.header.as_of}));
    return !is_known;
}

job::Json facts_of(trace::Edition edition, std::size_t products, std::size_t keys, std::size_t revocations) {
    return {{"sequence", edition.sequence},
            {"as_of", edition.as_of.iso()},
            {"products", products},
            {"keys", keys},
            {"revocations", revocations}};
}

// The root key to check a bundle by: as given, pinned, or the office's own. Another one than the pinned is taken only
// after somebody deleted the file of the pinned one.
Result<trace::PublicKey> root_for(const std::optional<std::string>& wanted, const job::Surroundings& around) {
    const KeyFolder own(around.home);
    const auto pinned = TRY(pinned_root(around.home));
    if (!wanted) {
        if (pinned) return *pinned;
        if (const auto root = TRY(own.root_if_there())) return *root; // the office's own machine
        return error(Cause::usage, "trust.root_needed");
    }
    auto given = public_key_of(*wanted, own);
    if (!given) return given;
    const auto file = pinned_root_file(around.home);
    if (pinned && *pinned != *given && TRY(is_there(file)))
        return error(Cause::refused,
                     "trust.other_root",
                     {trace::show_key_id(given->id()), trace::show_key_id(pinned->id()), file.string()});
    return given;
}

// What a person reads of the lots beside the list; empty without any.
std::string records_words(const GatheredRecords& gathered, Lang lang) {
    if (!gathered.records) return {};
    auto words = say({"publish.lots",
                      {std::to_string(gathered.records->lots.size()),
                       std::to_string(gathered.records->coverage.size()),
                       std::to_string(gathered.serials_left_out ? 0 : gathered.serials)}},
                     lang) +
                 "\n";
    if (gathered.serials_left_out)
        words += say({"publish.serials_left_out",
                      {std::to_string(gathered.serials), std::to_string(most_filter_bytes >> 20)}},
                     lang) +
                 "\n";
    return words;
}

job::Json records_json(const GatheredRecords& gathered) {
    return {{"lots", gathered.records->lots.size()},
            {"producers", gathered.records->coverage.size()},
            {"serials", gathered.serials_left_out ? 0 : gathered.serials},
            {"serials_left_out", gathered.serials_left_out ? gathered.serials : 0}};
}

} // namespace

Result<job::Report> publish_bundle(const job::Request& request, const job::Surroundings& around) {
    const KeyFolder folder(around.home);
    const auto wish = TRY(read_publish_wish(request, around));
    const auto today = wish.day;
    const auto root = TRY(folder.find_root());
    auto store = TRY(store::ListStore::open_to_read(around.home));
    const auto list = TRY(store.load());
    const auto as_of = list.header.as_of;
    // The day of a list can never go back: one from the future would lock out all that follow.
    if (today < as_of) return error(Cause::refused, "publish.future", {as_of.vietnamese(), today.vietnamese()});
    auto ledger = TRY(store::Ledger::open_to_read(around.home, wish.store));
    const auto gathered =
        TRY(gather_lot_records(ledger, list.products, {.day = today, .all_serials = wish.all_serials}));
    // The key first: a person may take a while to type the password.
    const auto secret = TRY(folder.unlock(root_name, read_passphrase_wish(request, around), around.lang));
    const auto [bundle, bytes] = TRY(publish({.edition = {.sequence = 1, .as_of = as_of},
                                              .province = wish.province.value_or(root.facts.owner),
                                              .list = catalog::to_csv(list.products),
                                              .certificates = {},
                                              .revocations = {},
                                              .log = {},
                                              .records = gathered.records},
                                             folder,
                                             secret,
                                             wish));

    job::Report report;
    report.words = say({"publish.done",
                        {std::to_string(bundle.edition.sequence),
                         as_of.shown(around.lang),
                         std::to_string(list.products.size()),
                         std::to_string(bundle.certificates.size()),
                         std::to_string(bundle.revocations.size()),
                         wish.out.string(),
                         std::to_string((bytes.size() + 1023) / 1024),
                         wish.signature.string()}},
                       around.lang) +
                   "\n" + records_words(gathered, around.lang);
    auto json = facts_of(bundle.edition, list.products.size(), bundle.certificates.size(), bundle.revocations.size());
    json["file"] = wish.out.string();
    json["signature_file"] = wish.signature.string();
    json["bytes"] = bytes.size();
    json["root"] = trace::minisign_key_line(root.facts.public_key);
    if (gathered.records) json["records"] = records_json(gathered);
    if (bundle.policy)
        json["witnesses"] = {{"needed", bundle.policy->needed}, {"known", bundle.policy->members.size()}};
    report.json = json;
    return report;
}

Result<job::Report> add_bundle(const job::Request& request, const job::Surroundings& around) {
    const auto given_root = job::text_option(request, "root");
    const auto root = TRY(root_for(given_root, around));
    const auto before = TRY(pinned_root(around.home));
    const auto file = TRY(read_file(request.text("bundle"), trace::largest_bundle));
    const auto trusted = TRY(check::read_trusted(file, root));
    const auto as_of = trusted.list.header.as_of;
    const bool is_known = !TRY(install(file, trusted, root, given_root.has_value(), around));

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
    if (before && *before != root)
        report.words +=
            say({"trust.new_root", {trace::show_key_id(before->id()), trace::show_key_id(root.id())}}, around.lang) +
            "\n";
    auto json = facts_of(trusted.edition, products, keys, revocations);
    json["province"] = trusted.province;
    json["root"] = trace::minisign_key_line(root);
    json["changed"] = !is_known;
    report.json = json;
    return report;
}

} // namespace temsao::office
