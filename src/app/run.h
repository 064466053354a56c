#pragma once
// The entrance to the halls: the name of a job -> its function.
// Any thread: jobs lock what they share, the stores and the files of record.
#include "job/job.h"

namespace temsao::app {

// Error job.unknown {name}.
Result<job::Report> run(const job::Request& request, const job::Surroundings& surroundings);

} // namespace temsao::app
