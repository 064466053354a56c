#pragma once
// TextCheck: texts of codes -> verdicts, as in `verify --json`, for many queries. The list in use and its keys are
// cached and read again as soon as either changes on the disk, so a revocation counts from the next query on. Any
// thread.
#include "bench/shopper_facts.h"
#include "check/judge_texts.h"
#include "job/job.h"

#include <memory>

namespace temsao::bench {

class TextCheck {
public:
    // `store` as in --store, `hosts` are trusted in addition to ours.
    TextCheck(job::Surroundings around, std::string store, std::vector<std::string> hosts);
    ~TextCheck();

    // One file entry for each text, named by the text. Errors: check.too_many {most}, those of the stores.
    Result<job::Report> check(const std::vector<std::string>& texts, Date date, Lang lang);
    // Its JSON alone, as text without a newline, in a fraction of the time.
    Result<std::string> check_json(const std::vector<std::string>& texts, Date date, Lang lang);

    // Of the code with this path and query, "/01/09520000010003/10/L1?17=271102". Errors: those of the stores.
    Result<ShopperFacts> shopper_facts(const std::string& path, Date date);

    // What the lot book shows of this lot to everybody, as EPCIS 2.0; empty: nothing. Errors: those of the stores.
    Result<std::optional<job::Json>> public_events(const std::string& product, const std::string& lot);

private:
    struct Kept;
    struct Checked;
    Result<Checked> judged(const std::vector<std::string>& texts, Date date);
    job::Surroundings around_;
    std::unique_ptr<Kept> kept_;
};

} // namespace temsao::bench
