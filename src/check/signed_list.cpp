#include "check/signed_list.h"

#include "catalog/import.h"

namespace temsao::check {

Result<TrustedList> read_trusted(std::string_view file, const trace::PublicKey& root) {
    auto bundle = trace::read_bundle(file, root);
    if (!bundle) return bundle.error();
    const auto source = bundle->province + " #" + std::to_string(bundle->edition.sequence);
    const auto table = catalog::read_csv(bundle->list, source + ".csv");
    if (!table) return table.error();
    auto read = catalog::import_table(*table, source);
    if (!read) return read.error();
    if (!read->refused.empty()) {
        const auto& row = read->refused.front();
        return error(Cause::data, "bundle.list", {std::to_string(row.row), row.column, row.value});
    }
    return TrustedList{bundle->edition,
                       bundle->province,
                       {{source, bundle->edition.as_of, true}, std::move(read->products)},
                       {std::move(bundle->certificates), std::move(bundle->revocations)}};
}

} // namespace temsao::check
