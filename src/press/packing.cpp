#include "press/packing.h"

#include "office/lot_words.h"
#include "press/make_label.h"
#include "store/lot_events.h"

namespace temsao::press {

Result<std::optional<Packing>>
packing_of(const LabelWish& wish, const Materials& materials, const job::Surroundings& around) {
    if (wish.uses.empty()) return std::optional<Packing>();
    if (materials.chosen.products.size() != 1) return error(Cause::usage, "label.use_one");
    const auto& run = materials.run;
    const auto& product = *materials.chosen.products.front();
    const auto expires = expiry_of(product, run).day;
    return std::optional(Packing{.entry = {.kind = "pack",
                                           .at = run.date == around.today ? "" : run.date.iso(),
                                           .item = product.key,
                                           .lot = run.lot,
                                           .amount = std::to_string(run.count - run.spares),
                                           .uses = wish.uses,
                                           .made = run.made.iso(),
                                           .expires = expires ? expires->iso() : ""},
                                 .book = {.host = run.host,
                                          .producer = product.producer,
                                          .now = TRY(office::now_of(around)).seconds,
                                          .secret = {},
                                          .only_of = around.printers_of},
                                 .products = &materials.list.products});
}

Result<office::LotEvent> make_packed(store::Ledger& ledger, Packing packing, const std::string& run) {
    packing.book.secret = TRY(ledger.lot_events().lot_secret());
    packing.entry.run = run;
    auto book = TRY(office::LotBook::open(ledger, *packing.products, std::move(packing.book)));
    return book.make(packing.entry);
}

} // namespace temsao::press
