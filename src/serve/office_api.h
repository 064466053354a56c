#pragma once
// The office's and the inspectors' routes, and what else needs a role: one function for each (routes.cpp).
#include "serve/route.h"

namespace temsao::serve {

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

} // namespace temsao::serve
