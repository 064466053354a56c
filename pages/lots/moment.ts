// When something was done, as a trace event needs it: with the hours that Viet Nam is ahead of Greenwich.
import { ZONE } from "../kit/clock";
import { two } from "../kit/figures";

/** "14:20", "14h20", "1420", "9h" -> "14:20"; null: no time of day. */
export function readClock(text: string): string | null {
    const found = /^(\d{1,2})(?:[:hg.](\d{0,2}))?$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim());
    if (!found) return null;
    const [hour, minute] = [Number(found[1]), Number(found[2] || 0)];
    return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}

/** A day, and an hour if it is known; else the day alone. */
export function momentOf(day: string, clock: string): string {
    const time = readClock(clock);
    if (!time) return day;
    return `${day}T${time}:00${ZONE}`;
}
