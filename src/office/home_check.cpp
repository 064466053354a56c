#include "office/home_check.h"

#include "office/approval_id.h"
#include "office/bundle_file.h"
#include "office/home_json.h"
#include "office/key_folder.h"
#include "office/trusted_list.h"
#include "store/ledger.h"
#include "store/list_store.h"
#include "trace/minisign.h"

#include <sys/stat.h>

namespace temsao::office {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_checked_bytes = 64 << 20;

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

class LookOver {
public:
    explicit LookOver(const fs::path& home) : home_(home) {}

    HomeFacts facts;

    void database() {
        const auto file = store::database_file(home_);
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
        for (const auto& version : *versions)
            note("list", lists->load(version.id));
        note("list", lists->own_revocations());
    }

    void log(const std::string& store) {
        auto ledger = store::Ledger::open_to_read(home_, store);
        if (!note("log", ledger)) return;
        const auto audit = ledger->audit();
        if (!note("log", audit)) return;
        facts.log_size = audit->size;
        if (!audit->behind.empty())
            tell("log", {"log.behind", {audit->behind}});
        else if (!audit->holds())
            tell("log", {"log.broken", {std::to_string(audit->size), std::to_string(audit->checkpoints)}});
        const auto own_key = ledger->holds_key();
        if (note("key", own_key) && *own_key && !**own_key && store.empty())
            tell("key", {"check.log_key", {(home_ / "log.key").string()}});
        const auto damaged = ledger->damaged_sightings();
        if (note("log", damaged) && *damaged > 0) tell("log", {"check.sightings", {std::to_string(*damaged)}});
    }

    void keys() {
        const KeyFolder folder(home_);
        const auto keys = folder.keys();
        if (note("key", keys))
            for (const auto& key : *keys)
                own_key(folder, key);
        note("key", folder.revocations());
        const auto root = folder.find(root_name);
        if (!root) {
            if (is_there(folder.certificates_file())) note("key", root);
            return;
        }
        const auto& public_key = root->facts.public_key;
        note("key", folder.certificates(public_key));
        for (const auto& file : {folder.published_file(), published_bundle(home_)})
            if (is_there(file)) bundle(file, public_key);
        published_signature(public_key);
    }

    void trust() {
        if (is_there(bundle_file(home_)) && !is_there(pinned_root_file(home_)))
            tell("bundle", {"check.no_root", {pinned_root_file(home_).string()}});
        note("bundle", load_trusted(home_));
    }

    void settings() {
        for (const auto* name : {"sheets.json", "printers.json"})
            note("settings", load_home_json(home_ / name));
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(home_ / "approvals", none)) {
            if (entry.path().extension() != ".json") continue;
            const auto text = read_file(entry.path(), most_checked_bytes);
            if (note("approval", text) && approval_id(*text) != entry.path().stem())
                tell("approval", {"check.approval", {entry.path().string()}});
        }
    }

private:
    void tell(const char* what, Message words) { facts.findings.push_back({what, std::move(words)}); }

    template <class T>
    bool note(const char* what, const Result<T>& result) {
        if (!result) tell(what, result.error().what);
        return result.ok();
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

    void bundle(const fs::path& file, const trace::PublicKey& root) {
        const auto bytes = read_file(file, trace::largest_bundle);
        if (!note("bundle", bytes)) return;
        if (!check::read_trusted(*bytes, root)) tell("bundle", {"check.bundle", {file.string()}});
    }

    // Beside the server's own publication: made again with the next one.
    void published_signature(const trace::PublicKey& root) {
        const auto file = published_bundle(home_);
        const fs::path beside = file.string() + ".minisig";
        if (!is_there(file) || !is_there(beside)) return;
        const auto bytes = read_file(file, trace::largest_bundle), signature = read_file(beside, 4096);
        if (note("bundle", signature) && bytes && !trace::check_minisign(*bytes, *signature, root))
            tell("bundle", {"check.bundle", {beside.string()}});
    }

    fs::path home_;
};

} // namespace

HomeFacts look_over(const fs::path& home, const std::string& store) {
    LookOver look(home);
    look.database();
    look.lists();
    look.log(store);
    look.keys();
    look.trust();
    look.settings();
    return std::move(look.facts);
}

} // namespace temsao::office
