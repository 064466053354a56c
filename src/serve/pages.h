#pragma once
// The built pages as static files: path -> answer. Nothing outside the folder is ever opened.
#include "serve/http.h"

namespace temsao::serve {

// `/studio`, `/scan`, `/office` and what lies below them; `/` leads to the studio. Nothing when the path is none of
// theirs. 404 where a file is not there.
std::optional<HttpAnswer> page_answer(const HttpRequest& request, const std::filesystem::path& pages);

} // namespace temsao::serve
