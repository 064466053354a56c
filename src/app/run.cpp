#include "app/run.h"

#include "bench/jobs.h"
#include "desk/jobs.h"
#include "office/jobs.h"
#include "press/jobs.h"

namespace temsao::app {

namespace {

using Function = Result<job::Report> (*)(const job::Request&, const job::Surroundings&);

const std::map<std::string_view, Function>& jobs_by_name() {
    static const std::map<std::string_view, Function> table = {
        {"list import", office::import_list},
        {"list show", press::show_list},
        {"list diff", office::diff_lists},
        {"list export", office::export_list},
        {"list undo", office::undo_list},
        {"list columns", office::show_columns},
        {"list template", office::write_list_form},
        {"list revoke", office::revoke_certificate},
        {"label", press::print_labels},
        {"verify", bench::verify_files},
        {"evidence check", bench::check_evidence},
        {"grade", bench::grade_scan},
        {"picture", bench::shrink_picture},
        {"trace parse", bench::parse_trace},
        {"trace make", bench::make_trace},
        {"lot add", office::add_lot_event},
        {"lot correct", office::correct_lot_event},
        {"lot show", office::show_lots},
        {"lot trace", office::trace_lot},
        {"lot recall", office::recall_lot},
        {"lot import", office::import_lots},
        {"lot export", office::export_lots},
        {"lot template", office::write_lot_form},
        {"log show", office::show_log},
        {"log audit", office::audit_log},
        {"log prove", office::prove_log},
        {"log check", office::check_log_proof},
        {"log declare", office::declare_lot},
        {"log export", office::export_log},
        {"log submit", office::submit_log},
        {"log take", office::take_log},
        {"log witness", office::keep_witnesses},
        {"serial void", office::void_serial},
        {"serial reissue", office::reissue_serial},
        {"checks show", bench::show_checks},
        {"checks export", bench::export_checks},
        {"checks merge", bench::merge_checks},
        {"key new", office::new_key},
        {"key list", office::list_keys},
        {"key certify", office::certify_key},
        {"key revoke", office::revoke_key},
        {"key withdraw", office::withdraw_certificate},
        {"publish", office::publish_bundle},
        {"trust add", office::add_bundle},
        {"backup", office::back_up},
        {"restore", office::restore},
        {"check", office::check_home},
        {"trace check", bench::check_texts},
        {"account add", desk::add_account},
        {"account list", desk::list_accounts},
        {"account passwd", desk::change_passphrase},
        {"account remove", desk::remove_account},
        {"template list", press::list_templates},
        {"template check", press::check_template},
        {"template preview", press::preview_template},
        {"brand set", press::set_brand},
        {"brand show", press::show_brand},
        {"stock list", press::list_stock},
        {"stock sheets", press::show_sheets},
        {"stock calibrate", press::calibrate_printer},
        {"printer add", press::add_printer},
        {"printer list", press::list_printers},
        {"printer test", press::test_printer},
        {"printer settle", press::settle_printer},
        {"printer remove", press::remove_printer},
    };
    return table;
}

} // namespace

Result<job::Report> run(const job::Request& request, const job::Surroundings& surroundings) {
    const auto found = jobs_by_name().find(request.job);
    if (found == jobs_by_name().end()) return error(Cause::usage, "job.unknown", {request.job});
    return found->second(request, surroundings);
}

} // namespace temsao::app
