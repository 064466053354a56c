// Pixels of a photo: a part of it at a chosen size, in grey, with its light evened out.

export type Box = { left: number; top: number; width: number; height: number };

/** A part of the picture, scaled down until its longer edge has at most `edge` pixels. */
export function pixelsOf(picture: ImageBitmap, box: Box, edge: number): { pixels: ImageData; scale: number } {
    const scale = Math.min(1, edge / Math.max(box.width, box.height));
    const width = Math.max(1, Math.round(box.width * scale));
    const height = Math.max(1, Math.round(box.height * scale));
    const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, box.left, box.top, box.width, box.height, 0, 0, width, height);
    return { pixels: pen.getImageData(0, 0, width, height), scale };
}

export const grey = (data: Uint8ClampedArray, i: number): number =>
    0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!;

/**
 * Divides each pixel by the mean around it, which evens out shadow and glare. The means come from running sums, so a
 * large window costs no more than a small one.
 */
export function levelLight({ data, width, height }: ImageData): void {
    const reach = Math.max(8, Math.round(Math.max(width, height) / 40));
    const light = new Float32Array(width * height);
    for (let i = 0; i < light.length; i++) light[i] = grey(data, i);
    const sums = sumsOf(light, width, height);
    const sumAt = (x: number, y: number) => sums[y * (width + 1) + x]!;
    for (let y = 0; y < height; y++) {
        const top = Math.max(0, y - reach);
        const bottom = Math.min(height, y + reach + 1);
        for (let x = 0; x < width; x++) {
            const left = Math.max(0, x - reach);
            const right = Math.min(width, x + reach + 1);
            const sum = sumAt(right, bottom) - sumAt(right, top) - sumAt(left, bottom) + sumAt(left, top);
            const mean = sum / ((bottom - top) * (right - left));
            const level = Math.max(0, Math.min(255, 128 * (light[y * width + x]! / Math.max(mean, 1))));
            data.fill(level, 4 * (y * width + x), 4 * (y * width + x) + 3);
        }
    }
}

/** At (x, y): the sum of all values left of x and above y. */
function sumsOf(light: Float32Array, width: number, height: number): Float64Array {
    const sums = new Float64Array((width + 1) * (height + 1));
    for (let y = 0; y < height; y++) {
        let row = 0;
        for (let x = 0; x < width; x++) {
            row += light[y * width + x]!;
            sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
        }
    }
    return sums;
}
