#pragma once
// One function for each route (routes.cpp). Each may block, runs on a worker, and returns its whole answer.
#include "serve/route.h"

namespace temsao::serve {

// session_api.cpp
http::HttpAnswer get_session(const Call&);
http::HttpAnswer open_session(const Call&);
http::HttpAnswer close_session(const Call&);
http::HttpAnswer list_deeds(const Call&);
// list_api.cpp
http::HttpAnswer list_products(const Call&);
http::HttpAnswer show_product(const Call&);
http::HttpAnswer get_bundle(const Call&);
http::HttpAnswer get_bundle_signature(const Call&);
http::HttpAnswer get_bundle_root(const Call&);
// label_api.cpp
http::HttpAnswer list_templates(const Call&);
http::HttpAnswer preview_template(const Call&);
http::HttpAnswer list_stocks(const Call&);
http::HttpAnswer preview_label(const Call&);
http::HttpAnswer add_run(const Call&);
http::HttpAnswer list_runs(const Call&);
http::HttpAnswer show_run(const Call&);
http::HttpAnswer cancel_run(const Call&);
http::HttpAnswer run_file(const Call&);
// check_api.cpp
http::HttpAnswer check_texts(const Call&);
http::HttpAnswer check_photo(const Call&);
// office_api.cpp
http::HttpAnswer add_proposal(const Call&);
http::HttpAnswer list_proposals(const Call&);
http::HttpAnswer show_proposal(const Call&);
http::HttpAnswer approve_proposal(const Call&);
http::HttpAnswer withdraw_proposal(const Call&);
http::HttpAnswer revoke_certificate(const Call&);
http::HttpAnswer publish_list(const Call&);
http::HttpAnswer audit_log(const Call&);
http::HttpAnswer list_checks(const Call&);
http::HttpAnswer record_checks(const Call&);
// serial_api.cpp
http::HttpAnswer show_serial(const Call&);
http::HttpAnswer void_serial(const Call&);
http::HttpAnswer reissue_serial(const Call&);
http::HttpAnswer list_printers(const Call&);
http::HttpAnswer set_printer(const Call&);
http::HttpAnswer show_test_sheet(const Call&);
http::HttpAnswer print_test_sheet(const Call&);
// open_api.cpp
http::HttpAnswer get_openapi(const Call&);
http::HttpAnswer get_health(const Call&);
http::HttpAnswer get_metrics(const Call&);

} // namespace temsao::serve
