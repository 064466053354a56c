// Vietnamese first, English one tap away. A dictionary is one object for each language with the same names; a text that
// depends on facts is a function of them. TypeScript refuses a dictionary in which a name is missing on one side.
import type { ComponentChildren } from "preact";
import { createContext } from "preact";
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
