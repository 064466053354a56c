#include "office/home_check.h"

#include "epcis/document.h"
#include "job/read_options.h"
#include "office/approval_id.h"
#include "office/bundle_file.h"
#include "office/home_json.h"
#include "office/last_published.h"
#include "office/run_options.h"
#include "office/trusted_list.h"
#include "store/ledger.h"
#include "store/list_store.h"
#include "store/log_folders.h"
#include "store/lot_events.h"
#include "store/sightings.h"
#include "system/file.h"
#include "system/folder.h"
#include "trace/minisign.h"
#include "trace/sodium.h"

#include <algorithm>
#include <functional>
#include <sys/stat.h>

namespace temsao::office {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_checked_bytes = 64 << 20;

// Every host that labels were printed with here.
std::vector<std::string> hosts_in(const std::vector<std::string>& runs) {
    std::vector<std::string> hosts;
    for (const auto& options : runs)
        if (const auto host = value_of(options, "--host"); !host.empty()) hosts.emplace_back(host);
    return hosts;
}

// The first line of a signed mark: the name of its log.
std::string log_of(const std::string& note) {
    return note.substr(0, note.find('\n'));
}

class LookOver {
public:
    explicit LookOver(const HomeView& view) : home_(view.home), view_(view) {}

    HomeFacts facts;

    void database() {
        const auto file = store::database_file(home_);
        if (const auto speaking = file_without_database()) {
            is_database_gone_ = true;
            tell("database", {"check.database_gone", {file.string(), speaking->string()}});
        }
        auto opened = store::Database::open_to_read(file);
        if (!note("database", opened)) return;
        for (const auto& fault : opened->faults())
            tell("database", {"check.database", {file.string(), fault}});
        for (const auto& table : opened->altered())
            tell("database", {"check.table", {file.string(), table}});
        only_owner(file);
    }

    void lists() {
        auto lists = store::ListStore::open_to_read(home_);
        if (!note("list", lists)) return;
        const auto versions = lists->versions();
        if (!note("list", versions)) return;
        facts.lists = static_cast<std::int64_t>(versions->size());
        std::int64_t before = 0;
        for (const auto& version : *versions) {
            if (version.id != before + 1) tell("list", {"check.list_gone", {std::to_string(before + 1)}});
            before = version.id;
            days_.push_back(version.header.as_of);
            if (!note("list", lists->load(version.id))) continue;
            const auto hold = lists->products_hold(version.id);
            if (note("list", hold) && !*hold) tell("list", {"list.damaged", {std::to_string(version.id)}});
        }
        note("list", lists->own_revocations());
    }

    void log() {
        const auto& store = view_.store;
        auto ledger = store::Ledger::open_to_read(home_, store);
        if (!note("log", ledger)) return;
        const auto audit = ledger->audit();
        if (!note("log", audit)) return;
        facts.log_size = audit->size;
        if (!audit->behind.empty())
            tell("log", {"log.behind", {audit->behind}});
        else if (!audit->holds())
            tell("log", {"log.broken", {std::to_string(audit->size), std::to_string(audit->checkpoints)}});
        if (audit->events_inconsistent > 0)
            tell("log", {"check.lot_events", {std::to_string(audit->events_inconsistent)}});
        if (audit->declarations_inconsistent > 0)
            tell("log", {"check.declarations", {std::to_string(audit->declarations_inconsistent)}});
        if (audit->statements_inconsistent > 0)
            tell("log", {"check.statements", {std::to_string(audit->statements_inconsistent)}});
        const auto own_key = ledger->holds_key();
        if (note("key", own_key) && *own_key && !**own_key && store.empty())
            tell("key", {"check.log_key", {store::log_key_file(home_).string()}});
        if (own_key && !*own_key && audit->size > 0 && store.empty())
            tell("key", {"log.key_gone", {store::log_key_file(home_).string()}});
        other_logs(*ledger);
        lot_book(*ledger);
        const auto damaged = ledger->sightings().damaged();
        if (note("log", damaged) && *damaged > 0) tell("log", {"check.sightings", {std::to_string(*damaged)}});
    }

    void keys() {
        const KeyFolder folder(home_);
        const auto keys = folder.keys();
        if (note("key", keys))
            for (const auto& key : *keys)
                own_key(folder, key);
        note("key", folder.revocations());
        note("key", folder.lifted());
        if (!view_.has_no_secrets) secret_keys();
        const auto root = folder.find_root();
        if (!root) {
            for (const auto& file : {folder.certificates_file(), folder.published_file()})
                if (is_kept(file)) return void(note("key", root));
            return;
        }
        const auto& public_key = root->facts.public_key;
        note("key", folder.certificates(public_key));
        note("key", folder.withdrawn(public_key));
        publication(folder, public_key);
        for (const auto& file : {folder.published_file(), published_bundle(home_)})
            if (is_kept(file)) bundle(file, public_key);
        published_signature(public_key);
    }

    void trust() {
        if (is_kept(bundle_file(home_)) && !is_kept(pinned_root_file(home_)))
            tell("bundle", {"check.no_root", {pinned_root_file(home_).string()}});
        const auto trusted = load_trusted(home_);
        const auto memory = remembered_trust(home_);
        if (note("bundle", trusted) && *trusted && memory && !*memory && !is_database_gone_)
            tell("bundle", {"check.trust_forgotten", {bundle_file(home_).string()}});
    }

    void settings() {
        for (const auto* name : {"sheets.json", "printers.json"})
            note("settings", load_home_json(home_ / name));
        for (const auto* name : {"templates", "stocks"})
            note("settings", content_of(home_ / name));
        brands();
        const auto approvals = content_of(home_ / "approvals");
        if (!note("approval", approvals)) return;
        for (const auto& file : *approvals) {
            if (file.extension() != ".json") continue;
            const auto text = read_file(file, most_checked_bytes);
            if (note("approval", text) && approval_id(*text) != file.stem())
                tell("approval", {"check.approval", {file.string()}});
        }
    }

private:
    // press/brands.h: a logo is named by its bytes.
    void brands() {
        const auto files = content_of(home_ / "brands");
        if (!note("settings", files)) return;
        for (const auto& file : *files) {
            if (file.filename().string().starts_with('.')) continue; // a lock
            if (file.extension() == ".json") {
                note("settings", load_home_json(file));
                continue;
            }
            const auto logo = read_file(file, most_checked_bytes);
            if (note("settings", logo) && trace::sodium::short_hash(*logo) != file.stem())
                tell("settings", {"check.brand_logo", {file.string()}});
        }
    }

    void tell(const char* what, Message words) { facts.findings.push_back({what, std::move(words)}); }

    template <class T>
    bool note(const char* what, const Result<T>& result) {
        if (!result) tell(what, result.error().what);
        return result.ok();
    }

    // What may not be looked at is told.
    bool is_kept(const fs::path& file) {
        const auto there = is_there(file);
        return note("permissions", there) && *there;
    }

    // A file that is never there without the database, while that is missing or empty.
    std::optional<fs::path> file_without_database() {
        std::error_code unknown;
        const auto file = store::database_file(home_);
        if (is_kept(file) && fs::file_size(file, unknown) > 0) return {};
        const KeyFolder folder(home_);
        std::vector<fs::path> speaking{
            bundle_file(home_), pinned_root_file(home_), folder.published_file(), published_bundle(home_)};
        if (view_.store.empty()) speaking.insert(speaking.begin(), {store::log_key_file(home_), home_ / "log-folders"});
        for (const auto& one : speaking)
            if (is_kept(one)) return one;
        return {};
    }

    // Logs that the key or an exported folder speaks of, and the database does not know.
    void other_logs(store::Ledger& ledger) {
        const auto names = ledger.log_names();
        const auto folders = store::log_folders(home_);
        if (is_database_gone_ || !note("log", names) || !note("log", folders)) return;
        if (names->empty() && view_.store.empty() && is_kept(store::log_key_file(home_)))
            return tell("log", {"check.log_gone", {store::log_key_file(home_).string()}});
        for (const auto& folder : *folders) {
            const auto published = read_file(folder / store::checkpoint_name, trace::largest_note);
            if (!published) continue; // a folder that is not there now cannot tell
            if (std::find(names->begin(), names->end(), log_of(*published)) == names->end())
                tell("log", {"check.log_gone", {folder.string()}});
        }
    }

    void lot_book(store::Ledger& ledger) {
        const auto events = ledger.lot_events().all();
        const auto options = ledger.run_options();
        if (!note("log", events) || !note("log", options)) return;
        auto hosts = hosts_in(*options);
        hosts.insert(hosts.begin(), job::default_host);
        if (!view_.host.empty()) hosts.push_back(view_.host);
        const auto is_told = [&](const lots::Event& event) {
            return std::any_of(
                hosts.begin(), hosts.end(), [&](const auto& host) { return epcis::says_its_id(event, host); });
        };
        const auto altered = std::count_if(events->begin(), events->end(), std::not_fn(is_told));
        if (altered > 0) tell("log", {"check.lot_altered", {std::to_string(altered)}});
    }

    // Is the list published last still known here, with all that it permits and revokes?
    void publication(const KeyFolder& folder, const trace::PublicKey& root) {
        const auto last = last_published(home_, root);
        if (!last || !*last) return; // a damaged one is told of elsewhere
        const auto number = std::to_string((*last)->edition.sequence);
        if ((*last)->file != folder.published_file())
            tell("bundle",
                 {"check.published_gone", {folder.published_file().string(), number, (*last)->file.string()}});
        else if (!is_database_gone_ && std::find(days_.begin(), days_.end(), (*last)->edition.as_of) == days_.end())
            tell("list", {"check.published_list_gone", {number, (*last)->edition.as_of.vietnamese()}});
        const auto missing = left_out(**last, folder, root);
        if (!missing) return;
        for (const auto& one : *missing)
            tell("key", {"check.permit_gone", {one, number, folder.certificates_file().parent_path().string()}});
    }

    void only_owner(const fs::path& file) {
        struct stat found {};

        if (::stat(file.c_str(), &found) == 0 && (found.st_mode & 077) != 0)
            tell("permissions", {"key.open", {file.string()}});
    }

    void own_key(const KeyFolder& folder, const OwnKey& key) {
        only_owner(folder.secret_file(key.name));
        const auto text = read_file(folder.public_file(key.name), 4096);
        if (!note("key", text)) return;
        const auto line = trace::read_minisign_key(*text);
        const bool is_whole = line && *text == trace::write_minisign_key(key.facts.public_key);
        if (!is_whole)
            tell("key",
                 {"check.public_key", {folder.public_file(key.name).string(), folder.secret_file(key.name).string()}});
    }

    void secret_keys() {
        const auto files = content_of(home_ / "keys");
        if (!note("key", files)) return;
        for (const auto& file : *files) {
            const auto secret = fs::path(file).replace_extension(".key");
            if (file.extension() == ".pub" && !is_kept(secret))
                tell("key", {"check.secret_gone", {secret.string(), file.string()}});
        }
    }

    void bundle(const fs::path& file, const trace::PublicKey& root) {
        const auto bytes = read_file(file, trace::largest_bundle);
        if (!note("bundle", bytes)) return;
        if (!check::read_trusted(*bytes, root)) tell("bundle", {"check.bundle", {file.string()}});
    }

    // Beside the server's own publication: made again with the next one.
    void published_signature(const trace::PublicKey& root) {
        const auto file = published_bundle(home_);
        const fs::path beside = file.string() + ".minisig";
        if (!is_kept(file) || !is_kept(beside)) return;
        const auto bytes = read_file(file, trace::largest_bundle), signature = read_file(beside, 4096);
        if (note("bundle", signature) && bytes && !trace::check_minisign(*bytes, *signature, root))
            tell("bundle", {"check.bundle", {beside.string()}});
    }

    fs::path home_;
    HomeView view_;
    bool is_database_gone_ = false;
    std::vector<Date> days_; // of the lists
};

} // namespace

HomeFacts look_over(const HomeView& view) {
    LookOver look(view);
    look.database();
    look.lists();
    look.log();
    look.keys();
    look.trust();
    look.settings();
    return std::move(look.facts);
}

} // namespace temsao::office
