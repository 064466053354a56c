#include "base/finding.h"

#include "base/check.h"

namespace temsao {

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
