// Watches the camera's picture until a code is read in it.
import { eye } from "./eye";

const REST = 80; // ms between two looks; without it a cheap phone gets warm
const HARD_AFTER = 1000; // ms without a code; from then on every third frame is looked at thoroughly
const HARD_EACH = 3;

/** The frame that was read is the one that is kept as evidence. */
async function asPhoto(frame: ImageBitmap): Promise<Blob> {
    const canvas = new OffscreenCanvas(frame.width, frame.height);
    canvas.getContext("2d")!.drawImage(frame, 0, 0);
    return canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
}

const openCamera = () =>
    navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } },
    });

/** Calls `photo` once with the frame in which a code was read, or on `shoot` with the frame of that moment. */
export function watch(
    video: HTMLVideoElement,
    photo: (photo: Blob, begun: number) => void,
    failed: () => void,
): { shoot: () => void; stop: () => void } {
    let isOver = false;
    let stream: MediaStream | null = null;
    const close = () => stream?.getTracks().forEach((track) => track.stop());
    const hand = async (frame: ImageBitmap, begun: number) => {
        const taken = await asPhoto(frame);
        if (!isOver) photo(taken, begun);
    };
    const run = async () => {
        stream = await openCamera();
        if (isOver) return close();
        video.srcObject = stream;
        await video.play();
        const opened = performance.now();
        for (let frames = 0; !isOver; frames++) {
            const begun = performance.now();
            const isHard = begun - opened > HARD_AFTER && frames % HARD_EACH === 0;
            const frame = await createImageBitmap(video);
            const copy = await createImageBitmap(frame);
            const found = await eye.look(copy, isHard ? "hard frame" : "frame", () => undefined).catch(() => null);
            if (found?.sights.length && !isOver) return hand(frame, begun);
            frame.close();
            await new Promise((resolve) => setTimeout(resolve, REST));
        }
    };
    run().catch(() => {
        if (!isOver) failed();
    });
    return {
        shoot: () => void createImageBitmap(video).then((frame) => hand(frame, performance.now())),
        stop: () => {
            isOver = true;
            close();
        },
    };
}
