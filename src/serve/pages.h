#pragma once
// The built pages as static files: path -> answer. Nothing outside the folder is ever opened.
#include "http/http.h"

namespace temsao::serve {

// `/studio`, `/scan`, `/office` and what lies below them; `/` leads to the studio. Nothing when the path is none of
// theirs. 404 where a file is not there.
std::optional<http::HttpAnswer> page_answer(const http::HttpRequest& request, const std::filesystem::path& pages);

} // namespace temsao::serve
