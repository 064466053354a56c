// What a shopper's camera opens, on a phone and at a desk: a product with a valid certificate, one whose certificate
// was revoked, one that is not in the list, and a code that breaks the rules.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { becomes, heading, open, openBrowser } from "./browser.mjs";
import { asShown, daysAgo } from "./days.mjs";
import { PRODUCT, startServer } from "./server.mjs";

let server, browser;
const inVietnamese = { locale: "vi-VN" };
const EXPIRES = daysAgo(-360);
const expiry = `17=${EXPIRES.slice(2).replaceAll("-", "")}`;
before(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
});

for (const size of ["phone", "desk"]) {
    test(`a shopper reads what the stars stand for, in both languages (${size})`, async () => {
        const { page, look, close } = await open(
            browser,
            size,
            `${server.url}/01/${PRODUCT}/10/L26-11?${expiry}`,
            inVietnamese,
        );
        await heading(page, /Nước mắm cá cơm Hạnh Mẫu/);
        await page.getByRole("img", { name: /sao/ }).waitFor();
        await page.getByText("L26-11").waitFor();
        await page.getByText(asShown(EXPIRES)).waitFor();
        await look("product-1-holds");
        await page.getByText("Thấy điều gì không đúng?").click();
        await page.getByText(/quản lý thị trường/).waitFor();
        await look("product-2-report");
        await page.getByRole("link", { name: "English" }).click();
        await page.getByText("Something looks wrong?").waitFor();
        await becomes(() => page.getAttribute("html", "lang"), "en");
        assert.ok(page.url().endsWith(`/10/L26-11?${expiry}&lang=en`), "the code's own parameters come along");
        await look("product-3-english");
        await close();
    });

    test(`stars that were withdrawn are told, and not shown (${size})`, async () => {
        const path = await server.revoke();
        const { page, look, close } = await open(browser, size, `${server.url}${path}`, inVietnamese);
        await page.getByRole("heading", { level: 2, name: "Hạng sao hết hiệu lực" }).waitFor();
        await becomes(() => page.locator(".stars").count(), 0, "no stars where none hold");
        await look("product-4-withdrawn");
        await close();
    });

    test(`a shopper asks the office, and is thanked (${size})`, async () => {
        const { page, look, close } = await open(
            browser,
            size,
            `${server.url}/01/${PRODUCT}/10/L26-12?${expiry}`,
            inVietnamese,
        );
        await page.getByText("Thấy điều gì không đúng?").click();
        await page.getByRole("button", { name: "Gửi câu hỏi" }).click();
        assert.match(page.url(), /\/page\/01\//, "a line must be chosen first");
        for (const line of await page.locator("form label").all())
            if (await line.locator("input[type=radio]").count())
                assert.ok((await line.boundingBox()).height >= 48, "wide enough for a thumb");
        await page.getByLabel("Ngày trên bao bì khác ngày trên trang này").check();
        await page.getByLabel(/^Kể thêm/).fill("Trên chai ghi 24.11.2026; số của tôi 0912 345 678");
        await page.getByLabel(/^Bạn mua ở xã, phường nào/).fill("phường Thành Sen");
        await look("product-7-form");
        await page.getByRole("button", { name: "Gửi câu hỏi" }).click();
        await heading(page, "Cảm ơn bạn đã gửi câu hỏi.");
        await page.getByText("Trên chai ghi 24.11.2026; số của tôi […]").waitFor();
        await page.getByText(/Máy chủ không lưu gì về người gửi/).waitFor();
        await look("product-8-thanks");
        await page.getByRole("link", { name: "Về trang sản phẩm" }).click();
        await heading(page, /Nước mắm cá cơm Hạnh Mẫu/);
        assert.ok(page.url().endsWith(`/10/L26-12?${expiry}&lang=vi`), page.url());
        await page.goBack();
        await page.getByRole("link", { name: "English" }).click();
        await page.getByText("Something looks wrong?").click();
        await page.getByLabel("Something else").check();
        await look("product-9-form-english");
        await page.getByRole("button", { name: "Send the question" }).click();
        await heading(page, "Thank you for your question.");
        assert.deepEqual(await page.context().cookies(), [], "no cookie");
        await close();
    });

    test(`goods that no list has, and a code that breaks the rules (${size})`, async () => {
        const { page, look, close } = await open(browser, size, `${server.url}/01/09521234543213/10/X`, inVietnamese);
        await heading(page, "Chưa thấy sản phẩm này trong danh sách");
        await look("product-5-not-listed");
        await page.goto(`${server.url}/01/09521234543214/10/X`);
        await heading(page, "Mã này không đọc được");
        await look("product-6-bad-code");
        await close();
    });
}

test("a page that was saved is read without the server, and its form sends nothing", async () => {
    const address = `${server.url}/page/01/${PRODUCT}/10/L26-11?${expiry}&lang=vi`;
    const file = path.join(server.folder, "saved.html");
    writeFileSync(file, await (await fetch(address)).text());
    const { page, close } = await open(browser, "phone", pathToFileURL(file).href, inVietnamese);
    await heading(page, /Nước mắm cá cơm Hạnh Mẫu/);
    await page.getByText(asShown(EXPIRES)).waitFor();
    const sent = [];
    page.on("request", (request) => request.url().startsWith(server.url) && sent.push(request.url()));
    await page.getByText("Thấy điều gì không đúng?").click();
    await page.getByLabel("Điều khác").check();
    await page.getByRole("button", { name: "Gửi câu hỏi" }).click();
    await page.waitForTimeout(500);
    assert.deepEqual(sent, []);
    await close();
});

test("the page works with the keyboard alone, and without scripts", async () => {
    const { page, close } = await open(browser, "phone", `${server.url}/01/${PRODUCT}/10/L1`, {
        ...inVietnamese,
        javaScriptEnabled: false,
    });
    const press = async (...keys) => {
        for (const key of keys) await page.keyboard.press(key);
    };
    await press("Tab");
    await becomes(() => page.locator(":focus").innerText(), "English");
    await press("Tab", "Enter");
    await page.getByText(/quản lý thị trường/).waitFor();
    await press("Tab", "Space", "ArrowDown"); // from the first line to the second
    await becomes(() => page.getByLabel("Ngày trên bao bì khác ngày trên trang này").isChecked(), true);
    await press("Tab");
    await page.keyboard.type("hạn khác");
    await press("Tab");
    await page.keyboard.type("xã Kỳ Xuân");
    await press("Tab", "Enter");
    await heading(page, "Cảm ơn bạn đã gửi câu hỏi.");
    await page.getByText("xã Kỳ Xuân").waitFor();
    await close();
});
