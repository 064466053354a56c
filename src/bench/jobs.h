#pragma once
// The jobs of the bench: photos and codes checked, evidence, grades. One function for each command of app/options.h.
// Any thread; the journal of one folder is locked by the job that writes it.
#include "job/job.h"

namespace temsao::bench {

Result<job::Report> verify_files(const job::Request&, const job::Surroundings&);
Result<job::Report> check_evidence(const job::Request&, const job::Surroundings&);
Result<job::Report> grade_scan(const job::Request&, const job::Surroundings&);
Result<job::Report> shrink_picture(const job::Request&, const job::Surroundings&);
Result<job::Report> parse_trace(const job::Request&, const job::Surroundings&);
Result<job::Report> make_trace(const job::Request&, const job::Surroundings&);
Result<job::Report> show_checks(const job::Request&, const job::Surroundings&);
Result<job::Report> export_checks(const job::Request&, const job::Surroundings&);
Result<job::Report> merge_checks(const job::Request&, const job::Surroundings&);
Result<job::Report> check_texts(const job::Request&, const job::Surroundings&);

} // namespace temsao::bench
