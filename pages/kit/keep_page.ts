// Keeps a page on the phone, so that it opens without a network. Over plain http, except on this machine itself,
// browsers keep no pages: then it opens only while there is a network.
import { useEffect, useState } from "preact/hooks";

/** `folder`: of pages/, the page's own. */
export function keepPage(folder: string): void {
    if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
    void navigator.serviceWorker.register(`/${folder}/sw.js`, { scope: `/${folder}/` }).catch(() => undefined);
}

/** Whether another version of the page came meanwhile: this one is the old one until it is opened again. */
export function useNewVersion(): boolean {
    const [isThere, setThere] = useState(false);
    useEffect(() => {
        const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
        if (!worker?.controller) return undefined; // the first version is no new one
        const changed = () => setThere(true);
        worker.addEventListener("controllerchange", changed);
        return () => worker.removeEventListener("controllerchange", changed);
    }, []);
    return isThere;
}
