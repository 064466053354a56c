#include "bench/check_wish.h"

#include "base/text.h"
#include "job/read_options.h"

namespace temsao::bench {
namespace {

using std::filesystem::path;

Result<std::optional<path>> read_report_wish(const job::Request& request) {
    if (!request.has("report")) return std::optional<path>();
    const path file = request.text("report");
    const auto form = ending_of(file);
    if (form != ".csv" && form != ".html" && form != ".json")
        return error(Cause::usage, "verify.report_form", {file.string()});
    return std::optional(file);
}

Result<std::optional<EvidenceRecordWish>> read_evidence_record_wish(const job::Request& request,
                                                                    const job::Surroundings& around) {
    if (!request.has("evidence")) return std::optional<EvidenceRecordWish>();
    if (!request.has("key")) return error(Cause::usage, "evidence.key_needed");
    return std::optional(EvidenceRecordWish{
        request.text("evidence"), request.text("key"), office::read_passphrase_wish(request, around)});
}

// A place or an inspector.
Result<std::string> read_name_wish(const job::Request& request, const std::string& option) {
    auto name = tidy(request.text(option));
    if (name.size() > longest_name) return error(Cause::usage, "sighting.text", {option, std::to_string(longest_name)});
    return name;
}

Result<SightingWish> read_sighting_wish(const job::Request& request, const job::Surroundings& around) {
    auto place = TRY(read_name_wish(request, "place"));
    auto inspector = TRY(read_name_wish(request, "inspector"));
    return SightingWish{.place = std::move(place),
                        .inspector = std::move(inspector),
                        .record = request.has("record"),
                        .store = request.text("store"),
                        .time = request.has("date") ? "" : around.time};
}

Result<scan::Effort> effort_named(const std::string& word) {
    if (word.empty() || word == "normal") return scan::Effort::normal;
    if (word == "fast") return scan::Effort::fast;
    if (word == "max") return scan::Effort::max;
    return error(Cause::usage, "verify.effort", {word});
}

} // namespace

Result<CheckWish> read_check_wish(const job::Request& request, const job::Surroundings& around) {
    const auto date = TRY(job::date_option(request, "date", around.today));
    auto report = TRY(read_report_wish(request));
    auto evidence = TRY(read_evidence_record_wish(request, around));
    auto sightings = TRY(read_sighting_wish(request, around));
    auto number = TRY(read_name_wish(request, "number"));
    const auto effort = TRY(effort_named(request.text("effort")));
    return CheckWish{.files = job::texts_option(request, "file"),
                     .date = date,
                     .date_given = request.has("date"),
                     .host = job::text_option(request, "host"),
                     .report = std::move(report),
                     .journal = job::text_option(request, "journal"),
                     .evidence = std::move(evidence),
                     .effort = effort,
                     .print_words = request.has("ocr"),
                     .sightings = std::move(sightings),
                     .number = std::move(number)};
}

} // namespace temsao::bench
