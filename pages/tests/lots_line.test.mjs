// The lot book when something is not as usual: signed out, another person, a server that fails, a phone that keeps
// nothing, a book that is long. Nothing is lost, nobody sees another's book, and what is wrong is said.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { becomes, heading, openBrowser, signIn } from "./browser.mjs";
import { HOME, allSent, harvest, harvestThenSignedOut, opened, save, start } from "./lot_book.mjs";
import { PASSWORD, startServer } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

const OTHER = "HTX Hồ Hạnh Mẫu";
const online = (page) => page.evaluate(() => dispatchEvent(new Event("online")));
const json = (body) => ({ contentType: "application/json", body: JSON.stringify(body) });
/** From now on what the page wants to keep in this browser is refused. */
const breakKeeping = (page, what) =>
    page.evaluate((name) => {
        IDBObjectStore.prototype[name] = () => {
            throw new DOMException("it is full", "QuotaExceededError");
        };
    }, what);

test("when another person signs in meanwhile, the lots of the first one are not shown to them", async () => {
    const server = await startServer();
    await server.addProducer("kim", OTHER);
    const { page, close } = await opened(browser, "phone", server);
    await harvest(page);
    await save(page);
    await allSent(page);
    await page.getByRole("link", { name: /Cá cơm tươi/ }).waitFor();
    await page.context().clearCookies();
    const status = await page.evaluate(
        (body) =>
            fetch("/api/v1/session", { method: "POST", headers: { "Content-Type": "application/json" }, body }).then(
                (one) => one.status,
            ),
        JSON.stringify({ name: "kim", password: PASSWORD }),
    );
    assert.equal(status, 200);
    await online(page);
    await page.getByText("Chưa có lô nào.").waitFor();
    await becomes(() => page.getByText("Cá cơm tươi").count(), 0, "the lots of hanh are gone");
    await close();
});

test("a session that ended is told as that, and one can sign in again from there", async () => {
    const server = await startServer();
    const { page, look, close } = await opened(browser, "phone", server);
    await harvest(page);
    await save(page);
    await allSent(page);
    await page.getByRole("link", { name: /Cá cơm tươi/ }).click();
    await heading(page, "Cá cơm tươi"); // from now on there is a copy of it
    await page.goto(`${server.url}/lots/#/`);
    await page.context().clearCookies();
    await page.reload();
    await page.getByText("Phiên làm việc đã hết: cứ ghi").waitFor();
    await becomes(() => page.getByText("Đang mất mạng").count(), 0, "the network is there");
    await look("lots-12-signed-out");
    await page.getByRole("link", { name: /Cá cơm tươi/ }).click();
    await page.getByText("Phiên làm việc đã hết: đây là bản lưu trong máy.").waitFor();
    await look("lots-13-kept-story");
    await page.getByRole("link", { name: "Đăng nhập" }).last().click();
    await signIn(page, "hanh", PASSWORD);
    await heading(page, HOME);
    await allSent(page);
    // Another language has other amounts: the story is asked for again.
    await page.getByRole("link", { name: /Cá cơm tươi/ }).click();
    await page.locator(".lot-event", { hasText: "1.200 kg" }).waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.locator(".lot-event", { hasText: "1,200 kg" }).waitFor();
    await close();
});

test("what waits is offered to be sent by signing in, also after the page was opened anew", async () => {
    const server = await startServer();
    const { page, close } = await opened(browser, "phone", server);
    await harvestThenSignedOut(page);
    await page.reload();
    await page.getByRole("link", { name: "Đăng nhập để gửi" }).click();
    await page.getByText("Phiên làm việc đã hết").waitFor();
    await page.getByLabel("Tên đăng nhập").fill("hanh");
    await page.getByLabel("Mật khẩu").fill(PASSWORD);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByText("mọi việc đã vào sổ").waitFor();
    await close();
});

test("when the products do not come, those of the last time stay, and it is said", async () => {
    const server = await startServer();
    const { page, close } = await opened(browser, "phone", server);
    await page.goto(`${server.url}/lots/#/write/pack`);
    await page
        .getByRole("radio", { name: /Nước mắm/ })
        .first()
        .waitFor();
    const offered = await page.getByRole("radio").count();
    await page.context().route("**/api/v1/products?*", (route) => route.fulfill({ status: 500, ...json({}) }));
    await page.reload();
    await page.getByRole("alert").filter({ hasText: "mã 500" }).waitFor();
    await becomes(() => page.getByRole("radio").count(), offered);
    await page.reload(); // nor was the copy on the phone overwritten
    await page.getByRole("alert").filter({ hasText: "mã 500" }).waitFor();
    await becomes(() => page.getByRole("radio").count(), offered);
    await close();
});

test("what this phone cannot keep or drop is said, and sending does not stay busy", async () => {
    const server = await startServer();
    const { page, close } = await opened(browser, "phone", server);
    await harvest(page);
    await save(page);
    await allSent(page);

    await page.getByRole("link", { name: /Cá cơm tươi/ }).click();
    await breakKeeping(page, "put");
    await page.getByText("Việc này ghi sai?").click();
    await page.getByRole("button", { name: "Không có việc này" }).click();
    await page.getByRole("button", { name: "Gạch", exact: true }).click();
    await page.locator(".lot-event").getByRole("alert").waitFor();

    await page.reload();
    await page.goto(`${server.url}/lots/#/`);
    await heading(page, HOME);
    await breakKeeping(page, "delete");
    await harvest(page);
    await save(page);
    await page.getByRole("alert").waitFor();
    await page.getByText("1 việc chờ gửi").waitFor(); // and not "is being sent"
    await page.getByRole("link", { name: "Chờ gửi (1)" }).click();
    await page.getByRole("button", { name: "Gửi bây giờ" }).waitFor();
    await close();
});

test("who signs out without a network is told that they are still signed in", async () => {
    const server = await startServer();
    const { page, look, close } = await opened(browser, "phone", server);
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByText("Chưa đăng xuất được vì máy chủ không trả lời.").waitFor();
    await heading(page, HOME);
    await look("lots-14-not-signed-out");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByLabel("Tên đăng nhập").waitFor();
    await close();
});

test("a long book comes whole, page by page, once; one that is too long says so", async () => {
    const server = await startServer();
    const { page, look, close } = await opened(browser, "phone", server);
    const lot = (n) => ({ product: `C${n}`, lot: `L${n}`, name: `Hàng ${n}`, first: "2026-11-01", last: "2026-11-01" });
    const lots = (from, size) => Array.from({ length: size }, (_, n) => ({ ...lot(from + n), events: 1, left: null }));
    let asked = 0;
    let most = 1300;
    await page.context().route("**/api/v1/lots?*", (route) => {
        asked++;
        const from = Number(new URL(route.request().url()).searchParams.get("after") ?? 0);
        const next = from + 200 < most ? String(from + 200) : null;
        return route.fulfill(json({ lots: lots(from, Math.min(200, most - from)), next }));
    });
    await page.context().route("**/api/v1/products?*", async (route) => {
        const from = Number(new URL(route.request().url()).searchParams.get("after") ?? 0);
        const products = Array.from({ length: 200 }, (_, n) => ({ key: `P${from + n}`, name: `Sản phẩm ${from + n}` }));
        return route.fulfill(json({ products, next: from < 400 ? String(from + 200) : null }));
    });
    await page.reload();
    await page.getByText("Đang hiện 20 trên 1.300 lô.").waitFor();
    await page.getByLabel("Tìm lô").fill("hang 1299");
    await page.getByRole("link", { name: /Hàng 1299/ }).waitFor();
    assert.equal(asked, 7, "each page once");
    await becomes(() => page.getByText("Sổ có nhiều hơn").count(), 0);
    await start(page, "Đóng gói");
    await page.getByRole("textbox", { name: "Sản phẩm nào?" }).fill("pham 599");
    await page.getByRole("button", { name: "Sản phẩm 599" }).waitFor();

    most = 20_000;
    await page.goto(`${server.url}/lots/#/`);
    await page.reload();
    await page.getByText("Sổ có nhiều hơn 10.000 lô").waitFor();
    await look("lots-15-too-long");
    await close();
});

test("what is typed while the book is fetched is offered the next time", async () => {
    const server = await startServer();
    await server.temsao(
        ...["lot", "add", "receive", "Muối hạt", "MH-1", "--amount", "50 kg", "--from", "Diêm dân Kỳ Ninh"],
        ...["--producer", "HTX Nguyễn Hạnh Mẫu"],
    );
    const { page, close } = await opened(browser, "phone", server);
    await allSent(page);
    let release;
    const held = new Promise((resolve) => {
        release = resolve;
    });
    await page.context().route("**/api/v1/lots/**", async (route) => {
        if (route.request().method() === "GET") await held; // the stories are on their way
        return route.continue();
    });
    await page.reload();
    await harvest(page);
    await page.getByText("Ngày giờ, nơi, số lô").click();
    await page.getByRole("textbox", { name: "Nơi làm" }).fill("Bến Kỳ Xuân");
    await save(page);
    release();
    await allSent(page);
    await page.reload();
    await allSent(page);
    await start(page, "Nhập, thu hoạch");
    await page.getByRole("button", { name: "Diêm dân Kỳ Ninh" }).waitFor(); // what the stories say is offered too
    await page.getByText("Ngày giờ, nơi, số lô").click();
    await becomes(() => page.getByRole("textbox", { name: "Nơi làm" }).inputValue(), "Bến Kỳ Xuân");
    await close();
});
