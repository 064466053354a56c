import type { Label } from "./model";

/** What people call the goods of a label; else its code. */
export const nameOf = (label: Label): string =>
    label.product?.name ?? label.trace?.gtin ?? label.trace?.code ?? label.text;
