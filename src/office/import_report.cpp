#include "office/import_report.h"

#include "base/text.h"
#include "office/product_json.h"

#include <algorithm>

namespace temsao::office {
namespace {

using catalog::ImportReport;
using catalog::RowKind;

std::size_t count(const ImportReport& read, RowKind kind) {
    const auto found = read.rows_by_kind.find(kind);
    return found == read.rows_by_kind.end() ? 0 : found->second;
}

using Lines = std::vector<std::string>;

std::string column_words(const std::set<std::size_t>& columns) {
    std::string all;
    for (const auto column : columns)
        all += (all.empty() ? "" : ", ") + catalog::column_name(column);
    return all;
}

std::string heading_words(const catalog::Heading& heading) {
    const auto name = catalog::column_name(heading.column);
    return heading.text.empty() ? name : name + " “" + make_line(heading.text) + "”";
}

void tell_sheets(Lines& lines, const ImportReport& read, Lang lang) {
    std::string others;
    for (const auto& one : read.other_sheets) {
        const auto name = make_line(one.name);
        others += (others.empty() ? "" : ", ") + (one.is_hidden ? say({"import.sheet_hidden", {name}}, lang)
                                                  : one.is_list ? say({"import.sheet_list", {name}}, lang)
                                                                : "“" + name + "”");
    }
    if (!others.empty()) lines.push_back(say({"import.other_sheets", {make_line(read.sheet), others}}, lang));
}

void tell_columns(Lines& lines, const ImportReport& read, Lang lang) {
    std::string unread;
    for (const auto& one : read.columns)
        if (one.meaning.empty() && !one.is_said) unread += (unread.empty() ? "" : ", ") + heading_words(one);
    if (!unread.empty()) lines.push_back(say({"import.unread_columns", {unread}}, lang));
    for (const auto& one : read.columns)
        if (one.is_said && one.meaning.empty())
            lines.push_back(say({"import.left_column", {heading_words(one)}}, lang));
        else if (one.is_said)
            lines.push_back(
                say({"import.said_column", {heading_words(one), say({"meaning." + one.meaning, {}}, lang)}}, lang));
    for (const auto column : read.hidden_columns)
        lines.push_back(
            say({"import.hidden_column", {catalog::column_name(column), make_line(read.headings[column])}}, lang));
    for (const auto& one : read.mended)
        if (one.encoding == "NFD") // what is seen stays
            lines.push_back(say({"import.composed", {std::to_string(one.cells), column_words(one.columns)}}, lang));
        else if (one.encoding == "look-alikes")
            lines.push_back(say(
                {"import.look_alikes", {make_line(one.after), std::to_string(one.cells), column_words(one.columns)}},
                lang));
        else
            lines.push_back(say({"import.mended",
                                 {one.encoding,
                                  make_line(one.before),
                                  make_line(one.after),
                                  std::to_string(one.cells),
                                  column_words(one.columns)}},
                                lang));
}

// Remarks that cost no label, such as a score that was left out: once a kind, with the rows where they stand first.
void tell_infos(Lines& lines, const ImportReport& read, Lang lang) {
    constexpr std::size_t most_places = 5;
    std::vector<std::vector<const catalog::RowRemark*>> kinds;
    std::map<std::string, std::size_t> place;
    for (const auto& remark : read.remarks) {
        if (remark.finding.severity != Severity::info) continue;
        const auto [found, is_new] = place.try_emplace(remark.finding.message().id, kinds.size());
        if (is_new) kinds.emplace_back();
        kinds[found->second].push_back(&remark);
    }
    for (const auto& kind : kinds) {
        const auto row = std::to_string(kind[0]->row), words = say(kind[0]->finding.message(), lang);
        std::string rows;
        for (std::size_t i = 0; i < kind.size() && i < most_places; ++i)
            rows += (rows.empty() ? "" : ", ") + std::to_string(kind[i]->row);
        if (kind.size() > most_places) rows += ", …";
        lines.push_back(kind.size() == 1
                            ? say({"import.remark", {row, words}}, lang)
                            : say({"import.remark_often", {std::to_string(kind.size()), rows, row, words}}, lang));
    }
}

// The old encoding that was found first; composed accents and letters of other alphabets do not count as one.
job::Json legacy_json(const ImportReport& read) {
    for (const auto& one : read.mended)
        if (one.encoding != "NFD" && one.encoding != "look-alikes") return one.encoding;
    return nullptr;
}

Message row_kind(RowKind kind) {
    switch (kind) {
    case RowKind::group: return {"import.row_kind.group", {}};
    case RowKind::total: return {"import.row_kind.total", {}};
    case RowKind::signature: return {"import.row_kind.signature", {}};
    default: return {"import.row_kind.heading", {}};
    }
}

// Heading -> meaning. A heading that stands over several columns, and a column without one, is named with its letter.
job::Json columns_json(const ImportReport& read) {
    std::map<std::string, int> times;
    for (const auto& one : read.columns)
        ++times[one.text];
    auto all = job::Json::object();
    for (const auto& one : read.columns) {
        const auto letter = "(" + catalog::column_name(one.column) + ")";
        const auto name = one.text.empty() ? letter : times[one.text] > 1 ? one.text + " " + letter : one.text;
        all[name] = one.meaning.empty() ? job::Json(nullptr) : job::Json(one.meaning);
    }
    return all;
}

job::Json headings_json(const ImportReport& read) {
    auto all = job::Json::array();
    for (const auto& one : read.columns)
        all.push_back({{"column", catalog::column_name(one.column)},
                       {"heading", one.text},
                       {"meaning", one.meaning.empty() ? job::Json(nullptr) : job::Json(one.meaning)},
                       {"said", one.is_said}});
    return all;
}

job::Json mended_json(const ImportReport& read) {
    auto all = job::Json::array();
    for (const auto& one : read.mended) {
        auto columns = job::Json::array();
        for (const auto column : one.columns)
            columns.push_back(catalog::column_name(column));
        all.push_back({{"encoding", one.encoding},
                       {"columns", columns},
                       {"cells", one.cells},
                       {"before", one.before},
                       {"after", one.after}});
    }
    return all;
}

job::Json rows_json(const ImportReport& read) {
    return {{"product", read.rows_accepted},
            {"refused", read.refused.size()},
            {"heading", count(read, RowKind::heading)},
            {"group", count(read, RowKind::group)},
            {"total", count(read, RowKind::total)},
            {"signature", count(read, RowKind::signature)},
            {"empty", count(read, RowKind::empty)}};
}

} // namespace

std::string import_words(const ImportReport& read, Lang lang) {
    Lines lines, remarks;
    for (const auto& row : read.refused)
        lines.push_back(
            say({"import.refused_row",
                 {std::to_string(row.row), row.column, row.value, say(row.reason, lang), say(row.remedy, lang)}},
                lang));
    lines.push_back(say({"import.rows",
                         {std::to_string(read.rows_read),
                          std::to_string(read.rows_accepted),
                          std::to_string(read.refused.size()),
                          std::to_string(count(read, RowKind::heading)),
                          std::to_string(count(read, RowKind::group)),
                          std::to_string(count(read, RowKind::total)),
                          std::to_string(count(read, RowKind::signature)),
                          std::to_string(count(read, RowKind::empty))}},
                        lang));
    for (const auto& [row, finding] : read.remarks)
        if (finding.severity != Severity::info)
            remarks.push_back(say({"import.remark", {std::to_string(row), say(finding.message(), lang)}}, lang));
    job::append_first(lines, remarks, "import.more_remarks", lang);
    std::string words;
    for (const auto& line : lines)
        words += line + "\n";
    return words;
}

std::vector<std::string> import_remarks(const ImportReport& read, Lang lang) {
    Lines lines, rows;
    for (const auto& row : read.other_rows)
        if (row.kind != RowKind::heading)
            rows.push_back(
                say({"import.other_row", {std::to_string(row.row), say(row_kind(row.kind), lang), row.words}}, lang));
    job::append_first(lines, rows, "import.more", lang);
    if (!read.read_by.empty()) lines.push_back(say({"import.read_by", {read.read_by}}, lang));
    tell_columns(lines, read, lang);
    tell_sheets(lines, read, lang);
    tell_infos(lines, read, lang);
    return lines;
}

job::Json import_json(const ImportReport& read, Lang lang) {
    auto refused = job::Json::array(), remarks = job::Json::array(), rows = job::Json::array();
    auto hidden = job::Json::array(), sheets = job::Json::array();
    for (const auto& row : read.refused)
        refused.push_back(to_json(row, lang));
    for (const auto& remark : read.remarks) {
        auto json = job::to_json(remark.finding, lang);
        json["row"] = remark.row;
        remarks.push_back(std::move(json));
    }
    for (const auto& row : read.other_rows)
        rows.push_back({{"row", row.row}, {"kind", name(row.kind)}, {"words", row.words}});
    for (const auto column : read.hidden_columns)
        hidden.push_back(catalog::column_name(column));
    for (const auto& one : read.other_sheets)
        sheets.push_back({{"name", one.name}, {"hidden", one.is_hidden}, {"list", one.is_list}});
    return {{"rows_read", read.rows_read},
            {"rows_accepted", read.rows_accepted},
            {"rows", rows_json(read)},
            {"other_rows", rows},
            {"columns", columns_json(read)},
            {"headings", headings_json(read)},
            {"hidden_columns", hidden},
            {"read_by", read.read_by.empty() ? job::Json(nullptr) : job::Json(read.read_by)},
            {"sheet", read.sheet.empty() ? job::Json(nullptr) : job::Json(read.sheet)},
            {"other_sheets", sheets},
            {"mended", mended_json(read)},
            {"refused", refused},
            {"remarks", remarks},
            {"legacy", legacy_json(read)}};
}

} // namespace temsao::office
