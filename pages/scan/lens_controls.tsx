// On the picture: light, another camera, nearer, and the sound. Only what this camera has.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useWords } from "../kit/words";
import type { Lens } from "./lens";
import { signal, sound } from "./signal";
import { scanWords } from "./words";

export function LensControls({ lens, change }: { lens: Lens; change: (device: string) => void }) {
    const t = useWords(scanWords);
    const [isLit, setLit] = useState(false);
    const [hasSound, setSound] = useState(sound.isOn());
    const [factor, setFactor] = useState(lens.zoom?.min ?? 1);
    const light = () => {
        void lens.torch?.(!isLit).then(
            () => setLit(!isLit),
            () => setLit(false),
        );
    };
    const turnSound = () => {
        sound.turn(!hasSound);
        setSound(!hasSound);
        signal("good"); // heard when it was turned on
    };
    return (
        // A tap here is no tap on the picture.
        <div onClick={(event) => event.stopPropagation()}>
            <div class="lens">
                <IconButton name={t.sound} isOn={hasSound} press={turnSound}>
                    <path d="M4 9v6h4l5 4V5L8 9z" />
                    {hasSound ? (
                        <path d="M16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12" />
                    ) : (
                        <path d="M16 9l5 6M21 9l-5 6" />
                    )}
                </IconButton>
                {lens.torch && (
                    <IconButton name={t.torch} isOn={isLit} press={light}>
                        <path d="M13 2L5 14h6l-1 8 8-12h-6z" />
                    </IconButton>
                )}
                {lens.next !== null && (
                    <IconButton name={t.otherCamera} press={() => change(lens.next!)}>
                        <path d="M4 10a8 8 0 0 1 14-4l2 2M20 14a8 8 0 0 1-14 4l-2-2M20 3v5h-5M4 21v-5h5" />
                    </IconButton>
                )}
            </div>
            {lens.zoom && (
                <input
                    type="range"
                    class="zoom"
                    aria-label={t.zoom}
                    min={lens.zoom.min}
                    max={lens.zoom.max}
                    step={lens.zoom.step}
                    value={factor}
                    onInput={(event) => {
                        const wanted = Number(event.currentTarget.value);
                        setFactor(wanted);
                        void lens.zoom!.set(wanted).catch(() => undefined);
                    }}
                />
            )}
        </div>
    );
}

function IconButton({
    name,
    isOn,
    press,
    children,
}: {
    name: string;
    isOn?: boolean;
    press: () => void;
    children: ComponentChildren;
}) {
    return (
        <button type="button" class="icon-button" aria-label={name} title={name} aria-pressed={isOn} onClick={press}>
            <svg
                width="24"
                height="24"
                viewBox="0 0 24 24"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linejoin="round"
                stroke-linecap="round"
                aria-hidden="true">
                {children}
            </svg>
        </button>
    );
}
