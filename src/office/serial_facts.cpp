#include "office/serial_facts.h"

#include "job/json.h"
#include "job/read_options.h"
#include "store/ledger.h"
#include "store/list_store.h"
#include "trace/serial.h"

#include <algorithm>

namespace temsao::office {

Result<SerialFacts> serial_facts(const std::string& serial,
                                 const std::string& product,
                                 const std::string& store,
                                 const job::Surroundings& around) {
    const auto read = TRY(trace::read_serial(serial));
    auto ledger = TRY(store::Ledger::open_to_read(around.home, store));
    const auto found = TRY(ledger.find(read, job::key_of(product)));
    auto lists = TRY(store::ListStore::open_to_read(around.home));
    SerialFacts facts{.serial = std::string(store::shown_serial(found.row.serial)),
                      .product = found.issue.product,
                      .lot = found.issue.lot,
                      .state = found.row.state,
                      .certificate = found.issue.certificate,
                      .printed = found.issue.day};
    if (trace::is_serial(facts.serial)) facts.check = trace::serial_check(facts.serial);
    if (auto listed = TRY(lists.find(found.issue.product))) {
        facts.name = std::move(listed->name);
        facts.producer = std::move(listed->producer);
    }
    return facts;
}

job::Json to_json(const SerialFacts& facts) {
    const auto or_null = [](const std::optional<std::string>& text) {
        return text ? job::Json(*text) : job::Json(nullptr);
    };
    return {{"serial", facts.serial},
            {"check", facts.check ? job::Json(std::string(1, *facts.check)) : job::Json(nullptr)},
            {"product", facts.product},
            {"name", or_null(facts.name)},
            {"producer", or_null(facts.producer)},
            {"lot", facts.lot},
            {"state", name(facts.state)},
            {"certificate", facts.certificate},
            {"at", facts.printed.iso()}};
}

} // namespace temsao::office
