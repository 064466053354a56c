// A beep and a short vibration for each code that is read; another one where a label needs a look. They can be switched
// off; the phone remembers it.
import { remember } from "../kit/remember";

const WANTED = "temsao.sound";
export const sound = {
    isOn: () => remember.read(WANTED) !== "off",
    turn: (on: boolean) => remember.keep(WANTED, on ? "on" : "off"),
};

/** `tones`: hertz, one after the other; `shake`: milliseconds on, off, on. */
const signals = {
    good: { tones: [1318], shake: [40] },
    look: { tones: [440, 330], shake: [90, 70, 90] },
};
const LENGTH = 0.09; // seconds of a tone
let context: AudioContext | null = null;

function play(tones: number[]): void {
    context ??= new AudioContext();
    context.resume().catch(() => undefined);
    tones.forEach((hertz, n) => {
        const tone = context!.createOscillator();
        const volume = context!.createGain();
        const from = context!.currentTime + n * LENGTH * 1.4;
        tone.frequency.value = hertz;
        volume.gain.setValueAtTime(0.2, from);
        volume.gain.exponentialRampToValueAtTime(0.001, from + LENGTH);
        tone.connect(volume).connect(context!.destination);
        tone.start(from);
        tone.stop(from + LENGTH);
    });
}

export function signal(kind: keyof typeof signals): void {
    if (!sound.isOn()) return;
    const { tones, shake } = signals[kind];
    try {
        navigator.vibrate?.(shake);
        play(tones);
    } catch {
        // a phone without sound: the picture and the list say the same
    }
}
