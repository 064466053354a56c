#pragma once
// The jobs of the office: lists, keys, publication, the print log. One function for each command of app/options.h.
// Any thread; what changes files of record or the store locks it.
#include "job/job.h"

namespace temsao::office {

Result<job::Report> import_list(const job::Request&, const job::Surroundings&);

// A list that waited on the server's desk and is approved.
struct ApprovedList {
    std::string proposal; // its number on the desk: at most one version of the list is made of it
    std::filesystem::path file;
    Date as_of;
    std::vector<std::string> said; // of its headings: "HDBQ=storage"
};

// As import_list does, without its report; what falls back was approved with it. The version of the list that it
// became; none when it has no product that could be taken.
Result<std::optional<std::int64_t>> import_proposal(const ApprovedList&, const job::Surroundings&);

// A list that servers share, as one of them hands it to the others.
struct SharedEdition {
    std::filesystem::path file; // CSV, as `list export` writes it
    Date as_of;
    std::string revocations; // own_revocations.h, JSON: those that hold at the server that gave it
    std::string base;        // those that the taker gave or took last; "[]" at first
};

// The list comes into force here, with the revocations of both sides. Errors: those of an import,
// list.revocations_form.
Outcome take_shared(const SharedEdition& edition, const job::Surroundings& around);
// The list in force here, written to `file`; without a base. Errors: store.no_list, file.unwritable.
Result<SharedEdition> shared_edition(const std::filesystem::path& file, const job::Surroundings& around);

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
Result<job::Report> submit_log(const job::Request&, const job::Surroundings&);
Result<job::Report> take_log(const job::Request&, const job::Surroundings&);
Result<job::Report> export_log(const job::Request&, const job::Surroundings&);
Result<job::Report> keep_witnesses(const job::Request&, const job::Surroundings&);
Result<job::Report> void_serial(const job::Request&, const job::Surroundings&);
Result<job::Report> reissue_serial(const job::Request&, const job::Surroundings&);
Result<job::Report> new_key(const job::Request&, const job::Surroundings&);
Result<job::Report> list_keys(const job::Request&, const job::Surroundings&);
Result<job::Report> certify_key(const job::Request&, const job::Surroundings&);
Result<job::Report> withdraw_certificate(const job::Request&, const job::Surroundings&);
Result<job::Report> revoke_key(const job::Request&, const job::Surroundings&);
Result<job::Report> publish_bundle(const job::Request&, const job::Surroundings&);
Result<job::Report> add_lot_event(const job::Request&, const job::Surroundings&);
Result<job::Report> correct_lot_event(const job::Request&, const job::Surroundings&);
Result<job::Report> show_lots(const job::Request&, const job::Surroundings&);
Result<job::Report> trace_lot(const job::Request&, const job::Surroundings&);
Result<job::Report> recall_lot(const job::Request&, const job::Surroundings&);
Result<job::Report> import_lots(const job::Request&, const job::Surroundings&);
Result<job::Report> export_lots(const job::Request&, const job::Surroundings&);
Result<job::Report> write_lot_form(const job::Request&, const job::Surroundings&);
Result<job::Report> back_up(const job::Request&, const job::Surroundings&);
Result<job::Report> restore(const job::Request&, const job::Surroundings&);
Result<job::Report> check_home(const job::Request&, const job::Surroundings&);
Result<job::Report> add_bundle(const job::Request&, const job::Surroundings&);

} // namespace temsao::office
