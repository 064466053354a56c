// A producer introduces itself: handed in at the studio, approved in the office, read by a shopper, withdrawn; on a
// phone and at a desk, the forms by keyboard alone.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser, signIn, tabTo } from "./browser.mjs";
import { signedIn } from "./caller.mjs";
import { asShown, daysAgo } from "./days.mjs";
import { PASSWORD, PRODUCT, startServer } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

const PRODUCER = "HTX Nguyễn Hạnh Mẫu";
const VI =
    "Từ năm 1962, ba đời nhà tôi muối cá cơm ở bãi Kỳ Xuân. Cá vớt tháng ba, muối ngay trong ngày, ủ chượp mười hai " +
    "tháng trong chum sành phơi nắng; chị em trong hợp tác xã tự đóng chai và dán tem. Ghé xem: https://htx.example";
const EN = "Three generations of our family have salted anchovies on the beach of Ky Xuan since 1962.";
const inVietnamese = { locale: "vi-VN" };

/** A photo of twelve megapixels: a beach with jars, drawn here. */
async function drawnPhoto(folder) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const coded = await page.evaluate(async () => {
        const [width, height] = [4000, 3000];
        const canvas = new OffscreenCanvas(width, height);
        const pen = canvas.getContext("2d");
        const fill = (colour, ...box) => {
            pen.fillStyle = colour;
            pen.fillRect(...box);
        };
        const sky = pen.createLinearGradient(0, 0, 0, 1400);
        sky.addColorStop(0, "#7fb3d5");
        sky.addColorStop(1, "#fdf2e0");
        fill(sky, 0, 0, width, 1400);
        fill("#2f7f86", 0, 1400, width, 400);
        fill("#dcc48d", 0, 1800, width, 1200);
        for (let n = 0; n < 9; n++) {
            pen.fillStyle = n % 2 ? "#8a4b2a" : "#6f3a20";
            pen.beginPath();
            pen.ellipse(350 + n * 410, 2200 + (n % 3) * 120, 170, 300, 0, 0, 7);
            pen.fill();
            fill("#3f2416", 250 + n * 410, 1880 + (n % 3) * 120, 200, 60);
        }
        const file = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
        const bytes = new Uint8Array(await file.arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    });
    await context.close();
    const file = path.join(folder, "bien.jpg");
    writeFileSync(file, Buffer.from(coded, "base64"));
    return file;
}

async function handIn(server, size) {
    const { page, look, close } = await open(browser, size, `${server.url}/studio/`);
    await signIn(page, "hanh", PASSWORD);
    await page.getByRole("link", { name: "Lời giới thiệu" }).click();
    await heading(page, "Lời giới thiệu");
    await page.getByText("Trang của người mua chưa có lời giới thiệu nào.").waitFor();
    await look("introductions-1-studio-empty");

    const text = path.join(server.folder, "chu.txt");
    writeFileSync(text, "không phải ảnh");
    await page.getByLabel("Chọn ảnh").setInputFiles(text);
    await page.getByText("Không mở được tệp này").waitFor();
    await page.getByLabel("Chọn ảnh").setInputFiles(await drawnPhoto(server.folder));
    const chosen = page.getByRole("img", { name: "Ảnh sẽ gửi" });
    await chosen.waitFor();
    await page.getByLabel("Lời bằng tiếng Việt").fill("ă".repeat(401));
    await page.getByText("Nhiều nhất 400 chữ cái").waitFor();
    await page.getByLabel("Lời bằng tiếng Việt").fill("");
    await tabTo(page, "textbox", "Lời bằng tiếng Việt");
    await page.keyboard.insertText(VI);
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(EN);
    await page.getByText(`${VI.length} trên 400 chữ cái`).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await becomes(() => page.getByRole("checkbox").isChecked(), true);
    await look("introductions-2-studio-written");

    await page.keyboard.press("Tab");
    const [sent] = await Promise.all([
        page.waitForRequest(
            (request) => request.url().endsWith("/api/v1/introductions") && request.method() === "POST",
        ),
        page.keyboard.press("Enter"),
    ]);
    const wish = sent.postDataJSON();
    assert.equal(wish.is_own, true);
    assert.ok(wish.picture.length < 600_000, `a slow network is enough for ${wish.picture.length} bytes`);
    await page.getByText("Đã gửi. Cơ quan OCOP duyệt xong thì trang sẽ hiện.").waitFor();
    await page.getByRole("heading", { name: "Đang chờ duyệt" }).waitFor();
    await arrived(page);
    await look("introductions-3-studio-waiting");
    await close();
}

/** Every picture of the page is there. */
const arrived = (page) =>
    page.waitForFunction(() => {
        const all = [...document.querySelectorAll("main img")];
        return all.length > 0 && all.every((one) => one.complete && one.naturalWidth > 0);
    });

async function approve(server, size) {
    const { page, look, close } = await open(browser, size, `${server.url}/office/#/introductions`);
    await signIn(page, "mai", PASSWORD);
    await heading(page, "Lời giới thiệu của chủ thể");
    await page.getByRole("heading", { name: PRODUCER }).waitFor();
    await page.getByText(VI).waitFor();
    await becomes(() => page.getByRole("link", { name: /htx.example/ }).count(), 0, "an address is no link");
    await arrived(page);
    await look("introductions-4-office-waiting");
    await tabTo(page, "button", `Duyệt: ${PRODUCER}`);
    await page.keyboard.press("Enter");
    await page.getByText(`Đã duyệt lời giới thiệu của ${PRODUCER}; trang đã hiện.`).waitFor();
    await page.getByText("Không còn lời giới thiệu nào chờ duyệt.").waitFor();
    await look("introductions-5-office-approved");
    await page.getByRole("button", { name: "English" }).click();
    await heading(page, "Producers' introductions");
    await look("introductions-5-office-english");
    await close();
}

async function read(server, size) {
    const address = `${server.url}/01/${PRODUCT}/10/L26-11`;
    const { page, look, close } = await open(browser, size, address, inVietnamese);
    await page.getByRole("heading", { name: "Lời giới thiệu" }).scrollIntoViewIfNeeded();
    await page.getByRole("img", { name: PRODUCER }).waitFor();
    await arrived(page);
    await page.getByText(VI).waitFor();
    await page.getByText(`Lời của chủ thể; tỉnh đã duyệt cho đăng ngày ${asShown(daysAgo(0))}.`).waitFor();
    await look("introductions-6-page");
    await page.getByRole("link", { name: "English" }).click();
    await page.getByText(EN).waitFor();
    await arrived(page);
    await look("introductions-7-page-english");
    await close();

    const saved = await open(browser, size, "about:blank", inVietnamese);
    await saved.page.route("**/picture.jpg", (route) => route.abort());
    await saved.page.goto(address);
    await saved.page.getByText(VI).waitFor();
    await saved.look("introductions-8-page-without-picture");
    await saved.close();
}

async function withdraw(server, size) {
    const studio = await open(browser, size, `${server.url}/studio/#/introduction`);
    await signIn(studio.page, "hanh", PASSWORD);
    await studio.page.getByText(/^Được duyệt ngày/).waitFor();
    await arrived(studio.page);
    await studio.page.getByRole("button", { name: "English" }).click();
    await studio.page.getByRole("heading", { name: "Shown now" }).waitFor();
    await studio.look("introductions-9-studio-shown-english");

    const { page, look, close } = await open(browser, size, `${server.url}/office/#/introductions`);
    await signIn(page, "mai", PASSWORD);
    await page.getByLabel("Xem lời giới thiệu").selectOption("approved");
    await page.getByText(/mai duyệt ngày/).waitFor();
    await arrived(page);
    await page.getByRole("button", { name: `Rút: ${PRODUCER}` }).click();
    await page.getByRole("dialog").getByText("Trang của người mua thôi hiện ngay").waitFor();
    await look("introductions-10-office-withdraw");
    await page.getByRole("dialog").getByRole("button", { name: "Rút", exact: true }).click();
    await page.getByText(`Đã rút lời giới thiệu của ${PRODUCER}.`).waitFor();
    await page.getByText("Chưa có lời giới thiệu nào đang hiện.").waitFor();
    await close();
    await studio.page.reload();
    await studio.page.getByText("The shopper's page has no introduction yet.").waitFor();
    await studio.close();
    assert.ok(!(await shoppersPage(server)).includes("1962"), "nothing of it is left on the page");
}

const shoppersPage = async ({ url }) => (await fetch(`${url}/page/01/${PRODUCT}/10/L26-11`)).text();

for (const size of ["phone", "desk"]) {
    test(`a producer introduces itself, and the office lets its page show it (${size})`, async () => {
        const server = await startServer();
        await handIn(server, size);
        await approve(server, size);
        await read(server, size);
        await withdraw(server, size);
    });
}

test("a producer takes back what waits and what is shown; the office has no such place in the studio", async () => {
    const server = await startServer();
    const { page, look, close } = await open(browser, "phone", `${server.url}/studio/#/introduction`);
    await signIn(page, "hanh", PASSWORD);
    await page.getByLabel("Lời bằng tiếng Việt").fill("Chúng tôi làm nước mắm.");
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Gửi để duyệt" }).click();
    await page.getByRole("button", { name: "Rút lại" }).click();
    await page.getByText("Đã rút lời giới thiệu đang chờ.").waitFor();
    await page.getByRole("heading", { name: "Đang chờ duyệt" }).waitFor({ state: "detached" });
    await page.getByLabel("Lời bằng tiếng Việt").fill(VI);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Gửi để duyệt" }).click();
    await page.getByRole("heading", { name: "Đang chờ duyệt" }).waitFor();
    const mai = await signedIn(server.url, "mai", PASSWORD);
    const [{ id }] = (await mai.get("introductions?state=waiting")).introductions;
    await mai.post(`introductions/${id}/approval`);
    assert.match(await shoppersPage(server), /1962/);
    await page.reload();
    await page.getByRole("button", { name: "Rút khỏi trang" }).click();
    await page.getByRole("dialog").getByText("Trang của người mua thôi hiện ngay").waitFor();
    await look("introductions-11-studio-take-off");
    await page.getByRole("dialog").getByRole("button", { name: "Rút khỏi trang" }).click();
    await page.getByText("Đã rút lời giới thiệu khỏi trang của người mua.").waitFor();
    await page.getByText("Trang của người mua chưa có lời giới thiệu nào.").waitFor();
    assert.doesNotMatch(await shoppersPage(server), /1962/);
    await close();
    const office = await open(browser, "desk", `${server.url}/studio/#/introduction`);
    await signIn(office.page, "mai", PASSWORD);
    await heading(office.page, "Làm tem cho sản phẩm nào?");
    await becomes(() => office.page.getByRole("link", { name: "Lời giới thiệu" }).count(), 0);
    await office.close();
});
