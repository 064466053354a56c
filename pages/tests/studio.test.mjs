// A clerk's journeys in the studio, on a phone and at a desk, against a server of our own with the sample list.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser, signIn } from "./browser.mjs";
import { PASSWORD, samples, startServer } from "./server.mjs";

let server, browser;
const person = { phone: "lan", desk: "long" }; // one person may sign in ten times a minute
before(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
});

/** A wrong password is told, the right one lets in. */
async function comesIn({ page, look }, name) {
    await heading(page, "Đăng nhập");
    await look("studio-1-sign-in");
    await page.getByLabel("Tên đăng nhập").fill("lan");
    await page.getByLabel("Mật khẩu").fill("sai mật khẩu");
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByRole("alert").waitFor();
    await signIn(page, name, PASSWORD);
}

async function takesProduct({ page, look }) {
    await heading(page, "Làm tem cho sản phẩm nào?");
    await page.locator(".product").first().waitFor();
    await look("studio-2-products");
    await page.getByLabel(/Tìm theo tên/).fill("nuoc mam ca com hanh"); // without accents
    await page
        .getByText(/In được đến/)
        .first()
        .waitFor();
    await page
        .getByRole("link", { name: /Nước mắm cá cơm Hạnh Mẫu/ })
        .first()
        .click();
}

async function takesDesign({ page, look }) {
    await heading(page, "Chọn mẫu tem");
    await page.locator(".picture img").first().waitFor();
    await page.waitForFunction(() =>
        [...document.querySelectorAll(".picture img")]
            .filter((one) => one.getBoundingClientRect().top < innerHeight)
            .every((one) => one.complete && one.naturalWidth > 0),
    );
    await look("studio-3-designs");
    const distorted = await page.evaluate(() =>
        [...document.querySelectorAll(".picture img")]
            .filter((one) => one.complete && one.naturalHeight > 0)
            .filter((one) => {
                const { width, height } = one.getBoundingClientRect();
                return Math.abs(width / height / (one.naturalWidth / one.naturalHeight) - 1) > 0.03;
            })
            .map((one) => one.src),
    );
    assert.deepEqual(distorted, [], "the picture of each design has the label's proportion");
    await page.getByRole("button", { name: /Hũ, lọ 60 × 40/ }).click();
}

async function takesPaper({ page, look }) {
    await heading(page, "In lên giấy nào?");
    await look("studio-4-papers");
    await page.getByRole("button", { name: /A4, 60 × 40 mm, 18/ }).click();
}

async function saysDates({ page, look }) {
    await heading(page, "Lô và ngày");
    await page.getByAltText(/Tem của Nước mắm/).waitFor();
    await page.getByLabel("Ngày sản xuất (NSX)").fill("31/02/2026");
    await page.getByLabel("Số lô").focus();
    await page.getByText("Hãy ghi ngày như 05/11/2026.").waitFor();
    await page.getByLabel("Ngày sản xuất (NSX)").fill("20112026");
    await page.getByLabel("Số lô").fill("L2011");
    await becomes(() => page.getByLabel("Ngày sản xuất (NSX)").inputValue(), "20/11/2026");
    const whole = page.locator(".hero-label");
    const box = await whole.boundingBox();
    assert.ok(Math.abs(box.width / box.height - 1.5) < 0.02, "the preview keeps the label's proportion");
    await look("studio-5-dates");
    await page.getByRole("button", { name: "Tiếp tục" }).click();
}

async function saysHowMany({ page, look }) {
    await heading(page, "In bao nhiêu tem?");
    await page.getByLabel("Số lượng tem", { exact: true }).fill("30");
    await page.getByRole("radio", { name: "Bắt đầu từ ô tem 5" }).click();
    await page.keyboard.press("ArrowRight"); // arrows move along the sheet
    await becomes(() => page.getByRole("radio", { name: "Bắt đầu từ ô tem 6" }).getAttribute("aria-checked"), "true");
    await page.getByText("2 tờ").waitFor(); // 5 used up, 30 more: 35 places on sheets of 18
    await look("studio-6-count");
    await page.getByRole("button", { name: "Làm tem" }).click();
}

async function takesPdf({ page, look }) {
    await heading(page, "Tem đã xong");
    await look("studio-7-done");
    const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Tải PDF" }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
}

async function printsAgain({ page, look }) {
    await page.getByRole("link", { name: "Tem đã in" }).click();
    await heading(page, "Tem đã in");
    await page.getByText("30 tem").first().waitFor();
    await look("studio-8-printed");
    await page.getByRole("button", { name: "In lại" }).first().click();
    await heading(page, "Tem đã xong");
}

for (const size of ["phone", "desk"]) {
    test(`a clerk makes a sheet of labels (${size})`, async () => {
        const clerk = await open(browser, size, `${server.url}/studio/`);
        await comesIn(clerk, person[size]);
        await takesProduct(clerk);
        await takesDesign(clerk);
        await takesPaper(clerk);
        await saysDates(clerk);
        await saysHowMany(clerk);
        await takesPdf(clerk);
        await printsAgain(clerk);
        await clerk.close();
    });

    test(`what preflight finds is a pin that speaks, and wrong dates are told (${size})`, async () => {
        const { page, look, close } = await open(browser, size, `${server.url}/studio/`);
        await signIn(page, person[size], PASSWORD);
        await page.getByLabel(/Tìm theo tên/).fill("09520000580575"); // its letters are small on the label for herbs
        await page.waitForFunction(() => document.querySelectorAll(".product").length === 1);
        await page.locator(".product").click();
        await page.getByRole("button", { name: /80 × 50/ }).click();
        await page.getByRole("button", { name: /Không dùng tờ tem/ }).click();
        await page.getByAltText(/Tem của/).waitFor();
        const pin = page.locator(".pin").first();
        await pin.click();
        await becomes(() => page.locator(".spoken").innerText(), /Chủ thể/, "the pin speaks");
        await look("studio-5-pin");
        await pin.click();
        await becomes(() => page.locator(".spoken").innerText(), "");
        await page.getByLabel("Ngày sản xuất (NSX)").fill("20/11/2026");
        await page.getByLabel("Hạn sử dụng (HSD)").fill("01/11/2026");
        await page.getByText(/01\/11\/2026 phải sau ngày sản xuất/).waitFor();
        await becomes(() => page.getByRole("button", { name: "Tiếp tục" }).isDisabled(), true);
        await look("studio-5-refused");
        await close();
    });

    test(`a long run shows its progress and can be stopped (${size})`, async () => {
        const { page, look, close } = await open(browser, size, `${server.url}/studio/`);
        await signIn(page, person[size], PASSWORD);
        await page.getByLabel(/Tìm theo tên/).fill("nuoc mam ca com hanh");
        await page
            .getByRole("link", { name: /Nước mắm cá cơm Hạnh Mẫu/ })
            .first()
            .click();
        await page.getByRole("button", { name: /Hũ, lọ 60 × 40/ }).click();
        await page.getByRole("button", { name: /Không dùng tờ tem/ }).click();
        await page.getByAltText(/Tem của Nước mắm/).waitFor();
        await page.getByRole("button", { name: "Tiếp tục" }).click();
        await page.getByLabel("Số lượng tem", { exact: true }).fill("100000");
        await page.getByLabel(/Mỗi tem một số sê-ri/).check();
        await page.getByRole("button", { name: "Làm tem" }).click();
        await heading(page, "Đang làm tem");
        await page.getByText(/trên 100\.000 tem đã vẽ/).waitFor();
        await look("studio-7-progress");
        await page.getByRole("button", { name: "Dừng lại" }).click();
        await heading(page, /Đã dừng/);
        await look("studio-7-stopped");
        await close();
    });

    test(`a spreadsheet comes back as rows accepted and refused, in words (${size})`, async () => {
        const { page, look, close } = await open(browser, size, `${server.url}/studio/#/list`);
        await signIn(page, person[size], PASSWORD);
        await heading(page, "Đưa danh sách sản phẩm lên");
        await look("studio-9-list");
        await page.getByLabel("Thả bảng tính vào đây").last().setInputFiles(path.join(samples, "danh-sach.xlsx"));
        await page.getByText("dòng nhận được").waitFor();
        await becomes(() => page.locator(".tally").innerText(), /159[\s\S]*4/);
        await page
            .getByText(/31\/02\/2025/)
            .first()
            .waitFor();
        await look("studio-9-rows");
        await close();
    });

    test(`a printer is calibrated step by step (${size})`, async () => {
        const { page, look, close } = await open(browser, size, `${server.url}/studio/#/printers`);
        await signIn(page, person[size], PASSWORD);
        await heading(page, "Máy in đã căn");
        await page.getByRole("link", { name: "Căn một máy in" }).click();
        await page.getByLabel("Đặt tên cho máy in").fill(`HP-${size}`);
        await look("studio-10-printer");
        await page.getByRole("button", { name: "Tiếp tục" }).click();
        await heading(page, "In tờ thử");
        const [download] = await Promise.all([
            page.waitForEvent("download"),
            page.getByRole("link", { name: "Tải tờ thử" }).click(),
        ]);
        assert.equal(
            readFileSync(await download.path())
                .subarray(0, 5)
                .toString(),
            "%PDF-",
        );
        await look("studio-11-test-sheet");
        await page.getByRole("link", { name: "Đã in xong" }).click();
        for (const [letter, length] of [
            ["a", "20,5"],
            ["b", "20,4"],
            ["c", "19,8"],
            ["d", "170"],
            ["e", "257"],
        ]) {
            await heading(page, `Đo đoạn ${letter}`);
            if (letter === "c") await look("studio-12-measure");
            await page.getByLabel("Đo được (mm)").fill(length);
            await page.keyboard.press("Enter");
        }
        await heading(page, `Đã căn máy HP-${size}`);
        await look("studio-13-calibrated");
        await close();
    });
}

test("a label is made with the keyboard alone, in English", async () => {
    const { page, close } = await open(browser, "desk", `${server.url}/studio/`);
    await signIn(page, "lan", PASSWORD);
    await page.getByRole("button", { name: "English" }).focus();
    await page.keyboard.press("Enter");
    await heading(page, "Which product are the labels for?");
    await page.getByLabel(/Search by name/).focus();
    await page.keyboard.type("nuoc mam ca com hanh");
    await page
        .getByRole("link", { name: /Nước mắm cá cơm Hạnh Mẫu/ })
        .first()
        .waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".product").length < 20);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await heading(page, "Choose a template");
    await page.getByRole("button", { name: /60 × 40/ }).focus();
    await page.keyboard.press("Space");
    await heading(page, "Which paper does it go on?");
    await becomes(
        () => page.evaluate(() => document.activeElement?.tagName),
        "H1",
        "a new screen takes the focus to its question",
    );
    await page.getByRole("button", { name: /18/ }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByAltText(/Label of/).waitFor();
    await page.getByRole("button", { name: "Continue" }).focus();
    await page.keyboard.press("Enter");
    await heading(page, "How many labels?");
    await page.getByLabel("Quantity", { exact: true }).fill("18");
    await page.keyboard.press("Enter");
    await heading(page, "The labels are ready");
    await close();
});

test("a late answer about one label does not take the place of the label that was looked for after it", async () => {
    const { page, close } = await open(browser, "phone", `${server.url}/studio/#/printed`);
    await signIn(page, "lan", PASSWORD);
    const [slow, quick] = server.serials;
    let release;
    const isReleased = new Promise((resolve) => (release = resolve));
    await page.route(`**/api/v1/serials/${slow}`, async (route) => {
        await isReleased;
        await route.continue();
    });
    const look = async (serial) => {
        await page.getByLabel("Số sê-ri", { exact: true }).fill(serial);
        await page.getByRole("button", { name: "Tìm tem" }).click();
    };
    await look(slow);
    await look(quick);
    await page.locator("dd", { hasText: quick }).waitFor();
    const answered = page.waitForResponse(`**/api/v1/serials/${slow}`);
    release();
    await (await answered).finished();
    await page.waitForTimeout(200);
    await becomes(() => page.locator("dd", { hasText: quick }).count(), 1);
    await close();
});

test("a label with a number of its own is voided, and another is replaced", async () => {
    const { page, look, close } = await open(browser, "phone", `${server.url}/studio/#/printed`);
    await signIn(page, "lan", PASSWORD);
    for (const [serial, deed, told] of [
        [server.serials[0], "Hủy tem", /Đã hủy tem/],
        [server.serials[1], "Hủy và làm tem thay", /Tem thay mang số/],
    ]) {
        await page.getByLabel("Số sê-ri", { exact: true }).fill(serial);
        await page.getByRole("button", { name: "Tìm tem" }).click();
        await page.getByText("Đang dùng", { exact: true }).waitFor();
        await page.getByRole("button", { name: deed, exact: true }).click();
        await page.getByLabel("Vì sao").fill("rách khi dán");
        if (deed === "Hủy tem") await look("studio-14-void");
        await page.getByRole("dialog").getByRole("button", { name: deed, exact: true }).click();
        await page.getByText(told).waitFor();
    }
    await look("studio-14-reissued");
    await page.getByRole("button", { name: "In tem thay" }).click();
    await page.getByRole("button", { name: /Hũ, lọ 60 × 40/ }).click();
    await page.getByRole("button", { name: /Không dùng tờ tem/ }).click();
    await page.getByAltText(/Tem của/).waitFor();
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await page.getByText(/Một tem thay, mang số/).waitFor();
    await page.getByRole("button", { name: "Làm tem" }).click();
    await heading(page, "Tem đã xong");
    await close();
});
