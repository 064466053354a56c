// What a page keeps in the browser between visits (IndexedDB).

type Use<T> = (store: IDBObjectStore) => IDBRequest<T>;
export type Base = <T>(store: string, mode: IDBTransactionMode, use: Use<T>) => Promise<T>;

/** The browser keeps nothing for this page, or nothing more: a private window, a full phone, a setting. */
export class NotKept extends Error {}

/** Opens the base; `make` creates its stores at the first visit. Each call of what it gives is a step of its own. */
export function openBase(name: string, make: (base: IDBDatabase) => void): Base {
    const opened = new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name, 1);
        request.onupgradeneeded = () => make(request.result);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
    });
    opened.catch(() => undefined); // each step says so
    const step: Base = async (store, mode, use) => {
        const base = await opened;
        return new Promise((resolve, reject) => {
            const transaction = base.transaction(store, mode);
            const request = use(transaction.objectStore(store));
            transaction.oncomplete = () => resolve(request.result);
            transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("IndexedDB"));
        });
    };
    return (store, mode, use) =>
        step(store, mode, use).catch((why: unknown) => {
            throw new NotKept(String(why));
        });
}
