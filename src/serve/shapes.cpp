// How the table of shapes becomes JSON Schema (draft 2020-12).
#include "serve/shapes.h"

#include "base/check.h"
#include "base/pieces.h"
#include "serve/shape_table.h"

#include <string>
#include <vector>

namespace temsao::serve {
namespace {

using job::Json;

std::vector<std::string_view> words_of(std::string_view text, char separator) {
    auto parts = split(text, separator);
    std::erase(parts, std::string_view());
    return parts;
}

bool take_end(std::string_view& text, std::string_view end) {
    if (!text.ends_with(end)) return false;
    text.remove_suffix(end.size());
    return true;
}

Json simple_type(std::string_view name) {
    ENSURE(name.find_first_of(" ?[{:") == name.npos);
    if (name == "text") return {{"type", "string"}};
    if (name == "whole") return {{"type", "integer"}};
    if (name == "number") return {{"type", "number"}};
    if (name == "flag") return {{"type", "boolean"}};
    if (name == "day") return {{"type", "string"}, {"format", "date"}};
    if (name == "any") return {{"type", "object"}};
    return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

Json type_of(std::string_view text) {
    if (take_end(text, " or null")) return {{"anyOf", {type_of(text), {{"type", "null"}}}}};
    if (take_end(text, "{}")) return {{"type", "object"}, {"additionalProperties", type_of(text)}};
    if (take_end(text, "[]")) return {{"type", "array"}, {"items", type_of(text)}};
    if (text.ends_with(']')) {
        const auto open = text.rfind('[');
        const auto count = std::stoi(std::string(text.substr(open + 1)));
        return {{"type", "array"}, {"items", type_of(text.substr(0, open))}, {"minItems", count}, {"maxItems", count}};
    }
    if (!text.starts_with('"')) return simple_type(text);
    Json words = Json::array();
    for (const auto word : words_of(text, ' '))
        words.push_back(word.substr(1, word.size() - 2));
    return {{"type", "string"}, {"enum", words}};
}

void add_members(Json& shape, std::string_view line) {
    const auto colon = line.find(": ");
    ENSURE(colon != line.npos);
    for (auto name : words_of(line.substr(0, colon), ' ')) {
        if (!take_end(name, "?")) shape["required"].push_back(name);
        shape["properties"][std::string(name)] = type_of(line.substr(colon + 2));
    }
}

} // namespace

Json shapes() {
    Json all = Json::object();
    Json* shape = nullptr;
    for (auto line : words_of(shape_table, '\n')) {
        line = line.substr(0, line.find('#'));
        line = line.substr(0, line.find_last_not_of(' ') + 1);
        if (line.empty()) continue;
        if (const auto equals = line.find(" = "); equals != line.npos) {
            all[std::string(line.substr(0, equals))] = type_of(line.substr(equals + 3));
            shape = nullptr;
        } else if (line.starts_with("  ")) {
            ENSURE(shape);
            add_members(*shape, line.substr(2));
        } else {
            shape = &(all[std::string(line)] = {{"type", "object"},
                                                {"required", Json::array()},
                                                {"properties", Json::object()},
                                                {"additionalProperties", false}});
        }
    }
    return all;
}

} // namespace temsao::serve
