// Products page by page.
import { api, query } from "./api";
import type { Product, Products } from "./api_types";
import { type Pages, usePages } from "./pages";

type Asked = Record<string, string | number>;

const fetchPage = async (path: string, signal?: AbortSignal) => {
    const page = await api.get<Products>(path, signal);
    return { rows: page.products, next: page.next ?? null };
};

export const useProductPages = (asked: Asked, size: number): Pages<Product> =>
    usePages(`products?${query({ ...asked, limit: size })}`, fetchPage);
