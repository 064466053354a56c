// A text from any code, judged: no crash; the same answer twice; a text on another's host that is not a strict link is
// never more than inconclusive.
#include "verify/judge.h"

#include "gs1/digital_link.h"
#include "holds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao;
    static const catalog::ProductList list{{"fuzz.csv", *Date::from(2026, 11, 1), false}, {}};
    static const catalog::ListIndex index(list);
    const verify::Grounds grounds{&index, nullptr, {{"id.ocop.vn"}}};
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto claim = verify::claim_of(text);
    const auto verdict = verify::judge(claim, grounds, *Date::from(2026, 11, 24));
    const auto again = verify::judge(verify::claim_of(text), grounds, *Date::from(2026, 11, 24));
    HOLDS(verdict.word == again.word && verdict.findings.size() == again.findings.size());
    HOLDS(!verdict.findings.empty());
    const bool is_ours = trace::is_on_known_host(claim.text, grounds.hosts);
    const bool is_strict = gs1::parse_link(trace::without_user(claim.text)).link.has_value();
    if (!is_ours && !is_strict) HOLDS(verdict.word == verify::Word::inconclusive && !verdict.is_trace_code);
    return 0;
}
