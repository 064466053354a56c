// Why the camera does not open, as the browser names it, and what a person does then.
import type { scanWords } from "./words";

export function whyNoCamera(t: (typeof scanWords)["vi"], why: unknown): string {
    const name = why instanceof Error ? why.name : "";
    if (name === "NotAllowedError" || name === "SecurityError") return t.cameraDenied;
    if (name === "NotFoundError" || name === "OverconstrainedError") return t.cameraMissing;
    if (name === "NotReadableError" || name === "AbortError") return t.cameraBusy;
    return t.cameraNo;
}
