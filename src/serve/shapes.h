#pragma once

#include "job/json.h"

namespace temsao::serve {

// The shapes of the server's requests and answers by name, each as JSON Schema (draft 2020-12); openapi.json contains
// them. The table stands in shape_table.h. The server's tests check every answer against them and refuse a member that
// is not named there; the types of the pages (pages/kit/api_types.ts) are made from them. What a job takes from a body
// is described by its options (bodies.h). A pure function; any thread.
job::Json shapes();

} // namespace temsao::serve
