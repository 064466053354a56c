// A record of evidence, once as it comes and once signed by its author: no crash, and `evidence check` ends in a
// report or in words.
#include "bench/evidence.h"

#include "app/run.h"
#include "holds.h"
#include "in_folder.h"
#include "job/job.h"
#include "trace/minisign.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao;
    static const auto key = trace::SecretKey::from_seed({7});
    static const Folder folder;
    const std::string payload(data, data + size);
    (void)bench::read_evidence(payload).ok();
    const auto file = "temsao-evidence 1\nkey " + trace::minisign_key_line(key.public_key()) + "\n" +
                      trace::minisign(payload, key, "fuzz") + payload;
    if (const auto evidence = bench::read_evidence(file); !evidence || !*evidence) return 0;
    const job::Request request{.job = "evidence check", .options = {{"file", {folder.put("a.evidence", file)}}}};
    const auto report = app::run(request, {.home = folder.path(), .share = {}, .today = *Date::from(2026, 11, 24)});
    HOLDS(report.ok() && !report->words.empty() && !report->json.is_null());
    return 0;
}
