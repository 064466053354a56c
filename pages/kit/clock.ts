// Days and times of Viet Nam, wherever the device believes to be: seven hours ahead of Greenwich, the whole year.
const AHEAD = 7 * 3_600_000; // milliseconds
export const ZONE = "+07:00";

/** "2026-11-30" */
export const dayInVietNam = (at: Date = new Date()): string =>
    new Date(at.getTime() + AHEAD).toISOString().slice(0, 10);
/** "2026-11-30T14:20:05+07:00" */
export const timeInVietNam = (at: Date = new Date()): string =>
    `${new Date(at.getTime() + AHEAD).toISOString().slice(0, 19)}${ZONE}`;
