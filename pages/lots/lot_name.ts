// A lot's name where a person gives none: the first letters of the goods and the day, as clerks write it. It is made on
// the phone, so that an entry that waits already has the name by which the next one uses it.
import { folded } from "../kit/folded";

/** "Cá cơm tươi", 2026-11-30 -> "CCT-261130"; with -2, -3 … where the name is taken. */
export function proposeLot(item: string, day: string, isTaken: (lot: string) => boolean): string {
    const letters = folded(item)
        .toUpperCase()
        .split(/[^A-Z0-9]+/)
        .filter(Boolean)
        .map((word) => word[0])
        .join("")
        .slice(0, 4);
    const name = `${letters || "LO"}-${day.slice(2).replaceAll("-", "")}`;
    if (!isTaken(name)) return name;
    for (let n = 2; ; n++) if (!isTaken(`${name}-${n}`)) return `${name}-${n}`;
}

/** Letters without accents, digits, and - . _ : what every code and every file can hold. */
export const isLotName = (text: string): boolean => /^[A-Za-z0-9._-]{1,20}$/.test(text);
