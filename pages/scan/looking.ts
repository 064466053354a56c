// Looks for labels in a photo, step by step. The first step answers the usual photo; the others are for difficult ones.
import type { Found } from "./model";
import { countStars } from "./star_counter";
import type { Seen, Step } from "./symbols";
import { read, reader, union } from "./symbols";

const LONGEST = 4096; // pixels of an edge; with more, a cheap phone runs out of memory
const usual: Step = { name: "1600", edge: 1600 };
const live: Step = { name: "1600", edge: 1280 };
const thorough: Step = { name: "full", edge: LONGEST };
const rescue: Step[] = [
    { name: "level light", edge: 1600, level: true },
    { name: "800", edge: 800, options: { binarizer: "GlobalHistogram", tryDenoise: true } },
    { name: "level light, 2400", edge: 2400, level: true, options: { tryDenoise: true } },
    { name: "400", edge: 400 },
];

/** Tells what is found after every step. A live picture gets one quick step, without counting stars. */
export async function look(photo: Blob | ImageBitmap, isLive: boolean, tell: (found: Found) => void): Promise<void> {
    await reader;
    const begun = performance.now();
    const picture = photo instanceof Blob ? await createImageBitmap(photo) : photo;
    const told = (seen: Seen[], step: string, last: boolean) =>
        tell({
            sights: seen.map(({ symbol: _, ...sight }) => sight),
            step,
            size: [picture.width, picture.height],
            ms: Math.round(performance.now() - begun),
            last,
        });
    try {
        if (isLive) told(await read(picture, live), live.name, true);
        else await takeSteps(picture, told);
    } finally {
        picture.close(); // the live camera hands in twelve a second
    }
}

async function takeSteps(picture: ImageBitmap, told: (seen: Seen[], step: string, last: boolean) => void) {
    let seen: Seen[] = [];
    const count = async (one: Seen) => (one.counted ? one : { ...one, counted: await countStars(picture, one) });
    const take = async (step: Step) => {
        seen = await Promise.all(union(seen, await read(picture, step)).map(count));
        told(seen, step.name, false);
    };
    await take(usual);
    // Small labels among many, or the only one.
    if (Math.max(picture.width, picture.height) > usual.edge) await take(thorough);
    for (const step of rescue) if (!seen.length) await take(step);
    told(seen, "", true);
}
