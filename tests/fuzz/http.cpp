// A request as a stranger sends it: its first line is the target, the rest its headers, "name: value" a line. No crash;
// a path's pieces, a parameter and a cookie never grow; what is percent-coded comes back the same; an answer is chosen
// among those offered.
#include "http/http.h"

#include "base/coding.h"
#include "holds.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const auto line = [&] {
        const auto text = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), text.size() + 1));
        return std::string(text);
    };
    http::HttpRequest request;
    request.path = line();
    const auto question = request.path.find('?');
    if (question != std::string::npos) {
        request.query = request.path.substr(question + 1);
        request.path.resize(question);
    }
    while (!rest.empty()) {
        const auto header = line();
        const auto colon = header.find(':');
        if (colon != std::string::npos) request.headers[header.substr(0, colon)] = header.substr(colon + 1);
    }
    std::size_t length = 0;
    for (const auto& piece : http::path_pieces(request.path))
        length += piece.size();
    HOLDS(length <= request.path.size());
    for (const auto* name : {"limit", "lang", "linkType", ""}) {
        HOLDS(request.parameter(name).size() <= request.query.size());
        HOLDS(request.parameter(name).empty() || request.has_parameter(name));
    }
    HOLDS(request.cookie("session").size() <= request.header("cookie").size());
    HOLDS(percent_decode(percent_encode(request.path), false) == request.path);
    const std::vector<std::string_view> offers{"text/html", "application/json"};
    const auto chosen = http::negotiated(request.header("accept"), offers);
    HOLDS(!chosen || std::find(offers.begin(), offers.end(), *chosen) != offers.end());
    http::language_of(request);
    return 0;
}
