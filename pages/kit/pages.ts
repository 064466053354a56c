// What the server gives page by page: the first page when what is asked changes, the next one when a person wants more.
import { useEffect, useState } from "preact/hooks";
import { query } from "./api";
import { type Load, useLoad } from "./load";

export type Pages<T> = {
    load: Load<T[]>;
    again: () => void;
    /** Fetches the next page; null when all are there. */
    more: (() => void) | null;
    busy: boolean;
    error: unknown;
};

/** `path` with its query; `fetchPage` asks for one page of it. */
export function usePages<T>(
    path: string,
    fetchPage: (path: string, signal?: AbortSignal) => Promise<{ rows: T[]; next: string | null }>,
): Pages<T> {
    const [load, again] = useLoad((signal) => fetchPage(path, signal), [path]);
    const [later, setLater] = useState<T[]>([]);
    const [next, setNext] = useState<string | null>(null);
    const [busy, setBusy] = useState(false);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
        setLater([]);
        setError(null);
        setNext(load.state === "there" ? load.value.next : null);
    }, [load]);
    const more = async () => {
        setBusy(true);
        setError(null);
        try {
            const page = await fetchPage(`${path}&${query({ after: next ?? "" })}`);
            setLater((before) => [...before, ...page.rows]);
            setNext(page.next);
        } catch (problem) {
            setError(problem);
        }
        setBusy(false);
    };
    return {
        load: load.state === "there" ? { state: "there", value: [...load.value.rows, ...later] } : load,
        again,
        more: next === null ? null : () => void more(),
        busy,
        error,
    };
}
