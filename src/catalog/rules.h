#pragma once
// The programme's rules as dated data, each with its source; rules.cpp has the tables. Marks: [F] found in public
// material; [M] from memory: these may warn, never refuse. The tables are constant; any thread reads them.
#include "base/finding.h"
#include "catalog/product.h"

namespace temsao::catalog {

// The date of these tables: it changes with every change to rules.cpp (tests/catalog/rules_edition.cpp checks it), so a
// record of a check can say which rules it was judged by.
inline constexpr auto rules_edition = "2026-11-29";

// The last valid day when the list has none: 36 months after the decision, the anniversary included (Thanh Hóa and Gia
// Lai count so; Nghệ An does not: see is_borderline).
Date computed_valid_to(Date issued);

// Is `day` the anniversary that provinces count differently? Only where the list gave no last day of its own.
bool is_borderline(const Certificate& certificate, Date day);

// ISSUER_IMPLAUSIBLE (check) when the body could not grant that many stars on that day.
std::optional<Finding> check_issuer(const Certificate& certificate);

// STARS_AND_SCORE (check) when the council's mean score does not give that many stars: [50,70) 3, [70,90) 4, [90,100]
// 5.
std::optional<Finding> check_score(const Certificate& certificate);

} // namespace temsao::catalog
