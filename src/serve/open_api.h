#pragma once

#include "job/json.h"

namespace temsao::serve {

// What /api/v1/openapi.json says: routes, roles, parameters and shapes, made from the tables of routes (routes.cpp), of
// bodies (bodies.h) and of shapes (shapes.h). OpenAPI 3.1. A pure function; any
// thread.
job::Json openapi_document();

} // namespace temsao::serve
