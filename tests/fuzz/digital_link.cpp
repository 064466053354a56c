// Whatever the bytes: no crash; every place named lies in the text; what passes is made and parsed again the same.
#include "gs1/digital_link.h"

#include "holds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    for (const bool unpadded : {false, true}) {
        const auto report = temsao::gs1::parse_link(text, {.unpadded_gtin = unpadded});
        for (const auto& finding : report.findings)
            HOLDS(!finding.where || finding.where->start + finding.where->length <= size);
        if (!report.link) continue;
        const auto again = temsao::gs1::parse_link(temsao::gs1::make_link(*report.link));
        // Escaping may carry a text over the limit; nothing else may change it.
        HOLDS(again.link ? *again.link == *report.link : again.findings.at(0).code == "SYNTAX_TOO_LONG");
    }
    return 0;
}
