// Whatever the bytes: no crash; every place named lies in the text; a code that can be made again is the same.
#include "trace/trace_code.h"

#include "holds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao::trace;
    const std::string text(data, data + size);
    auto report = parse(text);
    for (const auto& finding : report.findings)
        HOLDS(!finding.where || finding.where->start + finding.where->length <= size);
    for (const auto& finding : host_findings(text, {{"ocop.vn"}}))
        HOLDS(finding.where->start + finding.where->length <= size);
    HOLDS(report.code || !report.findings.empty());
    if (!report.code) return 0;
    if (const auto made = make_uri(*report.code))
        if (const auto again = parse(*made); again.code) HOLDS(*again.code == *report.code);
    return 0;
}
