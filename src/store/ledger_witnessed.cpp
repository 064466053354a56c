// What witnesses signed of the log, and statements that stand in it: lists, permits, revocations.
#include "store/ledger_step.h"

namespace temsao::store {

Outcome Ledger::make_ready(Date day) {
    return in_a_step([&]() -> Outcome {
        TRY(keep_one_log(day));
        TRY(key());
        return done;
    });
}

Result<std::int64_t> Ledger::enter(const std::vector<Statement>& statements, Date day) {
    return in_a_step([&]() -> Result<std::int64_t> {
        TRY(keep_one_log(day));
        std::int64_t added = 0;
        std::vector<LogRow> rows;
        std::vector<trace::merkle::Hash> hashes;
        const auto size = tables_->log_size();
        for (const auto& [kind, number, text] : statements) {
            const auto fresh = tables_->rows("INSERT INTO log_statement(digest, kind, number, leaf) VALUES (?,?,?,?)"
                                             " ON CONFLICT (digest) DO NOTHING RETURNING digest",
                                             {trace::sodium::hex(trace::sodium::sha256(text)),
                                              kind,
                                              std::to_string(number),
                                              std::to_string(size + added)});
            if (fresh.empty()) continue;
            rows.push_back({size + added++, 0, {}, text});
            hashes.push_back(trace::merkle::leaf_hash(text));
        }
        TRY(tables_->health());
        if (added > 0) TRY(append(rows, hashes));
        return added;
    });
}

Result<std::int64_t> Ledger::newest_list() {
    const auto rows = tables_->rows("SELECT max(number) FROM log_statement WHERE kind = 'list'", {});
    return sound(*tables_, rows.empty() ? 0 : as_number(rows.front()[0]));
}

Result<trace::WitnessRequest> Ledger::request_since(std::int64_t old_size, const std::string& note) {
    const auto known = TRY(verifier());
    const auto head = TRY(trace::open_checkpoint(note, known));
    if (old_size > head.size) return error(Cause::data, "log.altered", {std::to_string(old_size)});
    auto proof = TRY(tree(head.size).consistency(old_size));
    return trace::WitnessRequest{old_size, std::move(proof), note};
}

Outcome Ledger::keep_cosigned(const std::string& note) {
    const auto known = TRY(verifier());
    const auto head = TRY(trace::open_checkpoint(note, known));
    return in_a_step([&]() -> Outcome {
        tables_->rows(
            "INSERT INTO log_cosigned(size, note) VALUES (?,?) ON CONFLICT (size) DO UPDATE SET note = excluded.note",
            {std::to_string(head.size), note});
        return done;
    });
}

Result<std::optional<std::string>> Ledger::cosigned(std::int64_t least_size) {
    const auto rows = tables_->rows("SELECT note FROM log_cosigned ORDER BY size DESC LIMIT 1", {});
    TRY(tables_->health());
    if (rows.empty()) return std::optional<std::string>();
    const auto known = TRY(verifier());
    const auto head = trace::open_checkpoint(rows.front()[0], known); // an older log's, where a new one began since
    if (!head || head->size < least_size) return std::optional<std::string>();
    return std::optional(rows.front()[0]);
}

Result<trace::InclusionProof> Ledger::prove_statement(const std::string& text, const std::string& note) {
    const auto known = TRY(verifier());
    const auto head = TRY(trace::open_checkpoint(note, known));
    const auto rows = tables_->rows("SELECT leaf FROM log_statement WHERE digest = ?",
                                    {trace::sodium::hex(trace::sodium::sha256(text))});
    TRY(tables_->health());
    const auto leaf = rows.empty() ? head.size : as_number(rows.front()[0]);
    if (leaf >= head.size) return error(Cause::data, "log.altered", {std::to_string(head.size)});
    auto path = TRY(tree(head.size).inclusion(leaf));
    return trace::InclusionProof{text, leaf, std::move(path), note};
}

} // namespace temsao::store
