#include "http/http.h"

#include "base/coding.h"
#include "base/pieces.h"

#include <algorithm>
#include <charconv>

namespace temsao::http {
namespace {

constexpr auto blanks = " \t";

std::optional<std::string> find_parameter(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        auto pair = next_piece(query, '&');
        const auto key = next_piece(pair, '=');
        if (percent_decode(key, true) == name) return percent_decode(pair, true);
    }
    return {};
}

struct Accepted {
    std::string_view range; // "text/html", "text/*", "*/*"
    double weight = 1;
};

std::vector<Accepted> accepted_ranges(std::string_view accept) {
    constexpr std::size_t most_ranges = 50;
    std::vector<Accepted> ranges;
    while (!accept.empty() && ranges.size() < most_ranges) {
        auto part = next_piece(accept, ',');
        Accepted one{trim(next_piece(part, ';'), blanks), 1};
        while (!part.empty()) {
            const auto parameter = trim(next_piece(part, ';'), blanks);
            if (parameter.starts_with("q=") || parameter.starts_with("Q=")) {
                const auto number = parameter.substr(2);
                double weight = 0;
                std::from_chars(number.data(), number.data() + number.size(), weight);
                one.weight = std::clamp(weight, 0.0, 1.0);
            }
        }
        if (!one.range.empty()) ranges.push_back(one);
    }
    return ranges;
}

// How well `range` names `type`: 3 exactly, 2 its family, 1 anything, 0 not at all.
int fit(std::string_view range, std::string_view type) {
    if (range == type) return 3;
    if (range == "*/*") return 1;
    return range.ends_with("/*") && type.starts_with(range.substr(0, range.size() - 1)) ? 2 : 0;
}

} // namespace

std::string HttpRequest::header(const std::string& lower_case_name) const {
    const auto found = headers.find(lower_case_name);
    return found == headers.end() ? "" : found->second;
}

std::string HttpRequest::cookie(std::string_view name) const {
    const auto all = header("cookie");
    std::string_view rest = all;
    while (!rest.empty()) {
        auto pair = trim(next_piece(rest, ';'), blanks);
        if (next_piece(pair, '=') == name) return std::string(pair);
    }
    return {};
}

std::string HttpRequest::parameter(std::string_view name) const {
    return find_parameter(query, name).value_or("");
}

bool HttpRequest::has_parameter(std::string_view name) const {
    return find_parameter(query, name).has_value();
}

std::vector<std::string> path_pieces(std::string_view path) {
    std::vector<std::string> pieces;
    if (path.starts_with('/')) path.remove_prefix(1);
    for (;;) {
        const auto end = path.find('/');
        pieces.push_back(percent_decode(path.substr(0, end), false));
        if (end == path.npos) return pieces;
        path.remove_prefix(end + 1);
    }
}

Lang language_of(const HttpRequest& request) {
    const auto asked = request.parameter("lang");
    if (asked == "vi") return Lang::vi;
    if (asked == "en") return Lang::en;
    const auto header = request.header("accept-language");
    std::string_view rest = header;
    while (!rest.empty()) {
        const auto one = trim(next_piece(rest, ','), blanks);
        if (one.starts_with("vi")) return Lang::vi;
        if (one.starts_with("en")) return Lang::en;
    }
    return Lang::vi;
}

std::optional<std::string_view> negotiated(std::string_view accept, const std::vector<std::string_view>& offers) {
    if (trim(accept, blanks).empty()) return offers.front();
    const auto ranges = accepted_ranges(accept);
    std::optional<std::string_view> best;
    double best_weight = 0;
    for (const auto offer : offers) {
        const auto closest = std::max_element(ranges.begin(), ranges.end(), [&](const auto& a, const auto& b) {
            return fit(a.range, offer) < fit(b.range, offer);
        });
        if (closest == ranges.end() || fit(closest->range, offer) == 0 || closest->weight <= best_weight) continue;
        best = offer;
        best_weight = closest->weight;
    }
    return best;
}

HttpAnswer with_etag(const HttpRequest& request, HttpAnswer answer, const std::string& etag) {
    answer.headers.emplace_back("ETag", etag);
    const auto known = request.header("if-none-match");
    std::string_view rest = known;
    while (!rest.empty()) {
        auto tag = trim(next_piece(rest, ','), blanks);
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag != etag && tag != "*") continue;
        answer.status = 304;
        answer.body.clear();
        answer.file.clear();
        break;
    }
    return answer;
}

std::string status_words(int status) {
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

} // namespace temsao::http
