#pragma once
// What the server hands out about a serial number. Values; any thread: the store locks.
#include "job/job.h"
#include "store/issue.h"

namespace temsao::office {

struct SerialFacts {
    std::string serial;             // as people see it
    std::optional<char> check = {}; // its check character; empty: a producer's own number, which has none
    std::string product;            // its key
    std::optional<std::string> name = {}, producer = {}; // empty: the list in use does not have the product
    std::string lot;                                     // may be empty
    store::SerialState state = store::SerialState::reserved;
    std::string certificate; // of the print run
    Date printed;
};

// `product` may be empty when the serial is enough. Errors: serial.unknown, serial.ambiguous, serial.check.
Result<SerialFacts> serial_facts(const std::string& serial,
                                 const std::string& product,
                                 const std::string& store,
                                 const job::Surroundings& around);

// {"serial", "check", "product", "name", "producer", "lot", "state", "certificate", "at"}
job::Json to_json(const SerialFacts& facts);

} // namespace temsao::office
