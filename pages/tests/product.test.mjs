// What a shopper's camera opens, on a phone and at a desk: a product with a valid certificate, one whose certificate
// was revoked, one that is not in the list, and a code that breaks the rules.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { heading, open, openBrowser } from "./browser.mjs";
import { PRODUCT, startServer } from "./server.mjs";

let server, browser;
const inVietnamese = { locale: "vi-VN" };
before(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
});

for (const size of ["phone", "desk"]) {
    test(`a shopper reads what the stars stand for, in both languages (${size})`, async () => {
        const { page, look, close } = await open(
            browser,
            size,
            `${server.url}/01/${PRODUCT}/10/L26-11?17=271124`,
            inVietnamese,
        );
        await heading(page, /Nước mắm cá cơm Hạnh Mẫu/);
        await page.getByRole("img", { name: /sao/ }).waitFor();
        await page.getByText("L26-11").waitFor();
        await page.getByText("24/11/2027").waitFor();
        await look("product-1-holds");
        await page.getByText("Thấy điều gì không đúng?").click();
        await page.getByText(/quản lý thị trường/).waitFor();
        await look("product-2-report");
        await page.getByRole("link", { name: "English" }).click();
        await page.getByText("Something looks wrong?").waitFor();
        assert.equal(await page.getAttribute("html", "lang"), "en");
        assert.match(page.url(), /\/10\/L26-11\?17=271124&lang=en$/, "the code's own parameters come along");
        await look("product-3-english");
        await close();
    });

    test(`stars that were withdrawn are told, and not shown (${size})`, async () => {
        const path = await server.revoke();
        const { page, look, close } = await open(browser, size, `${server.url}${path}`, inVietnamese);
        await page.getByRole("heading", { level: 2, name: "Hạng sao hết hiệu lực" }).waitFor();
        assert.equal(await page.locator(".stars").count(), 0, "no stars where none hold");
        await look("product-4-withdrawn");
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

test("the page works with the keyboard alone, and without scripts", async () => {
    const { page, close } = await open(browser, "phone", `${server.url}/01/${PRODUCT}/10/L1`, {
        ...inVietnamese,
        javaScriptEnabled: false,
    });
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(":focus").innerText(), "English");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText(/quản lý thị trường/).waitFor();
    await close();
});
