#include "press/stocks.h"

#include "catalog/table.h"
#include "office/home_json.h"
#include "sheet/table_reading.h"
#include "system/file.h"
#include "system/folder.h"

#include <algorithm>
#include <charconv>

namespace temsao::press {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_table_bytes = 1 << 20;
constexpr std::size_t most_files = 100;

Result<std::vector<page::Stock>> read_stock_file(const fs::path& file) {
    const auto bytes = TRY(read_file(file, most_table_bytes));
    const auto table = TRY(sheet::read_table(bytes, file.filename().string()));
    std::vector<std::vector<std::string>> rows;
    for (const auto& cells : table.rows) {
        auto& row = rows.emplace_back();
        for (const auto& cell : cells)
            row.push_back(cell.text);
    }
    return page::read_stocks(rows, file.filename().string());
}

Result<std::vector<fs::path>> own_stock_files(const job::Surroundings& around) {
    std::vector<fs::path> files;
    for (auto& file : TRY(content_of(around.home / "stocks")))
        if (const auto extension = ending_of(file); extension == ".csv" || extension == ".xlsx")
            files.push_back(std::move(file));
    if (files.size() > most_files) files.resize(most_files);
    return files;
}

fs::path sheets_file(const job::Surroundings& around) {
    return around.home / "sheets.json";
}

} // namespace

Result<std::vector<page::Stock>> load_stocks(const job::Surroundings& around) {
    auto stocks = TRY(read_stock_file(around.share / "templates" / "stocks.csv"));
    for (const auto& file : TRY(own_stock_files(around))) {
        auto own = TRY(read_stock_file(file));
        for (auto& stock : own) {
            const auto same =
                std::find_if(stocks.begin(), stocks.end(), [&](const auto& other) { return other.id == stock.id; });
            if (same == stocks.end())
                stocks.push_back(std::move(stock));
            else
                *same = std::move(stock);
        }
    }
    return stocks;
}

Result<page::Stock> find_stock(const job::Surroundings& around, const std::string& id) {
    const auto stocks = TRY(load_stocks(around));
    std::string ids;
    for (const auto& stock : stocks) {
        if (stock.id == id) return stock;
        ids += (ids.empty() ? "" : ", ") + stock.id;
    }
    return error(Cause::missing, "stock.unknown", {id, ids});
}

Result<page::FreePositions> read_positions(const std::string& text, int most) {
    page::FreePositions positions;
    const auto wrong = error(Cause::usage, "stock.positions", {text, std::to_string(most)});
    const auto* at = text.data();
    const auto* const end = at + text.size();
    const auto take = [&](int& value) {
        const auto [read_to, failed] = std::from_chars(at, end, value);
        at = read_to;
        return failed == std::errc{} && value >= 1 && value <= most;
    };
    do {
        int first = 0;
        if (!take(first)) return wrong;
        int last = first;
        if (at != end && *at == '-' && (++at, !take(last) || last < first)) return wrong;
        for (int position = first; position <= last; ++position)
            if (positions.empty() || position > positions.back())
                positions.push_back(position);
            else
                return wrong;
    } while (at != end && *at++ == ',');
    return at == end && text.back() != ',' ? Result(positions) : wrong;
}

std::string write_positions(const page::FreePositions& positions) {
    std::string text;
    for (std::size_t i = 0; i < positions.size();) {
        auto end = i + 1;
        while (end < positions.size() && positions[end] == positions[end - 1] + 1)
            ++end;
        text += (text.empty() ? "" : ",") + std::to_string(positions[i]);
        if (end - i > 1) text += "-" + std::to_string(positions[end - 1]);
        i = end;
    }
    return text;
}

Result<RecordFile> hold_used_sheets(const job::Surroundings& around) {
    return RecordFile::hold(sheets_file(around));
}

Result<UsedSheets> load_used_sheets(const job::Surroundings& around) {
    const auto json = TRY(office::load_home_json(sheets_file(around)));
    UsedSheets sheets;
    for (const auto& [stock, list] : json.items()) {
        const auto wrong = error(Cause::data, "home.file", {sheets_file(around).string()});
        if (!list.is_array()) return wrong;
        for (const auto& sheet : list) {
            if (!sheet.is_string()) return wrong;
            auto free = read_positions(sheet.get<std::string>(), page::most_positions);
            if (!free) return wrong;
            sheets[stock].push_back(*std::move(free));
        }
    }
    return sheets;
}

std::string used_sheets_bytes(const UsedSheets& sheets) {
    job::Json json = job::Json::object();
    for (const auto& [stock, list] : sheets)
        for (const auto& sheet : list)
            json[stock].push_back(write_positions(sheet));
    return office::home_json_bytes(std::move(json));
}

} // namespace temsao::press
