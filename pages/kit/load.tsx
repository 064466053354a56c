// What is fetched: waiting, there, or failed with a way to try again.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { kitWords } from "./kit_words";
import { TroubleNotice } from "./notice";
import { useWords } from "./words";

export type Load<T> = { state: "waiting" } | { state: "there"; value: T } | { state: "failed"; error: unknown };
/** Fetches when `keys` change; an older answer never overtakes a newer one. */
export function useLoad<T>(fetcher: (signal: AbortSignal) => Promise<T>, keys: unknown[]): [Load<T>, () => void] {
    const [load, set] = useState<Load<T>>({ state: "waiting" });
    const [turn, setTurn] = useState(0);
    useEffect(() => {
        const stop = new AbortController();
        fetcher(stop.signal).then(
            (value) => {
                if (!stop.signal.aborted) set({ state: "there", value });
            },
            (error) => {
                if (!stop.signal.aborted) set({ state: "failed", error });
            },
        );
        return () => stop.abort();
    }, [...keys, turn]);
    return [load, () => setTurn((n) => n + 1)];
}

export function Loaded<T>({
    load,
    again,
    children,
}: {
    load: Load<T>;
    again: () => void;
    children: (value: T) => ComponentChildren;
}) {
    const t = useWords(kitWords);
    if (load.state === "waiting")
        return (
            <p class="soft" role="status">
                {t.wait}
            </p>
        );
    if (load.state === "failed") return <TroubleNotice error={load.error} again={again} />;
    return <>{children(load.value)}</>;
}
