// How figures, days and times are written.
import { lang } from "./words";

/** "2026-11-01" -> "01/11/2026", the same in both languages: that is how it stands on the label. */
export const day = (iso: string | null | undefined): string => {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
    return found ? `${found[3]}/${found[2]}/${found[1]}` : (iso ?? "");
};
/** 1234.5 -> "1.234,5" in Vietnamese, "1,234.5" in English. */
export const number = (value: number, decimals = 1): string =>
    new Intl.NumberFormat(lang() === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: decimals }).format(value);
/** Today at the reader's desk, as ISO. */
export const today = (): string => {
    const at = new Date();
    return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
};
/** Seconds since 1970 -> "25/11/2026 00:42", in the reader's own time. */
export const stamp = (seconds: number): string => {
    const at = new Date(seconds * 1000);
    const two = (n: number) => String(n).padStart(2, "0");
    const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
    return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${time}`;
};
