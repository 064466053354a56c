// account add, list, remove: who may work with the server.
#include "desk/desk.h"
#include "desk/jobs.h"
#include "job/json.h"
#include "job/read_options.h"
#include "office/key_folder.h"

#include <ctime>

namespace temsao::desk {
namespace {

Result<std::unique_ptr<Desk>> open_desk(const job::Request& request, const job::Surroundings& around) {
    return Desk::open(around.home, request.text("store"), [] { return std::int64_t{std::time(nullptr)}; });
}

job::Json to_json(const Account& account) {
    return {{"name", account.name},
            {"role", name(account.role)},
            {"producer", account.producer.empty() ? job::Json(nullptr) : job::Json(account.producer)}};
}

} // namespace

Result<job::Report> add_account(const job::Request& request, const job::Surroundings& around) {
    auto desk = open_desk(request, around);
    if (!desk) return desk.error();
    const auto passphrase = office::passphrase_of(request.text("name"), true, request, around);
    if (!passphrase) return passphrase.error();
    const auto& name = request.text("name");
    if (auto added = (*desk)->add_account(name, request.text("role"), request.text("producer"), *passphrase); !added)
        return added.error();
    if (auto noted = (*desk)->note("", "account add", name); !noted) return noted.error();
    job::Report report;
    report.words = say({"account.added", {name, request.text("role")}}, around.lang) + "\n";
    report.json = job::dump({{"name", name}, {"role", request.text("role")}});
    return report;
}

Result<job::Report> list_accounts(const job::Request& request, const job::Surroundings& around) {
    auto desk = open_desk(request, around);
    if (!desk) return desk.error();
    const auto accounts = (*desk)->accounts();
    if (!accounts) return accounts.error();
    job::Report report;
    job::Json all = job::Json::array();
    for (const auto& account : *accounts) {
        report.words +=
            job::padded(account.name, 20) + job::padded(std::string(name(account.role)), 12) + account.producer + "\n";
        all.push_back(to_json(account));
    }
    report.json = job::dump({{"accounts", all}});
    return report;
}

Result<job::Report> remove_account(const job::Request& request, const job::Surroundings& around) {
    auto desk = open_desk(request, around);
    if (!desk) return desk.error();
    const auto& name = request.text("name");
    if (auto removed = (*desk)->remove_account(name); !removed) return removed.error();
    if (auto noted = (*desk)->note("", "account remove", name); !noted) return noted.error();
    job::Report report;
    report.words = say({"account.removed", {name}}, around.lang) + "\n";
    report.json = job::dump({{"name", name}});
    return report;
}

} // namespace temsao::desk
