// As a witness for other logs: c2sp.org/tlog-witness. Who asks proves itself by the log's signature.
#include "serve/handlers.h"

#include <ctime>

namespace temsao::serve {

Answer add_checkpoint(const Call& call) {
    auto reply = TRY(call.services.witness.answer(call.request.body, std::time(nullptr)));
    if (reply.status != 200 && reply.status != 409) return Problem{reply.status, std::move(reply.why)};
    return http::HttpAnswer{.status = reply.status,
                            .type = reply.status == 200 ? "text/plain" : "text/x.tlog.size",
                            .body = std::move(reply.body)};
}

} // namespace temsao::serve
