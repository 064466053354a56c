#include "serve/pages.h"

#include <algorithm>
#include <array>
#include <sys/stat.h>

namespace temsao::serve {
namespace {

namespace fs = std::filesystem;

struct Type {
    std::string_view extension, type;
};

constexpr std::array types = {
    Type{".html", "text/html; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".mjs", "text/javascript; charset=utf-8"},
    Type{".css", "text/css; charset=utf-8"},
    Type{".json", "application/json"},
    Type{".webmanifest", "application/manifest+json"},
    Type{".wasm", "application/wasm"},
    Type{".svg", "image/svg+xml"},
    Type{".png", "image/png"},
    Type{".jpg", "image/jpeg"},
    Type{".webp", "image/webp"},
    Type{".ico", "image/x-icon"},
    Type{".woff2", "font/woff2"},
    Type{".ttf", "font/ttf"},
    Type{".txt", "text/plain; charset=utf-8"},
};

std::string_view media_type(const fs::path& file) {
    const auto extension = file.extension().string();
    for (const auto& one : types)
        if (one.extension == extension) return one.type;
    return "application/octet-stream";
}

// A plain name: no way up, no hidden file, nothing that a disk could read otherwise.
bool is_plain(const std::string& piece) {
    return !piece.empty() && piece.front() != '.' && piece.find_first_of(std::string("/\\\0", 3)) == piece.npos;
}

http::HttpAnswer redirect(const std::string& to) {
    return {.status = 308, .type = "", .body = "", .headers = {{"Location", to}}};
}

} // namespace

http::HttpAnswer page_answer(const http::HttpRequest& request, const fs::path& pages) {
    if (request.path == "/") return redirect("/studio/");
    auto pieces = http::path_pieces(request.path);
    const auto& section = pieces.front();
    // Addresses within a page are relative to its folder.
    if (pieces.size() == 1 && section != "assets") return redirect("/" + section + "/");
    if (pieces.back().empty()) pieces.back() = "index.html";
    fs::path file = pages;
    for (const auto& piece : pieces) {
        if (!is_plain(piece)) return http::HttpAnswer{.status = 404, .type = "text/plain", .body = ""};
        file /= piece;
    }

    struct stat facts {};

    // A link could lead out of the folder.
    if (::lstat(file.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return http::HttpAnswer{.status = 404, .type = "text/plain", .body = ""};
    http::HttpAnswer answer{.status = 200, .type = std::string(media_type(file)), .body = "", .file = file};
    // The builder puts a hash into the names below assets/: those never change.
    const bool is_fixed = pieces.size() > 2 && pieces[1] == "assets";
    // The builder lays the packed file beside those that packing makes much smaller.
    auto packed = file;
    packed += ".gz";

    struct stat packed_facts {};

    const bool has_packed = ::lstat(packed.c_str(), &packed_facts) == 0 && S_ISREG(packed_facts.st_mode);
    const bool is_packed = has_packed && request.header("accept-encoding").find("gzip") != std::string::npos;
    if (has_packed) answer.headers.emplace_back("Vary", "Accept-Encoding");
    if (is_packed) {
        answer.file = packed;
        answer.headers.emplace_back("Content-Encoding", "gzip");
    }
    answer.headers.emplace_back("Cache-Control", is_fixed ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.filename() == "sw.js") answer.headers.emplace_back("Service-Worker-Allowed", "/" + section + "/");
    return http::with_etag(request,
                           std::move(answer),
                           "\"" + std::to_string(facts.st_size) + "-" + std::to_string(facts.st_mtim.tv_sec) + "-" +
                               std::to_string(facts.st_mtim.tv_nsec) + (is_packed ? "-gz\"" : "\""));
}

} // namespace temsao::serve
