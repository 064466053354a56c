#pragma once
// What the server hands out of a serial number. Any thread: the store locks.
#include "job/job.h"

namespace temsao::office {

// {"serial", "check", "product", "name", "producer", "lot", "state", "certificate", "at"}. `product` may be empty when
// the serial is enough. Errors: serial.unknown, serial.ambiguous, serial.check.
Result<job::Json> serial_facts(const std::string& serial,
                               const std::string& product,
                               const std::string& store,
                               const job::Surroundings& around);

} // namespace temsao::office
