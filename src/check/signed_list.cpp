#include "check/signed_list.h"

#include "catalog/csv.h"
#include "catalog/import.h"
#include "trace/log_proof.h"

namespace temsao::check {

Result<TrustedList> read_trusted(std::string_view file, const trace::PublicKey& root) {
    auto bundle = TRY(trace::read_bundle(file, root));
    const auto source = bundle.province + " #" + std::to_string(bundle.edition.sequence);
    auto table = TRY(catalog::read_csv(bundle.list, source + ".csv"));
    table.is_ours = true;
    auto read = TRY(catalog::import_table(std::move(table), source));
    if (!read.refused.empty()) {
        const auto& row = read.refused.front();
        return error(Cause::data, "bundle.list", {std::to_string(row.row), row.column, row.value});
    }
    catalog::ProductList list{{source, bundle.edition.as_of, true}, std::move(read.products)};
    trace::KeyRing keys{std::move(bundle.certificates), std::move(bundle.revocations)};
    TrustedList trusted{bundle.edition, bundle.province, std::move(list), std::move(keys)};
    if (bundle.records) trusted.lots.emplace(*std::move(bundle.records));
    trusted.policy = std::move(bundle.policy);
    trusted.proof = std::move(bundle.proof);
    return trusted;
}

Outcome check_successor(const TrustedList& next, const TrustedList& current) {
    TRY(trace::check_newer(next.edition, current.edition));
    if (!current.policy) return done;
    if (!next.policy || !next.policy->log) return error(Cause::refused, "bundle.policy_gone");
    const auto proved = TRY(trace::check_proof(next.proof, *next.policy->log));
    return trace::meets(proved.note, *current.policy);
}

} // namespace temsao::check
