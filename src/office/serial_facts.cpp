#include "office/serial_facts.h"

#include "job/json.h"
#include "job/read_options.h"
#include "store/ledger.h"
#include "store/list_store.h"
#include "trace/serial.h"

#include <algorithm>

namespace temsao::office {

Result<job::Json> serial_facts(const std::string& serial,
                               const std::string& product,
                               const std::string& store,
                               const job::Surroundings& around) {
    const auto read = TRY(trace::read_serial(serial));
    auto ledger = TRY(store::Ledger::open_to_read(around.home, store));
    const auto found = TRY(ledger.find(read, job::key_of(product)));
    auto lists = TRY(store::ListStore::open_to_read(around.home));
    const auto listed = TRY(lists.find(found.issue.product));
    const auto shown = std::string(store::shown_serial(found.row.serial));
    return job::Json{
        {"serial", shown},
        {"check", trace::is_serial(shown) ? job::Json(std::string(1, trace::serial_check(shown))) : job::Json(nullptr)},
        {"product", found.issue.product},
        {"name", listed ? job::Json(listed->name) : job::Json(nullptr)},
        {"producer", listed ? job::Json(listed->producer) : job::Json(nullptr)},
        {"lot", found.issue.lot},
        {"state", name(found.row.state)},
        {"certificate", found.issue.certificate},
        {"at", found.issue.day.iso()}};
}

} // namespace temsao::office
