// The service worker: keeps this build's files on the phone, so that the scanner opens without a network. Answers of
// the server (/api/…) are never kept here; the page keeps the list itself.
const NAME = "scan-__VERSION__";
const FILES = __FILES__;

addEventListener("install", (event) => {
    event.waitUntil(
        caches
            .open(NAME)
            .then((cache) => cache.addAll(FILES))
            .then(() => skipWaiting()),
    );
});

addEventListener("activate", (event) => {
    const others = (names) => names.filter((name) => name.startsWith("scan-") && name !== NAME);
    event.waitUntil(
        caches
            .keys()
            .then((names) => Promise.all(others(names).map((name) => caches.delete(name))))
            .then(() => clients.claim()),
    );
});

addEventListener("fetch", (event) => {
    const address = new URL(event.request.url);
    if (event.request.method !== "GET" || address.origin !== location.origin || !address.pathname.startsWith("/scan/"))
        return;
    const asked = event.request.mode === "navigate" ? "/scan/" : address.pathname;
    event.respondWith(
        caches
            .open(NAME)
            .then((cache) => cache.match(asked))
            .then((kept) => kept ?? fetch(event.request)),
    );
});
