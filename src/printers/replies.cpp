#include "printers/replies.h"

#include "base/pieces.h"

#include <array>
#include <charconv>
#include <vector>

namespace temsao::printers {
namespace {

constexpr char start_of_text = '\x02', end_of_text = '\x03';

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || text.empty() || !is_digit(text[0])) return {};
    return value;
}

// The next text between STX and ETX, as its pieces; `answer` then begins after it.
std::vector<std::string_view> next_line(std::string_view& answer) {
    const auto start = answer.find(start_of_text);
    const auto end = start == answer.npos ? answer.npos : answer.find(end_of_text, start);
    if (end == answer.npos) return {};
    const auto line = answer.substr(start + 1, end - start - 1);
    answer.remove_prefix(end + 1);
    return split(line, ',');
}

} // namespace

std::optional<State> read_zebra_state(std::string_view answer) {
    const auto first = next_line(answer), second = next_line(answer), third = next_line(answer);
    if (first.size() != 12 || second.size() != 11 || third.size() != 2) return {};
    for (const auto& line : {first, second})
        for (const auto piece : line)
            if (!number(piece)) return {};
    const auto is_set = [](std::string_view piece) { return *number(piece) != 0; };
    State state;
    if (is_set(second[2]))
        state.trouble = Trouble::head_open;
    else if (is_set(first[1]))
        state.trouble = Trouble::paper_out;
    else if (is_set(second[3]))
        state.trouble = Trouble::ribbon_out;
    else if (is_set(first[10]) || is_set(first[11]))
        state.trouble = Trouble::other; // too cold or too hot
    else if (is_set(first[2]))
        state.trouble = Trouble::paused;
    state.is_busy = is_set(first[4]) || is_set(first[7]) || is_set(second[8]);
    return state;
}

std::optional<int> read_zebra_dpi(std::string_view answer) {
    const auto line = next_line(answer);
    if (line.size() < 4) return {};
    constexpr std::array<std::pair<std::string_view, int>, 4> known{{{"6", 152}, {"8", 203}, {"12", 300}, {"24", 600}}};
    for (const auto& [dots, dpi] : known)
        if (line[2] == dots) return dpi;
    return {};
}

std::optional<std::int64_t> read_zebra_count(std::string_view answer) {
    answer = trim(answer, " \r\n");
    if (answer.size() < 3 || answer.front() != '"' || answer.back() != '"') return {};
    return number(answer.substr(1, answer.size() - 2));
}

std::optional<State> read_tsc_state(std::string_view answer) {
    if (answer.size() != 1) return {};
    const auto bits = static_cast<unsigned char>(answer[0]);
    State state{Trouble::none, (bits & 32) != 0};
    if ((bits & (64 | 128)) != 0)
        state.trouble = Trouble::other;
    else if ((bits & 1) != 0)
        state.trouble = Trouble::head_open;
    else if ((bits & 2) != 0)
        state.trouble = Trouble::jam;
    else if ((bits & 4) != 0)
        state.trouble = Trouble::paper_out;
    else if ((bits & 8) != 0)
        state.trouble = Trouble::ribbon_out;
    else if ((bits & 16) != 0)
        state.trouble = Trouble::paused;
    return state;
}

} // namespace temsao::printers
