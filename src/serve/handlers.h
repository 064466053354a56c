#pragma once
// One function for each route (routes.cpp). Each may block, runs on a worker, and returns its whole answer.
#include "serve/route.h"

namespace temsao::serve {

// session_api.cpp
HttpAnswer get_session(const Call&);
HttpAnswer open_session(const Call&);
HttpAnswer close_session(const Call&);
HttpAnswer list_deeds(const Call&);
// list_api.cpp
HttpAnswer list_products(const Call&);
HttpAnswer show_product(const Call&);
HttpAnswer get_bundle(const Call&);
HttpAnswer get_bundle_signature(const Call&);
HttpAnswer get_bundle_root(const Call&);
// label_api.cpp
HttpAnswer list_templates(const Call&);
HttpAnswer preview_template(const Call&);
HttpAnswer list_stocks(const Call&);
HttpAnswer preview_label(const Call&);
HttpAnswer add_run(const Call&);
HttpAnswer list_runs(const Call&);
HttpAnswer show_run(const Call&);
HttpAnswer cancel_run(const Call&);
HttpAnswer run_file(const Call&);
// check_api.cpp
HttpAnswer check_texts(const Call&);
HttpAnswer check_photo(const Call&);
// office_api.cpp
HttpAnswer add_proposal(const Call&);
HttpAnswer list_proposals(const Call&);
HttpAnswer show_proposal(const Call&);
HttpAnswer approve_proposal(const Call&);
HttpAnswer withdraw_proposal(const Call&);
HttpAnswer revoke_certificate(const Call&);
HttpAnswer publish_list(const Call&);
HttpAnswer audit_log(const Call&);
HttpAnswer list_checks(const Call&);
HttpAnswer record_checks(const Call&);
// serial_api.cpp
HttpAnswer show_serial(const Call&);
HttpAnswer void_serial(const Call&);
HttpAnswer reissue_serial(const Call&);
HttpAnswer list_printers(const Call&);
HttpAnswer set_printer(const Call&);
HttpAnswer show_test_sheet(const Call&);
HttpAnswer print_test_sheet(const Call&);
// open_api.cpp
HttpAnswer get_openapi(const Call&);
HttpAnswer get_health(const Call&);
HttpAnswer get_metrics(const Call&);

} // namespace temsao::serve
