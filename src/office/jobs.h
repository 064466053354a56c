#pragma once
// The jobs of the office: lists, keys, publication, the print log. One function for each command of app/options.h.
#include "job/job.h"

namespace temsao::office {

Result<job::Report> import_list(const job::Request&, const job::Surroundings&);
// The same for a proposal of the server's desk that is approved: by its number, at most one version is made of it.
Result<job::Report> import_proposal(const std::string& proposal, const job::Request&, const job::Surroundings&);
Result<job::Report> show_list(const job::Request&, const job::Surroundings&);
Result<job::Report> diff_lists(const job::Request&, const job::Surroundings&);
Result<job::Report> export_list(const job::Request&, const job::Surroundings&);
Result<job::Report> undo_list(const job::Request&, const job::Surroundings&);
Result<job::Report> show_columns(const job::Request&, const job::Surroundings&);
Result<job::Report> write_list_form(const job::Request&, const job::Surroundings&);
Result<job::Report> revoke_certificate(const job::Request&, const job::Surroundings&);
Result<job::Report> show_log(const job::Request&, const job::Surroundings&);
Result<job::Report> audit_log(const job::Request&, const job::Surroundings&);
Result<job::Report> prove_log(const job::Request&, const job::Surroundings&);
Result<job::Report> check_log_proof(const job::Request&, const job::Surroundings&);
Result<job::Report> declare_lot(const job::Request&, const job::Surroundings&);
Result<job::Report> export_log(const job::Request&, const job::Surroundings&);
Result<job::Report> void_serial(const job::Request&, const job::Surroundings&);
Result<job::Report> reissue_serial(const job::Request&, const job::Surroundings&);
Result<job::Report> new_key(const job::Request&, const job::Surroundings&);
Result<job::Report> list_keys(const job::Request&, const job::Surroundings&);
Result<job::Report> certify_key(const job::Request&, const job::Surroundings&);
Result<job::Report> withdraw_certificate(const job::Request&, const job::Surroundings&);
Result<job::Report> revoke_key(const job::Request&, const job::Surroundings&);
Result<job::Report> publish_bundle(const job::Request&, const job::Surroundings&);
Result<job::Report> back_up(const job::Request&, const job::Surroundings&);
Result<job::Report> restore(const job::Request&, const job::Surroundings&);
Result<job::Report> check_home(const job::Request&, const job::Surroundings&);
Result<job::Report> add_bundle(const job::Request&, const job::Surroundings&);

} // namespace temsao::office
