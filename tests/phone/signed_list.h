#pragma once
// The signed list that the phone's tests ask about: bundle and root.pub in a folder.
#include "catalog/csv.h"
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "system/file.h"
#include "trace/bundle.h"
#include "trace/minisign.h"
#include "trace/sample_keys.h"

namespace temsao::phone_test {

// None when the table cannot be read.
inline std::vector<catalog::Product> read_products(const std::filesystem::path& csv) {
    const auto text = read_file(csv, catalog::most_table_bytes);
    const auto table = text ? catalog::read_csv(*text, csv.string()) : Result<catalog::Table>(text.error());
    auto read = table ? catalog::import_table(*table, "sample") : Result<catalog::ImportReport>(table.error());
    return read ? std::move(read->products) : std::vector<catalog::Product>();
}

inline bool write_list(const std::filesystem::path& folder, const std::vector<catalog::Product>& products) {
    const auto root = trace::test::root_key();
    const auto certified = [](const trace::SecretKey& key, const char* producer) {
        return trace::KeyCertificate{
            key.public_key(), *Date::from(2026, 1, 1), *Date::from(2028, 12, 31), {}, producer};
    };
    const trace::KeyRing keys(
        {certified(trace::test::producer_key(), "HTX mẫu"), certified(trace::test::lost_key(), "HTX mẫu 2")},
        trace::test::ring().revocations());
    const auto bundle = trace::write_bundle(
        {{7, *Date::from(2026, 11, 1)}, "Hà Tĩnh", catalog::to_csv(products), keys.certificates(), keys.revocations()},
        root);
    return bundle && write_file(folder / "bundle", *bundle).ok() &&
           write_file(folder / "root.pub", trace::write_minisign_key(root.public_key())).ok();
}

} // namespace temsao::phone_test
