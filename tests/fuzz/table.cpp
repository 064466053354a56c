#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "sheet/table_reading.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto table = temsao::sheet::read_table({reinterpret_cast<const char*>(bytes), size}, "fuzz");
    if (table)
        if (const auto report = temsao::catalog::import_table(*table, "fuzz"))
            temsao::catalog::refused_csv(*report, temsao::Lang::vi);
    return 0;
}
