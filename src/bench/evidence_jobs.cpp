#include "bench/evidence.h"
#include "bench/jobs.h"
#include "decode/decode.h"
#include "job/read_options.h"
#include "office/key_folder.h"
#include "office/trusted_list.h"
#include "system/file.h"
#include "trace/minisign.h"

#include <algorithm>

namespace temsao::bench {
namespace {

enum class Again { same, other, other_list, no_list };

constexpr std::string_view name(Again again) {
    constexpr std::string_view names[] = {"same", "other", "other_list", "no_list"};
    return names[static_cast<int>(again)];
}

// Judged once more from the recorded texts, by this machine's list if it is the same one. What the record holds is
// signed but still a stranger's: a wrong shape counts as another answer.
Again judge_again(const RecordedFacts& record, const office::ListInUse& use) {
    if (!use.list) return Again::no_list;
    if (!record.list_sha256) return Again::other;
    if (*record.list_sha256 != list_digest(*use.list)) return Again::other_list;
    if (!record.grounds) return Again::other;
    const catalog::ListIndex index(*use.list);
    const verify::Grounds grounds{&index, use.keys ? &*use.keys : nullptr, {record.grounds->hosts}};
    for (const auto& label : record.grounds->labels) {
        std::vector<std::string> now;
        const auto verdict = verify::judge(verify::claim_of(label.text), grounds, record.grounds->date);
        for (const auto& finding : verdict.findings)
            if (is_by_code(name(finding.axis))) now.push_back(finding.code);
        std::sort(now.begin(), now.end());
        if (label.codes != now) return Again::other;
    }
    return Again::same;
}

std::string word_of(const std::string& verdict, Lang lang) {
    const auto word = verify::word_named(verdict);
    return word ? check::verdict_words(*word, lang) : verdict;
}

// A record to check.
struct EvidenceWish {
    std::filesystem::path file;
    std::optional<std::string> key;             // that must have signed it
    std::optional<std::filesystem::path> photo; // that it must be about
};

EvidenceWish read_evidence_wish(const job::Request& request) {
    return {request.text("file"), job::text_option(request, "key"), job::text_option(request, "photo")};
}

// Which key signed, and do we know it: the one wished, or one of our own.
Result<std::optional<bool>>
is_known(const trace::PublicKey& signer, const EvidenceWish& wish, const office::KeyFolder& own) {
    if (wish.key) {
        const auto wanted = TRY(office::public_key_of(*wish.key, own));
        return std::optional(wanted == signer);
    }
    const auto keys = TRY(own.keys());
    for (const auto& key : keys)
        if (key.facts.public_key == signer) return std::optional(true);
    return std::optional<bool>();
}

Result<std::optional<bool>> is_same_photo(const std::optional<std::filesystem::path>& file,
                                          const RecordedFacts& record) {
    if (!file) return std::optional<bool>();
    const auto photo = TRY(read_file(*file, decode::most_photo_bytes));
    return std::optional(trace::sodium::hex(trace::sodium::sha256(photo)) == record.photo_sha256);
}

} // namespace

Result<job::Report> check_evidence(const job::Request& request, const job::Surroundings& around) {
    const auto wish = read_evidence_wish(request);
    const auto& file = wish.file;
    const auto bytes = TRY(read_file(file, largest_evidence));
    const auto evidence = TRY(read_evidence(bytes));
    if (!evidence) return error(Cause::refused, "evidence.altered", {file.string()});
    const auto& record = evidence->facts;
    const auto known = TRY(is_known(evidence->key, wish, office::KeyFolder(around.home)));
    const auto same_photo = TRY(is_same_photo(wish.photo, record));
    const auto use = TRY(office::list_in_use(around));
    const auto again = judge_again(record, use);

    job::Report report;
    const auto tell = [&](const char* id, std::vector<std::string> facts = {}) {
        report.words += say({id, std::move(facts)}, around.lang) + "\n";
    };
    const auto key = trace::minisign_key_line(evidence->key);
    tell("evidence.holds", {file.string(), record.date, word_of(record.verdict, around.lang)});
    if (!record.place.empty() || !record.inspector.empty())
        tell("evidence.where",
             {record.place.empty() ? "?" : record.place, record.inspector.empty() ? "?" : record.inspector});
    tell(!known ? "evidence.key_unknown" : *known ? "evidence.key_known" : "evidence.key_other", {key});
    if (same_photo) tell(*same_photo ? "evidence.photo_same" : "evidence.photo_other", {wish.photo->string()});
    constexpr const char* again_ids[] = {
        "evidence.again_same", "evidence.again_other", "evidence.again_other_list", "evidence.again_no_list"};
    tell(again_ids[static_cast<int>(again)], {record.list_as_of});
    const bool wrong = known == std::optional(false) || same_photo == std::optional(false) || again == Again::other;
    const bool open = !known || again == Again::other_list || again == Again::no_list;
    report.exit_status = wrong ? 1 : open ? 2 : 0;
    report.json = {{"file", file.string()},
                   {"signature", "ok"},
                   {"key", key},
                   {"key_known", known ? job::Json(*known) : job::Json(nullptr)},
                   {"photo", same_photo ? job::Json(*same_photo ? "same" : "other") : job::Json(nullptr)},
                   {"again", name(again)},
                   {"record", evidence->record}};
    return report;
}

} // namespace temsao::bench
