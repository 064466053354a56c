#pragma once
// Inside `press`: what the data directory's printers.json holds of each printer, as `stock calibrate` measured it.
// Those that a producer's account measured belong to that producer: their names there end with "@" and the producer's
// key, and nobody else's printer of the same name is changed. Surroundings::printers_of says whose are meant.
#include "job/job.h"
#include "page/correction.h"

#include <map>

namespace temsao::press {

struct KnownPrinter {
    page::Correction correction;
    int dpi = 0; // 0: not stated
};

// By name: the machine's, and those of the producer in front of them; without a producer all, as they are named in the
// file. Error home.file.
Result<std::map<std::string, KnownPrinter>> known_printers(const job::Surroundings& around);

// Error printer.unknown {name, the names there are} (Cause::missing), home.file.
Result<KnownPrinter> find_printer(const job::Surroundings& around, const std::string& name);
Outcome save_printer(const job::Surroundings& around, const std::string& name, const KnownPrinter& printer);

} // namespace temsao::press
