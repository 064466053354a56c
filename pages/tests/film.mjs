// Films for a camera that is none, and a browser that shows them.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { openBrowser } from "./browser.mjs";
import { makePhoto } from "./photos.mjs";

const RATE = 10; // pictures of each frame

/** `frames`: each as makePhoto takes it; shown one after the other, over and over. */
export async function filming(browser, folder, label, frames) {
    const pictures = [];
    for (const frame of frames)
        pictures.push(await makePhoto(browser, label, { width: 1280, height: 720, places: [], ...frame }));
    const film = path.join(folder, `film-${Math.random()}.mjpeg`);
    writeFileSync(film, Buffer.concat(pictures.flatMap((picture) => Array(RATE).fill(picture))));
    return openBrowser(
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        `--use-file-for-fake-video-capture=${film}`,
    );
}

export const near = { places: [{ x: 0.5, y: 0.5, size: 0.5, turn: 0.08 }] };
