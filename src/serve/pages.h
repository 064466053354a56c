#pragma once
// The built pages as static files: path -> answer. Nothing outside the folder is ever opened. Any
// thread.
#include "http/http.h"

namespace temsao::serve {

// Of Place::built_page: `/studio`, `/scan`, `/office`, `/lots`, `/assets` and everything below them; `/` redirects to
// the studio. 404 when a file is missing.
http::HttpAnswer page_answer(const http::HttpRequest& request, const std::filesystem::path& pages);

} // namespace temsao::serve
