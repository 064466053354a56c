// The live camera: it reads along a shelf, boxes what it reads and goes on, until the inspector opens an answer.
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../kit/button";
import { remember } from "../kit/remember";
import { useWords } from "../kit/words";
import { Boxes } from "./boxes";
import type { Hint } from "./hint";
import type { Lens } from "./lens";
import { LensControls } from "./lens_controls";
import type { Found } from "./model";
import type { Walk } from "./use_walk";
import { watch } from "./watch";
import { scanWords } from "./words";

const DEVICE = "temsao.camera.device";
const LASTING = 500; // ms that a box stays where a frame misses its code

/** Where in the picture a tap is, 0 to 1 each way: the picture fills its frame and is cut at two sides. */
function placeInPicture(video: HTMLVideoElement, { clientX, clientY }: MouseEvent): [number, number] {
    const { left, top, width, height } = video.getBoundingClientRect();
    const scale = Math.max(width / video.videoWidth, height / video.videoHeight);
    const place = (at: number, middle: number, edge: number) => 0.5 + (at - middle) / (edge * scale);
    return [place(clientX, left + width / 2, video.videoWidth), place(clientY, top + height / 2, video.videoHeight)];
}

const frameOf = (video: HTMLVideoElement): [number, number] => [video.clientWidth, video.clientHeight];

export function Camera({
    walk,
    photo,
    failed,
    off,
}: {
    walk: Walk;
    photo: (photo: Blob, begun: number) => void;
    failed: (why: unknown) => void;
    off: () => void;
}) {
    const t = useWords(scanWords);
    const ref = useRef<HTMLVideoElement>(null);
    const shoot = useRef<() => Promise<Blob>>(null);
    const [lens, setLens] = useState<Lens | null>(null);
    const [device, setDevice] = useState(remember.read(DEVICE));
    const [live, setLive] = useState<Found | null>(null);
    const [hint, setHint] = useState<Hint | null>(null);
    const walking = useRef(walk);
    walking.current = walk;
    useEffect(() => {
        let last = 0;
        const watching = watch(ref.current!, device, {
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
                setDevice(""); // that camera is not there any more
                remember.keep(DEVICE, "");
            },
        });
        shoot.current = watching.shoot;
        return watching.stop;
    }, [device]);
    const change = (next: string) => {
        remember.keep(DEVICE, next);
        setDevice(next);
    };
    const focus = (event: MouseEvent) => {
        const [x, y] = placeInPicture(ref.current!, event);
        void lens?.focus?.(x, y).catch(() => undefined);
    };
    const hints: Record<Hint, string> = { nearer: t.hintNearer, tilt: t.hintTilt, light: t.hintLight };
    return (
        <div class="camera">
            <div class="finder" onClick={focus}>
                <video ref={ref} playsInline muted aria-label={t.aim} />
                {live && live.sights.length > 0 && (
                    <Boxes found={live} walked={walk.walked} frame={frameOf(ref.current!)} />
                )}
                {lens && <LensControls key={lens.stream.id} lens={lens} change={change} />}
                <p class={`aim${hint ? " hint" : ""}`} role="status">
                    {hint ? hints[hint] : walk.walked.length ? "" : t.aim}
                </p>
            </div>
            <div class="actions">
                <Button
                    disabled={!lens}
                    onClick={() => {
                        const begun = performance.now();
                        void shoot.current?.().then((taken) => photo(taken, begun), failed);
                    }}>
                    {t.shoot}
                </Button>
                <Button quiet onClick={off}>
                    {t.cameraOff}
                </Button>
            </div>
        </div>
    );
}
