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

// What was found by the code and the list alone; what was seen on the print, or before, stays as recorded.
bool is_by_code(std::string_view axis) {
    return axis != name(Axis::label) && axis != name(Axis::print) && axis != name(Axis::history);
}

// Judged once more from the recorded texts, by this machine's list if it is the same one. What the record holds is
// signed but still a stranger's: a wrong shape counts as another answer.
Again judge_again(const job::Json& record, const office::ListInUse& use) {
    if (!use.list) return Again::no_list;
    try {
        if (!record.at("list").is_object() || record.at("list").at("sha256") != list_digest(*use.list))
            return Again::other_list;
        const auto date = Date::parse_iso(record.at("date").get<std::string>());
        if (!date) return Again::other;
        const catalog::ListIndex index(*use.list);
        const verify::Grounds grounds{
            &index, use.keys ? &*use.keys : nullptr, {record.at("hosts").get<std::vector<std::string>>()}};
        for (const auto& label : record.at("labels")) {
            std::vector<std::string> then, now;
            for (const auto& finding : label.at("findings"))
                if (is_by_code(finding.at("axis").get<std::string>())) then.push_back(finding.at("code"));
            const auto verdict = verify::judge(verify::claim_of(label.at("text").get<std::string>()), grounds, *date);
            for (const auto& finding : verdict.findings)
                if (is_by_code(name(finding.axis))) now.push_back(finding.code);
            std::sort(then.begin(), then.end());
            std::sort(now.begin(), now.end());
            if (then != now) return Again::other;
        }
    } catch (const job::Json::exception&) {
        return Again::other;
    }
    return Again::same;
}

std::string text_at(const job::Json& record, const char* pointer) {
    const auto* at =
        record.contains(job::Json::json_pointer(pointer)) ? &record[job::Json::json_pointer(pointer)] : nullptr;
    return at && at->is_string() ? at->get<std::string>() : "";
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

Result<std::optional<bool>> is_same_photo(const std::optional<std::filesystem::path>& file, const job::Json& record) {
    if (!file) return std::optional<bool>();
    const auto photo = TRY(read_file(*file, decode::most_photo_bytes));
    return std::optional(trace::sodium::hex(trace::sodium::sha256(photo)) == text_at(record, "/photo/sha256"));
}

} // namespace

Result<job::Report> check_evidence(const job::Request& request, const job::Surroundings& around) {
    const auto wish = read_evidence_wish(request);
    const auto& file = wish.file;
    const auto bytes = TRY(read_file(file, largest_evidence));
    const auto evidence = TRY(read_evidence(bytes));
    if (!evidence) return error(Cause::refused, "evidence.altered", {file.string()});
    const auto& record = evidence->record;
    const auto known = TRY(is_known(evidence->key, wish, office::KeyFolder(around.home)));
    const auto same_photo = TRY(is_same_photo(wish.photo, record));
    const auto use = TRY(office::list_in_use(around));
    const auto again = judge_again(record, use);

    job::Report report;
    const auto tell = [&](const char* id, std::vector<std::string> facts = {}) {
        report.words += say({id, std::move(facts)}, around.lang) + "\n";
    };
    const auto key = trace::minisign_key_line(evidence->key);
    tell("evidence.holds",
         {file.string(), text_at(record, "/date"), word_of(text_at(record, "/verdict"), around.lang)});
    if (const auto place = text_at(record, "/place"), inspector = text_at(record, "/inspector");
        !place.empty() || !inspector.empty())
        tell("evidence.where", {place.empty() ? "?" : place, inspector.empty() ? "?" : inspector});
    tell(!known ? "evidence.key_unknown" : *known ? "evidence.key_known" : "evidence.key_other", {key});
    if (same_photo) tell(*same_photo ? "evidence.photo_same" : "evidence.photo_other", {wish.photo->string()});
    constexpr const char* again_ids[] = {
        "evidence.again_same", "evidence.again_other", "evidence.again_other_list", "evidence.again_no_list"};
    tell(again_ids[static_cast<int>(again)], {text_at(record, "/list/as_of")});
    const bool wrong = known == std::optional(false) || same_photo == std::optional(false) || again == Again::other;
    const bool open = !known || again == Again::other_list || again == Again::no_list;
    report.exit_status = wrong ? 1 : open ? 2 : 0;
    report.json = {{"file", file.string()},
                   {"signature", "ok"},
                   {"key", key},
                   {"key_known", known ? job::Json(*known) : job::Json(nullptr)},
                   {"photo", same_photo ? job::Json(*same_photo ? "same" : "other") : job::Json(nullptr)},
                   {"again", name(again)},
                   {"record", record}};
    return report;
}

} // namespace temsao::bench
