// account add, list, passwd, remove: who may work with the server.
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
    auto desk = TRY(open_desk(request, around));
    const auto passphrase = TRY(
        office::passphrase_of(request.text("name"), true, office::read_passphrase_wish(request, around), around.lang));
    const auto& name = request.text("name");
    TRY(desk->add_account(name, request.text("role"), request.text("producer"), passphrase));
    TRY(desk->note("", "account add", name));
    job::Report report;
    report.words = say({"account.added", {name, request.text("role")}}, around.lang) + "\n";
    report.json = {{"name", name}, {"role", request.text("role")}};
    return report;
}

Result<job::Report> list_accounts(const job::Request& request, const job::Surroundings& around) {
    auto desk = TRY(open_desk(request, around));
    const auto accounts = TRY(desk->accounts());
    job::Report report;
    job::Json all = job::Json::array();
    for (const auto& account : accounts) {
        report.words +=
            job::padded(account.name, 20) + job::padded(std::string(name(account.role)), 12) + account.producer + "\n";
        all.push_back(to_json(account));
    }
    report.json = {{"accounts", all}};
    return report;
}

// The old password is not asked for: anybody who runs this can write the data directory anyway.
Result<job::Report> change_passphrase(const job::Request& request, const job::Surroundings& around) {
    auto desk = TRY(open_desk(request, around));
    const auto& name = request.text("name");
    const auto passphrase =
        TRY(office::passphrase_of(name, true, office::read_passphrase_wish(request, around), around.lang));
    TRY(desk->set_passphrase(name, passphrase));
    TRY(desk->note("", "password changed", name));
    job::Report report;
    report.words = say({"account.changed", {name}}, around.lang) + "\n";
    report.json = {{"name", name}};
    return report;
}

Result<job::Report> remove_account(const job::Request& request, const job::Surroundings& around) {
    auto desk = TRY(open_desk(request, around));
    const auto& name = request.text("name");
    TRY(desk->remove_account(name));
    TRY(desk->note("", "account remove", name));
    job::Report report;
    report.words = say({"account.removed", {name}}, around.lang) + "\n";
    report.json = {{"name", name}};
    return report;
}

} // namespace temsao::desk
