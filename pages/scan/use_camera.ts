// The camera as its screen shows it: the lens that is open, what the last frames showed, a hint where no code is read.
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { remember } from "../kit/remember";
import type { Hint } from "./hint";
import type { Lens } from "./lens";
import type { Found } from "./model";
import type { Walk } from "./use_walk";
import { watch } from "./watch";

const DEVICE = "temsao.camera.device";
const LASTING = 500; // ms that a box stays where a frame misses its code

export type CameraState = {
    /** Null until the camera is open. */
    lens: Lens | null;
    /** What the boxes are drawn from. */
    live: Found | null;
    hint: Hint | null;
    /** Takes another camera of this device. */
    change: (device: string) => void;
    /** A photo of now; undefined before the watching begins. */
    shoot: () => Promise<Blob> | undefined;
};

export function useCamera(video: RefObject<HTMLVideoElement>, walk: Walk, failed: (why: unknown) => void): CameraState {
    const shoot = useRef<() => Promise<Blob>>(null);
    const [lens, setLens] = useState<Lens | null>(null);
    const [device, setDevice] = useState(remember.read(DEVICE));
    const [live, setLive] = useState<Found | null>(null);
    const [hint, setHint] = useState<Hint | null>(null);
    const walking = useRef(walk);
    walking.current = walk;
    const change = (next: string) => {
        remember.keep(DEVICE, next);
        setDevice(next);
    };
    useEffect(() => {
        let last = 0;
        const watching = watch(video.current!, device, {
            opened: setLens,
            seen: (found, picture) => {
                walking.current.seen(found, picture);
                if (found.sights.length) last = performance.now();
                if (found.sights.length || performance.now() - last > LASTING) setLive(found);
            },
            wantsStars: (found) => walking.current.wantsStars(found),
            hint: setHint,
            failed: (why) => {
                if (!device) return failed(why);
                change(""); // that camera is not there any more
            },
        });
        shoot.current = watching.shoot;
        return watching.stop;
    }, [device]);
    return { lens, live, hint, change, shoot: () => shoot.current?.() };
}
