#pragma once
// Routes: method and path -> who may ask, how much they may send, who works on it, and what comes of it. The one table
// (routes.cpp) is also where openapi.json comes from, so that what is documented is what is served.
#include "app/desk.h"
#include "app/text_check.h"
#include "serve/http.h"
#include "serve/listener.h"

#include <nlohmann/json.hpp>

namespace temsao::serve {

using Json = nlohmann::ordered_json;

class Runs;
class SharedList;

// What the handlers share; all of it may be used from any thread.
struct Rooms {
    app::Surroundings around; // today and lang are set anew for each request
    app::Desk& desk;
    app::TextCheck& check;
    Runs& runs;
    SharedList& shared_list;
    std::string store, host;
    std::filesystem::path pages, program; // program: ourselves, for decoding in a process of its own
    std::function<std::string()> metrics;
};

// One request on its way.
struct Call {
    const HttpRequest& request;
    Rooms& rooms;
    Lang lang;
    std::map<std::string, std::string> named = {}; // pieces of the path, by the pattern's names
    std::optional<app::Session> session = {};

    app::Surroundings around() const; // in the language and on the day of this call

    const app::Account& account() const { return session->account; }

    bool is_producer() const { return session && session->account.role == app::Role::producer; }
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

enum class Lane {
    quick, // answered within milliseconds
    slow,  // pictures, spreadsheets, passphrases: a lane of its own, so that it never holds up the others
};

struct Route {
    std::string_view method, pattern; // "/api/v1/products/{key}"
    unsigned access;
    Lane lane;
    BodyPlan body;
    HttpAnswer (*handle)(const Call&);
    std::string_view summary;                      // English, for openapi.json
    std::string_view takes, gives;                 // names of schemas (schemas.h); empty: none, or a file
    std::vector<std::string_view> parameters = {}; // of the query
    int success = 200;
    int per_minute = 0; // for each asker, unless it is this machine; 0: no limit
};

const std::vector<Route>& routes();

struct Match {
    const Route* route = nullptr;
    std::map<std::string, std::string> named = {};
    std::vector<std::string> allowed = {}; // methods that the path knows, when this one is not among them
};

Match match(std::string_view method, std::string_view path);

// RFC 9457: application/problem+json.
HttpAnswer problem(int status, const Message& what, Lang lang);
HttpAnswer problem(const Error& why, Lang lang); // the status by its cause
HttpAnswer json_answer(const Json& json, int status = 200);
HttpAnswer json_answer(std::string text, int status = 200);

// The body as JSON of an object. Error request.json, or which limit it is over (app/json.h).
Result<Json> json_body(const HttpRequest& request);

// The members named, as options of a job: text or numbers as they stand, true a flag. Absent and null ones
// are left out. Error request.member {name} for other kinds of value.
Result<app::Request>
job_request(const std::string& job, const Json& body, const std::vector<std::string_view>& members);

// ?limit=, 1..200, 50 unless given. Error option.number.
Result<int> limit_of(const HttpRequest& request);

} // namespace temsao::serve
