// Why the camera may see no code: told from the picture's brightness alone.

export type Hint = "nearer" | "tilt" | "light";

const DARK = 48; // mean of 0 to 255
const BLOWN = 250; // from here on nothing can be told apart
const GLARE = 0.06; // part of the picture that is blown out

/** `pixels`: red, green, blue, opacity of a small copy of the picture. */
export function hintFor(pixels: Uint8ClampedArray): Hint {
    const count = pixels.length / 4;
    let sum = 0;
    let blown = 0;
    for (let at = 0; at < pixels.length; at += 4) {
        const light = 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!;
        sum += light;
        if (light >= BLOWN) blown++;
    }
    if (sum / count < DARK) return "light";
    return blown / count > GLARE ? "tilt" : "nearer";
}
