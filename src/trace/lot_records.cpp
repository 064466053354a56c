#include "trace/lot_records.h"

#include "base/pieces.h"
#include "base/text.h"
#include "gs1/lint.h"
#include "trace/trace_code.h"

#include <algorithm>
#include <array>

namespace temsao::trace {
namespace {

constexpr std::string_view serials_mark = "s";
constexpr std::size_t longest_lot = 20, longest_producer = 500;

// The pieces of a line, when it has just so many.
template <std::size_t Count>
std::optional<std::array<std::string_view, Count>> pieces_of(std::string_view line) {
    if (std::count(line.begin(), line.end(), '\t') != static_cast<std::ptrdiff_t>(Count - 1)) return {};
    std::array<std::string_view, Count> pieces;
    for (auto& piece : pieces)
        piece = next_piece(line, '\t');
    return pieces;
}

bool is_lot_product(std::string_view text) {
    return is_internal_code(text); // the 14 digits of a GTIN look like one
}

bool is_lot(std::string_view text) {
    return text.size() <= longest_lot &&
           std::all_of(text.begin(), text.end(), [](char c) { return gs1::belongs(c, gs1::Charset::cset82); });
}

bool is_producer(std::string_view text) {
    return !text.empty() && text.size() <= longest_producer && is_utf8(text) && text == tidy(text);
}

std::string day_or_nothing(const std::optional<Date>& day) {
    return day ? day->iso() : "";
}

// False when the text is neither a day nor empty.
bool read_day_or_nothing(std::string_view text, std::optional<Date>& day) {
    if (text.empty()) return true;
    const auto read = Date::parse_iso(text);
    if (read) day = *read;
    return read.ok();
}

std::optional<LotRecord> read_lot(std::string_view line) {
    const auto pieces = pieces_of<5>(line);
    if (!pieces) return {};
    const auto& [product, lot, made, expires, serials] = *pieces;
    LotRecord record{.product = std::string(product), .lot = std::string(lot), .has_serials = serials == serials_mark};
    if (!is_lot_product(product) || !is_lot(lot) || !read_day_or_nothing(made, record.made) ||
        !read_day_or_nothing(expires, record.expires) || (!serials.empty() && !record.has_serials))
        return {};
    return record;
}

std::optional<Coverage> read_covered(std::string_view line) {
    const auto pieces = pieces_of<3>(line);
    if (!pieces) return {};
    const auto first = Date::parse_iso((*pieces)[1]), last = Date::parse_iso((*pieces)[2]);
    if (!is_producer((*pieces)[0]) || !first || !last || *last < *first) return {};
    return Coverage{std::string((*pieces)[0]), *first, *last};
}

template <class One, class Read>
std::optional<std::vector<One>> read_ascending(std::string_view section, std::size_t most, Read read) {
    if (!section.empty() && section.back() != '\n') return {};
    const auto count = static_cast<std::size_t>(std::count(section.begin(), section.end(), '\n'));
    if (count > most) return {};
    std::vector<One> all;
    all.reserve(count);
    while (!section.empty()) {
        auto one = read(next_piece(section, '\n'));
        if (!one || (!all.empty() && !(all.back() < *one))) return {};
        all.push_back(*std::move(one));
    }
    return all;
}

template <class One>
void put_in_order(std::vector<One>& all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

} // namespace

Result<std::string> write_lots(std::vector<LotRecord> lots) {
    put_in_order(lots);
    if (lots.size() > most_lots) return error(Cause::data, "records.field", {std::to_string(lots.size())});
    std::string section;
    for (const auto& [product, lot, made, expires, has_serials] : lots) {
        if (!is_lot_product(product) || !is_lot(lot))
            return error(Cause::data, "records.field", {lot.empty() ? product : lot});
        for (const auto& field : {product, lot, day_or_nothing(made), day_or_nothing(expires)})
            section.append(field).append("\t");
        section.append(has_serials ? serials_mark : "").append("\n");
    }
    return section;
}

Result<std::string> write_coverage(std::vector<Coverage> coverage) {
    put_in_order(coverage);
    if (coverage.size() > most_producers) return error(Cause::data, "records.field", {std::to_string(coverage.size())});
    std::string section;
    for (const auto& [producer, first, last] : coverage) {
        if (!is_producer(producer) || last < first) return error(Cause::data, "records.field", {producer});
        section.append(producer).append("\t").append(first.iso()).append("\t").append(last.iso()).append("\n");
    }
    return section;
}

std::optional<std::vector<LotRecord>> read_lots(std::string_view section) {
    return read_ascending<LotRecord>(section, most_lots, read_lot);
}

std::optional<std::vector<Coverage>> read_coverage(std::string_view section) {
    return read_ascending<Coverage>(section, most_producers, read_covered);
}

} // namespace temsao::trace
