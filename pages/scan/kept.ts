// What the browser keeps between visits (IndexedDB): the signed list, the key that checks it, and the checks made.
import type { Check } from "./model";

export type KeptList = { bytes: ArrayBuffer; root: string; tag: string; fetched: string };

const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("temsao-scan", 1);
    request.onupgradeneeded = () => {
        request.result.createObjectStore("list");
        request.result.createObjectStore("checks", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
});

const run = async <T>(
    store: string,
    mode: IDBTransactionMode,
    use: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
    const base = await opened;
    return new Promise((resolve, reject) => {
        const transaction = base.transaction(store, mode);
        const request = use(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("IndexedDB"));
    });
};

export const kept = {
    list: () =>
        run<KeptList | undefined>("list", "readonly", (store) => store.get("now") as IDBRequest<KeptList | undefined>),
    keepList: (list: KeptList) => run("list", "readwrite", (store) => store.put(list, "now")),
    checks: () => run<Check[]>("checks", "readonly", (store) => store.getAll() as IDBRequest<Check[]>),
    keepCheck: (check: Check) => run("checks", "readwrite", (store) => store.put(check)),
    dropCheck: (id: string) => run("checks", "readwrite", (store) => store.delete(id)),
};
