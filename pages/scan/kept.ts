// What the browser keeps between visits: the signed list, the key that checks it, and the checks made. Where it keeps
// nothing, they are there until the page is closed.
import { NotKept, openBase } from "../kit/kept_base";
import type { Check } from "./model";

export type KeptList = { bytes: ArrayBuffer; root: string; tag: string; fetched: string };

const run = openBase("temsao-scan", (base) => {
    base.createObjectStore("list");
    base.createObjectStore("checks", { keyPath: "id" });
});
/** For this visit: what was read or kept last. */
const now: { list: KeptList | undefined; checks: Map<string, Check>; isLasting: boolean } = {
    list: undefined,
    checks: new Map(),
    isLasting: true,
};

async function orNow<T>(lasting: () => Promise<T>, forNow: () => T): Promise<T> {
    try {
        if (now.isLasting) return await lasting();
    } catch (why) {
        if (!(why instanceof NotKept)) throw why;
        now.isLasting = false;
    }
    return forNow();
}

export const kept = {
    /** False once the browser refused to keep something. */
    isLasting: () => now.isLasting,
    list: () =>
        orNow(
            async () => {
                const list = await run<KeptList | undefined>(
                    "list",
                    "readonly",
                    (store) => store.get("now") as IDBRequest<KeptList | undefined>,
                );
                now.list = list;
                return list;
            },
            () => now.list,
        ),
    keepList: async (list: KeptList): Promise<void> => {
        now.list = list;
        await orNow(
            () => run("list", "readwrite", (store) => store.put(list, "now")).then(() => undefined),
            () => undefined,
        );
    },
    checks: () =>
        orNow(
            async () => {
                const all = await run<Check[]>("checks", "readonly", (store) => store.getAll() as IDBRequest<Check[]>);
                now.checks = new Map(all.map((one) => [one.id, one]));
                return all;
            },
            () => [...now.checks.values()],
        ),
    keepCheck: async (check: Check): Promise<void> => {
        now.checks.set(check.id, check);
        await orNow(
            () => run("checks", "readwrite", (store) => store.put(check)).then(() => undefined),
            () => undefined,
        );
    },
    dropCheck: async (id: string): Promise<void> => {
        now.checks.delete(id);
        await orNow(
            () => run("checks", "readwrite", (store) => store.delete(id)).then(() => undefined),
            () => undefined,
        );
    },
};

/** Asks the browser not to clear all this away when the phone is full. */
export async function askToLast(): Promise<void> {
    try {
        if (!(await navigator.storage.persisted())) await navigator.storage.persist();
    } catch {
        // a browser that cannot be asked
    }
}
