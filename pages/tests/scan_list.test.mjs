// The list on the phone: from a file, from the server, with another key.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser } from "./browser.mjs";
import { daysAgo } from "./days.mjs";
import { ready, startField, temsaoIn } from "./field.mjs";
import { samples } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

test("a list comes from a file; an older or foreign one is refused; only the inspector accepts a new key", async () => {
    const { server } = await startField();
    const home = path.join(server.folder, "home"),
        other = path.join(server.folder, "other"),
        passphrase = path.join(server.folder, "passphrase");
    const [first, second, foreign] = ["list.temsao", "second.temsao", "foreign.temsao"].map((name) =>
        path.join(server.folder, name),
    );
    const elsewhere = (...words) => temsaoIn(other, ...words);
    await elsewhere("list", "import", path.join(samples, "danh-sach.csv"), "--as-of", daysAgo(19));
    await elsewhere("key", "new", "root", "--owner", "Tỉnh Mẫu", "--passphrase-file", passphrase);
    await elsewhere("publish", "-o", foreign, "--passphrase-file", passphrase);
    try {
        const { page, look, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        await server.publish(second);
        await page.getByRole("link", { name: /^Danh sách/ }).click();
        await heading(page, "Danh sách trong máy này");
        const fact = (name) => page.locator(`dt:text-is("${name}") + dd`).innerText();
        const hand = (file) =>
            page
                .getByLabel("Lấy danh sách từ tệp")
                .last()
                .setInputFiles({
                    name: "danh-sach.temsao",
                    mimeType: "application/octet-stream",
                    buffer: readFileSync(file),
                });
        await becomes(() => fact("Số bản"), "1");
        await hand(second);
        await page.getByText("Đã có danh sách mới.").waitFor();
        await becomes(() => fact("Số bản"), "2");
        for (const [file, look_] of [
            [first, "scan-12-older"],
            [foreign, "scan-13-foreign"],
        ]) {
            await hand(file);
            await page.getByRole("alert").waitFor();
            await look(look_);
            await becomes(() => fact("Số bản"), "2", "the list held stays");
        }
        // Now the server itself hands out another province's list, signed with another key.
        for (const name of ["root.pub", "published"])
            copyFileSync(path.join(other, "keys", name), path.join(home, "keys", name));
        await page.getByRole("button", { name: "Cập nhật danh sách" }).click();
        await page.getByText(/Máy chủ đưa một khóa khác/).waitFor();
        await look("scan-14-new-key");
        await becomes(() => fact("Số bản"), "2");
        await page.getByRole("button", { name: "Đã hỏi tỉnh: dùng khóa mới" }).click();
        await page.getByText("Đã có danh sách mới.").waitFor();
        await becomes(() => fact("Số bản"), "1", "another province's first list, though the number is lower");
        await close();
    } finally {
        await server.stop();
    }
});
