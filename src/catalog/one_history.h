#pragma once
// Inside `catalog` only: what all rows say of one product's certificates -> each certificate once.
#include "catalog/import.h"

namespace temsao::catalog {

struct DatedRow {
    std::size_t row = 0;
    const Certificate* certificate = nullptr;
    const Product* product = nullptr; // what else the row says; none where only certificates are compared
};

struct OneHistory {
    std::vector<Certificate> certificates; // by date issued, then by decision
    std::vector<RowRemark> remarks;        // catalog/combine.h names them
};

// Rows are of one certificate when number and day of the decision are the same, and the issuer, where a row names one.
// Of such rows the gravest status counts. Where they differ in stars or in the last day, both are kept, so that the
// verdict can ask (catalog/standing.h).
OneHistory one_history(const std::string& product, const std::vector<DatedRow>& rows);

} // namespace temsao::catalog
