#include "serve/proposal_answer.h"

namespace temsao::serve {
namespace {

// What an import says that looked at a file before temsao said so much of it: the members that are lacking then.
void complete_report(Json& report) {
    const Json lacking{{"version", nullptr},
                       {"rows_read", report.value("rows_accepted", 0)},
                       {"rows", Json::object()},
                       {"other_rows", Json::array()},
                       {"columns", Json::object()},
                       {"headings", Json::array()},
                       {"hidden_columns", Json::array()},
                       {"read_by", nullptr},
                       {"sheet", nullptr},
                       {"other_sheets", Json::array()},
                       {"mended", Json::array()},
                       {"refused", Json::array()},
                       {"remarks", Json::array()},
                       {"legacy", nullptr},
                       {"kept_revocations", 0},
                       {"doubtful_revocations", Json::array()},
                       {"after_today", false},
                       {"needs_yes", Json::array()}};
    for (const auto& [name, value] : lacking.items())
        if (!report.contains(name)) report[name] = value;
    for (const auto* kind : {"product", "refused", "heading", "group", "total", "signature", "empty"})
        if (!report["rows"].contains(kind)) report["rows"][kind] = 0;
}

void complete_difference(Json& difference) {
    for (auto& change : difference["changes"]) {
        if (!change.contains("fields")) change["fields"] = Json::array();
        if (change.contains("weight")) continue;
        const auto kind = change.value("change", "");
        change["weight"] = kind == "added" ? "product_new" : kind == "removed" ? "product_gone" : "certificate";
    }
}

} // namespace

bool ProposalAnswer::is_of_before() const {
    return report && report->is_object() && !report->contains("headings");
}

ProposalAnswer read_answer(Json kept) {
    ProposalAnswer answer;
    if (const auto map = kept.find("map"); map != kept.end() && map->is_array())
        for (const auto& said : *map)
            if (said.is_string()) answer.said.push_back(said.get<std::string>());
    const auto part = [&](const char* name) {
        const auto found = kept.find(name);
        return found == kept.end() || found->is_null() ? std::nullopt : std::optional(std::move(*found));
    };
    answer.trouble = part("trouble");
    answer.report = part("report");
    answer.difference = part("difference");
    return answer;
}

Json to_json(ProposalAnswer answer) {
    const auto part = [](std::optional<Json>& document) { return document ? *std::move(document) : Json(nullptr); };
    return {{"map", std::move(answer.said)},
            {"trouble", part(answer.trouble)},
            {"report", part(answer.report)},
            {"difference", part(answer.difference)}};
}

ProposalAnswer completed(ProposalAnswer answer) {
    if (answer.report && answer.report->is_object()) complete_report(*answer.report);
    if (answer.difference && answer.difference->is_object()) complete_difference(*answer.difference);
    return answer;
}

} // namespace temsao::serve
