#pragma once
// Lanes: the workers of the server, parted by what their work costs, so that what strangers send in a crowd delays
// nobody who asks for something small. Within a lane clients take turns (http/workers.h). Any thread.
#include "http/workers.h"
#include "serve/route.h"

namespace temsao::serve {

class Lanes {
public:
    Lanes();

    http::Workers::Told offer(Lane lane, const std::string& client, std::function<void()> task);
    void close();                                         // finishes what waits; nothing may be offered any more
    std::map<std::string, std::uint64_t> waiting() const; // "queue_photo" …, for metrics

private:
    std::map<Lane, std::unique_ptr<http::Workers>> workers_; // unchanged until close()
};

// The lane of a request: a body that is long for its route makes work of its own.
Lane lane_of(const Route* route, const http::HttpRequest& request);

} // namespace temsao::serve
