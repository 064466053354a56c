// When: by this phone's clock, with the hours it is ahead of Greenwich, as the trace event needs it.
import { two } from "../kit/figures";

const zone = (at: Date): string => {
    const ahead = -at.getTimezoneOffset();
    const away = Math.abs(ahead);
    return `${ahead < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`;
};

/** "2026-11-30T14:20:05+07:00" */
export const isoNow = (at = new Date()): string =>
    `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}` +
    `T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}${zone(at)}`;

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
    return `${day}T${time}:00${zone(new Date(`${day}T${time}:00`))}`;
}
