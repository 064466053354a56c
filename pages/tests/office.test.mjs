// Journeys of the office, on a phone and at a desk. Each size has a server of its own, because a list changes for
// everybody.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser, signIn } from "./browser.mjs";
import { asShown, daysAgo } from "./days.mjs";
import { PASSWORD, PRODUCT, samples, startServer } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

/** A day that is none is said at its field, and nothing is sent; then the day is as it was. */
async function isDayRefused(page, name, send) {
    const day = page.getByLabel(name);
    const before = await day.inputValue();
    await day.fill("31/02/2026");
    let sent = 0;
    const count = (request) => (sent += request.method() === "POST" ? 1 : 0);
    page.on("request", count);
    await send();
    await page.getByText("Hãy ghi ngày như 05/11/2026.").waitFor();
    await page.locator(":focus").and(day).waitFor();
    page.off("request", count);
    assert.equal(sent, 0, "nothing was sent");
    await day.fill(before);
}

for (const size of ["phone", "desk"]) {
    test(`a list handed in by one is approved by another, signed and published (${size})`, async () => {
        const server = await startServer();
        try {
            const far = { timezoneId: "Pacific/Honolulu" }; // mostly a day behind
            const mai = await open(browser, size, `${server.url}/office/`, far);
            await signIn(mai.page, "mai", PASSWORD);
            await heading(mai.page, "Danh sách sản phẩm");
            const shown = await mai.page.getByLabel("Danh sách ngày").inputValue();
            const [now, soon] = [0, -1].map((days) => asShown(daysAgo(days))); // midnight may have passed since
            assert.ok([now, soon].includes(shown), `today is the day in Viet Nam: ${shown}`);
            for (const place of await mai.page.locator("nav a").all()) {
                const { x, width } = await place.boundingBox();
                assert.ok(x >= 0 && x + width <= mai.page.viewportSize().width, await place.innerText());
            }
            await mai.page.getByText("Không có danh sách nào chờ duyệt.").waitFor();
            await mai.look("office-1-lists");
            const handIn = () =>
                mai.page
                    .getByLabel("Thả bảng tính vào đây")
                    .last()
                    .setInputFiles(path.join(samples, "cac-vu-viec.csv"));
            await isDayRefused(mai.page, "Danh sách ngày", handIn);
            await handIn();
            await heading(mai.page, /Duyệt cac-vu-viec\.csv/);
            await mai.page.getByText(/nên người khác phải duyệt/).waitFor();
            await becomes(
                () => mai.page.getByRole("button", { name: "Duyệt", exact: true }).count(),
                0,
                "nobody approves their own list",
            );
            await mai.look("office-2-own");
            await mai.close();

            const nam = await open(browser, size, `${server.url}/office/`);
            await signIn(nam.page, "nam", PASSWORD);
            await nam.page.getByRole("link", { name: "Xem" }).first().click();
            await heading(nam.page, /Duyệt cac-vu-viec\.csv/);
            await nam.page.getByRole("button", { name: "Sản phẩm mới: 12" }).click();
            await nam.page.getByText("Thịt trâu gác bếp Mẫu Một").first().waitFor();
            await nam.page.getByRole("button", { name: /Không còn trong danh sách: 159/ }).click();
            await nam.page.getByText("Nước mắm cá cơm Hạnh Mẫu").first().waitFor();
            await nam.page.getByRole("button", { name: /Tất cả/ }).click();
            await nam.look("office-3-difference");
            await nam.page.getByRole("button", { name: "Duyệt", exact: true }).click();
            await nam.page.getByText(/Danh sách đã có hiệu lực/).waitFor();
            await nam.look("office-4-approved");

            await nam.page.getByRole("main").getByRole("link", { name: "Phát hành" }).click();
            await heading(nam.page, "Ký và phát hành danh sách");
            await nam.page.getByLabel("Mật khẩu của khóa gốc").fill("không phải mật khẩu ấy");
            await nam.page.getByRole("button", { name: "Ký và phát hành" }).click();
            await nam.page.getByRole("alert").waitFor();
            await nam.look("office-5-wrong-passphrase");
            await nam.page.getByLabel("Mật khẩu của khóa gốc").fill(PASSWORD);
            await nam.page.getByRole("button", { name: "Ký và phát hành" }).click();
            await nam.page.getByText("Đã phát hành danh sách mới.").waitFor();
            await nam.look("office-6-published");
            const [download] = await Promise.all([
                nam.page.waitForEvent("download"),
                nam.page.getByRole("link", { name: "Tải danh sách đã ký" }).click(),
            ]);
            assert.ok(readFileSync(await download.path()).length > 100);
            await nam.close();
        } finally {
            await server.stop();
        }
    });

    test(`a certificate is revoked, labels are audited, checks are counted (${size})`, async () => {
        const server = await startServer();
        try {
            const { page, look, close } = await open(browser, size, `${server.url}/office/#/ending`);
            await signIn(page, "mai", PASSWORD);
            await heading(page, "Giấy chứng nhận sắp hết hiệu lực");
            await page.getByLabel("Trong vòng").selectOption("365");
            await page.locator("table.cards tbody tr").first().waitFor();
            await look("office-7-ending");
            await page.getByLabel("Tìm sản phẩm để thu hồi").fill("nuoc mam ca com hanh");
            await page
                .getByRole("link", { name: /Thu hồi: Nước mắm cá cơm Hạnh Mẫu/ })
                .first()
                .click();
            await heading(page, /Thu hồi giấy chứng nhận của Nước mắm cá cơm/);
            await page.getByLabel("Số quyết định thu hồi").fill("3763/QĐ-UBND");
            await look("office-8-revoke");
            await isDayRefused(page, "Ngày thu hồi", () => page.getByRole("button", { name: "Thu hồi" }).click());
            await page.getByRole("button", { name: "Thu hồi" }).click();
            await page.getByText(/Đã thu hồi giấy chứng nhận/).waitFor();
            const facts = await page.evaluate(async (key) => (await fetch(`/api/v1/products/${key}`)).json(), PRODUCT);
            assert.equal(facts.may_print, false, "a revoked product is printed no more");

            await page.getByRole("link", { name: "Danh sách", exact: true }).click();
            const corrected = [
                "Mã vạch,Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ",
                `${PRODUCT},Nước mắm cá cơm Hạnh Mẫu,HTX Nguyễn Hạnh Mẫu,3,100/QĐ-UBND,09/04/2025`,
            ];
            await page
                .getByLabel("Thả bảng tính vào đây")
                .last()
                .setInputFiles({
                    name: "sua.csv",
                    mimeType: "text/csv",
                    buffer: Buffer.from(corrected.join("\n")),
                });
            await page.getByText(/“Nước mắm cá cơm Hạnh Mẫu” vẫn bị thu hồi theo 3763\/QĐ-UBND/).waitFor();
            await look("office-11-stays-revoked");

            await page.getByRole("link", { name: "Đối chiếu" }).click();
            await heading(page, "Tem đã in so với số đã khai");
            await page.getByText("Nhật ký in còn nguyên vẹn.").waitFor();
            await page.locator("table.cards tbody tr").first().waitFor();
            await look("office-9-audit");

            await page.getByRole("link", { name: "Kiểm tra" }).click();
            await heading(page, "Kết quả kiểm tra theo xã, phường");
            await page.getByText("Chưa có lần kiểm tra nào gửi về.").waitFor();
            await server.recordChecks();
            await page.reload();
            await page.getByText("Xã Hương Khê").waitFor();
            await look("office-10-checks");
            await close();
        } finally {
            await server.stop();
        }
    });
}

test("a person changes their own password, and the old one is over", async () => {
    const next = "ba con vịt qua cầu tre";
    const server = await startServer();
    try {
        const { page, look, close } = await open(browser, "phone", `${server.url}/office/`);
        await signIn(page, "nam", PASSWORD);
        await heading(page, "Danh sách sản phẩm");
        const fill = async (present, first, again) => {
            await page.getByLabel("Mật khẩu đang dùng").fill(present);
            await page.getByLabel("Mật khẩu mới", { exact: true }).fill(first);
            await page.getByLabel("Nhập lại mật khẩu mới").fill(again);
            await page.getByRole("dialog").getByRole("button", { name: "Đổi mật khẩu" }).click();
        };
        await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
        await fill(PASSWORD, next, `${next}!`);
        await page.getByText(/Hai lần nhập mật khẩu mới khác nhau/).waitFor();
        await fill(PASSWORD, "1234567890", "1234567890");
        await page.getByText(/quá dễ đoán/).waitFor();
        await look("office-12-password");
        await fill(PASSWORD, next, next);
        await page.getByText(/Đã đổi mật khẩu\./).waitFor();
        await page.getByRole("button", { name: "Xong" }).click();
        await page.getByRole("button", { name: "Đăng xuất" }).click();
        await page.getByLabel("Tên đăng nhập").fill("nam");
        await page.getByLabel("Mật khẩu").fill(PASSWORD);
        await page.getByRole("button", { name: "Đăng nhập" }).click();
        await page.getByText(/Tên hoặc mật khẩu không đúng/).waitFor();
        await page.getByLabel("Mật khẩu").fill(next);
        await page.getByRole("button", { name: "Đăng nhập" }).click();
        await heading(page, "Danh sách sản phẩm");
        await close();
    } finally {
        await server.stop();
    }
});

test("a clerk of a producer is told that this page is not theirs", async () => {
    const server = await startServer();
    try {
        const { page, look, close } = await open(browser, "phone", `${server.url}/office/`);
        await page.getByLabel("Tên đăng nhập").fill("hanh");
        await page.getByLabel("Mật khẩu").fill(PASSWORD);
        await page.getByRole("button", { name: "Đăng nhập" }).click();
        await heading(page, "Tài khoản này không dùng được trang này");
        await look("office-11-not-theirs");
        await close();
    } finally {
        await server.stop();
    }
});
