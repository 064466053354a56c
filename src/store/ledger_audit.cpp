// The audit: the whole log read again, and compared with what else is known.
#include "store/ledger_step.h"

#include <algorithm>
#include <limits>
#include <map>

namespace temsao::store {
namespace {

namespace merkle = trace::merkle;

} // namespace

// The root made from the entries alone, as if there were no tiles.
Result<merkle::Hash> Ledger::root_of_entries(std::int64_t size) {
    std::map<std::pair<int, std::int64_t>, std::string> edges;
    bool tiles_hold = true;
    const auto compare = [&](const auto& edge) {
        tiles_hold = tiles_hold && tables_->tile(edge.first.first, edge.first.second) == edge.second;
    };
    merkle::Appender appender(0, {}, [&](int level, std::int64_t number, std::string_view hashes) {
        edges[{level, number}] = hashes;
        // Of a level only the last tile counts for the root: a full one before it is a hash of the level above. Proofs
        // are made of all of them.
        if (const auto before = edges.find({level, number - 1}); before != edges.end()) {
            compare(*before);
            edges.erase(before);
        }
    });
    std::int64_t next = 0;
    last_issue_.reset();
    tables_->each_log(0, size, [&](const LogRow& row) {
        if (row.leaf == next) ++next;
        appender.add(merkle::leaf_hash(text_of(row)));
    });
    appender.finish();
    for (const auto& edge : edges)
        compare(edge);
    TRY(tables_->health());
    if (next != size || !tiles_hold) return merkle::Hash{}; // no root is all zeros
    return merkle::Tree(size, [&](int level, std::int64_t number) { return edges[{level, number}]; }).root();
}

Result<Audit> Ledger::audit() {
    const auto look = [&] { return audit_here(); };
    return in_a_step(look, AtTheEnd::undo); // nobody prints meanwhile
}

Result<Audit> Ledger::audit_here() {
    Audit audit;
    audit.size = tables_->log_size();
    const auto made = TRY(root_of_entries(audit.size));
    const auto kept = tree(audit.size).root();
    audit.entries_hold = kept.ok() && made == *kept;
    const auto checkpoints = tables_->checkpoints(std::numeric_limits<std::int64_t>::max());
    audit.checkpoints = static_cast<std::int64_t>(checkpoints.size());
    for (const auto& stored : checkpoints) {
        const auto signer = TRY(signer_of(stored.size));
        const auto opened = signer ? trace::open_checkpoint(stored.note, *signer) : error(Cause::data, "log.empty");
        const bool fits = opened && opened->size == stored.size && opened->size <= audit.size;
        const auto root = fits ? tree(stored.size).root() : error(Cause::data, "log.empty");
        audit.broken_checkpoints += !root.ok() || *root != opened->root;
    }
    // Every entry that this machine adds is signed at once. On a server others may add entries and hold no key.
    const auto newest = checkpoints.empty() ? 0 : checkpoints.front().size;
    if (!is_remote_) audit.unsigned_entries = std::max<std::int64_t>(0, audit.size - newest);
    audit.behind = TRY(place_ahead());
    audit.inconsistent = tables_->inconsistent() + inconsistent_runs();
    TRY(compare_with_log(audit));
    audit.unprinted = tables_->unprinted();
    std::map<std::pair<std::string, std::string>, std::int64_t> declared, standing;
    for (const auto& d : tables_->declarations())
        declared[{d.product, d.lot}] = d.quantity;
    auto counts = tables_->printed_counts();
    for (const auto& count : counts)
        standing[{count.product, count.lot}] += count.printed - count.ended;
    for (auto& count : counts) {
        const std::pair lot{count.product, count.lot};
        Audit::Row row{std::move(count), {}, false};
        if (const auto found = declared.find(lot); found != declared.end()) {
            row.declared = found->second;
            row.over = standing[lot] > found->second;
        }
        audit.rows.push_back(std::move(row));
    }
    return sound(*tables_, std::move(audit));
}

} // namespace temsao::store
