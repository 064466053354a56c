// What the studio asks the server for, made from the draft; what is empty is left to the server.

import type { LabelWish, RunWish, Stock } from "../kit/api_types";
import type { Draft } from "./draft";

/** What one label says. */
export const labelWish = (product: string, draft: Draft): LabelWish => ({
    product,
    template: draft.template,
    dpi: draft.dpi,
    ...(draft.lot && { lot: draft.lot }),
    ...(draft.made && { made: draft.made }),
    ...(draft.expires && { expires: draft.expires }),
});

/** Labels to be printed. */
export function runWish(product: string, draft: Draft, stock: Stock | undefined): RunWish {
    return {
        ...labelWish(product, draft),
        count: draft.count,
        format: draft.format,
        ...(draft.use.trim() && { use: draft.use.trim() }),
        ...(draft.spares > 0 && { spares: draft.spares }),
        ...(draft.serial ? { serial: draft.serial } : draft.serials && { serials: true }),
        ...(stock && { stock: stock.id }),
        ...(stock?.kind === "sheet" && draft.start > 1 && { start: draft.start }),
        ...(draft.printer && { printer: draft.printer }),
    };
}
