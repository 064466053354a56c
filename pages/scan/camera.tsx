// The live camera: it watches until it reads a code, or until the inspector presses the button.
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../kit/button";
import { useWords } from "../kit/words";
import { watch } from "./watch";
import { scanWords } from "./words";

export function Camera({
    photo,
    failed,
    off,
}: {
    photo: (photo: Blob, begun?: number) => void;
    failed: () => void;
    off: () => void;
}) {
    const t = useWords(scanWords);
    const ref = useRef<HTMLVideoElement>(null);
    const shoot = useRef<() => void>(() => undefined);
    useEffect(() => {
        const watching = watch(ref.current!, photo, failed);
        shoot.current = watching.shoot;
        return watching.stop;
    }, []);
    return (
        <div class="camera">
            <div class="finder">
                <video ref={ref} playsInline muted aria-label={t.aim} />
                <p class="aim">{t.aim}</p>
            </div>
            <div class="actions">
                <Button primary onClick={() => shoot.current()}>
                    {t.shoot}
                </Button>
                <label class="button">
                    {t.photo}
                    <input
                        class="visually-hidden"
                        type="file"
                        accept="image/*"
                        capture="environment"
                        onChange={(event) => {
                            const file = event.currentTarget.files?.[0];
                            if (file) photo(file, performance.now());
                        }}
                    />
                </label>
                <Button quiet onClick={off}>
                    {t.cameraOff}
                </Button>
            </div>
        </div>
    );
}
