// The scanner on phones that are not as they should be: nothing is kept, the list is gone, the clock is wrong, the
// browser is old, a new version came; small screens with large letters, and screens held across.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser } from "./browser.mjs";
import { asShown, daysAgo, LISTED } from "./days.mjs";
import { give, ready, startField } from "./field.mjs";
import { filming, near } from "./film.mjs";
import { makePhoto, one, three } from "./photos.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

const field = async (work) => {
    const { server, label } = await startField();
    try {
        await work(server, label);
    } finally {
        await server.stop();
    }
};

test("a browser that keeps nothing still checks labels, and says what will be lost", () =>
    field(async (server, label) => {
        const photo = await makePhoto(browser, label, one);
        const { page, look, close } = await open(browser, "phone", "about:blank");
        await page.addInitScript(() => {
            const refuse = () => {
                throw new DOMException("refused", "SecurityError");
            };
            Object.defineProperty(window, "localStorage", { get: refuse });
            IDBFactory.prototype.open = refuse;
        });
        await page.goto(`${server.url}/scan/`);
        await ready(page);
        await page.getByText(/Trình duyệt này không lưu gì vào máy/).waitFor();
        await look("scan-phone-1-keeps-nothing");
        await give(page, photo);
        await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
        await page.locator(".answer.valid").waitFor();
        await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
        await page.getByRole("link", { name: "Đã kiểm tra (1 chờ gửi)" }).waitFor();
        await close();
    }));

test("a list that the browser cleared away is told as that, and what is looked at then is no check", () =>
    field(async (server, label) => {
        const photo = await makePhoto(browser, label, one);
        const { page, look, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        await page.evaluate(() => indexedDB.deleteDatabase("temsao-scan"));
        await server.pause();
        await page.reload();
        await page.getByText(/Trình duyệt đã xóa danh sách khỏi máy này/).waitFor();
        await look("scan-phone-2-list-lost");
        await give(page, photo);
        await page.locator(".answer.inconclusive").waitFor();
        await page.getByText("Máy này chưa có danh sách của tỉnh, nên chưa so được gì.").waitFor();
        await becomes(() => page.getByText(/temsao list/).count(), 0, "no command line for an inspector");
        await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
        await page.getByRole("link", { name: "Đã kiểm tra", exact: true }).waitFor();
        await close();
    }));

test("a clock that was set back is noticed, and an old list is not called new", () =>
    field(async (server) => {
        const { page, look, close } = await open(browser, "phone", "about:blank");
        await page.clock.setFixedTime(new Date(`${daysAgo(50)}T08:00:00Z`));
        await page.goto(`${server.url}/scan/`);
        await page.getByText(/Giờ của máy này có thể sai/).waitFor();
        await page.getByRole("link", { name: `Danh sách ngày ${asShown(LISTED)} · xem lại giờ máy` }).click();
        await heading(page, "Danh sách trong máy này");
        await page.getByText("chưa biết: giờ của máy này có thể sai").waitFor();
        await look("scan-phone-3-clock");
        await close();
    }));

test("an old browser is told so instead of an empty page", () =>
    field(async (server) => {
        const { page, look, close } = await open(browser, "phone", "about:blank");
        await page.addInitScript(() => delete window.OffscreenCanvas);
        await page.goto(`${server.url}/scan/`);
        await heading(page, "Trình duyệt này quá cũ");
        await look("scan-phone-4-old-browser");
        // One that does not even understand the page's script keeps the words that stand in the page itself.
        const plain = await fetch(`${server.url}/scan/`).then((answer) => answer.text());
        assert.match(plain, /trình duyệt quá cũ/);
        await close();
    }));

test("a new version is offered, the list is asked to last, and the app has pictures for every phone", () =>
    field(async (server) => {
        const { page, look, close } = await open(browser, "phone", "about:blank");
        await page.addInitScript(() => {
            window.persisted = 0;
            navigator.storage.persisted = async () => false;
            navigator.storage.persist = async () => ++window.persisted > 0;
        });
        await page.goto(`${server.url}/scan/`);
        await ready(page);
        await becomes(() => page.evaluate(() => window.persisted), 1);
        await page.reload();
        await ready(page);
        await becomes(() => page.getByText("Trang này có bản mới.").count(), 0);
        await page.evaluate(() => navigator.serviceWorker.dispatchEvent(new Event("controllerchange")));
        await page.getByText("Trang này có bản mới.").waitFor();
        await page.evaluate(() => {
            const offer = new Event("beforeinstallprompt", { cancelable: true });
            offer.prompt = async () => {
                window.isOffered = true;
            };
            dispatchEvent(offer);
        });
        await look("scan-phone-5-new-version");
        await page.getByRole("button", { name: "Cài vào máy" }).click();
        await becomes(() => page.evaluate(() => window.isOffered), true);
        await page.getByRole("button", { name: "Mở bản mới" }).click();
        await ready(page);
        await becomes(() => page.getByText("Trang này có bản mới.").count(), 0);

        const { icons } = await fetch(`${server.url}/scan/app.webmanifest`).then((answer) => answer.json());
        const masked = icons.filter((icon) => icon.purpose.includes("maskable"));
        assert.deepEqual(
            masked.map((icon) => icon.sizes),
            ["192x192", "512x512"],
        );
        const apple = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
        for (const [src, size] of [...masked.map((icon) => [icon.src, parseInt(icon.sizes)]), [apple, 180]])
            assert.equal(await sizeOfPicture(page, src), size, src);
        await close();
    }));

const sizeOfPicture = (page, src) =>
    page.evaluate(async (address) => {
        const picture = await createImageBitmap(await (await fetch(address)).blob());
        return picture.width === picture.height ? picture.width : 0;
    }, src);

test("every screen fits 320 px with letters twice as large, and a phone held across", () =>
    field(async (server, label) => {
        const photo = await makePhoto(browser, label, three);
        for (const [name, viewport, letters] of [
            ["large", { width: 320, height: 640 }, "200%"],
            ["across", { width: 740, height: 360 }, "100%"],
        ]) {
            const { page, look, close } = await open(browser, "phone", "about:blank", { viewport });
            await page.addInitScript((size) => {
                addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = size));
            }, letters);
            await page.goto(`${server.url}/scan/`);
            await ready(page);
            await look(`scan-${name}-1-look`);
            await give(page, photo);
            await page.getByText("3 tem: 3 hợp lệ").waitFor();
            await look(`scan-${name}-2-answer`);
            const bar = await page.locator(".onward").boundingBox();
            assert.ok(bar.y + bar.height <= viewport.height + 1, "the next label is in reach without scrolling");
            await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
            await page.getByRole("link", { name: /Đã kiểm tra/ }).click();
            await page.getByText("1 lần kiểm tra chờ gửi").waitFor();
            await look(`scan-${name}-3-checks`);
            await page.goto(`${server.url}/scan/#/type`);
            await heading(page, "Gõ những gì in cạnh mã");
            await look(`scan-${name}-4-type`);
            await page.goto(`${server.url}/scan/#/list`);
            await heading(page, "Danh sách trong máy này");
            await look(`scan-${name}-5-list`);
            await close();
        }
    }));

test("the camera fits 320 px with large letters and a phone held across, with what it reads beside it", () =>
    field(async (server, label) => {
        const filmed = await filming(browser, server.folder, label, [near]);
        for (const [name, viewport, letters] of [
            ["large", { width: 320, height: 640 }, "200%"],
            ["across", { width: 740, height: 360 }, "100%"],
            ["desk", { width: 1280, height: 800 }, "100%"],
        ]) {
            const { page, look, close } = await open(filmed, "phone", "about:blank", {
                viewport,
                permissions: ["camera"],
            });
            await page.addInitScript((size) => {
                addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = size));
            }, letters);
            await page.goto(`${server.url}/scan/`);
            await ready(page);
            await page.getByRole("button", { name: "Mở máy ảnh" }).click();
            const row = page.getByRole("button", { name: /Nước mắm cá cơm Hạnh Mẫu/ });
            await row.waitFor();
            await look(`scan-${name}-6-camera`);
            if (name === "across") {
                const at = await row.boundingBox();
                assert.ok(at.y + at.height <= viewport.height, "what is read is on the screen, without scrolling");
            }
            await close();
        }
        await filmed.close();
    }));
