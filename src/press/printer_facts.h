#pragma once
// The printers that were measured, and the test sheet of a sticker paper, as the server hands them out. Values; any
// thread; files are read whole.
#include "job/job.h"
#include "press/known_printers.h"

namespace temsao::press {

struct PrinterFacts {
    std::string name;
    int dpi = 0; // 0: not stated
    page::Correction correction;
};

// Those of the machine and the producer's own, which count where both have a name. Error home.file.
Result<std::vector<PrinterFacts>> printers(const job::Surroundings& around);

// {"name", "dpi", "right_mm", "down_mm", "across_scale", "down_scale", "turn_degrees"}
job::Json to_json(const PrinterFacts& printer);

struct TestSheetFacts {
    SizeMm paper;
    std::vector<Mm> nominal; // the lengths to measure, as they should be (page/test_sheet.h)
};

// `stock`: its name; empty: a sheet of A4. Error stock.unknown.
Result<TestSheetFacts> test_sheet(const std::string& stock, const job::Surroundings& around);

job::Json to_json(const TestSheetFacts& sheet); // {"paper_mm": [w, h], "nominal_mm": [a, b, c, d, e]}

} // namespace temsao::press
