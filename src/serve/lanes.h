#pragma once
// Lanes: the workers of the server, divided by what their work costs, so that a crowd of strangers does not delay
// anybody who asks for something small. Within a lane clients take turns (http/workers.h). Any thread.
#include "http/workers.h"
#include "serve/route.h"

namespace temsao::serve {

class Lanes {
public:
    Lanes();

    http::Workers::Told offer(Lane lane, const std::string& client, std::function<void()> task);
    void close();                                         // finishes the waiting tasks; call offer() no more
    std::map<std::string, std::uint64_t> waiting() const; // "queue_" and the lane's name; for metrics

private:
    std::map<Lane, std::unique_ptr<http::Workers>> workers_; // the map never changes
};

// The lane of a request: a body that is long for its route makes work of its own.
Lane lane_of(const Match& found, const http::HttpRequest& request);

} // namespace temsao::serve
