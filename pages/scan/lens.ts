// The camera itself: opened, and what its track can do (light, zoom, focus, another camera). Browsers name these
// abilities and TypeScript's library does not have all of them.

type Abilities = MediaTrackCapabilities & {
    torch?: boolean;
    zoom?: { min: number; max: number; step?: number };
    focusMode?: string[];
};
export type Zoom = { min: number; max: number; step: number };
export type Lens = {
    stream: MediaStream;
    /** Null where the track has no such thing. */
    torch: ((on: boolean) => Promise<void>) | null;
    zoom: (Zoom & { set: (factor: number) => Promise<void> }) | null;
    /** Focuses on a place of the picture: 0 to 1 from the left and from the top. */
    focus: ((x: number, y: number) => Promise<void>) | null;
    /** The camera after this one; null where there is only one. */
    next: string | null;
    close: () => void;
};

const PATIENCE = 3000; // ms; then the camera focuses by itself again

/** `device`: the id of the camera that is wanted; empty: the one at the back. */
export async function openLens(device: string): Promise<Lens> {
    const stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: {
            ...(device ? { deviceId: { exact: device } } : { facingMode: "environment" }),
            width: { ideal: 1920 },
            height: { ideal: 1080 },
        },
    });
    const track = stream.getVideoTracks()[0]!;
    const able = (track.getCapabilities?.() ?? {}) as Abilities;
    const apply = (wish: object) => track.applyConstraints({ advanced: [wish as MediaTrackConstraintSet] });
    const modes = able.focusMode ?? [];
    const focus = async (x: number, y: number) => {
        await apply({ pointsOfInterest: [{ x, y }], focusMode: "single-shot" });
        if (!modes.includes("continuous")) return;
        setTimeout(() => void apply({ focusMode: "continuous" }).catch(() => undefined), PATIENCE); // it may be closed
    };
    return {
        stream,
        torch: able.torch ? (on) => apply({ torch: on }) : null,
        zoom:
            able.zoom && able.zoom.max > able.zoom.min
                ? { step: 0.1, ...able.zoom, set: (factor) => apply({ zoom: factor }) }
                : null,
        focus: modes.includes("single-shot") ? focus : null,
        next: await cameraAfter(track.getSettings().deviceId ?? ""),
        close: () => stream.getTracks().forEach((one) => one.stop()),
    };
}

async function cameraAfter(device: string): Promise<string | null> {
    const all = (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === "videoinput");
    if (all.length < 2) return null;
    const at = all.findIndex((one) => one.deviceId === device);
    return all[(at + 1) % all.length]!.deviceId;
}
