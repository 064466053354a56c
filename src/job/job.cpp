#include "job/job.h"

namespace temsao::job {

const std::string& Request::text(const std::string& name) const {
    static const std::string none;
    const auto found = options.find(name);
    return found == options.end() || found->second.empty() ? none : found->second.front();
}

} // namespace temsao::job
