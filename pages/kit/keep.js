// The service worker of a page that stays on the phone: keeps this build's files, so that the page opens without a
// network. Answers of the server (/api/…) are never kept here; the page keeps itself what it needs of them.
const NAME = "__FOLDER__-__VERSION__";
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
    const others = (names) => names.filter((name) => name.startsWith("__FOLDER__-") && name !== NAME);
    event.waitUntil(
        caches
            .keys()
            .then((names) => Promise.all(others(names).map((name) => caches.delete(name))))
            .then(() => clients.claim()),
    );
});

addEventListener("fetch", (event) => {
    const address = new URL(event.request.url);
    const isOurs = address.origin === location.origin && address.pathname.startsWith("/__FOLDER__/");
    if (event.request.method !== "GET" || !isOurs) return;
    const asked = event.request.mode === "navigate" ? "/__FOLDER__/" : address.pathname;
    event.respondWith(
        caches
            .open(NAME)
            .then((cache) => cache.match(asked))
            .then((kept) => kept ?? fetch(event.request)),
    );
});
