// Reads photos and judges codes, beside the page, so that the page never stutters. The reader is ZXing-C++, the judge our own core.
import type { Core } from "@core/temsao_core.js";
import start from "@core/temsao_core.js";
import coreFile from "@core/temsao_core.wasm?url";
import type { ReaderOptions } from "zxing-wasm/reader";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import readerFile from "zxing-wasm/reader/zxing_reader.wasm?url";
import type { Counted, Found, Point, Sight } from "./model";

export type Ask =
    | { kind: "look"; photo: Blob | ImageBitmap; live: boolean }
    | { kind: "open"; bytes: ArrayBuffer; root: string; lang: string }
    | { kind: "judge"; request: object }
    | { kind: "compose"; request: object }
    | { kind: "digest"; bytes: ArrayBuffer };

const core: Promise<Core> = start({ locateFile: () => coreFile });
const reader = prepareZXingModule({ overrides: { locateFile: () => readerFile }, fireImmediately: true });
const say = (id: number, said: unknown) => postMessage({ id, said });

addEventListener("message", (event: MessageEvent<{ id: number; ask: Ask }>) => {
    const { id, ask } = event.data;
    answer(id, ask).catch((error: unknown) => postMessage({ id, failed: String(error) }));
});

async function answer(id: number, ask: Ask): Promise<void> {
    if (ask.kind === "look") return look(ask.photo, ask.live, (found) => say(id, found));
    const judge = await core;
    if (ask.kind === "judge" || ask.kind === "compose")
        return say(
            id,
            JSON.parse(judge.ccall(`temsao_${ask.kind}`, "string", ["string"], [JSON.stringify(ask.request)])),
        );
    const size = ask.bytes.byteLength,
        at = judge._malloc(size);
    judge.HEAPU8.set(new Uint8Array(ask.bytes), at);
    const said =
        ask.kind === "digest"
            ? judge.ccall("temsao_digest", "string", ["number", "number"], [at, size])
            : JSON.parse(
                  judge.ccall(
                      "temsao_open",
                      "string",
                      ["number", "number", "string", "string"],
                      [at, size, ask.root, ask.lang],
                  ),
              );
    judge._free(at);
    say(id, said);
}

// --- reading: the usual photo is answered by the first step; the others are for photos that resist ---
type Step = { name: string; edge: number; options?: ReaderOptions; level?: boolean };
const LONGEST = 4096; // pixels of an edge; beyond it a cheap phone runs out of memory
const usual: Step = { name: "1600", edge: 1600 };
const thorough: Step = { name: "full", edge: LONGEST };
const rescue: Step[] = [
    { name: "level light", edge: 1600, level: true },
    { name: "800", edge: 800, options: { binarizer: "GlobalHistogram", tryDenoise: true } },
    { name: "level light, 2400", edge: 2400, level: true, options: { tryDenoise: true } },
    { name: "400", edge: 400 },
];

async function look(photo: Blob | ImageBitmap, live: boolean, tell: (found: Found) => void): Promise<void> {
    await reader;
    const begun = performance.now();
    const picture = photo instanceof Blob ? await createImageBitmap(photo) : photo;
    try {
        await climb(picture, live, begun, tell);
    } finally {
        picture.close(); // the live camera hands in twelve a second
    }
}

/** A sight with what a star counter needs of its symbol. */
type Seen = Sight & { symbol: { size: number; modules: string; mirrored: boolean; inverted: boolean } };

async function climb(picture: ImageBitmap, live: boolean, begun: number, tell: (found: Found) => void): Promise<void> {
    const size: Point = [picture.width, picture.height],
        longest = Math.max(...size);
    let seen: Seen[] = [];
    const told = (step: string, last: boolean) =>
        tell({
            sights: seen.map(({ symbol: _, ...sight }) => sight),
            step,
            size,
            ms: Math.round(performance.now() - begun),
            last,
        });
    const take = async (step: Step, last: boolean) => {
        seen = union(seen, await read(picture, step));
        if (!live)
            seen = await Promise.all(
                seen.map(async (one) => (one.counted ? one : { ...one, counted: await countStars(picture, one) })),
            );
        told(step.name, last);
    };
    if (live) return take({ ...usual, edge: 1280 }, true);
    const isLarge = longest > usual.edge;
    await take(usual, false);
    if (isLarge) await take(thorough, false); // small labels among many; or the only one
    for (const step of seen.length ? [] : rescue) if (!seen.length) await take(step, false);
    told("", true);
}

type Box = { left: number; top: number; width: number; height: number };

/** A part of the picture, its longer edge at most so long. */
function pixelsOf(picture: ImageBitmap, box: Box, edge: number): { pixels: ImageData; scale: number } {
    const scale = Math.min(1, edge / Math.max(box.width, box.height));
    const width = Math.max(1, Math.round(box.width * scale)),
        height = Math.max(1, Math.round(box.height * scale));
    const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, box.left, box.top, box.width, box.height, 0, 0, width, height);
    return { pixels: pen.getImageData(0, 0, width, height), scale };
}

async function read(picture: ImageBitmap, step: Step): Promise<Seen[]> {
    const { pixels, scale } = pixelsOf(
        picture,
        { left: 0, top: 0, width: picture.width, height: picture.height },
        step.edge,
    );
    if (step.level) levelLight(pixels);
    const results = await readBarcodes(pixels, {
        formats: ["QRCode"],
        tryHarder: true,
        tryRotate: true,
        tryInvert: true,
        tryDownscale: true,
        maxNumberOfSymbols: 100,
        textMode: "Plain",
        ...step.options,
    });
    const back = ({ x, y }: { x: number; y: number }): Point => [Math.round(x / scale), Math.round(y / scale)];
    return results
        .filter((one) => one.isValid && one.text)
        .map(({ text, symbol, isMirrored, isInverted, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
            text,
            corners: [back(topLeft), back(topRight), back(bottomRight), back(bottomLeft)],
            counted: null,
            symbol: {
                size: symbol.width,
                modules: modulesOf(symbol.data, symbol.width, isMirrored),
                mirrored: isMirrored,
                inverted: isInverted,
            },
        }));
}

/** Row by row from the first corner, 1 dark; a mirrored symbol's are turned over, as its corners are. */
function modulesOf(data: Uint8ClampedArray, size: number, isMirrored: boolean): string {
    let modules = "";
    for (let y = 0; y < size; y++)
        for (let x = 0; x < size; x++) modules += data[isMirrored ? x * size + y : y * size + x] === 0 ? "1" : "0";
    return modules;
}

// --- counting stars: our own counter, on what stands around the symbol ---
const AROUND = 1.8; // widths of the symbol to each side: as far as the counter looks
const COUNT_EDGE = 1600; // pixels; a star needs few

async function countStars(picture: ImageBitmap, one: Seen): Promise<Counted> {
    const judge = await core;
    const xs = one.corners.map(([x]) => x),
        ys = one.corners.map(([, y]) => y),
        margin = (AROUND * across(one)) / Math.SQRT2;
    const left = Math.max(0, Math.floor(Math.min(...xs) - margin)),
        top = Math.max(0, Math.floor(Math.min(...ys) - margin));
    const box = {
        left,
        top,
        width: Math.min(picture.width, Math.ceil(Math.max(...xs) + margin)) - left,
        height: Math.min(picture.height, Math.ceil(Math.max(...ys) + margin)) - top,
    };
    const {
        pixels: { data, width, height },
        scale,
    } = pixelsOf(picture, box, COUNT_EDGE);
    const at = judge._malloc(width * height);
    try {
        for (let i = 0; i < width * height; i++) judge.HEAPU8[at + i] = grey(data, i);
        const corners = one.corners.map(([x, y]) => [(x - left) * scale, (y - top) * scale]);
        return JSON.parse(
            judge.ccall(
                "temsao_count",
                "string",
                ["number", "number", "number", "string"],
                [at, width, height, JSON.stringify({ text: one.text, corners, ...one.symbol })],
            ),
        );
    } finally {
        judge._free(at);
    }
}

const grey = (data: Uint8ClampedArray, i: number) =>
    0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!;

const middle = (sight: Sight): Point =>
    [0, 1].map((axis) => sight.corners.reduce((sum, corner) => sum + corner[axis]!, 0) / 4) as Point;
const across = (sight: Sight) =>
    Math.hypot(sight.corners[0][0] - sight.corners[2][0], sight.corners[0][1] - sight.corners[2][1]);

/** The same text at the same place is one label; the same text elsewhere is another label with a copied code. */
function union(seen: Seen[], more: Seen[]): Seen[] {
    const isThere = (one: Sight) =>
        seen.some(
            (other) =>
                other.text === one.text &&
                Math.hypot(middle(one)[0] - middle(other)[0], middle(one)[1] - middle(other)[1]) < across(other) / 2,
        );
    return [...seen, ...more.filter((one) => !isThere(one))];
}

/** Each pixel against the mean around it: evens out shadow and glare. Means by running sums, so the window costs nothing. */
function levelLight({ data, width, height }: ImageData): void {
    const reach = Math.max(8, Math.round(Math.max(width, height) / 40));
    const light = new Float32Array(width * height),
        sums = new Float64Array((width + 1) * (height + 1));
    for (let i = 0; i < light.length; i++) light[i] = grey(data, i);
    for (let y = 0; y < height; y++) {
        let row = 0;
        for (let x = 0; x < width; x++) {
            row += light[y * width + x]!;
            sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
        }
    }
    for (let y = 0; y < height; y++) {
        const top = Math.max(0, y - reach),
            bottom = Math.min(height, y + reach + 1);
        for (let x = 0; x < width; x++) {
            const left = Math.max(0, x - reach),
                right = Math.min(width, x + reach + 1);
            const sum =
                sums[bottom * (width + 1) + right]! -
                sums[top * (width + 1) + right]! -
                sums[bottom * (width + 1) + left]! +
                sums[top * (width + 1) + left]!;
            const mean = sum / ((bottom - top) * (right - left));
            const level = Math.max(0, Math.min(255, 128 * (light[y * width + x]! / Math.max(mean, 1))));
            data.fill(level, 4 * (y * width + x), 4 * (y * width + x) + 3);
        }
    }
}
