#include "http/answer_head.h"

#include <algorithm>
#include <charconv>
#include <ctime>

namespace temsao::http {
namespace {

// A value ends at its first line break: nothing that was handed in begins another header.
std::string_view one_line(std::string_view value) {
    return value.substr(0, std::min(value.find('\r'), value.find('\n')));
}

void add_header(std::string& text, std::string_view name, std::string_view value) {
    text.append(name).append(": ").append(one_line(value)).append("\r\n");
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || failed != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

struct Asked {
    std::uint64_t first = 0, last = 0;
};

// "bytes=0-99", "bytes=100-", "bytes=-100" of `size` bytes; first > last: it is understood, and there is no such part.
std::optional<Asked> read_range(std::string_view text, std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    if (!text.starts_with(unit)) return {};
    text.remove_prefix(unit.size());
    const auto dash = text.find('-');
    if (dash == text.npos || text.find(',') != text.npos) return {};
    const auto from = text.substr(0, dash), to = text.substr(dash + 1);
    constexpr Asked nothing{1, 0};
    if (from.empty()) {
        const auto count = whole_number(to);
        if (!count) return {};
        return *count == 0 || size == 0 ? nothing : Asked{size - std::min(*count, size), size - 1};
    }
    const auto first = whole_number(from);
    const auto last = to.empty() ? std::optional(size) : whole_number(to);
    if (!first || !last || (!to.empty() && *last < *first)) return {};
    return *first >= size ? nothing : Asked{*first, std::min(*last, size - 1)};
}

std::string etag_of(const HttpAnswer& answer) {
    const auto found = std::find_if(
        answer.headers.begin(), answer.headers.end(), [](const auto& header) { return header.first == "ETag"; });
    return found == answer.headers.end() ? "" : found->second;
}

} // namespace

Portion portion_asked(const HttpRequest& request, const HttpAnswer& answer, std::uint64_t size) {
    const Portion whole{answer.status, 0, size, {}};
    const auto range = request.header("range"), condition = request.header("if-range");
    if (range.empty() || request.method != "GET" || answer.status != 200) return whole;
    if (!condition.empty() && (condition.starts_with("W/") || condition != etag_of(answer))) return whole;
    const auto asked = read_range(range, size);
    if (!asked) return whole;
    const auto of = "/" + std::to_string(size);
    if (asked->first > asked->last) return {416, 0, 0, "bytes *" + of};
    return {206,
            asked->first,
            asked->last - asked->first + 1,
            "bytes " + std::to_string(asked->first) + "-" + std::to_string(asked->last) + of};
}

std::string head_text(const HttpAnswer& answer, const HeadFacts& facts) {
    std::string text;
    text.reserve(1024);
    text.append("HTTP/1.1 ").append(std::to_string(facts.status)).append(" ");
    text.append(status_words(facts.status)).append("\r\n");
    if (!answer.type.empty()) add_header(text, "Content-Type", answer.type);
    for (const auto& [name, value] : answer.headers)
        add_header(text, name, value);
    if (facts.is_file) add_header(text, "Accept-Ranges", "bytes");
    if (!facts.content_range.empty()) add_header(text, "Content-Range", facts.content_range);
    if (facts.length) add_header(text, "Content-Length", std::to_string(*facts.length));
    if (!facts.day.empty()) add_header(text, "Date", facts.day);
    if (!facts.keeps) add_header(text, "Connection", "close");
    text.append("\r\n");
    return text;
}

std::string http_day(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    if (!gmtime_r(&time, &parts)) return "";
    constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    std::snprintf(text,
                  sizeof text,
                  "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[parts.tm_wday],
                  parts.tm_mday,
                  months[parts.tm_mon],
                  parts.tm_year + 1900,
                  parts.tm_hour,
                  parts.tm_min,
                  parts.tm_sec);
    return text;
}

} // namespace temsao::http
