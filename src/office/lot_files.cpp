// The lot book and files: EPCIS documents go out and come in; spreadsheets that a clerk filled in come in, and their
// form goes out.
#include "base/pieces.h"
#include "base/text.h"
#include "catalog/list_rows.h"
#include "epcis/document.h"
#include "epcis/uri.h"
#include "office/jobs.h"
#include "office/lot_words.h"
#include "office/read_spreadsheet.h"
#include "sheet/table_writing.h"
#include "store/lot_events.h"
#include "system/file.h"

#include <algorithm>
#include <array>
#include <set>

namespace temsao::office {
namespace {

using lots::Event;

// The columns of the form, in its order.
enum Column : std::size_t { what, at, item, lot, amount, unit, uses, place, party, paper, columns };

struct Heading {
    const char* written;
    std::vector<std::string_view> known; // as match_key() writes them
    const char* note;
};

const std::array<Heading, columns>& headings() {
    static const std::array<Heading, columns> all{{
        {"Việc", {"việc", "loại việc", "công việc", "kind", "event"}, "lot_form.kind"},
        {"Ngày giờ", {"ngày giờ", "ngày", "thời gian", "date", "time"}, "lot_form.at"},
        {"Sản phẩm", {"sản phẩm", "hàng", "tên hàng", "product", "item"}, "lot_form.item"},
        {"Lô", {"lô", "số lô", "lot"}, "lot_form.lot"},
        {"Lượng", {"lượng", "số lượng", "khối lượng", "amount", "quantity"}, "lot_form.amount"},
        {"ĐVT", {"đvt", "đơn vị", "đơn vị tính", "unit"}, "lot_form.unit"},
        {"Từ lô", {"từ lô", "lô dùng", "nguyên liệu", "from lots"}, "lot_form.uses"},
        {"Nơi", {"nơi", "địa điểm", "place"}, "lot_form.place"},
        {"Từ/Đến", {"từ/đến", "từ / đến", "đối tác", "từ đến", "partner"}, "lot_form.party"},
        {"Giấy tờ", {"giấy tờ", "chứng từ", "phiếu", "paper"}, "lot_form.paper"},
    }};
    return all;
}

// Where each column is, and the row of headings.
struct Layout {
    std::array<std::optional<std::size_t>, columns> at;
    std::size_t header = 0;
    std::vector<std::string> unknown; // headings that nobody understood
};

std::optional<Layout> layout_of(const catalog::Table& table) {
    constexpr std::size_t most_rows_before = 10;
    for (std::size_t row = 0; row < std::min(table.rows.size(), most_rows_before); ++row) {
        Layout layout{.at = {}, .header = row, .unknown = {}};
        std::size_t known = 0;
        for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
            const auto key = match_key(table.rows[row][column].text);
            if (key.empty()) continue;
            const auto found = std::find_if(headings().begin(), headings().end(), [&](const Heading& heading) {
                return std::find(heading.known.begin(), heading.known.end(), key) != heading.known.end();
            });
            auto& place = found == headings().end()
                              ? layout.at[what]
                              : layout.at.at(static_cast<std::size_t>(found - headings().begin()));
            if (found == headings().end() || place) {
                layout.unknown.push_back(table.rows[row][column].text);
                continue;
            }
            place = column;
            ++known;
        }
        if (known >= 4 && layout.at[what] && layout.at[item]) return layout;
    }
    return {};
}

std::string text_at(const std::vector<catalog::Cell>& row, const std::optional<std::size_t>& column) {
    return column && *column < row.size() ? row[*column].text : std::string();
}

// A test is written with its result: "kiểm nghiệm đạt", "test failed". Takes the result off.
std::optional<bool> take_result(std::string& kind) {
    const auto key = match_key(kind);
    for (const auto& [words, passed] :
         {std::pair(" không đạt", false), {" failed", false}, {" đạt", true}, {" passed", true}})
        if (key.ends_with(words)) {
            kind = key.substr(0, key.size() - std::string_view(words).size());
            return passed;
        }
    return {};
}

LotEntry entry_of(const std::vector<catalog::Cell>& row, const Layout& layout) {
    const auto text = [&](Column column) { return text_at(row, layout.at.at(column)); };
    LotEntry entry{.kind = text(what), .at = text(at), .item = text(item), .lot = text(lot)};
    entry.amount = text(amount).empty() ? "" : text(amount) + " " + text(unit);
    entry.uses = separate_uses({text(uses)});
    entry.place = text(place);
    entry.party = text(party);
    entry.passed = take_result(entry.kind);
    (entry.passed ? entry.report : entry.paper) = text(paper);
    return entry;
}

std::vector<std::string> heading_row(const std::string& last) {
    std::vector<std::string> row;
    for (const auto& heading : headings())
        row.emplace_back(heading.written);
    row.push_back(last);
    return row;
}

// What an import did, whatever the file was.
struct Taken {
    std::vector<Event> events;
    std::vector<std::string> refused, remarks; // lines, each with its place
    catalog::TextRows refused_rows = {};       // of a spreadsheet, with a heading and the reasons
};

Result<Taken>
take_document(const std::string& text, LotBook& book, const std::string& host, const job::Surroundings& around) {
    auto read = TRY(epcis::read_document(text, host, TRY(now_of(around)).seconds));
    Taken taken;
    for (const auto& [number, why] : read.refused)
        taken.refused.push_back(say({"lot.event_line", {std::to_string(number), say(why, around.lang)}}, around.lang));
    for (const auto& [number, why] : read.remarks)
        taken.remarks.push_back(say({"lot.event_line", {std::to_string(number), say(why, around.lang)}}, around.lang));
    for (const auto& event : read.events)
        TRY(book.add(event));
    taken.events = std::move(read.events);
    return taken;
}

Result<Taken> take_table(const catalog::Table& table, LotBook& book, Lang lang) {
    const auto layout = layout_of(table);
    if (!layout) return error(Cause::data, "lot.no_columns", {});
    Taken taken;
    for (const auto& heading : layout->unknown)
        taken.remarks.push_back(say({"lot.unknown_column", {heading}}, lang));
    for (auto number = layout->header + 1; number < table.rows.size(); ++number) {
        const auto& row = table.rows[number];
        if (std::all_of(row.begin(), row.end(), [](const catalog::Cell& cell) { return cell.text.empty(); })) continue;
        const auto place = std::to_string(number + 1);
        const auto lack = std::find_if(
            row.begin(), row.end(), [](const catalog::Cell& cell) { return cell.lack != catalog::Lack::none; });
        auto made = lack != row.end()
                        ? Result<LotEvent>(error(
                              Cause::data,
                              "lot.cell",
                              {catalog::cell_name(number, static_cast<std::size_t>(lack - row.begin())), lack->text}))
                        : book.make(entry_of(row, *layout));
        if (!made) {
            const auto why = say(made.error().what, lang);
            taken.refused.push_back(say({"lot.row_line", {place, why}}, lang));
            if (taken.refused_rows.empty()) taken.refused_rows.push_back(heading_row(say({"lot_form.why", {}}, lang)));
            std::vector<std::string> cells;
            for (std::size_t column = 0; column < columns; ++column)
                cells.push_back(text_at(row, layout->at.at(column)));
            cells.push_back(why);
            taken.refused_rows.push_back(std::move(cells));
            continue;
        }
        for (const auto& doubt : made->doubts)
            taken.remarks.push_back(say({"lot.row_line", {place, say(doubt, lang)}}, lang));
        TRY(book.add(made->event));
        taken.events.push_back(std::move(made->event));
    }
    return taken;
}

bool looks_like_json(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != text.npos && text[first] == '{';
}

} // namespace

Result<job::Report> import_lots(const job::Request& request, const job::Surroundings& around) {
    const std::filesystem::path file = request.text("file");
    const auto wish = read_lot_book_wish(request);
    const auto& host = wish.host;
    auto ledger = TRY(store::Ledger::open(around.home, request.text("store")));
    auto book = TRY(open_lot_book_to_write(ledger, wish, around));
    const auto text = TRY(read_file(file, epcis::largest_document));
    auto taken = looks_like_json(text)
                     ? TRY(take_document(text, book, host, around))
                     : TRY(take_table(TRY(read_spreadsheet(file, request.text("sheet"))), book, around.lang));
    const auto refused_file = file.string() + ".refused.csv";
    if (!taken.refused_rows.empty())
        TRY(write_file(refused_file, TRY(sheet::write_table(taken.refused_rows, sheet::TableFormat::csv))));
    TRY(ledger.lot_events().keep_names(book.new_names()));
    const auto noted = TRY(ledger.lot_events().note(taken.events, around.today));
    job::Report report;
    std::vector<std::string> lines;
    job::append_first(lines, taken.refused, "lot.more_lines", around.lang);
    for (const auto& line : lines)
        report.words += line + "\n";
    report.words +=
        say({"lot.imported",
             {std::to_string(noted.added), std::to_string(noted.known), std::to_string(taken.refused.size())}},
            around.lang) +
        "\n";
    if (!taken.refused_rows.empty()) report.words += say({"lot.refused_file", {refused_file}}, around.lang) + "\n";
    job::append_first(report.remarks, taken.remarks, "lot.more_lines", around.lang);
    report.json = {{"added", noted.added},
                   {"known", noted.known},
                   {"refused", taken.refused},
                   {"remarks", taken.remarks},
                   {"refused_file", taken.refused_rows.empty() ? job::Json(nullptr) : job::Json(refused_file)}};
    report.exit_status = taken.refused.empty() ? 0 : 1;
    return report;
}

Result<job::Report> export_lots(const job::Request& request, const job::Surroundings& around) {
    const auto wish = read_lot_book_wish(request);
    const auto& host = wish.host;
    auto ledger = TRY(store::Ledger::open_to_read(around.home, request.text("store")));
    const auto book = TRY(open_lot_book(ledger, wish, around));
    auto events = TRY(ledger.lot_events().all());
    std::string name = "https://" + host + "/epcis/all";
    if (request.has("item")) {
        const auto wanted = TRY(book.find(request.text("item"), request.text("lot")));
        auto along = TRY(ledger.lot_events().lots_along(wanted, store::LotEvents::Way::back));
        along.push_back(wanted);
        const std::set<lots::Lot> lots(along.begin(), along.end());
        std::erase_if(events, [&](const Event& event) {
            return std::none_of(event.outputs.begin(), event.outputs.end(), [&](const lots::Part& part) {
                return lots.contains(part.lot);
            });
        });
        name = epcis::document_uri(wanted, host);
    }
    const auto document = epcis::document(events, {host, name, TRY(now_of(around))});
    TRY(write_file(request.text("file"), job::dump(document)));
    job::Report report;
    report.words = say({"lot.exported", {std::to_string(events.size()), request.text("file")}}, around.lang) + "\n";
    report.json = {{"file", request.text("file")}, {"events", events.size()}};
    return report;
}

Result<job::Report> write_lot_form(const job::Request& request, const job::Surroundings& around) {
    const std::filesystem::path file = request.text("file");
    if (TRY(sheet::table_format(file)) != sheet::TableFormat::xlsx)
        return error(Cause::usage, "form.ending", {file.string()});
    std::vector<std::string> row;
    std::vector<sheet::ColumnGuide> guides;
    for (std::size_t column = 0; column < columns; ++column) {
        const auto& heading = headings().at(column);
        row.emplace_back(heading.written);
        sheet::ColumnGuide guide{.note = say({heading.note, {}}, around.lang)};
        if (column == what)
            guide.choices = {
                "nhập", "thu hoạch", "chế biến", "kiểm nghiệm đạt", "kiểm nghiệm không đạt", "đóng gói", "giao"};
        if (column == unit) guide.choices = {"kg", "g", "tạ", "tấn", "lít", "ml", "chai", "hộp", "túi", "cái"};
        guides.push_back(std::move(guide));
    }
    TRY(write_file(file, TRY(sheet::write_form({row}, guides))));
    job::Report report;
    report.words = say({"lot.form_written", {file.string()}}, around.lang) + "\n";
    report.json = {{"file", file.string()}};
    return report;
}

} // namespace temsao::office
