#pragma once
// Which keys may sign for which goods, as far as this machine knows. Any thread: files are read whole, and nothing is
// written.
#include "trace/certificate.h"

#include <filesystem>

namespace temsao::office {

// The permits and revocations of the signed list in use, and those that the office made itself and may not have
// published yet. Empty on a machine with neither. Errors: those of load_trusted and KeyFolder::certificates.
Result<trace::KeyRing> known_permits(const std::filesystem::path& home);

// The production date from which on this producer's product carries a seal; empty when no permit says so.
std::optional<Date> sealed_since(const trace::KeyRing& permits, std::string_view product, std::string_view producer);

} // namespace temsao::office
