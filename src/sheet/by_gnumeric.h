#pragma once
// Inside `sheet` only: spreadsheets of other programs, turned into XLSX by Gnumeric's ssconvert. It runs as a separate
// program with limits, since its readers of old formats are large; a crash there costs one file.
#include "base/result.h"

#include <string>
#include <string_view>

namespace temsao::sheet {

// What files of a kind are called, and which reader of ssconvert takes them. `message`: as other_kind() names the kind.
// Empty for kinds that it does not read.
struct GnumericKind {
    std::string_view message, ending, importer;
};

GnumericKind gnumeric_kind(std::string_view message);

// The bytes of the XLSX file. Errors (Cause::data): table.no_gnumeric {file, ending} when ssconvert is not installed,
// table.not_converted {file, ending}, table.too_slow {file, seconds}, table.too_large {file, limit}.
Result<std::string> xlsx_by_gnumeric(std::string_view bytes, std::string_view file_name, const GnumericKind& kind);

} // namespace temsao::sheet
