// The weight of the first visit and the time to an answer, and whether the app can be installed.
import assert from "node:assert/strict";
import { get } from "node:http";
import { before, test } from "node:test";
import { open, openBrowser } from "./browser.mjs";
import { give, ready, startField } from "./field.mjs";
import { makePhoto, one } from "./photos.mjs";

const FIRST_VISIT = 1.5e6; // bytes over the wire
let browser;
before(async () => {
    browser = await openBrowser();
});

test("the first visit is light, the app can be installed, a photo of 12 megapixels is answered", async () => {
    const { server, label } = await startField();
    const photo = await makePhoto(browser, label, one);
    try {
        const { page, close } = await open(browser, "phone", "about:blank");
        const wire = await page.context().newCDPSession(page);
        let bytes = 0;
        await wire.send("Network.enable");
        await wire.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
        wire.on("Network.loadingFinished", ({ encodedDataLength }) => {
            bytes += encodedDataLength;
        });
        await page.goto(`${server.url}/scan/`);
        await ready(page);
        // The page's own session does not see what workers fetch, so every file that the app keeps is weighed as it is
        // sent.
        const kept = await page.evaluate(async () => {
            const names = await caches.keys();
            return (
                await Promise.all(
                    names.map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url)),
                )
            ).flat();
        });
        assert.ok(kept.length >= 8);
        let sent = 0;
        for (const url of [...kept, `${server.url}/scan/sw.js`, `${server.url}/api/v1/bundle`]) {
            const answer = await wireSize(url);
            sent += answer;
        }
        assert.ok(sent < FIRST_VISIT, `${sent} bytes over the wire`);
        const { installabilityErrors } = await wire.send("Page.getInstallabilityErrors");
        assert.deepEqual(
            installabilityErrors.map((one) => one.errorId).filter((id) => id !== "in-incognito"),
            [],
        );

        const times = [];
        for (let round = 0; round < 3; round++) {
            await give(page, photo);
            await page.locator(".answer .verdict").waitFor();
            times.push(Number(await page.locator(".answer-screen").getAttribute("data-ms")));
            await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
        }
        console.log(
            `first visit: ${Math.round(sent / 1000)} kB (the page alone ${Math.round(bytes / 1000)} kB); ` +
                `12 megapixels: ${times.join(", ")} ms to the first answer`,
        );
        // The times are told and not judged: a busy machine fails nothing. docs/measured.md has them of an idle one.
        assert.ok(
            times.every((ms) => ms > 0),
            `${times} ms`,
        );
        await close();
    } finally {
        await server.stop();
    }
});

/** Bytes of an answer as it goes over the wire, packed where the server packs. */
async function wireSize(url) {
    return new Promise((resolve, reject) =>
        get(url, { headers: { "Accept-Encoding": "gzip" } }, (answer) => {
            let size = answer.rawHeaders.join("").length + 100;
            answer.on("data", (part) => {
                size += part.length;
            });
            answer.on("end", () =>
                answer.statusCode === 200 ? resolve(size) : reject(new Error(`${url}: ${answer.statusCode}`)),
            );
        }).on("error", reject),
    );
}
