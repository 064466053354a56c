#pragma once
// One function for each route (routes.cpp). Each may block, runs on a worker, and returns its whole answer.
// Any worker thread.
#include "serve/route.h"

namespace temsao::serve {

// session_api.cpp
Answer get_session(const Call&);
Answer open_session(const Call&);
Answer close_session(const Call&);
Answer change_passphrase(const Call&);
Answer list_audit_entries(const Call&);
// list_api.cpp
Answer list_products(const Call&);
Answer show_product(const Call&);
Answer get_bundle(const Call&);
Answer get_bundle_signature(const Call&);
Answer get_bundle_root(const Call&);
// label_api.cpp
Answer list_templates(const Call&);
Answer preview_template(const Call&);
Answer list_stocks(const Call&);
Answer preview_label(const Call&);
Answer add_run(const Call&);
Answer list_runs(const Call&);
Answer show_run(const Call&);
Answer cancel_run(const Call&);
Answer run_file(const Call&);
// check_api.cpp
Answer check_texts(const Call&);
Answer check_photo(const Call&);
Answer photo_as_jpeg(const Call&);
// proposal_api.cpp
Answer add_proposal(const Call&);
Answer list_proposals(const Call&);
Answer show_proposal(const Call&);
Answer columns_of_proposal(const Call&);
Answer map_proposal(const Call&);
Answer approve_proposal(const Call&);
Answer withdraw_proposal(const Call&);
// office_api.cpp
Answer revoke_certificate(const Call&);
Answer publish_list(const Call&);
Answer audit_log(const Call&);
Answer list_checks(const Call&);
Answer record_checks(const Call&);
// lot_api.cpp
Answer list_lots(const Call&);
Answer add_lot(const Call&);
Answer strike_lot_entry(const Call&);
Answer show_lot(const Call&);
Answer trace_lot(const Call&);
Answer look_at_recall(const Call&);
Answer recall_lot(const Call&);
Answer look_at_lift(const Call&);
Answer lift_recall(const Call&);
Answer recall_receivers(const Call&);
Answer recall_letters(const Call&);
// serial_api.cpp
Answer show_serial(const Call&);
Answer void_serial(const Call&);
Answer reissue_serial(const Call&);
Answer list_printers(const Call&);
Answer set_printer(const Call&);
Answer show_test_sheet(const Call&);
Answer print_test_sheet(const Call&);
// question_api.cpp
Answer ask_office(const Call&);
Answer list_questions(const Call&);
Answer answer_question(const Call&);
// introduction_api.cpp
Answer hand_in_introduction(const Call&);
Answer list_introductions(const Call&);
Answer introduction_picture(const Call&);
Answer approve_introduction(const Call&);
Answer withdraw_introduction(const Call&);
// witness_api.cpp
Answer add_checkpoint(const Call&);
// open_api.cpp
Answer get_openapi(const Call&);
Answer get_health(const Call&);
Answer get_metrics(const Call&);

} // namespace temsao::serve
