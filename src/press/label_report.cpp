#include "press/label_report.h"

#include "catalog/print_remarks.h"
#include "press/printer_words.h"
#include "press/ticket.h"

namespace temsao::press {
namespace {

job::Json to_json(const ChosenProducts::Skipped& skipped, Lang lang) {
    return {{"key", skipped.product->key}, {"id", skipped.why.id}, {"message", say(skipped.why, lang)}};
}

job::Json skipped_json(const ChosenProducts& chosen, Lang lang) {
    job::Json all = job::Json::array();
    for (const auto& skipped : chosen.skipped)
        all.push_back(to_json(skipped, lang));
    return all;
}

job::Json labels_json(const Printed& printed) {
    job::Json all = job::Json::array();
    for (const auto& label : printed.listed)
        all.push_back(to_json(label));
    return all;
}

// The labels' files, then the ticket.
job::Json files_json(const LabelWish& wish, const Printed& printed) {
    job::Json names = job::Json::array();
    for (const auto& file : printed.files)
        if (!wish.at_printer) names.push_back(file.string()); // the printer's commands are gone by then
    if (wish.ticket) names.push_back(wish.ticket->string());
    return names;
}

// What the list says that a shop's check will ask about, told before the labels go to paper.
void add_list_remarks(job::Report& report, const Materials& materials, Lang lang) {
    std::vector<std::string> lines;
    const catalog::PrintRemarks remarks(materials.list, materials.run.date);
    for (const auto* product : materials.chosen.products)
        for (const auto& remark : remarks.of(*product))
            lines.push_back(product->key + ": " + say(remark.message(), lang));
    job::append_first(report.remarks, lines, "label.more_list_remarks", lang);
}

// What both reports begin with: products left out, warnings, the picture.
job::Report begin_report(const LabelWish& wish, const Materials& materials, const Printed& printed, Lang lang) {
    job::Report report;
    for (const auto& skipped : materials.chosen.skipped)
        report.remarks.push_back(say(skipped.why, lang));
    report.exit_status = materials.chosen.skipped.empty() ? 0 : 1;
    add_list_remarks(report, materials, lang);
    for (auto& line : finding_lines(printed.checked, Severity::check, lang))
        report.remarks.push_back(std::move(line));
    if (wish.preview) report.words = say({"preflight.picture", {wish.preview->string()}}, lang) + "\n";
    return report;
}

std::string summary_words(const Materials& materials, const Printed& printed, Lang lang) {
    const auto until = printable_until(materials.chosen.products, materials.run.date);
    const auto* read = printed.read_back == printed.different ? "preflight.all_read" : "preflight.some_read";
    return say({"label.summary",
                {std::to_string(printed.labels),
                 std::to_string(printed.pages),
                 printed.files.front().string(),
                 until.vietnamese()}},
               lang) +
           " " + say({read, {std::to_string(printed.read_back), std::to_string(printed.different)}}, lang) + "\n";
}

std::string packed_words(const lots::Event& event, Lang lang) {
    std::string from;
    for (const auto& [lot, amount] : event.inputs)
        from += (from.empty() ? "" : ", ") + lot.lot + (amount ? " (" + lots::shown(*amount, lang) + ")" : "");
    return say({"label.packed", {event.outputs.front().lot.lot, from}}, lang) + "\n";
}

} // namespace

job::Report
report_of_nothing_written(const LabelWish& wish, const Materials& materials, const Printed& printed, Lang lang) {
    auto report = begin_report(wish, materials, printed, lang);
    for (const auto& line : finding_lines(printed.checked, Severity::invalid, lang))
        report.words += line + "\n";
    if (const auto refused = count_findings(printed.checked, Severity::invalid)) {
        report.words += say({"preflight.nothing_written", {std::to_string(refused)}}, lang) + "\n";
        report.exit_status = 1;
    }
    report.json = {{"template", materials.design.name},
                   {"files", job::Json::array()},
                   {"labels", labels_json(printed)},
                   {"skipped", skipped_json(materials.chosen, lang)},
                   {"preflight", findings_json(printed.checked, lang)}};
    return report;
}

job::Report report_of_run(const LabelWish& wish,
                          const Materials& materials,
                          const Printed& printed,
                          const LabelIssue& issue,
                          const std::optional<std::string>& approval,
                          Lang lang) {
    auto report = begin_report(wish, materials, printed, lang);
    if (!wish.at_printer)
        report.words += summary_words(materials, printed, lang) + loading_words(materials.loading, printed.pages, lang);
    for (const auto& doubt : issue.doubts())
        report.remarks.push_back(say(doubt, lang));
    if (issue.packed()) report.words += packed_words(*issue.packed(), lang);
    if (wish.approval.signer) report.words += say({"approval.given", {*wish.approval.signer, *approval}}, lang) + "\n";
    report.json = {{"template", materials.design.name},
                   {"dpi", materials.run.resolution.dpi()},
                   {"files", files_json(wish, printed)},
                   {"pages", printed.pages},
                   {"labels", labels_json(printed)},
                   {"skipped", skipped_json(materials.chosen, lang)},
                   {"preflight", findings_json(printed.checked, lang)},
                   {"packed", issue.packed() ? job::Json(issue.packed()->id) : job::Json(nullptr)},
                   {"approval", approval ? job::Json(*approval) : job::Json(nullptr)},
                   {"read_back", {{"labels", printed.different}, {"read", printed.read_back}}}};
    return report;
}

void add_printing(
    job::Report& report, const std::string& printer, const HeldPrinter& held, const AtPrinter& end, Lang lang) {
    const auto counted = [](std::int64_t number) { return std::to_string(number); };
    if (!held.found_unknown().empty())
        report.remarks.push_back(say({"print.earlier", {counted(std::ssize(held.found_unknown())), printer}}, lang));
    report.words += say({"print.printed", {counted(end.printed), printer}}, lang) + "\n";
    if (end.fed.trouble != printers::Trouble::none) report.words += trouble_words(end.fed.trouble, lang) + "\n";
    if (end.fed.is_silent) report.words += say({"printer.silent", {printer}}, lang) + "\n";
    const auto add = [&](const char* id, std::vector<std::string> facts) {
        report.words += say({id, std::move(facts)}, lang) + "\n";
    };
    if (end.not_known > 0 && end.has_serials) add("print.unknown", {counted(end.not_known), printer});
    if (end.not_known > 0 && !end.has_serials) add("print.unknown_alike", {counted(end.not_known)});
    if (end.unsent > 0)
        add(end.has_serials ? "print.unsent" : "print.unsent_alike", {counted(end.unsent), counted(end.unsent)});
    if (end.not_known + end.unsent > 0) report.exit_status = 1;
    report.json["printing"] = {
        {"printer", printer},
        {"printed", end.printed},
        {"unknown", end.not_known},
        {"unsent", end.unsent},
        {"trouble", end.fed.trouble == printers::Trouble::none ? job::Json(nullptr) : job::Json(name(end.fed.trouble))},
        {"silent", end.fed.is_silent},
        {"unknown_serials", end.unknown}};
}

} // namespace temsao::press
