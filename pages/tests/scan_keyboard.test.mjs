// An inspector without mouse and eyes: the keyboard alone, and what a screen reader says.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser, tabTo } from "./browser.mjs";
import { ready, startField } from "./field.mjs";
import { makePhoto, one } from "./photos.mjs";
import { PRODUCT } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

/** What is heard when a screen opens: the heading, which then has the focus. */
async function heard(page, name) {
    await heading(page, name);
    await page.locator("h1:focus").waitFor();
    return page.locator(":focus").textContent();
}

/** The lines of the page in the order in which a screen reader reads them. */
const readAloud = async (page) => (await page.getByRole("main").ariaSnapshot()).split("\n").map((line) => line.trim());

test("a code and a photo are checked, opened again and taken off the phone with the keyboard alone", async () => {
    const { server, label } = await startField();
    const press = (key) => page.keyboard.press(key);
    const { page, look, close } = await open(browser, "desk", `${server.url}/scan/`);
    await ready(page);
    await tabTo(page, "textbox", "Bạn kiểm tra ở đâu?");
    await page.keyboard.type("Chợ Vinh");
    await press("Enter");

    await tabTo(page, "link", "Không quét được? Gõ mã");
    await press("Enter");
    await heard(page, "Gõ những gì in cạnh mã");
    await tabTo(page, "textbox", "Mã sản phẩm, hoặc cả địa chỉ trong mã");
    await page.keyboard.type(PRODUCT);
    await tabTo(page, "textbox", "Số lô");
    await page.keyboard.type("L261124");
    await press("Enter");
    assert.equal(await heard(page, "Nước mắm cá cơm Hạnh Mẫu"), "Hợp lệ: Nước mắm cá cơm Hạnh Mẫu");
    const lines = await readAloud(page);
    const at = (words) => lines.findIndex((line) => line.includes(words));
    const order = [
        "Hợp lệ: Nước mắm",
        "HTX Nguyễn Hạnh Mẫu",
        "Sao được công nhận",
        "Vì sao",
        "Việc cần làm",
        "Lưu bằng",
    ];
    const places = order.map(at);
    assert.ok(!places.includes(-1), `${order} in ${lines.join("\n")}`);
    assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
        lines.join("\n"),
    );
    await tabTo(page, "radio", "1 sao trên tem");
    for (let stars = 2; stars <= 5; stars++) await press("ArrowRight");
    await page.getByText("Tem in 5 sao, được công nhận 3 sao.").waitFor();
    await heading(page, "Không hợp lệ: Nước mắm cá cơm Hạnh Mẫu"); // once it is judged again
    await look("scan-keyboard-1-stars");
    await tabTo(page, "button", "Kiểm tra tem khác");
    await press("Enter");

    await heard(page, "Tem ở đâu?");
    const chosen = page.waitForEvent("filechooser"); // listened for in good time: the key may be quicker
    await tabTo(page, "button", "Chọn ảnh có sẵn");
    const [chooser] = await Promise.all([chosen, press("Enter")]);
    await chooser.setFiles({ name: "tem.jpg", mimeType: "image/jpeg", buffer: await makePhoto(browser, label, one) });
    assert.match(await heard(page, "Nước mắm cá cơm Hạnh Mẫu"), /^Hợp lệ: /);
    await tabTo(page, "button", "Kiểm tra tem khác");
    await press("Enter");

    await heard(page, "Tem ở đâu?");
    await tabTo(page, "link", /^Đã kiểm tra/);
    await press("Enter");
    await heard(page, "Đã kiểm tra");
    await becomes(() => page.getByRole("textbox", { name: "Nơi kiểm tra" }).inputValue(), "Chợ Vinh");
    await look("scan-keyboard-2-checks");
    const rows = await page.getByRole("button", { name: /^Xóa/ }).count();
    await tabTo(page, "button", /^Xóa/);
    await press("Enter");
    await page.getByRole("dialog").waitFor();
    await tabTo(page, "button", "Xóa");
    await press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const last = page.getByRole("button", { name: /^Xóa/ }).nth(rows - 1);
    await last.waitFor({ state: "detached" }); // the dialog closes before the check is gone
    await close();
});
