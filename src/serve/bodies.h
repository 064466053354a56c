#pragma once
// Bodies of requests that are options of a job: which members a route takes. Their types, texts and choices are those
// of the options (app/options.h), so that server, openapi.json and command line agree. Tables that
// never change, and pure functions; any thread.
#include "app/options.h"
#include "job/job.h"

namespace temsao::serve {

struct Member {
    std::string_view name;
    app::Need need = app::Need::optional;
    std::string_view option = {}; // of the job, where its name is another one
};

struct JobBody {
    std::string_view schema; // its name in openapi.json
    std::string_view job;
    std::vector<Member> members;
};

const std::vector<JobBody>& job_bodies();

// JSON Schema of a value of this kind, as it stands in a body or a query.
job::Json schema_of(app::Kind kind);

// JSON Schema of the body.
job::Json schema_of(const JobBody& body);

// The members as options of the job. Empty texts and null count as absent; the handler reads a file itself. Error
// request.member {name}: a member that the body does not have, of another type, none of the choices, or missing.
Result<job::Request> read_body(std::string_view schema, const job::Json& body);

} // namespace temsao::serve
