// account add, list, remove: who may work with the server.
#include "app/desk.h"
#include "app/jobs.h"
#include "app/json.h"
#include "app/key_folder.h"

#include <ctime>

namespace temsao::app {
namespace {

Result<std::unique_ptr<Desk>> open_desk(const Request& request, const Surroundings& around) {
    return Desk::open(around.home, request.text("store"), [] { return std::int64_t{std::time(nullptr)}; });
}

Json to_json(const Account& account) {
    return {{"name", account.name},
            {"role", name(account.role)},
            {"producer", account.producer.empty() ? Json(nullptr) : Json(account.producer)}};
}

} // namespace

Result<Report> add_account(const Request& request, const Surroundings& around) {
    auto desk = open_desk(request, around);
    if (!desk) return desk.error();
    const auto passphrase = passphrase_of(request.text("name"), true, request, around);
    if (!passphrase) return passphrase.error();
    const auto& name = request.text("name");
    if (auto added = (*desk)->add_account(name, request.text("role"), request.text("producer"), *passphrase); !added)
        return added.error();
    if (auto noted = (*desk)->note("", "account add", name); !noted) return noted.error();
    Report report;
    report.words = say({"account.added", {name, request.text("role")}}, around.lang) + "\n";
    report.json = dump({{"name", name}, {"role", request.text("role")}});
    return report;
}

Result<Report> list_accounts(const Request& request, const Surroundings& around) {
    auto desk = open_desk(request, around);
    if (!desk) return desk.error();
    const auto accounts = (*desk)->accounts();
    if (!accounts) return accounts.error();
    Report report;
    Json all = Json::array();
    for (const auto& account : *accounts) {
        report.words +=
            padded(account.name, 20) + padded(std::string(name(account.role)), 12) + account.producer + "\n";
        all.push_back(to_json(account));
    }
    report.json = dump({{"accounts", all}});
    return report;
}

Result<Report> remove_account(const Request& request, const Surroundings& around) {
    auto desk = open_desk(request, around);
    if (!desk) return desk.error();
    const auto& name = request.text("name");
    if (auto removed = (*desk)->remove_account(name); !removed) return removed.error();
    if (auto noted = (*desk)->note("", "account remove", name); !noted) return noted.error();
    Report report;
    report.words = say({"account.removed", {name}}, around.lang) + "\n";
    report.json = dump({{"name", name}});
    return report;
}

} // namespace temsao::app
