#pragma once
// Reads the case files of tests/vectors/: one case a line, # for remarks.
#include "base/finding.h"
#include "system/file.h"

#include <sstream>

namespace temsao::test {

inline std::vector<std::string> lines_of(const std::string& name) {
    const auto text = read_file(std::string(TEMSAO_SOURCE_DIR) + "/tests/vectors/" + name, 10'000'000);
    std::vector<std::string> lines;
    if (!text) return lines;
    std::istringstream stream(*text);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty() && line[0] != '#') lines.push_back(line);
    return lines;
}

// The text with the place marked, as in "1234*5*".
inline std::string marked(std::string_view text, Span where, std::string_view open, std::string_view close) {
    std::ostringstream out;
    out << text.substr(0, where.start) << open << text.substr(where.start, where.length) << close
        << text.substr(where.start + where.length);
    return out.str();
}

// Takes the next word off a line.
inline std::string take_word(std::string& line) {
    const auto end = std::min(line.find(' '), line.size());
    auto word = line.substr(0, end);
    line.erase(0, std::min(end + 1, line.size()));
    return word;
}

} // namespace temsao::test
