// Looks for labels in a photo, step by step, with the eye of the command line. The first step answers the usual photo
// soon; the second looks as `verify` does, and its word counts; the third is for a photo in which nothing was found.
import { lookAt } from "./core";
import type { Found, Manner, Point, Sight } from "./model";
import { pixelsOf } from "./pixels";

/** One look: the longer edge in pixels, and how much work it may cost. */
type Step = { name: string; edge: number; effort: "fast" | "normal" | "max"; codes_only?: boolean };

const LONGEST = 4096; // pixels of an edge; with more, a cheap phone runs out of memory
const usual: Step = { name: "1600", edge: 1600, effort: "fast" };
const thorough: Step = { name: "full", edge: LONGEST, effort: "normal" };
const rescue: Step = { name: "max", edge: 2400, effort: "max" };
const frame: Step = { name: "frame", edge: 1280, effort: "fast", codes_only: true };
const hardFrame: Step = { name: "hard frame", edge: 1280, effort: "normal", codes_only: true };

/** Tells what is found after every step. */
export async function look(photo: Blob | ImageBitmap, manner: Manner, tell: (found: Found) => void): Promise<void> {
    const begun = performance.now();
    const picture = photo instanceof Blob ? await createImageBitmap(photo) : photo;
    const told = (sights: Sight[], step: string, last: boolean) =>
        tell({
            sights,
            step,
            size: [picture.width, picture.height],
            ms: Math.round(performance.now() - begun),
            last,
        });
    try {
        if (manner === "photo") await takeSteps(picture, told);
        else {
            const step = manner === "frame" ? frame : hardFrame;
            told(await read(picture, step), step.name, true);
        }
    } finally {
        picture.close(); // the live camera hands in twelve a second
    }
}

async function takeSteps(picture: ImageBitmap, told: (sights: Sight[], step: string, last: boolean) => void) {
    let sights: Sight[] = [];
    const take = async (step: Step) => {
        sights = together(sights, await read(picture, step));
        told(sights, step.name, false);
    };
    await take(usual);
    await take(thorough);
    if (!sights.length) await take(rescue);
    told(sights, "", true);
}

async function read(picture: ImageBitmap, { edge, effort, codes_only = false }: Step): Promise<Sight[]> {
    const { pixels, scale } = pixelsOf(picture, edge);
    const { labels } = await lookAt(pixels, { effort, codes_only });
    const back = (corners: Sight["corners"]) =>
        corners.map(([x, y]) => [Math.round(x / scale), Math.round(y / scale)]) as Sight["corners"];
    return labels.map(({ text, corners, badge, seen }) => ({ text, corners: back(corners), badge, seen }));
}

const middle = (sight: Sight): Point =>
    [0, 1].map((axis) => sight.corners.reduce((sum, corner) => sum + corner[axis]!, 0) / 4) as Point;

const distance = ([x, y]: Point, [u, v]: Point): number => Math.hypot(x - u, y - v);

/** The same text at the same place is one label; the same text elsewhere is another label with a copied code. */
const isSame = (one: Sight, other: Sight): boolean =>
    other.text === one.text && distance(middle(one), middle(other)) < distance(other.corners[0], other.corners[2]) / 2;

/** The labels of before in their order, as the closer look saw them, then those that it found in addition. */
function together(before: Sight[], closer: Sight[]): Sight[] {
    return [
        ...before.map((one) => closer.find((other) => isSame(one, other)) ?? one),
        ...closer.filter((one) => !before.some((other) => isSame(one, other))),
    ];
}
