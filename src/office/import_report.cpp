#include "office/import_report.h"

#include "base/text.h"
#include "office/product_json.h"

namespace temsao::office {
namespace {

using catalog::ImportReport;
using catalog::RowKind;

constexpr std::size_t most_lines = 20;

std::size_t count(const ImportReport& read, RowKind kind) {
    const auto found = read.rows_by_kind.find(kind);
    return found == read.rows_by_kind.end() ? 0 : found->second;
}

// Lines one by one, and how many were left out.
class Lines {
public:
    Lines(std::string& words, Lang lang) : words_(words), lang_(lang) {}

    void add(const Message& line) {
        if (++count_ <= most_lines) words_ += say(line, lang_) + "\n";
    }

    ~Lines() {
        if (count_ > most_lines) words_ += say({"import.more", {std::to_string(count_ - most_lines)}}, lang_) + "\n";
    }

    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

private:
    std::string& words_;
    Lang lang_;
    std::size_t count_ = 0;
};

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

std::string sheet_words(const ImportReport& read, Lang lang) {
    std::string others;
    for (const auto& one : read.other_sheets) {
        const auto id = one.is_hidden ? "import.sheet_hidden" : "import.sheet_list";
        others += (others.empty() ? "" : ", ") +
                  (one.is_hidden || one.is_list ? say({id, {make_line(one.name)}}, lang) : "“" + make_line(one.name) + "”");
    }
    return others.empty() ? "" : say({"import.other_sheets", {make_line(read.sheet), others}}, lang) + "\n";
}

std::string column_lines(const ImportReport& read, Lang lang) {
    std::string words, unread;
    for (const auto& one : read.columns)
        if (one.meaning.empty()) unread += (unread.empty() ? "" : ", ") + heading_words(one);
    if (!unread.empty()) words += say({"import.unread_columns", {unread}}, lang) + "\n";
    for (const auto column : read.hidden_columns)
        words += say({"import.hidden_column", {catalog::column_name(column), make_line(read.headings[column])}}, lang) + "\n";
    for (const auto& one : read.mended)
        if (one.before != one.after) // composing accents changes nothing that a person sees
            words += say({"import.mended",
                          {one.encoding,
                           make_line(one.before),
                           make_line(one.after),
                           std::to_string(one.cells),
                           column_words(one.columns)}},
                         lang) +
                     "\n";
    return words;
}

job::Json columns_json(const ImportReport& read) {
    auto all = job::Json::array();
    for (const auto& one : read.columns)
        all.push_back({{"column", catalog::column_name(one.column)},
                       {"heading", one.text},
                       {"meaning", one.meaning.empty() ? job::Json(nullptr) : job::Json(one.meaning)}});
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

job::Json rows_by_kind_json(const ImportReport& read) {
    return {{"heading", count(read, RowKind::heading)},
            {"group", count(read, RowKind::group)},
            {"total", count(read, RowKind::total)},
            {"signature", count(read, RowKind::signature)},
            {"empty", count(read, RowKind::empty)}};
}

} // namespace

std::string refused_words(const ImportReport& read, Lang lang) {
    std::string words;
    for (const auto& row : read.refused)
        words += say({"import.refused_row",
                      {std::to_string(row.row), row.column, row.value, say(row.reason, lang), say(row.remedy, lang)}},
                     lang) +
                 "\n";
    return words;
}

std::string import_words(const ImportReport& read, Lang lang) {
    std::string words;
    {
        Lines lines(words, lang);
        for (const auto& remark : read.remarks)
            lines.add({"import.remark",
                       {std::to_string(remark.row), say({remark.finding.code, remark.finding.facts}, lang)}});
    }
    {
        Lines lines(words, lang);
        for (const auto& row : read.other_rows)
            if (row.kind != RowKind::heading)
                lines.add({"import.other_row",
                           {std::to_string(row.row),
                            say({"import.row_kind." + std::string(name(row.kind)), {}}, lang),
                            row.words}});
    }
    words += column_lines(read, lang) + sheet_words(read, lang);
    return words + say({"import.rows",
                        {std::to_string(read.rows_read),
                         std::to_string(read.rows_accepted),
                         std::to_string(read.refused.size()),
                         std::to_string(count(read, RowKind::heading)),
                         std::to_string(count(read, RowKind::group)),
                         std::to_string(count(read, RowKind::total)),
                         std::to_string(count(read, RowKind::signature)),
                         std::to_string(count(read, RowKind::empty))}},
                       lang) +
           "\n";
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
            {"rows_by_kind", rows_by_kind_json(read)},
            {"other_rows", rows},
            {"columns", columns_json(read)},
            {"hidden_columns", hidden},
            {"sheet", read.sheet.empty() ? job::Json(nullptr) : job::Json(read.sheet)},
            {"other_sheets", sheets},
            {"mended", mended_json(read)},
            {"refused", refused},
            {"remarks", remarks},
            {"legacy", read.mended.empty() ? job::Json(nullptr) : job::Json(read.mended.front().encoding)}};
}

} // namespace temsao::office
