// Finds the QR codes in a picture. The reader is ZXing-C++.
import type { ReadResult, ReaderOptions } from "zxing-wasm/reader";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import readerFile from "zxing-wasm/reader/zxing_reader.wasm?url";
import type { Point, Sight } from "./model";
import { levelLight, pixelsOf } from "./pixels";

/** One way to read a picture: the longer edge in pixels, and what else is done to it. */
export type Step = { name: string; edge: number; options?: ReaderOptions; level?: boolean };

/** A sight with what the star counter needs of its symbol. */
export type Seen = Sight & { symbol: { size: number; modules: string; mirrored: boolean; inverted: boolean } };

export const reader = prepareZXingModule({ overrides: { locateFile: () => readerFile }, fireImmediately: true });

const common: ReaderOptions = {
    formats: ["QRCode"],
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: true,
    maxNumberOfSymbols: 100,
    textMode: "Plain",
};

export async function read(picture: ImageBitmap, step: Step): Promise<Seen[]> {
    const whole = { left: 0, top: 0, width: picture.width, height: picture.height };
    const { pixels, scale } = pixelsOf(picture, whole, step.edge);
    if (step.level) levelLight(pixels);
    const results = await readBarcodes(pixels, { ...common, ...step.options });
    return results.filter((one) => one.isValid && one.text).map((one) => seenOf(one, scale));
}

function seenOf({ text, symbol, isMirrored, isInverted, position }: ReadResult, scale: number): Seen {
    const back = ({ x, y }: { x: number; y: number }): Point => [Math.round(x / scale), Math.round(y / scale)];
    const { topLeft, topRight, bottomRight, bottomLeft } = position;
    return {
        text,
        corners: [back(topLeft), back(topRight), back(bottomRight), back(bottomLeft)],
        counted: null,
        symbol: {
            size: symbol.width,
            modules: modulesOf(symbol.data, symbol.width, isMirrored),
            mirrored: isMirrored,
            inverted: isInverted,
        },
    };
}

/** Row by row from the first corner, 1 for dark. A mirrored symbol is turned back, as its corners are. */
function modulesOf(data: Uint8ClampedArray, size: number, isMirrored: boolean): string {
    let modules = "";
    for (let y = 0; y < size; y++)
        for (let x = 0; x < size; x++) modules += data[isMirrored ? x * size + y : y * size + x] === 0 ? "1" : "0";
    return modules;
}

const middle = (sight: Sight): Point =>
    [0, 1].map((axis) => sight.corners.reduce((sum, corner) => sum + corner[axis]!, 0) / 4) as Point;

/** The diagonal of a symbol, in pixels. */
export const across = ({ corners: [first, , third] }: Sight): number =>
    Math.hypot(first[0] - third[0], first[1] - third[1]);

/** The same text at the same place is one label; the same text elsewhere is another label with a copied code. */
export function union(seen: Seen[], more: Seen[]): Seen[] {
    const distance = ([x, y]: Point, [u, v]: Point) => Math.hypot(x - u, y - v);
    const isSame = (one: Sight, other: Sight) =>
        other.text === one.text && distance(middle(one), middle(other)) < across(other) / 2;
    return [...seen, ...more.filter((one) => !seen.some((other) => isSame(one, other)))];
}
