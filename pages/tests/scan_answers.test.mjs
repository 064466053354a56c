// Answers: at once, never a wrong one in between; many labels in one photo; what was revoked; the checks that are kept.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser } from "./browser.mjs";
import { again, give, ready, startField } from "./field.mjs";
import { makePhoto, one } from "./photos.mjs";
import { PASSWORD, PRODUCT } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

const REVOKED = "09520000060053";
async function revokedLabel(server) {
    await server.temsao("list", "revoke", REVOKED, "--decision", "3763/QĐ-UBND");
    await server.publish(path.join(server.folder, "second.temsao"));
    const file = path.join(server.folder, "revoked.png");
    await server.temsao("label", "09520000080075", "--lot", "L9", "--format", "png", "--dpi", "300", "-o", file);
    return readFileSync(file).toString("base64");
}
const type = async (page, text) => {
    await page.getByRole("link", { name: "Không quét được? Gõ mã" }).click();
    await page.getByLabel("Mã sản phẩm, hoặc cả địa chỉ trong mã").fill(text);
    await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
};

test("the verdict stands before the second pass, and nothing is said to be missing in between", async () => {
    const { server, label } = await startField();
    const photo = await makePhoto(browser, label, one);
    try {
        const { page, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        await page.evaluate(() => {
            window.said = new Set();
            const note = () => window.said.add(document.querySelector("h1")?.textContent);
            new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
        });
        const [worker] = page.workers();
        await worker.evaluate(() => {
            const pen = OffscreenCanvasRenderingContext2D.prototype;
            const real = pen.getImageData;
            let passes = 0;
            pen.getImageData = function (...all) {
                const end = performance.now() + (++passes === 2 ? 3000 : 0);
                while (performance.now() < end); // a slow second pass
                return real.apply(this, all);
            };
        });
        await give(page, photo);
        await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
        await page.locator(".answer.valid").waitFor();
        await becomes(
            () => page.getByRole("button", { name: "Lưu bằng chứng" }).isDisabled(),
            true,
            "the second pass goes on",
        );
        await page.locator("button:not([disabled])", { hasText: "Lưu bằng chứng" }).waitFor();
        await again(page);
        await type(page, PRODUCT);
        await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
        const said = await page.evaluate(() => [...window.said]);
        assert.ok(said.includes("Đang đọc ảnh…"), said.join(" | "));
        assert.ok(!said.includes("Không thấy mã nào trong ảnh."), said.join(" | "));
        await close();
    } finally {
        await server.stop();
    }
});

for (const size of ["phone", "desk"]) {
    test(`twenty labels: a summary, the worst first with names, the next without scrolling (${size})`, async () => {
        const { server, label } = await startField();
        const other = await revokedLabel(server);
        await server.temsao("list", "revoke", "09520000080075", "--decision", "3764/QĐ-UBND");
        await server.publish(path.join(server.folder, "third.temsao"));
        const places = Array.from({ length: 20 }, (_, n) => ({
            x: 0.125 + 0.25 * (n % 4),
            y: 0.1 + 0.2 * Math.floor(n / 4),
            size: 0.22,
            turn: 0.03,
            ...(n === 13 && { label: other }),
        }));
        const photo = await makePhoto(browser, label, { width: 4000, height: 3600, places });
        try {
            const { page, look, close } = await open(browser, size, `${server.url}/scan/`);
            await ready(page);
            await give(page, photo);
            await page.getByText("20 tem: 1 không hợp lệ, 19 hợp lệ", { exact: true }).waitFor();
            await heading(page, "Miến dong Bùi Hạnh Mẫu"); // the worst one is the one shown
            const chips = await page.locator(".label-chip").allInnerTexts();
            assert.match(chips[0], /Miến dong Bùi Hạnh Mẫu/);
            assert.match(chips[1], /Nước mắm cá cơm Hạnh Mẫu/);
            assert.equal(chips.length, 20);
            await look(`scan-answers-1-twenty`);
            const next = page.getByRole("button", { name: "Tem tiếp theo (2/20)" });
            const at = await next.boundingBox();
            const { height } = page.viewportSize();
            assert.ok(at.y >= 0 && at.y + at.height <= height, "in reach without scrolling");
            await next.click();
            await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
            await page.getByRole("button", { name: "Tem tiếp theo (3/20)" }).waitFor();
            await close();
        } finally {
            await server.stop();
        }
    });
}

test("a product whose certificate was revoked shows no star", async () => {
    const { server } = await startField();
    await revokedLabel(server);
    try {
        const { page, look, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        await type(page, REVOKED);
        await heading(page, "Bánh đa nem Hạnh Mẫu");
        await page.locator(".answer.invalid").waitFor();
        await page.getByText("Giấy chứng nhận không còn hiệu lực: sản phẩm hiện không có hạng sao.").waitFor();
        await becomes(() => page.locator(".stars").count(), 0);
        await look("scan-answers-2-revoked");
        await close();
    } finally {
        await server.stop();
    }
});

test("what is printed is typed as it is printed, with brackets, spaces or as an address without https", async () => {
    const { server } = await startField();
    try {
        const { page, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        for (const text of [
            `(01)${PRODUCT}(10)L261124`,
            `(01) ${PRODUCT} (10) L261124`,
            "9 520000 010003",
            `id.ocop.vn/01/${PRODUCT}/10/L261124`,
        ]) {
            await type(page, text);
            await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
            await again(page);
        }
        await close();
    } finally {
        await server.stop();
    }
});

async function sendsBySigningIn(page) {
    await page.getByText("Chưa đăng nhập.").waitFor();
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByLabel("Tên đăng nhập").fill("thu");
    await page.getByLabel("Mật khẩu").fill(PASSWORD);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByText("Đã gửi hết về cơ quan OCOP tỉnh.").waitFor();
    await page.getByText("Đang đăng nhập: thu").waitFor();
}

test("the place is asked once; a code is one row with its count; it is opened again, deleted, sent", async () => {
    const { server } = await startField();
    try {
        const { page, look, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        await page.getByLabel("Bạn kiểm tra ở đâu?").fill("Chợ Vinh");
        await page.getByRole("button", { name: "Ghi nơi này" }).click();
        for (const code of [PRODUCT, PRODUCT, PRODUCT, "9520000020019"]) {
            await type(page, code);
            await page.locator(".answer .verdict").waitFor();
            await again(page);
        }
        await becomes(() => page.getByLabel("Bạn kiểm tra ở đâu?").count(), 0, "asked once");
        await page.getByRole("link", { name: "Đã kiểm tra (2 chờ gửi)" }).click();
        const row = (name) => page.getByRole("row", { name });
        await row(/Nước mắm cá cơm Hạnh Mẫu/)
            .getByText("3 lần")
            .waitFor();
        await row(/Kẹo cu đơ/)
            .getByText("1 lần")
            .waitFor();
        await row(/Nước mắm/)
            .getByText("Chợ Vinh")
            .waitFor();
        await look("scan-answers-3-checks");

        await row(/Nước mắm/)
            .getByRole("button", { name: "Mở lại" })
            .click();
        await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
        await page.locator(".answer .verdict").waitFor();
        await again(page);
        await page.getByRole("link", { name: "Đã kiểm tra (2 chờ gửi)" }).click();
        await row(/Nước mắm cá cơm Hạnh Mẫu/)
            .getByText("3 lần")
            .waitFor(); // to look at it again is no check

        await row(/Kẹo cu đơ/)
            .getByRole("button", { name: "Xóa" })
            .click();
        await page.getByRole("dialog").getByText("chưa gửi").waitFor();
        await page.getByRole("dialog").getByRole("button", { name: "Xóa" }).click();
        await page.getByText("1 lần kiểm tra chờ gửi").waitFor();
        await becomes(() => row(/Kẹo cu đơ/).count(), 0);

        // What waits takes the place that is written now.
        await page.getByLabel("Nơi kiểm tra").fill("Xã Hương Khê");
        await page.getByLabel("Nơi kiểm tra").blur();
        await row(/Nước mắm/)
            .getByText("Xã Hương Khê")
            .waitFor();
        await sendsBySigningIn(page);
        const { by_place } = await server.checksSeenByOffice();
        assert.deepEqual(
            by_place.map(({ place, valid, check, invalid }) => [place, valid + check + invalid]),
            [["Xã Hương Khê", 1]],
        );
        await page.getByRole("button", { name: "Đăng xuất" }).click();
        await page.getByText("Chưa đăng nhập.").waitFor();
        await close();
    } finally {
        await server.stop();
    }
});
