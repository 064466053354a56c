// Watches the camera's picture, frame after frame. It rests while the tab is hidden: then the camera is closed.
import { lang } from "../kit/words";
import { dayInVietNam } from "../kit/clock";
import { eye } from "./eye";
import type { Hint } from "./hint";
import { hintFor } from "./hint";
import type { Lens } from "./lens";
import { openLens } from "./lens";
import type { Found, Manner } from "./model";

const REST = 80; // ms between two looks; without it a cheap phone gets warm
const HARD_AFTER = 1000; // ms without a code; from then on one rescue step a frame
const HINT_AFTER = 3000; // ms without a code

/** Makes a photo of the frame that was looked at. */
type Photo = () => Promise<Blob>;
export type Watch = {
    /** The camera is open. */
    opened: (lens: Lens) => void;
    /** What a frame shows; `photo` makes a picture of it. */
    seen: (found: Found, photo: Photo) => void;
    /** Whether the stars of these codes should be counted in the next frame. */
    wantsStars: (found: Found) => boolean;
    hint: (hint: Hint | null) => void;
    failed: (why: unknown) => void;
};

/** The frame that was read is the one that is kept as evidence. */
async function asPhoto(frame: ImageBitmap): Promise<Blob> {
    const canvas = new OffscreenCanvas(frame.width, frame.height);
    canvas.getContext("2d")!.drawImage(frame, 0, 0);
    return canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
}

function hintOf(frame: ImageBitmap): Hint {
    const [width, height] = [64, 48];
    const pen = new OffscreenCanvas(width, height).getContext("2d")!;
    pen.drawImage(frame, 0, 0, width, height);
    return hintFor(pen.getImageData(0, 0, width, height).data);
}

const untilVisible = () =>
    new Promise<void>((resolve) => {
        const look = () => {
            if (document.visibilityState === "hidden") return;
            document.removeEventListener("visibilitychange", look);
            resolve();
        };
        document.addEventListener("visibilitychange", look);
        look();
    });

/** Looks at the picture of now. `seen` may ask for photos of it; the frame is let go when they are made. */
async function lookAt(
    video: HTMLVideoElement,
    manner: Manner,
    rescue: number,
    seen: (found: Found, photo: Photo, frame: ImageBitmap) => void,
): Promise<Found | null> {
    const frame = await createImageBitmap(video);
    const copy = await createImageBitmap(frame);
    const grounds = { date: dayInVietNam(), lang: lang() };
    const found = await eye.look(copy, manner, grounds, () => undefined, rescue).catch(() => null);
    const photos: Promise<unknown>[] = [];
    const photo = () => {
        const made = asPhoto(frame);
        photos.push(made.catch(() => undefined));
        return made;
    };
    if (found) seen(found, photo, frame);
    void Promise.all(photos).then(() => frame.close());
    return found;
}

/** How the next frame is looked at, after one that showed `found`, `since` ms after the last code. */
function nextManner(found: Found | null, since: number, on: Watch): Manner {
    if (found?.sights.length && on.wantsStars(found)) return "stars";
    return since > HARD_AFTER ? "hard frame" : "frame";
}

/** `device`: which camera; empty: the one at the back. */
export function watch(
    video: HTMLVideoElement,
    device: string,
    on: Watch,
): { shoot: () => Promise<Blob>; stop: () => void } {
    let isOver = false;
    let lens: Lens | null = null;
    let seenLast = performance.now();
    const rest = () => {
        lens?.close();
        lens = null;
    };
    const hidden = () => {
        if (document.visibilityState === "hidden") rest();
    };
    const open = async () => {
        await untilVisible();
        const opened = await openLens(device);
        if (isOver || document.visibilityState === "hidden") return opened.close();
        lens = opened;
        video.srcObject = opened.stream;
        try {
            await video.play();
        } catch (why) {
            if (lens) throw why; // else the tab was hidden meanwhile
        }
        if (lens) on.opened(opened);
    };
    const look = (manner: Manner, rescue: number) =>
        lookAt(video, manner, rescue, (found, photo, frame) => {
            if (!isOver) on.seen(found, photo);
            const isLong = performance.now() - seenLast > HINT_AFTER;
            if (!found.sights.length && manner === "hard frame" && isLong) on.hint(hintOf(frame));
        });
    const run = async () => {
        let manner: Manner = "frame";
        for (let frames = 0; !isOver; frames++) {
            if (!lens) {
                await open();
                seenLast = performance.now();
                continue;
            }
            const found: Found | null = await look(manner, frames).catch((why: unknown) => {
                if (lens) throw why; // else the camera was closed under it
                return null;
            });
            const now = performance.now();
            if (found?.sights.length) {
                seenLast = now;
                on.hint(null);
            }
            manner = nextManner(found, now - seenLast, on);
            await new Promise((resolve) => setTimeout(resolve, REST));
        }
    };
    document.addEventListener("visibilitychange", hidden);
    run().catch((why: unknown) => {
        if (!isOver) on.failed(why);
    });
    return {
        shoot: async () => asPhoto(await createImageBitmap(video)),
        stop: () => {
            isOver = true;
            document.removeEventListener("visibilitychange", hidden);
            rest();
        },
    };
}
