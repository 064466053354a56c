// The measures of a sticker paper: does a design fit, and where does each sticker lie.

import { number } from "../kit/figures";
import type { Stock, Template } from "../kit/api_types";

/** Does the design lie within the sticker? Turned designs are not laid. */
export const fits = (design: Template, stock: Stock): boolean =>
    design.size[0] <= stock.sticker_mm[0] + 0.01 && design.size[1] <= stock.sticker_mm[1] + 0.01;
/** How much of the sticker the design leaves empty, 0 to 1. */
export const waste = (design: Template, stock: Stock): number =>
    1 - (design.size[0] * design.size[1]) / (stock.sticker_mm[0] * stock.sticker_mm[1]);

/** The top left corner of a sticker, counted from 1, row by row. */
export const place = (stock: Stock, position: number) => {
    const [column, row] = [(position - 1) % stock.columns, Math.floor((position - 1) / stock.columns)];
    return { x: stock.first_mm[0] + column * stock.pitch_mm[0], y: stock.first_mm[1] + row * stock.pitch_mm[1] };
};
export const positions = (stock: Stock) => Array.from({ length: stock.columns * stock.rows }, (_, i) => i + 1);

/** "60 × 40" */
export const size = ([wide, high]: readonly [number, number]) => `${number(wide)} × ${number(high)}`;
