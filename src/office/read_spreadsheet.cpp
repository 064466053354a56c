#include "office/read_spreadsheet.h"

#include "job/read_options.h"
#include "sheet/table_reading.h"
#include "system/file.h"

namespace temsao::office {

Result<catalog::Table> read_spreadsheet(const std::filesystem::path& file, std::string_view sheet) {
    const auto bytes = TRY(read_file(file, catalog::most_table_bytes));
    return temsao::sheet::read_table(bytes, file.filename().string(), sheet);
}

Result<catalog::HeadingMap> read_map_wish(const job::Request& request) {
    catalog::HeadingMap map;
    for (const auto& text : job::texts_option(request, "map"))
        map.push_back(TRY(catalog::read_said_meaning(text)));
    return map;
}

Result<catalog::HeadingMap> with_kept(catalog::HeadingMap said, store::ListStore& store) {
    for (auto& kept : TRY(store.heading_map()))
        said.push_back(std::move(kept));
    return said;
}

} // namespace temsao::office
