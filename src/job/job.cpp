#include "job/job.h"

#include <algorithm>

namespace temsao::job {

const std::string& Request::text(const std::string& name) const {
    static const std::string none;
    const auto found = options.find(name);
    return found == options.end() || found->second.empty() ? none : found->second.front();
}

void append_first(std::vector<std::string>& lines, const std::vector<std::string>& more, const char* rest, Lang lang) {
    constexpr std::size_t most = 20;
    const auto shown = std::min(more.size(), most);
    lines.insert(lines.end(), more.begin(), more.begin() + static_cast<std::ptrdiff_t>(shown));
    if (shown < more.size()) lines.push_back(say({rest, {std::to_string(more.size() - shown)}}, lang));
}

} // namespace temsao::job
