// Whatever the bytes: no crash; what passes is made and parsed again the same, in both forms.
#include "gs1/element_string.h"

#include "holds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto report = temsao::gs1::parse_elements(std::string(data, data + size));
    for (const auto& finding : report.findings)
        HOLDS(!finding.where || finding.where->start + finding.where->length <= size + 1);
    if (!report.elements) return 0;
    for (const auto& text : {temsao::gs1::make_raw(*report.elements), temsao::gs1::make_bracketed(*report.elements)}) {
        const auto again = temsao::gs1::parse_elements(text);
        HOLDS(again.elements ? *again.elements == *report.elements : again.findings.at(0).code == "SYNTAX_TOO_LONG");
    }
    return 0;
}
