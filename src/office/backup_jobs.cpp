// A whole data directory as one file, and back: backup, restore, check.
#include "base/text.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/home_check.h"
#include "office/jobs.h"
#include "office/key_folder.h"
#include "store/backup_file.h"
#include "store/ledger.h"
#include "store/list_store.h"
#include "store/log_folders.h"
#include "store/sealing.h"
#include "store/signed_lists.h"
#include "store/witness_key.h"
#include "system/folder.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sstream>

namespace temsao::office {
namespace {

namespace fs = std::filesystem;

constexpr auto database_name = "temsao.sqlite";
constexpr auto sealed_name = "keys.sealed"; // the secret keys, in a file of their own format, sealed by a password
constexpr std::uint64_t most_key_bytes = 64 << 10, most_sealed_bytes = 64 << 20;

// What a server makes again, or only this machine can use: uploads under way, files of finished runs, another
// machine's list, locks, files being written. The database is copied in its own way.
bool is_passing(const std::string& name) {
    for (const auto* folder : {"uploads/", "runs/", "shared/"})
        if (name.starts_with(folder)) return true;
    const auto file = fs::path(name).filename().string();
    return name.starts_with(database_name) || file.ends_with(".lock") || file.starts_with(".temsao-") ||
           name == "lan/lock" || name == store::witness_key_name; // why: store/witness_key.h
}

bool is_secret_key(const std::string& name) {
    return name.ends_with(".key");
}

// Errors: backup.no_home {folder} (Cause::missing), those of is_there.
Outcome is_home(const fs::path& home) {
    std::error_code unknown;
    if (TRY(is_there(home)) && fs::is_directory(home, unknown)) return done;
    return error(Cause::missing, "backup.no_home", {home.string()});
}

// The names of the regular files in the data directory, in order.
Result<std::vector<std::string>> names_in(const fs::path& home) {
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(home, failed), end; !failed && at != end; at.increment(failed)) {
        auto name = at->path().lexically_relative(home).generic_string();
        if (at->is_regular_file(failed) && !is_passing(name)) names.push_back(std::move(name));
    }
    if (failed) return error(Cause::io, "file.unreadable", {home.string(), failed.message()});
    std::sort(names.begin(), names.end());
    return names;
}

// Of the database as it is at one moment, while others go on writing.
Outcome add_database(store::BackupWriter& backup, const fs::path& home, const fs::path& out) {
    const auto file = store::database_file(home);
    if (!TRY(is_there(file))) return done;
    auto copy = TRY(NewFile::create(out.string() + ".sqlite")); // never gets that name
    TRY(copy.make_private());
    auto database = TRY(store::Database::open(file));
    TRY(database.copy_to(copy.temporary()));
    return backup.add_file(database_name, copy.temporary());
}

// "SIZE NAME\n", the bytes, and so on.
Result<std::string> gather_keys(const fs::path& home, const std::vector<std::string>& names) {
    std::string all;
    for (const auto& name : names) {
        if (!is_secret_key(name)) continue;
        const auto bytes = TRY(read_file(home / name, most_key_bytes));
        all.append(std::to_string(bytes.size())).append(" ").append(name).append("\n").append(bytes);
    }
    return all;
}

Outcome add_keys(store::BackupWriter& backup, const PassphraseSource& passphrase, Lang lang, std::string keys) {
    auto secret = TRY(passphrase_of("backup", true, passphrase, lang));
    const auto sealed = store::seal(keys, secret);
    trace::sodium::wipe(secret.data(), secret.size());
    trace::sodium::wipe(keys.data(), keys.size());
    if (!sealed) return sealed.error();
    return backup.add(sealed_name, *sealed);
}

// Is `path` in `folder`, or the folder itself?
bool is_within(const fs::path& path, const fs::path& folder) {
    std::error_code unknown;
    const auto inner = fs::weakly_canonical(path, unknown), outer = fs::weakly_canonical(folder, unknown);
    return !unknown && std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

// Writes what is in a backup into a folder, file by file.
class Unpacking {
public:
    explicit Unpacking(fs::path folder) : folder_(std::move(folder)) {}

    std::string sealed; // the keys, if the backup has them

    store::BackupVisitor visitor() {
        return {.begin = [this](const std::string& name, std::uint64_t size) { return begin(name, size); },
                .bytes = [this](std::string_view bytes) { return put(bytes); },
                .end = [this] { return end(); }};
    }

    Outcome write(const std::string& name, std::string_view bytes) {
        TRY(begin(name, bytes.size()));
        TRY(put(bytes));
        return end();
    }

private:
    Outcome begin(const std::string& name, std::uint64_t size) {
        if (name == sealed_name) {
            is_sealed_ = true;
            return size <= most_sealed_bytes ? Outcome(done) : error(Cause::data, "backup.name", {name});
        }
        const auto path = folder_ / name;
        TRY(make_private_folder(path.parent_path()));
        file_.emplace(TRY(NewFile::create(path)));
        if (name == database_name || is_secret_key(name)) TRY(file_->make_private());
        return done;
    }

    Outcome put(std::string_view bytes) {
        if (file_) return file_->write(bytes);
        sealed += bytes;
        return done;
    }

    Outcome end() {
        if (!std::exchange(is_sealed_, false)) TRY(file_->commit());
        file_.reset();
        return done;
    }

    fs::path folder_;
    std::optional<NewFile> file_;
    bool is_sealed_ = false;
};

// A folder beside the new data directory, gone unless it becomes that.
class Draft {
public:
    static Result<Draft> beside(const fs::path& home) {
        const auto parent = fs::absolute(home).lexically_normal().parent_path();
        TRY(make_private_folder(parent));
        auto name = unfinished_name(parent).string();
        if (!::mkdtemp(name.data()))
            return error(Cause::io, "file.unwritable", {parent.string(), std::strerror(errno)});
        return Draft(name);
    }

    Draft(Draft&& other) noexcept : path_(std::exchange(other.path_, {})) {}

    Draft& operator=(Draft&&) = delete;

    ~Draft() {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }

    const fs::path& path() const { return path_; }

    Outcome become(const fs::path& home) {
        std::error_code failed;
        fs::rename(path_, home, failed); // also over an empty folder
        if (failed) return error(Cause::io, "file.unwritable", {home.string(), failed.message()});
        const auto parent = path_.parent_path();
        path_.clear();
        return sync_folder(parent);
    }

private:
    explicit Draft(fs::path path) : path_(std::move(path)) {}

    fs::path path_;
};

Outcome unpack_keys(Unpacking& unpacking, const std::string& file, const PassphraseSource& passphrase, Lang lang) {
    if (unpacking.sealed.empty()) return error(Cause::missing, "backup.no_keys", {file});
    auto secret = TRY(passphrase_of("backup", false, passphrase, lang));
    auto opened = store::unseal(unpacking.sealed, secret, file);
    trace::sodium::wipe(secret.data(), secret.size());
    auto keys = TRY(std::move(opened));

    struct Wipe {
        std::string& keys;

        ~Wipe() { trace::sodium::wipe(keys.data(), keys.size()); }
    } wipe{keys};

    const auto broken = error(Cause::data, "backup.form", {file});
    for (std::string_view rest = keys; !rest.empty();) {
        const auto line = rest.substr(0, rest.find('\n'));
        std::istringstream words{std::string(line)};
        std::size_t size = 0;
        std::string name;
        if (!(words >> size) || !std::getline(words.ignore(1), name) || !store::is_backup_name(name) ||
            size > rest.size() - line.size() - 1)
            return broken;
        TRY(unpacking.write(name, rest.substr(line.size() + 1, size)));
        rest.remove_prefix(line.size() + 1 + size);
    }
    return done;
}

// What becomes of the print log of a restored data directory.
enum class LogAfter {
    empty,
    same,    // it goes on
    unknown, // what the original has printed since is not known: a new log begins
    ahead,   // the original has printed since: a new log begins
    keyless, // the original has not, and its key is not here: a new log begins
};

// What marks from elsewhere say of a log.
struct Compared {
    bool is_known = false, is_behind = false;

    void add(const std::optional<bool>& extended) {
        is_known = is_known || extended.has_value();
        is_behind = is_behind || (extended && !*extended);
    }
};

// What a person names: a checkpoint, the folder of `log export`, or a signed list of a root that is known here. It must
// be there.
Outcome compare_named(store::Ledger& ledger, const fs::path& home, const fs::path& named, Compared& compared) {
    std::error_code ignored;
    const auto file = fs::is_directory(named, ignored) ? named / store::checkpoint_name : named;
    const auto bytes = TRY(read_file(file, trace::largest_bundle));
    compared.add(TRY(ledger.extends(bytes)));
    for (const auto& place : {store::published_list(home), store::installed_list(home)})
        if (const auto mark = store::mark_in_list(file, place.root)) compared.add(TRY(ledger.extends(*mark)));
    return done;
}

// The original may have printed since the backup was made. Only a mark from elsewhere can tell that it did not; the
// signed lists within the backup can tell only that it did.
Result<LogAfter>
settle_log(const fs::path& home, const std::optional<std::string>& checkpoint, const job::Surroundings& around) {
    auto ledger = TRY(store::Ledger::open(home));
    if (TRY(ledger.log_size()) == 0) return LogAfter::empty;
    Compared compared;
    if (checkpoint) TRY(compare_named(ledger, home, *checkpoint, compared));
    for (const auto& folder : TRY(store::log_folders(home)))
        if (const auto note = read_file(folder / store::checkpoint_name, trace::largest_note))
            compared.add(TRY(ledger.extends(*note)));
    for (const auto& [bundle, mark] : store::marks_in_lists(home)) {
        const auto extended = TRY(ledger.extends(mark));
        compared.is_behind = compared.is_behind || (extended && !*extended);
    }
    const auto key = TRY(ledger.holds_key());
    const bool is_newest = compared.is_known && !compared.is_behind;
    if (is_newest && key && *key) return LogAfter::same;
    TRY(ledger.begin_new_log(around.today));
    return compared.is_behind ? LogAfter::ahead : is_newest ? LogAfter::keyless : LogAfter::unknown;
}

Message log_words(LogAfter log) {
    switch (log) {
    case LogAfter::empty: break;
    case LogAfter::same: return {"restore.same_log", {}};
    case LogAfter::unknown: return {"restore.new_log", {}};
    case LogAfter::ahead: return {"restore.log_ahead", {}};
    case LogAfter::keyless: return {"restore.log_keyless", {}};
    }
    return {};
}

job::Json findings_json(const HomeFacts& facts, Lang lang) {
    job::Json findings = job::Json::array();
    for (const auto& [what, words] : facts.findings)
        findings.push_back({{"what", what}, {"message", say(words, lang)}});
    return findings;
}

std::string findings_words(const HomeFacts& facts, Lang lang) {
    std::string words;
    for (const auto& finding : facts.findings)
        words += say(finding.words, lang) + "\n";
    return words;
}

} // namespace

Result<job::Report> back_up(const job::Request& request, const job::Surroundings& around) {
    const fs::path out = request.text("file");
    std::error_code ignored;
    TRY(is_home(around.home));
    if (is_within(out, around.home)) return error(Cause::usage, "backup.inside", {out.string(), around.home.string()});
    const auto names = TRY(names_in(around.home));
    auto backup = TRY(store::BackupWriter::create(out));
    TRY(add_database(backup, around.home, out));
    for (const auto& name : names)
        if (!is_secret_key(name)) TRY(backup.add_file(name, around.home / name));
    auto keys = TRY(gather_keys(around.home, names));
    const bool leaves_keys = !keys.empty() && !request.has("with-keys");
    if (request.has("with-keys"))
        TRY(add_keys(backup, read_passphrase_wish(request, around), around.lang, std::move(keys)));
    const auto digest = TRY(backup.finish());

    job::Report report;
    const auto bytes = fs::file_size(out, ignored);
    report.words = say({"backup.done",
                        {out.string(), std::to_string(backup.files()), std::to_string((bytes + 1023) / 1024), digest}},
                       around.lang) +
                   "\n";
    if (leaves_keys) report.remarks.push_back(say({"backup.without_keys", {}}, around.lang));
    if (request.has("store")) report.remarks.push_back(say({"backup.server", {}}, around.lang));
    report.json = {{"file", out.string()},
                   {"files", backup.files()},
                   {"bytes", bytes},
                   {"sha256", digest},
                   {"keys", request.has("with-keys")},
                   {"database_on_server", request.has("store")}};
    return report;
}

Result<job::Report> restore(const job::Request& request, const job::Surroundings& around) {
    const fs::path file = request.text("file");
    std::error_code ignored;
    if (fs::exists(around.home, ignored) && !fs::is_empty(around.home, ignored))
        return error(Cause::refused, "restore.not_empty", {around.home.string()});
    const auto digest = TRY(store::walk_backup(file)); // before anything is written
    auto draft = TRY(Draft::beside(around.home));
    Unpacking unpacking(draft.path());
    const auto visitor = unpacking.visitor();
    TRY(store::walk_backup(file, &visitor));
    if (request.has("with-keys"))
        TRY(unpack_keys(unpacking, file.string(), read_passphrase_wish(request, around), around.lang));
    TRY(store::ListStore::open(draft.path()));
    const auto log = TRY(settle_log(draft.path(), job::text_option(request, "checkpoint"), around));
    const auto facts = look_over({.home = draft.path(), .has_no_secrets = !request.has("with-keys")});
    TRY(draft.become(around.home));

    job::Report report;
    report.words =
        say({"restore.done", {around.home.string(), std::to_string(facts.lists), std::to_string(facts.log_size)}},
            around.lang) +
        "\n" + findings_words(facts, around.lang);
    if (log != LogAfter::empty) report.words += say(log_words(log), around.lang) + "\n";
    if (!unpacking.sealed.empty() && !request.has("with-keys"))
        report.remarks.push_back(say({"restore.keys_left", {}}, around.lang));
    report.json = {{"home", around.home.string()},
                   {"sha256", digest},
                   {"keys", request.has("with-keys")},
                   {"lists", facts.lists},
                   {"log", facts.log_size},
                   {"new_log", log != LogAfter::empty && log != LogAfter::same},
                   {"findings", findings_json(facts, around.lang)}};
    report.exit_status = facts.findings.empty() ? 0 : 1;
    return report;
}

Result<job::Report> check_home(const job::Request& request, const job::Surroundings& around) {
    TRY(is_home(around.home));
    const auto facts = look_over({.home = around.home, .store = request.text("store"), .host = request.text("host")});
    job::Report report;
    report.words = findings_words(facts, around.lang);
    report.words += say({facts.findings.empty() ? "check.whole" : "check.found",
                         {around.home.string(),
                          std::to_string(facts.lists),
                          std::to_string(facts.log_size),
                          std::to_string(facts.findings.size())}},
                        around.lang) +
                    "\n";
    report.json = {{"whole", facts.findings.empty()},
                   {"lists", facts.lists},
                   {"log", facts.log_size},
                   {"findings", findings_json(facts, around.lang)}};
    report.exit_status = facts.findings.empty() ? 0 : 1;
    return report;
}

} // namespace temsao::office
