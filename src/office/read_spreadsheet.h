#pragma once
// A spreadsheet file of the user's, as a table. Any thread; it waits for programs that run separately.
#include "catalog/columns.h"
#include "job/job.h"
#include "store/list_store.h"

#include <filesystem>

namespace temsao::office {

// `sheet`: by name; empty: the first that is a list. Errors: those of read_file and of sheet::read_table.
Result<catalog::Table> read_spreadsheet(const std::filesystem::path& file, std::string_view sheet);

// What the request's `map` says of headings. Error columns.map.
Result<catalog::HeadingMap> read_map_wish(const job::Request& request);

// What is said now, and behind it what was said at earlier imports: of two for one heading the first counts.
Result<catalog::HeadingMap> with_kept(catalog::HeadingMap said, store::ListStore& store);

} // namespace temsao::office
