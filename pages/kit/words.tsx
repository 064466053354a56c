// Vietnamese first, English one tap away. A dictionary is one object per language with the same names; a word that needs
// facts is a function of them. TypeScript refuses a dictionary in which a name is missing on one side.
import { createContext } from "preact";
import type { ComponentChildren } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

export type Lang = "vi" | "en";
type Word = string | ((...facts: never[]) => string);
type Same<T> = { [K in keyof T]: T[K] extends (...facts: infer F) => string ? (...facts: F) => string : string };
export type Words<T> = { vi: T; en: Same<T> };

export function words<T extends Record<string, Word>>(vi: T, en: Same<T>): Words<T> {
    return { vi, en };
}

const KEPT = "temsao.lang";
const kept = (): Lang => {
    try {
        return localStorage.getItem(KEPT) === "en" ? "en" : "vi";
    } catch {
        return "vi"; // a browser that keeps nothing still speaks
    }
};
let now: Lang = kept();
/** The language in force, for what is no component (the API client). */
export const lang = (): Lang => now;

const Context = createContext<{ lang: Lang; choose: (lang: Lang) => void }>({ lang: "vi", choose: () => undefined });

export function Speaking({ children }: { children: ComponentChildren }) {
    const [chosen, set] = useState<Lang>(now);
    const choose = (next: Lang) => {
        now = next;
        try {
            localStorage.setItem(KEPT, next);
        } catch {
            // kept for this visit only
        }
        set(next);
    };
    useEffect(() => {
        document.documentElement.lang = chosen;
    }, [chosen]);
    return <Context.Provider value={{ lang: chosen, choose }}>{children}</Context.Provider>;
}

export const useLang = () => useContext(Context);
export function useWords<T>(dictionary: Words<T>): T {
    return dictionary[useContext(Context).lang] as T;
}

export function LanguageSwitch() {
    const { lang: chosen, choose } = useLang();
    const other: Lang = chosen === "vi" ? "en" : "vi";
    return (
        <button type="button" class="link" lang={other} onClick={() => choose(other)}>
            {other === "en" ? "English" : "Tiếng Việt"}
        </button>
    );
}

// --- how figures and days are written ---
/** "2026-11-01" -> "01/11/2026", the same in both languages: that is how it stands on the label. */
export const day = (iso: string | null | undefined): string => {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
    return found ? `${found[3]}/${found[2]}/${found[1]}` : (iso ?? "");
};
/** 1234.5 -> "1.234,5" in Vietnamese, "1,234.5" in English. */
export const number = (value: number, decimals = 1): string =>
    new Intl.NumberFormat(now === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: decimals }).format(value);
/** Lower case without accents, "đ" as "d": how people type when they search. */
export const bare = (text: string): string =>
    text
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/đ/g, "d")
        .replace(/Đ/g, "D")
        .toLowerCase();
/** Today at the reader's desk, as ISO. */
export const today = (): string => {
    const at = new Date();
    return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
};
/** Seconds since 1970 -> "25/11/2026 00:42", in the reader's own time. */
export const stamp = (seconds: number): string => {
    const at = new Date(seconds * 1000);
    const two = (n: number) => String(n).padStart(2, "0");
    return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`;
};
