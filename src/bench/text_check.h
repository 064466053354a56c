#pragma once
// TextCheck: texts of codes -> verdicts, as `verify --json` has them, for many questions after each other. The list in
// force and its keys are kept and read anew as soon as either changed on the disk; so a revocation counts from the next
// question on. Any thread.
#include "check/judge_texts.h"
#include "job/job.h"

#include <memory>

namespace temsao::bench {

class TextCheck {
public:
    // `store` as in --store, `hosts` trusted beside ours.
    TextCheck(job::Surroundings around, std::string store, std::vector<std::string> hosts);
    ~TextCheck();

    // One file entry for each text, its name the text. Errors: check.too_many {most}, those of the stores.
    Result<job::Report> check(const std::vector<std::string>& texts, Date date, Lang lang);

    // What a shopper's page shows about the code that has this path and query, as one JSON document: host, verdict,
    // code (null: none of ours, the first finding says why), product (null: not listed), findings.
    Result<job::Json> shopper_facts(const std::string& path, Date date, Lang lang);

private:
    struct Kept;
    job::Surroundings around_;
    std::unique_ptr<Kept> kept_;
};

} // namespace temsao::bench
