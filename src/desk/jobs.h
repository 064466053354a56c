#pragma once
// The jobs of the desk: the server's accounts. One function for each command of app/options.h.
// Errors: those of desk.h, and of office::passphrase_of where a password is asked for. Any thread.
#include "job/job.h"

namespace temsao::desk {

Result<job::Report> add_account(const job::Request&, const job::Surroundings&);
Result<job::Report> list_accounts(const job::Request&, const job::Surroundings&);
Result<job::Report> change_passphrase(const job::Request&, const job::Surroundings&);
Result<job::Report> remove_account(const job::Request&, const job::Surroundings&);

} // namespace temsao::desk
