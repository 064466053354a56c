// One log, not two: a copy of the data directory must not sign a second history under the same key.
#include "base/coding.h"
#include "store/ledger_step.h"
#include "store/log_folders.h"
#include "store/signed_lists.h"
#include "system/file.h"

namespace temsao::store {

// Until a new log began, checkpoints were signed by the older one's key.
Result<std::optional<trace::NoteVerifier>> Ledger::signer_of(std::int64_t size) {
    for (const auto& former : tables_->former_logs())
        if (size <= former.size) return std::optional(TRY(trace::NoteVerifier::parse(former.verifier)));
    const auto identity = tables_->log_identity();
    TRY(tables_->health());
    if (!identity) return std::optional<trace::NoteVerifier>();
    return std::optional(TRY(trace::NoteVerifier::parse(identity->verifier)));
}

Result<std::optional<bool>> Ledger::extends(const std::string& note) {
    const auto identity = tables_->log_identity();
    TRY(tables_->health());
    if (!identity) return std::optional<bool>();
    const auto known = TRY(trace::NoteVerifier::parse(identity->verifier));
    const auto published = trace::open_checkpoint(note, known);
    if (!published) return std::optional<bool>();
    return extends(trace::LogMark{identity->verifier, published->size, published->root});
}

Result<std::optional<bool>> Ledger::extends(const trace::LogMark& mark) {
    const auto identity = tables_->log_identity();
    TRY(tables_->health());
    if (!identity || identity->verifier != mark.verifier) return std::optional<bool>();
    if (mark.size > TRY(log_size())) return std::optional(false);
    const auto ours = tree(mark.size).root();
    TRY(tables_->health()); // a database that is away is not another history
    return std::optional(ours.ok() && *ours == mark.root);
}

Result<std::optional<trace::LogMark>> Ledger::mark() {
    const auto size = TRY(log_size());
    const auto identity = tables_->log_identity();
    TRY(tables_->health());
    if (size == 0 || !identity) return std::optional<trace::LogMark>();
    return std::optional(trace::LogMark{identity->verifier, size, TRY(tree(size).root())});
}

// The first folder, or else signed list, with a mark that this log does not extend; empty when there is none. A folder
// that is not there now cannot tell.
Result<std::string> Ledger::place_ahead() {
    for (const auto& folder : TRY(log_folders(home_))) {
        const auto note = read_file(folder / checkpoint_name, trace::largest_note);
        if (!note) continue;
        const auto extended = TRY(extends(*note));
        if (extended && !*extended) return folder.string();
    }
    for (const auto& [bundle, mark] : marks_in_lists(home_)) {
        const auto extended = TRY(extends(mark));
        if (extended && !*extended) return bundle.string();
    }
    return std::string();
}

// Inside a step, before an entry is added.
Outcome Ledger::keep_one_log(Date day) {
    if (is_one_log_) return done;
    if (!TRY(place_ahead()).empty()) TRY(begin_new_log_here(day));
    TRY(can_sign());
    is_one_log_ = true;
    return done;
}

// A log in the data directory is signed by the key beside it. Without that key nothing may be added: an entry that is
// not signed looks like one that was slipped in. On a server others may hold the key.
Outcome Ledger::can_sign() {
    if (is_remote_ || !tables_->log_identity()) return tables_->health();
    if (TRY(key())) return done;
    if (!TRY(place_ahead()).empty()) return done; // a new log begins, with a key of its own
    return error(Cause::data, "log.key_gone", {log_key_file(home_).string()});
}

Outcome Ledger::begin_new_log(Date day) {
    return in_a_step([&]() -> Outcome {
        TRY(begin_new_log_here(day));
        return done;
    });
}

Outcome Ledger::begin_new_log_here(Date day) {
    const auto size = tables_->log_size();
    const auto identity = tables_->log_identity();
    TRY(tables_->health());
    if (size == 0 || !identity) return done;
    const auto root = TRY(tree(size).root());
    TRY(put_log_key_aside(home_));
    const auto fresh = TRY(make_log_key(home_));
    tables_->add_former_log({size, identity->verifier});
    tables_->set_log_identity({fresh.verifier.text()});
    return append(continues_entry(identity->verifier, size, temsao::base64(trace::sodium::text_of(root)), day));
}

Result<std::vector<std::string>> Ledger::log_names() {
    std::vector<std::string> names;
    const auto take = [&](const std::string& verifier) { names.push_back(verifier.substr(0, verifier.find('+'))); };
    for (const auto& former : tables_->former_logs())
        take(former.verifier);
    if (const auto identity = tables_->log_identity()) take(identity->verifier);
    return sound(*tables_, std::move(names));
}

Result<std::optional<bool>> Ledger::holds_key() {
    const auto identity = tables_->log_identity();
    TRY(tables_->health());
    if (!identity || !TRY(load_log_key(home_))) return std::optional<bool>();
    const auto signing = TRY(key());
    return std::optional(signing && signing->verifier.text() == identity->verifier);
}

} // namespace temsao::store
