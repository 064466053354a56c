// How figures, days and times are written.
import { timeInVietNam } from "./clock";
import { lang } from "./words";

/** 5 -> "05" */
export const two = (n: number) => String(n).padStart(2, "0");
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const inWords = (year: number, month: number, date: number) =>
    lang() === "vi" ? `${two(date)}/${two(month)}/${year}` : `${date} ${months[month - 1]} ${year}`;

/** The numbers of an ISO day: [2026, 11, 1]. */
const partsOf = (iso: string | null | undefined): [number, number, number] | null => {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
    return found && [Number(found[1]), Number(found[2]), Number(found[3])];
};

/** "2026-11-01" -> "01/11/2026" in Vietnamese, "1 Nov 2026" in English. */
export const day = (iso: string | null | undefined): string => {
    const parts = partsOf(iso);
    return parts ? inWords(...parts) : (iso ?? "");
};
/** "2026-11-01" -> "01/11/2026" in both languages: how a day is typed. */
export const typedDay = (iso: string): string => {
    const parts = partsOf(iso);
    return parts ? `${two(parts[2])}/${two(parts[1])}/${parts[0]}` : iso;
};
/** 1234.5 -> "1.234,5" in Vietnamese, "1,234.5" in English. */
export const number = (value: number, decimals = 1): string =>
    new Intl.NumberFormat(lang() === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: decimals }).format(value);
/** Seconds since 1970 -> "25/11/2026 00:42" or "25 Nov 2026 00:42", in Viet Nam. */
export const stamp = (seconds: number): string => {
    const at = timeInVietNam(new Date(seconds * 1000));
    return `${day(at)} ${at.slice(11, 16)}`;
};
