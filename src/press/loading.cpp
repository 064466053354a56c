#include "press/loading.h"

#include "label/fill.h"
#include "press/known_printers.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace temsao::press {
namespace {

// The printer's own fault, and its resolution into the run.
Result<page::Correction> read_correction(const PaperWish& wish, const job::Surroundings& around, Run& run) {
    if (!wish.printer) return page::Correction();
    const auto& name = *wish.printer;
    const auto printer = TRY(find_printer(around, name));
    if (printer.dpi == 0) return printer.correction;
    if (!wish.dpi_given) run.resolution = Resolution::from_dpi(printer.dpi);
    if (printer.dpi != run.resolution.dpi()) { // its dots would not be the code's
        const auto own = Resolution::from_dpi(printer.dpi);
        const auto least = own.whole_dots_above(label::least_module);
        char millimetres[32];
        std::snprintf(millimetres, sizeof millimetres, "%.3f", own.length(least).value);
        return error(Cause::refused,
                     "printer.other_dpi",
                     {name,
                      std::to_string(printer.dpi),
                      std::to_string(run.resolution.dpi()),
                      std::to_string(least.value),
                      millimetres});
    }
    return printer.correction;
}

// Which used sheets to take, out of those known; the rest stays.
Result<std::vector<page::FreePositions>>
take_sheets(const std::string& text, const page::Stock& stock, std::vector<page::FreePositions>& known) {
    std::vector<page::FreePositions> taken;
    if (text.empty()) return taken;
    if (text == "next") {
        taken.swap(known);
        return taken;
    }
    int start = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), start);
    if (failed != std::errc{} || end != text.data() + text.size())
        return error(Cause::usage, "stock.start", {text, std::to_string(stock.positions())});
    auto free = TRY(page::free_from(stock, start));
    if (const auto same = std::find(known.begin(), known.end(), free); same != known.end()) known.erase(same);
    if (start > 1) taken.push_back(std::move(free));
    return taken;
}

} // namespace

std::string size_words(SizeMm size) {
    char text[48];
    std::snprintf(text, sizeof text, "%g × %g mm", size.width.value, size.height.value);
    return text;
}

Result<Loading> load_printer(const PaperWish& wish, const job::Surroundings& around, Run& run) {
    const auto correction = TRY(read_correction(wish, around, run));
    if (!wish.stock) {
        if (wish.start) return error(Cause::usage, "stock.start_without");
        return Loading{page::Imposition::one_a_page(correction, run.resolution, run.trimming), {}, {}, {}};
    }
    const auto stock = TRY(find_stock(around, *wish.stock));
    TRY(page::has_room(stock, run.trimming));
    if (run.printer) {
        if (stock.kind != page::Stock::Kind::roll) return error(Cause::refused, "stock.not_roll", {stock.id});
        if (!wish.gap_given) run.printer->settings.gap = stock.gap;
    }
    std::optional<RecordFile> held;
    if (stock.kind == page::Stock::Kind::sheet) held.emplace(TRY(hold_used_sheets(around)));
    auto known = TRY(load_used_sheets(around));
    auto kept = known[stock.id];
    std::erase_if(kept, [&](const auto& free) { return free.back() > stock.positions(); }); // the stock was changed
    const auto used = TRY(take_sheets(wish.start.value_or(""), stock, kept));
    return Loading{page::Imposition::on_stock({stock, used}, correction, run.resolution, run.trimming),
                   stock,
                   used,
                   std::move(kept),
                   std::move(held)};
}

Outcome check_fit(const job::Surroundings& around, const Loading& loading, SizeMm label) {
    if (!loading.stock || page::fits(*loading.stock, label)) return done;
    const auto stocks = TRY(load_stocks(around));
    std::string roomy;
    for (const auto& stock : stocks)
        if (stock.kind == loading.stock->kind && page::fits(stock, label))
            roomy += (roomy.empty() ? "" : ", ") + stock.id;
    return error(
        Cause::refused,
        "stock.label_too_large",
        {size_words(label), loading.stock->id, size_words(loading.stock->sticker), roomy.empty() ? "–" : roomy});
}

Result<std::optional<NewFile>>
write_used_sheets(const job::Surroundings& around, const Loading& loading, std::size_t labels) {
    if (!loading.held) return std::optional<NewFile>();
    auto known = TRY(load_used_sheets(around));
    auto left = loading.kept;
    for (auto& sheet : loading.imposition.left_after(labels))
        left.push_back(std::move(sheet));
    if (left.size() > most_used_sheets)
        left.erase(left.begin(), left.end() - static_cast<std::ptrdiff_t>(most_used_sheets));
    if (left.empty())
        known.erase(loading.stock->id);
    else
        known[loading.stock->id] = std::move(left);
    auto file = TRY(NewFile::create(loading.held->path()));
    TRY(file.write(used_sheets_bytes(known)));
    return std::optional(std::move(file));
}

} // namespace temsao::press
