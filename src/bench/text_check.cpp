#include "bench/text_check.h"

#include "base/text.h"
#include "base/thread_annotations.h"
#include "bench/jobs.h"
#include "bench/lot_story.h"
#include "bench/sightings.h"
#include "catalog/commune.h"
#include "catalog/standing.h"
#include "check/judge_texts.h"
#include "job/read_options.h"
#include "office/key_folder.h"
#include "office/public_events.h"
#include "office/trusted_list.h"
#include "store/list_store.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <sys/stat.h>

namespace temsao::bench {
namespace {

constexpr auto patience = std::chrono::seconds(3), between_questions = std::chrono::seconds(3); // of a store elsewhere

// What tells that a file became another one.
std::string identity(const std::filesystem::path& file) {
    struct stat facts {};

    if (::stat(file.c_str(), &facts) != 0) return "";
    return std::to_string(facts.st_ino) + " " + std::to_string(facts.st_size) + " " +
           std::to_string(facts.st_mtim.tv_sec) + "." + std::to_string(facts.st_mtim.tv_nsec);
}

ShoppersCode code_of(const verify::Claim& claim) {
    return {claim.code->key(),
            claim.code->gtin.has_value(),
            claim.code->lot,
            claim.code->serial,
            claim.made(),
            claim.expires()};
}

ShoppersProduct product_of(const catalog::Product& product, Date day) {
    const auto standing = catalog::standing_on(product, day);
    const auto& certificate = *standing.certificate;
    return {product.name,
            product.producer,
            catalog::without_house(product.address),
            certificate,
            standing.status == catalog::Status::valid && certificate.issued <= day && day <= certificate.valid_to};
}

// What the records say that asks for nothing; the questions are among the findings.
std::vector<Message> records_of(const verify::Verdict& verdict) {
    std::vector<Message> records;
    for (const auto& finding : verdict.findings)
        if (finding.axis == Axis::history && finding.severity == Severity::info) records.push_back(finding.message());
    return records;
}

// The list, its index and keys at one moment. Verdicts point into it.
struct Edition {
    std::string identity;
    office::ListInUse use;
    std::optional<catalog::ListIndex> index = {};
};

} // namespace

std::string verdict_words(const ShopperFacts& facts, Lang lang) {
    return check::verdict_words(facts.verdict, lang);
}

struct TextCheck::Kept {
    Kept(const std::filesystem::path& home, std::string ledger_store, std::vector<std::string> names)
        : store(std::move(ledger_store)),
          hosts{std::move(names)},
          files{office::bundle_file(home), office::pinned_root_file(home), office::KeyFolder(home).revocations_file()} {
        hosts.names.emplace_back(job::default_host);
    }

    std::string store;
    trace::KnownHosts hosts;
    const std::array<std::filesystem::path, 3> files; // that an edition is made from, beside the store of lists
    Mutex mutex;
    std::optional<store::ListStore> lists GUARDED_BY(mutex) = {};
    std::shared_ptr<const Edition> edition GUARDED_BY(mutex) = {};
    Mutex mutex_of_ledger; // of its own: who needs no history waits for none
    std::optional<store::Ledger> ledger GUARDED_BY(mutex_of_ledger) = {};
    std::chrono::steady_clock::time_point asked_again GUARDED_BY(mutex_of_ledger) = {};

    // On a read-only stick, or a full disk: not kept, since a disk that is full now is written to again later.
    static Result<std::int64_t> newest_of_unwritable(const std::filesystem::path& home) {
        auto opened = TRY(store::ListStore::open_to_read(home));
        return opened.newest();
    }

    Result<std::shared_ptr<const Edition>> newest(const job::Surroundings& around) {
        const Lock lock(mutex);
        if (!lists) {
            if (auto opened = store::ListStore::open(around.home)) lists.emplace(*std::move(opened));
        }
        const auto version = lists ? TRY(lists->newest()) : TRY(newest_of_unwritable(around.home));
        auto now = std::to_string(version);
        for (const auto& file : files)
            now += "\n" + identity(file);
        if (edition && edition->identity == now) return edition;
        auto use = TRY(office::list_in_use(around));
        auto fresh = std::make_shared<Edition>(Edition{.identity = now, .use = std::move(use)});
        if (fresh->use.list) fresh->index.emplace(*fresh->use.list);
        edition = fresh;
        return edition;
    }

    // Only codes with serials have a history; where there are none the ledger need not be there.
    Outcome compare(check::CheckedRun& run, const job::Surroundings& around) {
        const bool any_serial = std::any_of(run.files.begin(), run.files.end(), [](const check::CheckedFile& file) {
            return file.labels.front().claim.code && !file.labels.front().claim.code->serial.empty();
        });
        if (!any_serial) return done;
        return ask(around, [&](store::Ledger& own) { return compare_sightings(own, {"", run.date}, run); });
    }

    // What `question` makes of the ledger; a request waits a few seconds for it, and no more.
    template <class Question>
    auto ask(const job::Surroundings& around, Question question) -> decltype(question(std::declval<store::Ledger&>())) {
        const Lock lock(mutex_of_ledger);
        const auto now = std::chrono::steady_clock::now();
        if (now < asked_again) return error(Cause::io, "check.history_away"); // no request waits for it
        if (!ledger) {
            // In a cluster a question may be answered by a standby, while the primary is away.
            auto opened = store.empty() ? store::Ledger::open(around.home, store, trace::random_serials(), patience)
                                        : store::Ledger::open_to_read(around.home, store, patience);
            if (!opened && !store.empty()) asked_again = std::chrono::steady_clock::now() + between_questions;
            if (!opened) {
                if (!store.empty()) return opened.error();
                auto reading = TRY(store::Ledger::open_to_read(around.home, store));
                return question(reading);
            }
            ledger.emplace(*std::move(opened));
        }
        auto answer = question(*ledger);
        if (!answer) {
            ledger.reset(); // a broken connection is opened again
            if (std::chrono::steady_clock::now() - now >= patience)
                asked_again = std::chrono::steady_clock::now() + between_questions;
        }
        return answer;
    }

    verify::Grounds grounds(const Edition& on) const {
        return {on.index ? &*on.index : nullptr,
                on.use.keys ? &*on.use.keys : nullptr,
                hosts,
                on.use.lots ? &*on.use.lots : nullptr,
                &on.use.revoked_here};
    }
};

TextCheck::TextCheck(job::Surroundings around, std::string store, std::vector<std::string> hosts)
    : around_(std::move(around)),
      kept_(std::make_unique<Kept>(around_.home, std::move(store), std::move(hosts))) {}

TextCheck::~TextCheck() = default;

// The run points into the edition.
struct TextCheck::Checked {
    std::shared_ptr<const Edition> edition;
    check::CheckedRun run;
};

Result<TextCheck::Checked> TextCheck::judged(const std::vector<std::string>& texts, Date date) {
    if (texts.empty() || texts.size() > check::most_texts)
        return error(Cause::usage, "check.too_many", {std::to_string(check::most_texts)});
    const auto edition = TRY(kept_->newest(around_));
    std::optional<catalog::ListHeader> header;
    if (edition->use.list) header = edition->use.list->header;
    std::vector<check::SeenText> seen;
    for (const auto& text : texts)
        seen.push_back({text});
    auto run = check::judge_texts(seen, kept_->grounds(*edition), header, date);
    TRY(kept_->compare(run, around_));
    for (const auto& file : run.files)
        run.word = std::max(run.word, file.word);
    return Checked{edition, std::move(run)};
}

Result<job::Report> TextCheck::check(const std::vector<std::string>& texts, Date date, Lang lang) {
    const auto checked = TRY(judged(texts, date));
    job::Report report;
    report.words = check::check_words(checked.run, lang);
    report.json = check::check_json(checked.run, lang);
    report.exit_status = check::exit_status_of(checked.run.word);
    report.remarks = checked.edition->use.remarks;
    return report;
}

Result<std::string> TextCheck::check_json(const std::vector<std::string>& texts, Date date, Lang lang) {
    const auto checked = TRY(judged(texts, date));
    return check::check_json_text(checked.run, lang, job::Obeyed::kept);
}

Result<ShopperFacts> TextCheck::shopper_facts(const std::string& path, Date date) {
    // The host is part of what is signed: it is the one that people know, whatever this server is called within.
    const auto text = "https://" + kept_->hosts.names.front() + path;
    const auto edition = TRY(kept_->newest(around_));
    auto run = check::judge_texts({{text}}, kept_->grounds(*edition), {}, date);
    TRY(kept_->compare(run, around_));
    const auto& seen = run.files.front().labels.front();

    ShopperFacts facts{.verdict = seen.verdict.word,
                       .signature = seen.verdict.signature.value_or(trace::SignatureState::key_unknown),
                       .findings = seen.verdict.findings};
    if (const auto& list = edition->use.list) facts.list_as_of = list->header.as_of;
    if (check::trace_code_of(seen)) {
        facts.code = code_of(seen.claim);
        facts.records = records_of(seen.verdict);
        const lots::Lot lot{facts.code->key, facts.code->lot};
        if (!lot.lot.empty()) {
            auto story = kept_->ask(around_, [&](store::Ledger& own) { return lot_story(own, lot); });
            if (story) facts.story = *std::move(story); // without it the page says what it knows
        }
    }
    if (const auto* product = seen.verdict.product) facts.product = product_of(*product, date);
    return facts;
}

Result<std::optional<job::Json>> TextCheck::public_events(const std::string& product, const std::string& lot) {
    return kept_->ask(around_, [&](store::Ledger& own) {
        return office::public_events(
            own, {product, lot}, kept_->hosts.names.front(), lots::moment_at(std::time(nullptr)));
    });
}

Result<job::Report> check_texts(const job::Request& request, const job::Surroundings& around) {
    const auto date = TRY(job::date_option(request, "date", around.today));
    TextCheck check(around,
                    request.text("store"),
                    request.has("host") ? std::vector{request.text("host")} : std::vector<std::string>());
    return check.check(request.options.at("text"), date, around.lang);
}

} // namespace temsao::bench
