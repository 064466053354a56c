// Looks for labels in a photo, step by step, with the eye of the command line. The first step answers the usual photo
// soon; the second looks as `verify` does, and its word counts; the third is for a photo in which nothing was found.
import { callCore, lookAt } from "./core";
import type { Answer, Found, Grounds, Manner, Point, Sight } from "./model";
import { pixelsOf } from "./pixels";

/** One look: the longer edge in pixels, and how much work it may cost. */
type Step = { name: string; edge: number; effort: "fast" | "normal" | "max"; codes_only?: boolean };

const LONGEST = 4096; // pixels of an edge; with more, a cheap phone runs out of memory
const usual: Step = { name: "1600", edge: 1600, effort: "fast" };
const thorough: Step = { name: "full", edge: LONGEST, effort: "normal" };
const rescue: Step = { name: "max", edge: 2400, effort: "max" };
const frame: Step = { name: "frame", edge: 1280, effort: "fast", codes_only: true };
const stars: Step = { name: "stars", edge: 1280, effort: "fast" };
/** One of these, in turn, for each live frame in which nothing is found quickly. */
const frameRescues: Step[] = [
    { name: "hard frame", edge: 1280, effort: "normal", codes_only: true },
    { name: "hard frame max", edge: 960, effort: "max", codes_only: true },
    { name: "hard frame full", edge: 1920, effort: "normal", codes_only: true },
];

type Wish = { photo: Blob | ImageBitmap; manner: Manner; grounds: Grounds; rescue: number };
type Told = (sights: Sight[], step: string, last: boolean) => Promise<void>;

/** Tells what is found after every step, judged: the next step may take long, and the answer does not wait for it. */
export async function look({ photo, manner, grounds, rescue }: Wish, tell: (found: Found) => void): Promise<void> {
    const begun = performance.now();
    const picture = photo instanceof Blob ? await createImageBitmap(photo) : photo;
    const told: Told = async (sights, step, last) =>
        tell({
            sights,
            answer: sights.length ? await judged(sights, grounds) : null,
            step,
            size: [picture.width, picture.height],
            ms: Math.round(performance.now() - begun),
            last,
        });
    try {
        if (manner === "photo") return await takeSteps(picture, told);
        const step = manner === "stars" ? stars : frame;
        const found = await read(picture, step);
        if (found.length || manner !== "hard frame") return await told(found, step.name, true);
        const other = frameRescues[rescue % frameRescues.length]!;
        await told(await read(picture, other), other.name, true);
    } finally {
        picture.close(); // the live camera hands in twelve a second
    }
}

const judged = (sights: Sight[], grounds: Grounds): Promise<Answer> =>
    callCore("judge", {
        texts: sights.map((sight) => sight.text),
        seen: sights.map((sight) => sight.seen),
        stars: [],
        ...grounds,
    }) as Promise<Answer>;

async function takeSteps(picture: ImageBitmap, told: Told) {
    let sights: Sight[] = [];
    const take = async (step: Step) => {
        sights = together(sights, await read(picture, step));
        await told(sights, step.name, false);
    };
    await take(usual);
    await take(thorough);
    if (!sights.length) await take(rescue);
    await told(sights, "", true);
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
