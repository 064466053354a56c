// Keeps a page on the phone, so that it opens without a network. Over plain http, except on this machine itself,
// browsers keep no pages: then it opens only while there is a network.

/** `folder`: of pages/, the page's own. */
export function keepPage(folder: string): void {
    if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
    void navigator.serviceWorker.register(`/${folder}/sw.js`, { scope: `/${folder}/` });
}
