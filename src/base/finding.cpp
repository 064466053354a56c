#include "base/finding.h"

#include "base/check.h"

namespace temsao {

std::string rule_words(std::string_view rule, Lang lang) {
    constexpr std::string_view ours = "Tem Sao [D]";
    if (rule == ours) return say({"rule.convention", {}}, lang);
    if (rule.size() < 4 || rule.back() != ']') return std::string(rule);
    const auto source = std::string(rule.substr(0, rule.size() - 4)), mark = std::string(rule.substr(rule.size() - 4));
    if (mark == " [F]") return source;
    if (mark == " [M]") return source + ", " + say({"rule.unchecked", {}}, lang);
    if (mark == " [D]") return source + ", " + say({"rule.convention", {}}, lang);
    return std::string(rule);
}

std::string_view name(Axis axis) {
    switch (axis) {
    case Axis::decode: return "decode";
    case Axis::syntax: return "syntax";
    case Axis::list: return "list";
    case Axis::certificate: return "certificate";
    case Axis::signature: return "signature";
    case Axis::label: return "label";
    case Axis::print: return "print";
    case Axis::history: return "history";
    }
    check_failed("axis", __FILE__, __LINE__);
}

std::string_view name(Severity severity) {
    switch (severity) {
    case Severity::info: return "info";
    case Severity::check: return "check";
    case Severity::invalid: return "invalid";
    }
    check_failed("severity", __FILE__, __LINE__);
}

} // namespace temsao
