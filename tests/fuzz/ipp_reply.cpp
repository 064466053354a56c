// What an IPP printer answers: no crash; what is read of a job keeps to its ranges, and a longer answer than may be is
// not read.
#include "holds.h"
#include "printers/ipp_replies.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao::printers;
    const std::string bytes(data, data + size);
    constexpr std::int32_t request = 7;
    const bool is_long = size > longest_ipp_state;
    if (const auto job = read_ipp_job(bytes, request, "ours"))
        HOLDS(!is_long && job->step >= JobStep::waits && job->step <= JobStep::completed);
    if (const auto state = read_ipp_state(bytes, request))
        HOLDS(!is_long && state->state.trouble <= Trouble::other && state->warning <= Trouble::other);
    if (const auto made = read_ipp_created(bytes, request))
        HOLDS(!is_long && (made->created != Created::yes || made->id > 0));
    if (const auto facts = read_ipp_facts(bytes, request)) {
        HOLDS(size <= longest_ipp_facts && (!facts->dpi || (*facts->dpi >= 72 && *facts->dpi <= 2400)));
        HOLDS(!facts->loaded || facts->loaded->width.value > 0);
        facts->has_paper({{210}, {297}});
    }
    HOLDS(!is_long || !is_ipp_done(bytes, request));
    return 0;
}
