#include "bench/evidence.h"

#include "base/check.h"
#include "base/coding.h"
#include "base/text.h"
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "catalog/rules.h"
#include "job/version.h"
#include "trace/minisign.h"

#include <algorithm>

namespace temsao::bench {
namespace {

constexpr std::string_view evidence_line = "temsao-evidence 1\n", key_word = "key ";
constexpr int signature_lines = 4;

Error form() {
    return error(Cause::data, "evidence.form");
}

// "/photo/sha256"; empty where there is no text.
std::string text_at(const job::Json& record, const char* pointer) {
    const job::Json::json_pointer place(pointer);
    return record.contains(place) && record[place].is_string() ? record[place].get<std::string>() : "";
}

std::optional<std::string> digest_of_list(const job::Json& record) {
    const auto list = record.find("list");
    if (list == record.end() || (list->is_object() && !list->contains("sha256"))) return {};
    return text_at(record, "/list/sha256");
}

std::optional<RecordedGrounds> grounds_of(const job::Json& record) {
    try {
        const auto date = Date::parse_iso(record.at("date").get<std::string>());
        if (!date) return {};
        RecordedGrounds grounds{*date, record.at("hosts").get<std::vector<std::string>>(), {}};
        for (const auto& label : record.at("labels")) {
            auto& read = grounds.labels.emplace_back();
            for (const auto& finding : label.at("findings"))
                if (is_by_code(finding.at("axis").get<std::string>())) read.codes.push_back(finding.at("code"));
            read.text = label.at("text").get<std::string>();
            std::sort(read.codes.begin(), read.codes.end());
        }
        return grounds;
    } catch (const job::Json::exception&) {
        return {};
    }
}

RecordedFacts facts_of(const job::Json& record) {
    return {text_at(record, "/date"),
            text_at(record, "/place"),
            text_at(record, "/inspector"),
            text_at(record, "/verdict"),
            text_at(record, "/list/as_of"),
            text_at(record, "/photo/sha256"),
            digest_of_list(record),
            grounds_of(record)};
}

} // namespace

bool is_by_code(std::string_view axis) {
    return axis != name(Axis::label) && axis != name(Axis::print) && axis != name(Axis::history);
}

std::string list_digest(const catalog::ProductList& list) {
    return trace::sodium::hex(trace::sodium::sha256(catalog::to_csv(list.products)));
}

std::string evidence_name(const check::CheckedFile& file) {
    return trace::sodium::hex(file.photo.sha256).substr(0, 16) +
           (file.page > 0 ? "-p" + std::to_string(file.page) : "") + ".evidence";
}

std::string
write_evidence(const check::CheckedFile& file, const EvidenceGrounds& grounds, const trace::SecretKey& key, Lang lang) {
    ENSURE(!file.trouble);
    const auto digest = trace::sodium::hex(file.photo.sha256);
    job::Json record{{"format", 1},
                     {"tool", std::string("temsao ") + job::version},
                     {"date", grounds.date.iso()},
                     {"date_source", grounds.date_given ? "given" : "clock"}};
    if (!grounds.place.empty()) record["place"] = grounds.place;
    if (!grounds.inspector.empty()) record["inspector"] = grounds.inspector;
    record["photo"] = {{"sha256", digest},
                       {"bytes", file.photo.bytes},
                       {"page", file.page},
                       {"width", file.width},
                       {"height", file.height}};
    record["list"] = grounds.list ? job::Json{{"source", grounds.list->source},
                                              {"as_of", grounds.list->as_of.iso()},
                                              {"signed", grounds.list->is_signed},
                                              {"sha256", grounds.list_sha256}}
                                  : job::Json(nullptr);
    record["hosts"] = grounds.hosts;
    record["rules"] = catalog::rules_edition;
    record["labels"] = job::Json::array();
    for (const auto& checked : file.labels) {
        auto label = check::label_json(checked, lang);
        label["bytes"] = temsao::base64(checked.reading.bytes);
        label["picture_png"] = temsao::base64(checked.crop_png);
        record["labels"].push_back(std::move(label));
    }
    record["verdict"] = verify::name(file.word);
    const auto payload = job::dump(record);
    const auto signature = trace::minisign(payload, key, "temsao evidence " + digest.substr(0, 16));
    return std::string(evidence_line) + std::string(key_word) + trace::minisign_key_line(key.public_key()) + "\n" +
           signature + payload;
}

Result<std::optional<Evidence>> read_evidence(std::string_view bytes) {
    if (bytes.size() > largest_evidence || !bytes.starts_with(evidence_line)) return form();
    auto rest = bytes.substr(evidence_line.size());
    const auto key_line = take_line(rest);
    if (!key_line || !key_line->starts_with(key_word)) return form();
    const auto key = TRY(trace::read_minisign_key(key_line->substr(key_word.size())));
    if (key_line->substr(key_word.size()) != trace::minisign_key_line(key)) return form(); // its number is not signed
    const auto from = rest;
    for (int i = 0; i < signature_lines; ++i)
        if (!take_line(rest)) return form();
    const auto signature = from.substr(0, from.size() - rest.size());
    if (!TRY(trace::minisign_comment(rest, signature, key))) return std::optional<Evidence>();
    auto record = job::read_json(rest);
    if (!record || !record->is_object() || record->value("format", job::Json()) != 1) return form();
    return std::optional(Evidence{key, facts_of(*record), *record});
}

} // namespace temsao::bench
