// What this phone keeps, as the screens show it: the signed list and the checks made. When the network comes back, a
// newer list is fetched and the waiting checks are sent.
import { useEffect, useState } from "preact/hooks";
import { checksKept, sendWaiting } from "./field_checks";
import type { ListState } from "./list";
import { openKept, update } from "./list";
import type { Check } from "./model";

export function useKept(failed: (error: unknown) => void) {
    const [list, setList] = useState<ListState | null>(null);
    const [checks, setChecks] = useState<Check[]>([]);
    const readList = () => openKept().then(setList);
    const readChecks = () => checksKept().then(setChecks);
    const send = () => sendWaiting().then(readChecks);
    useEffect(() => {
        const newest = async () => {
            if ((await update()) === "updated") await readList();
        };
        void readList().then(newest).catch(failed);
        void readChecks().then(send).catch(failed);
        const online = () =>
            void newest()
                .then(send)
                .catch(() => undefined);
        addEventListener("online", online);
        return () => removeEventListener("online", online);
    }, []);
    return { list, checks, readList, readChecks, send };
}
