#pragma once
// Routes: method and path -> who may ask, how much they may send, and the handler. openapi.json is made from the same
// table (routes.cpp), so that the documentation matches the server.
#include "app/options.h"
#include "bench/text_check.h"
#include "desk/desk.h"
#include "http/listener.h"
#include "office/witness.h"
#include "serve/answer.h"
#include "serve/place.h"

namespace temsao::serve {

class Runs;
class SharedList;
class StorePulse;

// What the handlers share; all members may be used from any thread.
struct Services {
    job::Surroundings around; // today and lang are set for each request
    desk::Desk& desk;
    bench::TextCheck& check;
    office::WitnessDesk& witness;
    Runs& runs;
    SharedList& shared_list;
    StorePulse& store_pulse;
    std::string store, host;
    std::filesystem::path pages, program; // program: our own program, for decoding in a separate process
    std::function<std::string()> metrics;
};

// One request while it is handled.
struct Call {
    const http::HttpRequest& request;
    Services& services;
    Lang lang;
    std::map<std::string, std::string> named = {}; // segments of the path, by their names in the pattern
    std::optional<desk::Session> session = {};
    std::string payer = {}; // whose rate limit it counts against, with the route's name; empty: no limit
    int per_minute = 0;
    bool is_unwritten = false; // the limit is counted in memory alone

    job::Surroundings around() const; // in the language and on the day of this call
    Date today() const;

    const desk::Account& account() const { return session->account; } // of routes for those who are signed in

    // What the request costs beyond its bytes, in units of the route's rate limit. Call may_take before the work;
    // it is false when the limit is reached. Call owe after it, where the cost is known only then.
    bool may_take(int units) const;
    void owe(int units) const;

    Outcome note(const std::string& action, const std::string& subject) const; // into the audit log, by this account

    bool is_producer() const { return session && session->account.role == desk::Role::producer; }
};

// Who may use a route.
enum Access : unsigned {
    everyone = 1,
    producer = 2,
    inspector = 4,
    office = 8,
    admin = 16,
    signed_in = producer | inspector | office | admin,
};

// Whose workers answer (lanes.cpp has their numbers).
enum class Lane {
    front,   // health, metrics and pages: asks no store
    quick,   // answered within milliseconds
    sign_in, // passwords
    bulk,    // quick ones with a long body
    photos,  // what strangers photographed
    ledger,  // the print log and the checks made, which may lie elsewhere and be slow
    heavy,   // spreadsheets, publications, audits
};

// A parameter of the query, or a header that a route reads.
struct Query {
    std::string_view name;
    app::Kind kind;
    std::string_view in = "query";
};

struct Route {
    std::string_view method, pattern; // "/api/v1/products/{key}"
    unsigned access;
    Lane lane;
    http::BodyPlan body;
    Answer (*handle)(const Call&);
    std::string_view takes,
        gives; // a schema's name (bodies.h, shapes.h), media types, or both, with a space between; empty: none
    int success;
    // For each account or address, unless it is this machine; 0: no limit. Requests, but a long body counts as several
    // (units_of), and so does work that is found out later (Call::may_take).
    int per_minute;
    std::vector<Query> query;
    std::string_view summary; // in English, for openapi.json
    // Nothing of who asks is kept: no session is looked up, so none can be misused by another site either, and the
    // address is counted in this server's memory alone.
    bool is_anonymous = false;
};

const std::vector<Route>& routes();

// A request is matched once, here; what answers it looks at the match and not at the path.
struct Match {
    const Route* route = nullptr;
    Place place = Place::none; // where there is no route
    std::map<std::string, std::string> named = {};
    std::vector<std::string> allowed = {}; // the path's methods, if the request's is not one of them
};

// A request is one unit, and one more for each 32 KB of its body in memory, or 8 MB on the disk.
int units_of(const http::HttpRequest& request);

// The header Allow (RFC 9110 10.2.1) of an address with routes for these methods; none: it is a page's, or unknown.
// HEAD goes with GET, and OPTIONS is answered everywhere.
std::string allow_header(const std::vector<std::string>& methods);
std::string methods_of_all_routes(); // likewise, for `OPTIONS *`

Match match(std::string_view method, std::string_view path);

// The body as a JSON object. Error request.json, or that of the limit it exceeds (json.h).
Result<Json> json_body(const http::HttpRequest& request);

// ?limit=, 1..200, default 50. Error option.number.
Result<int> limit_of(const http::HttpRequest& request);

// One page of a list under `name`, and under "next" the id to ask after; null: there are no more. `found` has up to
// one more than `limit`.
template <typename One, typename ToJson>
Json page_of(const char* name, const std::vector<One>& found, int limit, ToJson to_json) {
    Json all = Json::array();
    for (const auto& one : found)
        if (all.size() < static_cast<std::size_t>(limit)) all.push_back(to_json(one));
    const auto next = found.size() > all.size() ? Json(found[all.size() - 1].id) : Json(nullptr);
    return {{name, std::move(all)}, {"next", next}};
}

} // namespace temsao::serve
