// Products page by page: the first page when what is asked changes, the next one when a person wants more.
import { useEffect, useState } from "preact/hooks";
import { api, query } from "./api";
import type { Product, Products } from "./api_types";
import { type Load, useLoad } from "./load";

type Asked = Record<string, string | number>;

export type Pages = {
    load: Load<Product[]>;
    again: () => void;
    /** Fetches the next page; null when all are there. */
    more: (() => void) | null;
    busy: boolean;
    error: unknown;
};

export function useProductPages(asked: Asked, size: number): Pages {
    const path = `products?${query({ ...asked, limit: size })}`;
    const [load, again] = useLoad((signal) => api.get<Products>(path, signal), [path]);
    const [later, setLater] = useState<Product[]>([]);
    const [next, setNext] = useState<string | null>(null);
    const [busy, setBusy] = useState(false);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
        setLater([]);
        setError(null);
        setNext(load.state === "there" ? (load.value.next ?? null) : null);
    }, [load]);
    const more = async () => {
        setBusy(true);
        setError(null);
        try {
            const page = await api.get<Products>(`${path}&${query({ after: next ?? "" })}`);
            setLater((before) => [...before, ...page.products]);
            setNext(page.next ?? null);
        } catch (problem) {
            setError(problem);
        }
        setBusy(false);
    };
    return {
        load: load.state === "there" ? { state: "there", value: [...load.value.products, ...later] } : load,
        again,
        more: next === null ? null : () => void more(),
        busy,
        error,
    };
}
