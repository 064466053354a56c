// The picture of icon.svg as PNG, for phones that take no drawing: the same page with its star, on a ground that
// phones may cut to a circle ("maskable": all that matters stands in the middle 80 %).
import { deflateSync } from "node:zlib";

const SIDE = 28; // of icon.svg
const page = [
    [3, 3],
    [18, 3],
    [25, 10],
    [25, 25],
    [3, 25],
];
const star = [
    [13.5, 9],
    [15.4, 13],
    [19.8, 13.6],
    [16.6, 16.7],
    [17.4, 21],
    [13.5, 18.9],
    [9.6, 21],
    [10.4, 16.7],
    [7.2, 13.6],
    [11.6, 13],
];
const [GREEN, PAPER] = [
    [0x0e, 0x5a, 0x47],
    [0xfb, 0xf8, 0xf2],
];
const FINE = 3; // points in a pixel, each way

const isInside = (corners, x, y) => {
    let inside = false;
    corners.forEach(([ax, ay], n) => {
        const [bx, by] = corners[(n + 1) % corners.length];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
    return inside;
};

/** `scale`: of the drawing on its ground. */
const colourAt = (x, y, scale) => {
    const [u, v] = [x, y].map((at) => (at - SIDE / 2) / scale + SIDE / 2);
    return isInside(star, u, v) || !isInside(page, u, v) ? PAPER : GREEN;
};

function pixel(px, py, size, scale) {
    const sum = [0, 0, 0];
    for (let i = 0; i < FINE * FINE; i++) {
        const [dx, dy] = [(i % FINE) + 0.5, Math.floor(i / FINE) + 0.5].map((at) => at / FINE);
        colourAt(((px + dx) * SIDE) / size, ((py + dy) * SIDE) / size, scale).forEach((part, n) => (sum[n] += part));
    }
    return sum.map((part) => Math.round(part / (FINE * FINE)));
}

const crcOf = (bytes) => {
    let crc = ~0;
    for (const byte of bytes) {
        crc ^= byte;
        for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
};
const numbers = (...all) => {
    const bytes = Buffer.alloc(4 * all.length);
    all.forEach((one, n) => bytes.writeUInt32BE(one, 4 * n));
    return bytes;
};
const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    return Buffer.concat([numbers(data.length), body, numbers(crcOf(body))]);
};

/** A square of `size` pixels, ISO 15948; without transparency, as Apple's phones want it. */
export function iconPng(size) {
    const scale = 0.78;
    const rows = [];
    for (let y = 0; y < size; y++) {
        rows.push(0); // no filter
        for (let x = 0; x < size; x++) rows.push(...pixel(x, y, size, scale));
    }
    const head = Buffer.concat([numbers(size, size), Buffer.from([8, 2, 0, 0, 0])]); // 8 bits, red green blue
    return Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        chunk("IHDR", head),
        chunk("IDAT", deflateSync(Buffer.from(rows), { level: 9 })),
        chunk("IEND", Buffer.alloc(0)),
    ]);
}
