// The live camera: it reads along a shelf, boxes what it reads and goes on, until the inspector opens an answer.
import { useRef } from "preact/hooks";
import { Button } from "../kit/button";
import { useWords } from "../kit/words";
import { Boxes } from "./boxes";
import type { Hint } from "./hint";
import { LensControls } from "./lens_controls";
import { useCamera } from "./use_camera";
import type { Walk } from "./use_walk";
import { scanWords } from "./words";

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
    const { lens, live, hint, change, shoot } = useCamera(ref, walk, failed);
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
                        void shoot()?.then((taken) => photo(taken, begun), failed);
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
