// Counts the stars around a symbol with our own counter.
import { countInGrey } from "./core";
import type { Counted } from "./model";
import type { Box } from "./pixels";
import { grey, pixelsOf } from "./pixels";
import type { Seen } from "./symbols";
import { across } from "./symbols";

const AROUND = 1.8; // widths of the symbol to each side: as far as the counter looks
const EDGE = 1600; // pixels; enough to count stars

function boxAround(one: Seen, picture: ImageBitmap): Box {
    const xs = one.corners.map(([x]) => x);
    const ys = one.corners.map(([, y]) => y);
    const margin = (AROUND * across(one)) / Math.SQRT2;
    const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
    const top = Math.max(0, Math.floor(Math.min(...ys) - margin));
    return {
        left,
        top,
        width: Math.min(picture.width, Math.ceil(Math.max(...xs) + margin)) - left,
        height: Math.min(picture.height, Math.ceil(Math.max(...ys) + margin)) - top,
    };
}

export async function countStars(picture: ImageBitmap, one: Seen): Promise<Counted> {
    const box = boxAround(one, picture);
    const { pixels, scale } = pixelsOf(picture, box, EDGE);
    const greys = new Uint8Array(pixels.width * pixels.height);
    for (let i = 0; i < greys.length; i++) greys[i] = grey(pixels.data, i);
    const corners = one.corners.map(([x, y]) => [(x - box.left) * scale, (y - box.top) * scale]);
    return countInGrey<Counted>(greys, pixels.width, pixels.height, { text: one.text, corners, ...one.symbol });
}
