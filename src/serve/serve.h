#pragma once
// The server: the second door, beside the command line. It starts everything from the data directory and needs no other
// service. HTTP request -> HTTP answer. One at a time in a process, since it waits for the process's signals.
// Call it from the main thread.
#include "job/job.h"

namespace temsao::serve {

// Serves until SIGTERM or SIGINT (listener.h). Options as in the table of jobs: listen, lan, pages, cert, key, host,
// store. `tell` receives the address once it listens (and with `lan` how to pair a phone), then one line of JSON for
// each request, without personal data. Errors: serve.address {listen}, serve.both {}, serve.lan_or_cert {}, those of
// listener.h, lan.h and of the stores.
Outcome
serve(const job::Request& request, job::Surroundings around, const std::function<void(const std::string& line)>& tell);

} // namespace temsao::serve
