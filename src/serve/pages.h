#pragma once
// The built pages as static files: path -> answer. Nothing outside the folder is ever opened. Any thread.
#include "http/http.h"

namespace temsao::serve {

// `/studio`, `/scan`, `/office`, `/lots`, `/assets` and everything below them; `/` redirects to the studio. Empty for
// other paths. 404 when a file is missing.
std::optional<http::HttpAnswer> page_answer(const http::HttpRequest& request, const std::filesystem::path& pages);

} // namespace temsao::serve
