#include "store/ledger.h"

#include "base/text.h"
#include "store/ledger_step.h"
#include "store/lot_events.h"
#include "store/sightings.h"
#include "store/submissions.h"
#include "system/folder.h"

#include <algorithm>

namespace temsao::store {
namespace {

namespace merkle = trace::merkle;
constexpr int most_draws = 100; // rounds without a free serial among those drawn: the source is broken

Error in_state(const FoundSerial& found) {
    return error(Cause::refused,
                 "serial.state",
                 {trace::show_serial(shown_serial(found.row.serial)), std::string(name(found.row.state))});
}

// Error store.address {store}.
Result<bool> is_on_server(const std::string& store) {
    const bool is_server = store.starts_with("postgresql://") || store.starts_with("postgres://");
    if (!store.empty() && !is_server) return error(Cause::usage, "store.address", {store});
    return is_server;
}

} // namespace

Result<Ledger> Ledger::open(const std::filesystem::path& home,
                            const std::string& store,
                            trace::SerialSource draw,
                            std::chrono::seconds patience) {
    const bool is_remote = TRY(is_on_server(store));
    TRY(make_private_folder(home)); // the log's key lies here, wherever the log is
    auto tables = TRY(is_remote ? open_postgres_ledger(store, patience) : open_sqlite_ledger(home));
    return Result<Ledger>(Ledger(home, std::move(tables), std::move(draw), is_remote));
}

Result<Ledger>
Ledger::open_to_read(const std::filesystem::path& home, const std::string& store, std::chrono::seconds patience) {
    const bool is_remote = TRY(is_on_server(store));
    auto tables = TRY(is_remote ? open_postgres_ledger_to_read(store, patience) : open_sqlite_ledger_to_read(home));
    return Result<Ledger>(Ledger(home, std::move(tables), trace::random_serials(), is_remote));
}

LotEvents Ledger::lot_events() {
    return LotEvents(*this);
}

Sightings Ledger::sightings() {
    return Sightings(*this);
}

Submissions Ledger::submissions() {
    return Submissions(*this);
}

// --- serials --------------------------------------------------------------------------------------------------------

Result<std::vector<std::string>> Ledger::draw_for(const Issue& issue) {
    std::vector<std::string> serials;
    const auto wanted = static_cast<std::size_t>(issue.labels);
    for (int fruitless = 0; serials.size() < wanted;) {
        std::vector<std::string> drawn;
        for (auto i = serials.size(); i < wanted; ++i)
            drawn.push_back(draw_());
        const auto added = tables_->add_serials(issue.id, drawn);
        TRY(tables_->health());
        fruitless = added.empty() ? fruitless + 1 : 0;
        if (fruitless == most_draws) return error(Cause::internal, "serial.none_free");
        serials.insert(serials.end(), added.begin(), added.end());
    }
    return serials;
}

Result<std::vector<Reservation>> Ledger::reserve(const std::vector<Issue>& issues) {
    return in_a_step([&]() -> Result<std::vector<Reservation>> {
        std::vector<Reservation> run;
        TRY(can_sign()); // what can fail fails before labels are drawn
        for (const auto& asked : issues) {
            Reservation reservation{asked, {}};
            reservation.issue.id = tables_->add_issue(asked);
            if (asked.has_serials) {
                auto serials = TRY(draw_for(reservation.issue));
                reservation.serials = std::move(serials);
            }
            run.push_back(std::move(reservation));
        }
        return run;
    });
}

Result<Reservation> Ledger::reserve(const Issue& issue, const std::string& serial) {
    ENSURE(issue.labels == 1 && issue.has_serials);
    return in_a_step([&]() -> Result<Reservation> {
        TRY(can_sign());
        Reservation reservation{issue, {own_serial(serial, issue.product)}};
        reservation.issue.id = tables_->add_issue(issue);
        auto row = tables_->serial(serial);
        if (!row) row = tables_->serial(reservation.serials.front());
        if (!row) {
            tables_->add_serials(reservation.issue.id, reservation.serials);
        } else {
            const auto before = tables_->issue(row->issue);
            if (!before || row->state != SerialState::reserved)
                return error(Cause::refused,
                             "serial.used",
                             {serial, std::string(name(row->state)), before ? before->product : ""});
            if (before->product != issue.product)
                return error(Cause::refused, "serial.other_product", {serial, before->product});
            reservation.serials = {row->serial};
            tables_->move_serial(row->serial, reservation.issue.id);
            tables_->set_issue_labels(before->id, before->labels - 1);
        }
        return reservation;
    });
}

Result<FoundSerial> Ledger::find(const std::string& serial, const std::string& product) {
    std::vector<FoundSerial> found;
    auto rows = tables_->own_serials(serial);
    if (auto ours = tables_->serial(serial)) rows.push_back(*std::move(ours));
    for (auto& row : rows)
        if (auto issue = tables_->issue(row.issue); issue && (product.empty() || issue->product == product))
            found.push_back({std::move(row), *std::move(issue)});
    TRY(tables_->health());
    if (found.empty()) return error(Cause::missing, "serial.unknown", {serial});
    if (found.size() > 1) return error(Cause::usage, "serial.ambiguous", {serial});
    return std::move(found.front());
}

Outcome
Ledger::void_serial(const std::string& serial, const std::string& product, Date day, const std::string& reason) {
    return in_a_step([&]() -> Outcome {
        TRY(keep_one_log(day));
        const auto found = TRY(find(serial, product));
        if (is_ended(found.row.state)) return in_state(found);
        tables_->set_state(found.row.serial, SerialState::voided);
        one_less_to_print(found.issue);
        TRY(append(voided_entry(found.issue.product, serial, day, tidy(reason))));
        const auto left = tables_->rows("SELECT 1 FROM serial WHERE issue = ? AND state <> 2 LIMIT 1",
                                        {std::to_string(found.issue.id)});
        if (left.empty()) TRY(lot_events().strike_packed(found.issue.id, day));
        return done;
    });
}

void Ledger::one_less_to_print(const Issue& issue) {
    if (!issue.first_leaf) tables_->set_issue_withdrawn(issue.id, issue.withdrawn + 1);
}

Result<std::int64_t> Ledger::give_up(std::int64_t run) {
    return in_a_step([&]() -> Result<std::int64_t> {
        const auto issue = tables_->issue(run);
        TRY(tables_->health());
        if (!issue) return error(Cause::missing, "serial.run_none", {std::to_string(run)});
        if (issue->first_leaf) return error(Cause::refused, "serial.run_printed", {std::to_string(run)});
        const auto ended = tables_->void_reserved(run);
        tables_->set_issue_withdrawn(run, issue->labels);
        return ended;
    });
}

Result<Reservation>
Ledger::reissue(const std::string& serial, const std::string& product, Date day, const std::string& reason) {
    return in_a_step([&]() -> Result<Reservation> {
        TRY(keep_one_log(day));
        const auto found = TRY(find(serial, product));
        if (is_ended(found.row.state)) return in_state(found);
        Reservation fresh{found.issue, {}};
        fresh.issue.labels = 1;
        fresh.issue.day = day;
        fresh.issue.first_leaf.reset();
        fresh.issue.id = tables_->add_issue(fresh.issue);
        auto drawn = TRY(draw_for(fresh.issue));
        fresh.serials = std::move(drawn);
        tables_->set_state(found.row.serial, SerialState::reissued);
        one_less_to_print(found.issue);
        TRY(append(reissued_entry(found.issue.product, serial, day, fresh.serials.front(), tidy(reason))));
        return fresh;
    });
}

// --- the log --------------------------------------------------------------------------------------------------------

Outcome Ledger::print(const std::vector<Reservation>& run, const std::optional<lots::Event>& packed) {
    ENSURE(!packed || run.size() == 1);
    return enter(run, SerialState::printed, packed);
}

Outcome Ledger::send(const Reservation& part, const std::optional<lots::Event>& packed) {
    ENSURE(part.issue.has_serials);
    return enter({part}, SerialState::sent, packed);
}

Outcome Ledger::settle(const std::vector<std::string>& kept, SerialState state) {
    ENSURE(state == SerialState::printed || state == SerialState::unknown);
    return in_a_step([&]() -> Outcome {
        for (const auto& serial : kept) {
            const auto row = tables_->serial(serial);
            const auto issue = row ? tables_->issue(row->issue) : std::nullopt;
            TRY(tables_->health());
            if (!issue) return error(Cause::missing, "serial.unknown", {std::string(shown_serial(serial))});
            if (row->state == state) continue;
            if (row->state != SerialState::sent && row->state != SerialState::unknown) return in_state({*row, *issue});
            tables_->set_state(serial, state);
        }
        return done;
    });
}

Result<std::vector<FoundSerial>> Ledger::serials_of(std::int64_t run) {
    const auto issue = tables_->issue(run);
    std::vector<FoundSerial> found;
    // In the order in which they went out, then those that did not.
    if (issue)
        for (const auto& row : tables_->rows("SELECT serial FROM serial WHERE issue = ?"
                                             " ORDER BY leaf IS NULL, leaf, serial",
                                             {std::to_string(run)}))
            if (auto serial = tables_->serial(row[0])) found.push_back({*std::move(serial), *issue});
    return sound(*tables_, std::move(found));
}

Outcome
Ledger::enter(const std::vector<Reservation>& run, SerialState state, const std::optional<lots::Event>& packed) {
    return in_a_step([&]() -> Outcome {
        TRY(keep_one_log(run.front().issue.day));
        Entries entries{.next = tables_->log_size(), .rows = {}, .hashes = {}};
        auto& [leaf, rows, hashes] = entries;
        std::size_t labels = 0;
        for (const auto& [issue, serials] : run)
            labels += std::max<std::size_t>(1, serials.size());
        rows.reserve(labels); // a hundred thousand: growing would take as much again
        hashes.reserve(labels);
        for (const auto& [issue, serials] : run) {
            tables_->set_issue_printed(issue.id, leaf);
            if (!issue.has_serials) {
                if (const auto kept = tables_->issue(issue.id); kept && kept->withdrawn > 0)
                    return error(Cause::refused, "serial.overtaken");
                rows.push_back({leaf++, issue.id, {}, {}});
                hashes.push_back(merkle::leaf_hash(printed_entry(issue, {})));
                continue;
            }
            const auto first = leaf;
            for (const auto& serial : serials) {
                hashes.push_back(merkle::leaf_hash(printed_entry(issue, shown_serial(serial))));
                rows.push_back({leaf++, issue.id, serial, {}});
            }
            const auto changed = tables_->set_printed(issue.id, serials, first, state);
            TRY(tables_->health());
            if (changed != static_cast<std::int64_t>(serials.size())) return error(Cause::refused, "serial.overtaken");
        }
        if (packed) TRY(lot_events().store_events({*packed}, run.front().issue.day, entries));
        TRY(append(rows, hashes));
        return done;
    });
}

Outcome Ledger::void_run(const std::vector<Reservation>& run, Date day, const std::string& reason) {
    return in_a_step([&]() -> Outcome {
        TRY(keep_one_log(day));
        for (const auto& [issue, serials] : run) {
            for (const auto& serial : serials) {
                tables_->set_state(serial, SerialState::voided);
                TRY(append(voided_entry(issue.product, shown_serial(serial), day, reason)));
            }
            if (serials.empty()) tables_->set_issue_withdrawn(issue.id, issue.labels);
            if (serials.empty()) TRY(append(voided_entry(issue.product, "-", day, reason)));
            TRY(lot_events().strike_packed(issue.id, day));
        }
        return done;
    });
}

Outcome Ledger::declare(const Declaration& declaration) {
    return in_a_step([&]() -> Outcome {
        TRY(keep_one_log(declaration.day));
        auto d = declaration;
        d.leaf = tables_->log_size();
        tables_->add_declaration(d);
        TRY(append(declared_entry(d.product, d.certificate, d.lot, d.day, d.quantity)));
        return done;
    });
}

// The key that signs: made with the log itself. Nothing when the log was begun on another machine, whose key signs, or
// when the key is gone.
Result<std::optional<LogKey>> Ledger::key() {
    const auto identity = tables_->log_identity();
    TRY(tables_->health());
    auto held = load_log_key(home_);
    if (!held) return held;
    if (identity) {
        if (*held && (*held)->verifier.text() == identity->verifier) return held;
        // A new log was to begin here, and the process ended before it did; or a log on a server has begun since: the
        // key of this one was put aside.
        const auto name = identity->verifier.substr(0, identity->verifier.find('+'));
        auto aside = TRY(load_log_key(home_, name));
        if (aside && aside->verifier.text() != identity->verifier) aside.reset();
        return aside;
    }
    // A key that is here signed another log, whose entries are not in these tables: they were lost, or are on a server.
    // Two histories under one name would be a fork, so the key is put aside, and this log has one of its own.
    if (*held) TRY(put_log_key_aside(home_));
    auto made = TRY(make_log_key(home_));
    tables_->set_log_identity({made.verifier.text()});
    return std::optional(std::move(made));
}

void Ledger::Entries::add(std::string text) {
    hashes.push_back(trace::merkle::leaf_hash(text));
    rows.push_back({next++, 0, {}, std::move(text)});
}

// Inside a step. The tree grows by the leaves, and the new checkpoint is signed.
Outcome Ledger::append(const std::vector<LogRow>& rows, const std::vector<merkle::Hash>& leaves) {
    const auto before = tables_->log_size();
    const auto signing = TRY(key());
    if (const auto last = tables_->checkpoints(1); signing && !last.empty() && last.front().size == before) {
        const auto signer = TRY(signer_of(before));
        const auto checkpoint =
            signer ? trace::open_checkpoint(last.front().note, *signer) : error(Cause::data, "log.empty");
        const auto root = tree(before).root();
        if (!checkpoint || !root || checkpoint->root != *root)
            return error(Cause::data, "log.altered", {std::to_string(before)});
    }
    tables_->add_log(rows);
    const auto read = [&](int level, std::int64_t number) { return tables_->tile(level, number); };
    merkle::Appender appender(before, read, [&](int level, std::int64_t number, std::string_view hashes) {
        tables_->put_tile(level, number, hashes);
    });
    for (const auto& leaf : leaves)
        appender.add(leaf);
    appender.finish();
    TRY(tables_->health());
    const auto size = before + static_cast<std::int64_t>(leaves.size());
    const auto root = TRY(tree(size).root());
    if (signing)
        tables_->add_checkpoint({size, trace::write_checkpoint({signing->verifier.name, size, root}, signing->secret)});
    return done;
}

Outcome Ledger::append(std::string text) {
    const auto hash = merkle::leaf_hash(text);
    return append({{tables_->log_size(), 0, {}, std::move(text)}}, {hash});
}

merkle::Tree Ledger::tree(std::int64_t size) {
    return {size, [this](int level, std::int64_t number) { return tables_->tile(level, number); }};
}

std::string Ledger::text_of(const LogRow& row) {
    if (row.issue == 0) return row.text;
    if (!last_issue_ || last_issue_->id != row.issue) last_issue_ = tables_->issue(row.issue);
    return last_issue_ ? printed_entry(*last_issue_, shown_serial(row.serial)) : "";
}

Result<std::string> Ledger::bundle(std::int64_t number, std::int64_t size) {
    std::string bytes;
    last_issue_.reset(); // it may have changed since
    const auto first = number * merkle::tile_width;
    tables_->each_log(first, std::min(first + merkle::tile_width, size), [&](const LogRow& row) {
        trace::append_entry(bytes, text_of(row));
    });
    return sound(*tables_, std::move(bytes));
}

Result<std::vector<Issue>> Ledger::issues(std::int64_t most) {
    return sound(*tables_, tables_->issues(most));
}

Result<std::vector<Issue>> Ledger::unprinted() {
    return sound(*tables_, tables_->unprinted());
}

Result<std::int64_t> Ledger::log_size() {
    return sound(*tables_, tables_->log_size());
}

Result<std::string> Ledger::entry(std::int64_t leaf) {
    std::string text;
    last_issue_.reset();
    tables_->each_log(leaf, leaf + 1, [&](const LogRow& row) { text = text_of(row); });
    return sound(*tables_, std::move(text));
}

Result<std::string> Ledger::tile(int level, std::int64_t number) {
    return sound(*tables_, tables_->tile(level, number));
}

Result<merkle::Hash> Ledger::root(std::int64_t size) {
    return tree(size).root();
}

Result<std::string> Ledger::checkpoint() {
    auto last = tables_->checkpoints(1);
    TRY(tables_->health());
    if (last.empty()) return error(Cause::missing, "log.empty");
    return std::move(last.front().note);
}

Result<trace::NoteVerifier> Ledger::verifier() {
    const auto identity = tables_->log_identity();
    TRY(tables_->health());
    if (!identity) return error(Cause::missing, "log.empty");
    return trace::NoteVerifier::parse(identity->verifier);
}

Result<trace::InclusionProof> Ledger::prove(const std::string& serial, const std::string& product) {
    const auto found = TRY(find(serial, product));
    if (!found.row.leaf) return in_state(found);
    const auto known = TRY(verifier());
    auto signed_by_witnesses = TRY(cosigned(*found.row.leaf + 1));
    auto note = signed_by_witnesses ? *std::move(signed_by_witnesses) : TRY(checkpoint());
    const auto head = TRY(trace::open_checkpoint(note, known));
    auto path = TRY(tree(head.size).inclusion(*found.row.leaf));
    auto text = TRY(entry(*found.row.leaf));
    return trace::InclusionProof{std::move(text), *found.row.leaf, std::move(path), std::move(note)};
}

Result<trace::ConsistencyProof> Ledger::prove_since(const std::string& older_checkpoint) {
    const auto known = TRY(verifier());
    const auto older = TRY(trace::open_checkpoint(older_checkpoint, known));
    auto note = TRY(checkpoint());
    const auto newer = TRY(trace::open_checkpoint(note, known));
    const auto altered = error(Cause::data, "log.altered", {std::to_string(older.size)});
    if (older.size > newer.size) return altered;
    const auto root = TRY(tree(older.size).root());
    if (root != older.root) return altered;
    auto path = TRY(tree(newer.size).consistency(older.size));
    return trace::ConsistencyProof{older_checkpoint, std::move(note), std::move(path)};
}

} // namespace temsao::store
