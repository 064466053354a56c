#pragma once
// Inside `app`: one function for each job.
#include "app/job.h"
#include "base/units.h"
#include "catalog/product.h"

namespace temsao::app {

Result<Report> import_list(const Request&, const Surroundings&);
Result<Report> show_list(const Request&, const Surroundings&);
Result<Report> diff_lists(const Request&, const Surroundings&);
Result<Report> export_list(const Request&, const Surroundings&);
Result<Report> revoke_certificate(const Request&, const Surroundings&);
Result<Report> print_labels(const Request&, const Surroundings&);
Result<Report> verify_files(const Request&, const Surroundings&);
Result<Report> check_evidence(const Request&, const Surroundings&);
Result<Report> grade_scan(const Request&, const Surroundings&);
Result<Report> parse_trace(const Request&, const Surroundings&);
Result<Report> make_trace(const Request&, const Surroundings&);
Result<Report> show_log(const Request&, const Surroundings&);
Result<Report> audit_log(const Request&, const Surroundings&);
Result<Report> prove_log(const Request&, const Surroundings&);
Result<Report> check_log_proof(const Request&, const Surroundings&);
Result<Report> declare_lot(const Request&, const Surroundings&);
Result<Report> export_log(const Request&, const Surroundings&);
Result<Report> void_serial(const Request&, const Surroundings&);
Result<Report> reissue_serial(const Request&, const Surroundings&);
Result<Report> show_checks(const Request&, const Surroundings&);
Result<Report> export_checks(const Request&, const Surroundings&);
Result<Report> merge_checks(const Request&, const Surroundings&);
Result<Report> new_key(const Request&, const Surroundings&);
Result<Report> list_keys(const Request&, const Surroundings&);
Result<Report> certify_key(const Request&, const Surroundings&);
Result<Report> withdraw_certificate(const Request&, const Surroundings&);
Result<Report> revoke_key(const Request&, const Surroundings&);
Result<Report> publish_bundle(const Request&, const Surroundings&);
Result<Report> add_bundle(const Request&, const Surroundings&);
Result<Report> check_texts(const Request&, const Surroundings&);
Result<Report> add_account(const Request&, const Surroundings&);
Result<Report> list_accounts(const Request&, const Surroundings&);
Result<Report> remove_account(const Request&, const Surroundings&);
Result<Report> list_templates(const Request&, const Surroundings&);
Result<Report> check_template(const Request&, const Surroundings&);
Result<Report> preview_template(const Request&, const Surroundings&);
Result<Report> list_stock(const Request&, const Surroundings&);
Result<Report> show_sheets(const Request&, const Surroundings&);
Result<Report> calibrate_printer(const Request&, const Surroundings&);

// Options read: an absent one gives `otherwise`; errors date.not_iso, option.number and option.length {name, text,
// least, most}.
Result<Date> date_option(const Request&, const std::string& name, Date otherwise);
Result<int> number_option(const Request&, const std::string& name, int otherwise, int least, int most);
Result<Mm> length_option(const Request&, const std::string& name, Mm otherwise, Mm least, Mm most); // 2.5 or 2,5

// The key that the store looks up: a GTIN, padded in any way, as 14 digits; else the text itself.
std::string key_of(std::string_view text);

// Pads with spaces to `width` characters as a reader counts them.
std::string padded(const std::string& text, std::size_t width);

} // namespace temsao::app
