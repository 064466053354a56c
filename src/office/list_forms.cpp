// What a clerk sees before and beside an import: the form to fill in, and which column of a file became what.
#include "base/text.h"
#include "catalog/import.h"
#include "job/read_options.h"
#include "office/import_report.h"
#include "office/jobs.h"
#include "office/read_spreadsheet.h"
#include "sheet/table_writing.h"
#include "system/file.h"

namespace temsao::office {
namespace {

// A column of the form: its heading, the sentence that explains it, what the example row has.
struct FormColumn {
    const char *heading, *note, *example;
};

// The headings are those of `list export`, so that both files read alike.
constexpr FormColumn form[] = {
    {"Mã vạch", "form.gtin", "09520000010201"},
    {"Tên sản phẩm", "form.name", "VÍ DỤ: Mật ong rừng Mẫu"},
    {"Chủ thể", "form.producer", "HTX Nông nghiệp Mẫu"},
    {"Địa chỉ", "form.address", "Thôn Mẫu, xã Mẫu, tỉnh Hà Tĩnh"},
    {"Nhóm", "form.group", "Thực phẩm"},
    {"Điểm", "form.score", "76,5"},
    {"Hạng sao", "form.stars", "4"},
    {"Số QĐ", "form.decision", "2394/QĐ-UBND"},
    {"Ngày QĐ", "form.issued", "15/10/2026"},
    {"Cơ quan cấp", "form.issuer", "UBND tỉnh Hà Tĩnh"},
    {"Có giá trị đến", "form.valid_to", "15/10/2029"},
    {"Trạng thái", "form.status", "còn hiệu lực"},
    {"Ghi chú", "form.notes", ""},
    {"Định lượng", "form.net_quantity", "500 ml"},
    {"Thành phần", "form.ingredients", "Mật ong rừng 100 %"},
    {"HDSD", "form.usage", "Dùng trực tiếp hoặc pha với nước ấm"},
    {"Bảo quản", "form.storage", "Nơi khô ráo, tránh nắng"},
    {"Hạn sử dụng", "form.shelf_life", "24 tháng"},
    {"Điện thoại", "form.phone", "0912 345 678"},
};

sheet::ColumnGuide guide_of(const FormColumn& column, Lang lang) {
    const std::string_view note = column.note;
    sheet::ColumnGuide guide{.note = say({column.note, {}}, lang)};
    if (note == "form.group")
        guide.choices = {"Thực phẩm", "Đồ uống", "Dược liệu", "Thủ công mỹ nghệ", "Sinh vật cảnh", "Du lịch cộng đồng"};
    if (note == "form.stars") guide.choices = {"3", "4", "5"};
    if (note == "form.status") guide.choices = {"còn hiệu lực", "thu hồi", "đưa ra khỏi danh sách", "được thay thế"};
    guide.is_day = note == "form.issued" || note == "form.valid_to";
    return guide;
}

// Up to three different cells of a column, below its heading.
std::vector<std::string> examples_of(const catalog::Table& table, const catalog::Columns& columns, std::size_t column) {
    std::vector<std::string> found;
    for (auto row = columns.header_row + columns.header_rows; row < table.rows.size() && found.size() < 3; ++row) {
        if (column >= table.rows[row].size()) continue;
        const auto& text = table.rows[row][column].text;
        if (!text.empty() && std::find(found.begin(), found.end(), text) == found.end()) found.push_back(text);
    }
    return found;
}

} // namespace

Result<job::Report> write_list_form(const job::Request& request, const job::Surroundings& around) {
    const std::filesystem::path file = request.text("file");
    if (TRY(sheet::table_format(file)) != sheet::TableFormat::xlsx)
        return error(Cause::usage, "form.ending", {file.string()});
    catalog::TextRows rows(2);
    std::vector<sheet::ColumnGuide> guides;
    for (const auto& column : form) {
        rows[0].emplace_back(column.heading);
        rows[1].emplace_back(column.example);
        guides.push_back(guide_of(column, around.lang));
    }
    TRY(write_file(file, TRY(sheet::write_form(rows, guides))));
    job::Report report;
    report.words = say({"form.written", {file.string()}}, around.lang) + "\n";
    report.json = {{"file", file.string()}};
    return report;
}

Result<job::Report> show_columns(const job::Request& request, const job::Surroundings& around) {
    const std::filesystem::path file = request.text("file");
    const auto table = TRY(read_spreadsheet(file, request.text("sheet")));
    auto store = TRY(store::ListStore::open_to_read(around.home));
    const auto map = TRY(with_kept(TRY(read_map_wish(request)), store));
    const auto seen = TRY(catalog::see_columns(table, file.filename().string(), map));
    const auto& columns = seen.columns;
    job::Report report;
    auto all = job::Json::array(), meanings = job::Json::array();
    for (const auto& one : columns.all) {
        const auto examples = examples_of(table, columns, one.column);
        std::string shown;
        for (const auto& example : examples)
            shown += (shown.empty() ? "" : " · ") + make_line(example);
        const auto meaning = one.meaning.empty() ? say({"columns.unread", {}}, around.lang)
                                                 : say({"meaning." + one.meaning, {}}, around.lang);
        report.words += job::padded(catalog::column_name(one.column), 4) + job::padded(make_line(one.text), 26) + "→ " +
                        job::padded(meaning, 26) + shown + "\n";
        all.push_back({{"column", catalog::column_name(one.column)},
                       {"heading", one.text},
                       {"meaning", one.meaning.empty() ? job::Json(nullptr) : job::Json(one.meaning)},
                       {"said", one.is_said},
                       {"examples", examples}});
    }
    for (const auto& meaning : catalog::every_meaning())
        meanings.push_back({{"meaning", meaning}, {"words", say({"meaning." + meaning, {}}, around.lang)}});
    const auto trouble = seen.trouble ? say(seen.trouble->what, around.lang) : std::string();
    if (seen.trouble) report.words += trouble + "\n";
    report.exit_status = seen.trouble ? 1 : 0;
    report.json = {{"columns", all},
                   {"meanings", meanings},
                   {"sheet", table.sheet.empty() ? job::Json(nullptr) : job::Json(table.sheet)},
                   {"trouble", seen.trouble ? job::Json(trouble) : job::Json(nullptr)}};
    return report;
}

} // namespace temsao::office
