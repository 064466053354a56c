// Where the label is looked for: the live camera where there is one, else a photo.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Drop } from "../kit/drop";
import { Heading } from "../kit/heading";
import { Notice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { eye } from "./eye";
import { scanWords } from "./words";

const hasCamera = () => isSecureContext && !!navigator.mediaDevices?.getUserMedia;
const WANTED = "temsao.camera"; // who opened it once wants it open the next time

export function Look({
    photo,
    toChecks,
}: {
    photo: (photo: Blob, begun?: number) => void;
    toChecks: ComponentChildren;
}) {
    const t = useWords(scanWords);
    const [isOn, setOn] = useState(hasCamera() && localStorage.getItem(WANTED) === "yes");
    const [failed, setFailed] = useState(false);
    const turn = (on: boolean) => {
        localStorage.setItem(WANTED, on ? "yes" : "no");
        setFailed(false);
        setOn(on);
    };
    return (
        <>
            <Heading>{t.lookTitle}</Heading>
            {failed && (
                <Notice kind="check">
                    <p>{t.cameraNo}</p>
                </Notice>
            )}
            {isOn && !failed ? (
                <Camera photo={photo} failed={() => setFailed(true)} off={() => turn(false)} />
            ) : (
                <>
                    {hasCamera() && !failed && (
                        <div class="actions">
                            <Button primary onClick={() => turn(true)}>
                                {t.camera}
                            </Button>
                        </div>
                    )}
                    <Drop
                        label={t.photo}
                        hint={t.photoHint}
                        accept="image/*"
                        capture="environment"
                        onFile={(file) => photo(file, performance.now())}
                    />
                </>
            )}
            <div class="actions">
                <a class="button" href={to("type")}>
                    {t.type}
                </a>
                {toChecks}
            </div>
        </>
    );
}

function Camera({
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
        let isOver = false,
            stream: MediaStream | null = null;
        const video = ref.current!;
        // The picture that was read is the one that is kept as evidence.
        const hand = async (frame: ImageBitmap, begun: number) => {
            const canvas = new OffscreenCanvas(frame.width, frame.height);
            canvas.getContext("2d")!.drawImage(frame, 0, 0);
            const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
            if (!isOver) photo(blob, begun);
        };
        shoot.current = () => void createImageBitmap(video).then((frame) => hand(frame, performance.now()));
        const watch = async () => {
            stream = await navigator.mediaDevices.getUserMedia({
                audio: false,
                video: { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } },
            });
            if (isOver) return stop();
            video.srcObject = stream;
            await video.play();
            while (!isOver) {
                const begun = performance.now();
                const frame = await createImageBitmap(video),
                    copy = await createImageBitmap(frame);
                const { sights } = await eye.look(copy, true, () => undefined);
                if (sights.length && !isOver) return hand(frame, begun);
                frame.close();
                await new Promise((resolve) => setTimeout(resolve, 80)); // a cheap phone gets warm otherwise
            }
        };
        const stop = () => stream?.getTracks().forEach((track) => track.stop());
        watch().catch(() => {
            if (!isOver) failed();
        });
        return () => {
            isOver = true;
            stop();
        };
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
