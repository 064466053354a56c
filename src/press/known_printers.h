#pragma once
// Inside `press`: what the data directory's printers.json holds of each printer: how far it prints off, as `stock
// calibrate` measured it, and where it listens, as `printer add` found it.
// Those that a producer's account measured belong to that producer: their names there end with "@" and the producer's
// key, and nobody else's printer of the same name is changed. Surroundings::printers_of says whose are meant.
#include "job/job.h"
#include "page/correction.h"
#include "printers/ipp.h"

#include <map>

namespace temsao::press {

// Where a printer listens, and what it said of itself when it was added or tested.
struct Connection {
    printers::Address address; // an IP address or a device
    printers::Kind kind;
    printers::Answers answers;
    printers::Fingerprint certificate = {};       // with ipps: what it showed when it was added
    printers::Pages pages = printers::Pages::pdf; // what an office printer takes
};

struct KnownPrinter {
    page::Correction correction = {};
    int dpi = 0;                               // 0: not stated
    std::optional<Connection> connection = {}; // none: only measured
};

// Letters of ASCII, digits, ".", "_", "-"; at most 40.
bool is_printer_name(const std::string& name);

std::string_view name(printers::Kind kind);       // "zebra", "tsc", "ipp", as in the file and in JSON
std::string_view name(printers::Answers answers); // "counts"
std::string_view name(printers::Pages pages);     // "pdf", "colour_raster", "grey_raster"
std::optional<printers::Kind> kind_named(std::string_view text);

// By name: the machine's and the producer's own, which count where both have a name; without a producer all, as they
// are named in the file. Error home.file.
Result<std::map<std::string, KnownPrinter>> known_printers(const job::Surroundings& around);

// Error printer.unknown {name, the names there are} (Cause::missing), home.file.
Result<KnownPrinter> find_printer(const job::Surroundings& around, const std::string& name);
// One that labels can be sent to. Errors also printer.not_connected {name} (Cause::missing).
Result<KnownPrinter> find_connected(const job::Surroundings& around, const std::string& name);

// `change` alters what is known, which is nothing for a new name; the file stays locked meanwhile.
Outcome change_printer(const job::Surroundings& around,
                       const std::string& name,
                       const std::function<Outcome(KnownPrinter&)>& change);
// Error printer.unknown.
Outcome forget_printer(const job::Surroundings& around, const std::string& name);

} // namespace temsao::press
