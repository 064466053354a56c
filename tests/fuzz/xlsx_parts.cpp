// A workbook whose parts a stranger wrote: the input is cut at lines "=== NAME" into the parts of a zip file, so that
// the fuzzer need not find its way through compression and checksums. No crash.
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "holds.h"
#include "sheet/table_reading.h"

#include <algorithm>
#include <string_view>
#include <vector>
#include <zip.h>

namespace {

struct Part {
    std::string name, text;
};

std::vector<Part> parts_of(std::string_view input) {
    constexpr std::string_view mark = "=== ";
    std::vector<Part> parts;
    while (!input.empty()) {
        const auto line = input.substr(0, input.find('\n'));
        input.remove_prefix(std::min(input.size(), line.size() + 1));
        if (line.starts_with(mark))
            parts.push_back({std::string(line.substr(mark.size())), {}});
        else if (!parts.empty())
            parts.back().text += std::string(line) + "\n";
    }
    return parts;
}

std::string zipped(const std::vector<Part>& parts) {
    zip_error_t why;
    zip_error_init(&why);
    auto* whole = zip_source_buffer_create(nullptr, 0, 0, &why);
    HOLDS(whole != nullptr);
    zip_source_keep(whole);
    auto* archive = zip_open_from_source(whole, ZIP_TRUNCATE, &why);
    HOLDS(archive != nullptr);
    for (const auto& part : parts) {
        auto* source = zip_source_buffer(archive, part.text.data(), part.text.size(), 0);
        if (zip_file_add(archive, part.name.c_str(), source, ZIP_FL_OVERWRITE) < 0) zip_source_free(source);
    }
    std::string bytes;
    if (zip_close(archive) != 0) {
        zip_discard(archive);
    } else if (zip_source_open(whole) == 0) {
        zip_stat_t facts;
        zip_source_stat(whole, &facts);
        bytes.resize(facts.size);
        zip_source_read(whole, bytes.data(), bytes.size());
        zip_source_close(whole);
    }
    zip_source_free(whole);
    return bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao;
    const auto parts = parts_of({reinterpret_cast<const char*>(data), size});
    if (parts.empty() || parts.size() > 50) return 0;
    const auto bytes = zipped(parts);
    if (bytes.empty()) return 0;
    if (const auto table = sheet::read_table(bytes, "fuzz.xlsx"))
        if (const auto report = catalog::import_table(*table, "fuzz.xlsx")) catalog::refused_csv(*report, Lang::vi);
    return 0;
}
