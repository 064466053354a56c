// What the browser keeps between visits: the signed list, the key that checks it, and the checks made.
import { openBase } from "../kit/kept_base";
import type { Check } from "./model";

export type KeptList = { bytes: ArrayBuffer; root: string; tag: string; fetched: string };

const run = openBase("temsao-scan", (base) => {
    base.createObjectStore("list");
    base.createObjectStore("checks", { keyPath: "id" });
});

export const kept = {
    list: () =>
        run<KeptList | undefined>("list", "readonly", (store) => store.get("now") as IDBRequest<KeptList | undefined>),
    keepList: (list: KeptList) => run("list", "readwrite", (store) => store.put(list, "now")),
    checks: () => run<Check[]>("checks", "readonly", (store) => store.getAll() as IDBRequest<Check[]>),
    keepCheck: (check: Check) => run("checks", "readwrite", (store) => store.put(check)),
    dropCheck: (id: string) => run("checks", "readwrite", (store) => store.delete(id)),
};
