// What shoppers asked, in the office: read page by page, closed with a note, and found among those closed.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser, signIn } from "./browser.mjs";
import { PASSWORD, PRODUCT, startServer } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

const LONG =
    "Trên chai ghi hạn 24.11.2026, trang ghi 24.11.2027. Tôi mua hai chai, chai kia thì khớp. Người bán nói mới lấy " +
    "hàng tuần trước, số máy 0912 345 678. " +
    "x".repeat(60);

async function ask(server, facts) {
    const answer = await fetch(`${server.url}/api/v1/questions`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ code: `/01/${PRODUCT}/10/L26-11`, kind: "dates", ...facts }),
    });
    assert.equal(answer.status, 200, await answer.text());
}

async function someQuestions(server) {
    const code = `/01/${PRODUCT}/10/L26-11/21/${server.serials[0]}`;
    await ask(server, { words: LONG, commune: "phường Thành Sen" });
    await ask(server, { words: "Hạn trên chai sớm hơn một năm" });
    await ask(server, {});
    await ask(server, { code, kind: "place", commune: "Chợ Kỳ Anh <b>" });
    await ask(server, { kind: "other_goods", words: "<script>alert(1)</script>" });
}

for (const size of ["phone", "desk"]) {
    test(`questions of shoppers are read and closed with a note (${size})`, async () => {
        const server = await startServer();
        const { page, look, close } = await open(browser, size, `${server.url}/office/`);
        await signIn(page, "mai", PASSWORD);
        await page.getByRole("link", { name: "Câu hỏi" }).click();
        await heading(page, "Câu hỏi của người mua");
        await page.getByText("Không còn câu hỏi nào chưa đóng.").waitFor();
        await look("office-questions-1-none");

        await someQuestions(server);
        await page.reload();
        await page.getByText("Đã hiện đủ 3 câu hỏi.").waitFor();
        await page.getByText("Mua ở Chợ Kỳ Anh <b>").waitFor();
        await page.getByText("<script>alert(1)</script>").waitFor();
        await page.getByText(/tuần trước, số máy \[…\]/).waitFor();
        await look("office-questions-2-open");

        const [shopper] = await Promise.all([
            page.waitForResponse((answer) => answer.url().includes("/page/01/")),
            page
                .getByRole("link", { name: /^Xem trang ấy/ })
                .first()
                .click(),
        ]);
        assert.equal(shopper.status(), 200, "the page that the shopper saw");
        await page.goBack();
        await page.getByText("Đã hiện đủ 3 câu hỏi.").waitFor();

        const dates = page.getByRole("row").filter({ hasText: "Ngày trên bao bì khác ngày trên trang" });
        await dates.getByRole("button", { name: /^Đóng/ }).click();
        const dialog = page.getByRole("dialog");
        await becomes(() => dialog.getByRole("button", { name: "Đóng" }).isDisabled(), true, "it needs a note");
        await dialog.getByLabel("Ghi chú").fill("Đã hỏi HTX: chai của đợt trước, đã đổi.");
        await look("office-questions-3-close");
        await dialog.getByRole("button", { name: "Đóng" }).click();
        await page.getByText(/^Đã đóng câu hỏi về Nước mắm/).waitFor();
        await page.getByText("Đã hiện đủ 2 câu hỏi.").waitFor();
        await becomes(() => dates.count(), 0, "it is no longer among the open ones");

        await page.getByLabel("Xem câu hỏi").selectOption("closed");
        await page.getByText("Đã hỏi HTX: chai của đợt trước, đã đổi.").waitFor();
        await page.getByText("Đã hiện đủ 1 câu hỏi.").waitFor();
        await page.getByText(/^mai, /).waitFor();
        await look("office-questions-4-closed");
        await page.getByRole("button", { name: "English" }).click();
        await page.getByText("The dates on the pack differ from the page").waitFor();
        await look("office-questions-5-english");
        await close();
    });
}

test("more questions than fit on a page come when they are asked for", async () => {
    const server = await startServer();
    for (let n = 0; n < 60; n++) await ask(server, { code: `/01/${PRODUCT}/10/L${n}` });
    const { page, close } = await open(browser, "desk", `${server.url}/office/#/questions`);
    await signIn(page, "mai", PASSWORD);
    await page.getByText("Đang hiện 50 câu hỏi; còn nữa.").waitFor();
    await becomes(() => page.getByLabel("Xem câu hỏi").innerText(), /Chưa đóng: 60/);
    await page.getByRole("button", { name: "Xem thêm" }).click();
    await page.getByText("Đã hiện đủ 60 câu hỏi.").waitFor();
    await close();
});
