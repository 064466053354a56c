// Lots in the office: found among all producers', read, and recalled: first looked at, then in force at once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser, signIn } from "./browser.mjs";
import { daysAgo } from "./days.mjs";
import { PASSWORD, PRODUCT, startServer } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

const MAKER = "HTX Nguyễn Hạnh Mẫu";
const REASON = "nhiễm histamin";

async function lotsFromFieldToShop(server) {
    const add = (...words) => server.temsao("lot", "add", ...words, "--producer", MAKER);
    await add("receive", "Cá cơm tươi", "CC-1", "--amount", "1200 kg", "--from", "Hộ ông Lý", "--at", daysAgo(29));
    await add("transform", "Nước mắm cốt", "CH-1", "--amount", "640 lít", "--use", "CC-1=1200 kg", "--at", daysAgo(20));
    await add("pack", PRODUCT, "NM-1", "--amount", "600 chai", "--use", "CH-1=300 lít", "--at", daysAgo(10));
    await add("ship", PRODUCT, "NM-1", "--amount", "60 chai", "--to", "Chợ Vinh <b>", "--at", daysAgo(9));
    await add("ship", PRODUCT, "NM-1", "--amount", "40 chai", "--to", "Cửa hàng Mẫu", "--at", daysAgo(8));
    await server.temsao(
        ...["lot", "add", "harvest", "Mật ong rừng", "MO-1", "--amount", "5 kg", "--producer", "HTX Khác Mẫu"],
    );
}

const saved = async (page, name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    return readFileSync(await file.path(), "utf8");
};

for (const size of ["phone", "desk"]) {
    test(`a lot is found, looked at, recalled, and shoppers read it at once (${size})`, async () => {
        const server = await startServer();
        await lotsFromFieldToShop(server);
        const { page, look, close } = await open(browser, size, `${server.url}/office/`);
        await signIn(page, "mai", PASSWORD);
        await page.getByRole("link", { name: "Lô hàng" }).click();
        await heading(page, "Các lô hàng");
        await page.getByText("Đã hiện đủ 4 lô.").waitFor();
        await look("office-lots-1-all");
        await page.getByLabel("Tìm lô").fill("ca com tuoi");
        await page.getByText("Đã hiện đủ 1 lô.").waitFor();
        await page.getByText(MAKER).waitFor();
        await page.getByRole("link", { name: "Xem: CC-1" }).click();
        await heading(page, "Cá cơm tươi");
        await page.getByText("Hộ ông Lý").waitFor();
        await page.getByText("Thành 2 lô khác").waitFor();
        await look("office-lots-2-story");

        await page.getByRole("link", { name: "Thu hồi lô này" }).click();
        await heading(page, "Thu hồi Cá cơm tươi?");
        await page.getByText("Cửa hàng Mẫu").waitFor();
        await becomes(
            () => page.getByRole("button", { name: "Thu hồi", exact: true }).isDisabled(),
            true,
            "it needs a reason",
        );
        await look("office-lots-3-dry-run");
        const shopper = await fetch(`${server.url}/page/01/${PRODUCT}/10/NM-1?lang=vi`).then((one) => one.text());
        assert.doesNotMatch(shopper, /đang bị thu hồi/, "a look recalls nothing");
        const csv = await saved(page, "Tải bảng nơi nhận (CSV)");
        assert.match(csv, /Cửa hàng Mẫu/);
        assert.match(csv, /NM-1/);
        await page.getByLabel("Lý do thu hồi").fill(REASON);
        const letters = await saved(page, "Tải thư gửi từng nơi");
        assert.equal(letters.match(/<article>/g).length, 2, "a letter to each");
        assert.match(letters, /Chợ Vinh &lt;b&gt;/);
        assert.match(letters, new RegExp(REASON));
        await page.getByRole("button", { name: "Thu hồi", exact: true }).click();
        await page.getByText("Đã thu hồi 3 lô; 2 nơi đã nhận.").waitFor();
        await look("office-lots-4-recalled");
        const told = await fetch(`${server.url}/page/01/${PRODUCT}/10/NM-1?lang=vi`).then((one) => one.text());
        assert.match(told, /Lô NM-1 đang bị thu hồi/, "at once");

        await page.getByRole("link", { name: "Quay lại" }).click();
        await page.getByText("Đang thu hồi").nth(2).waitFor();
        await page.getByRole("link", { name: "Xem: CC-1" }).click();
        await page.getByRole("link", { name: "Dỡ bỏ lệnh thu hồi" }).click();
        await heading(page, "Dỡ bỏ lệnh thu hồi?");
        await page.getByText("Những lô này sẽ không còn bị thu hồi").waitFor();
        await becomes(
            () => page.getByRole("button", { name: "Dỡ bỏ", exact: true }).isDisabled(),
            true,
            "it needs a reason",
        );
        await look("office-lots-6-lift");
        await page.getByLabel("Lý do dỡ bỏ").fill("kiểm nghiệm lại đạt");
        await page.getByRole("button", { name: "Dỡ bỏ", exact: true }).click();
        await page.getByText("Đã dỡ bỏ thu hồi 3 lô.").waitFor();
        await look("office-lots-7-lifted");
        const freed = await fetch(`${server.url}/page/01/${PRODUCT}/10/NM-1?lang=vi`).then((one) => one.text());
        assert.doesNotMatch(freed, /đang bị thu hồi/, "shoppers are told no longer");
        await page.getByRole("link", { name: "Quay lại" }).click();
        await page.getByRole("link", { name: "Xem: MO-1" }).click();
        await heading(page, "Mật ong rừng");
        await becomes(() => page.getByText("Lô này đang bị thu hồi.").count(), 0, "other lots are not touched");
        await page.getByRole("button", { name: "English" }).click();
        await page.getByText("What it was made of, where it went").waitFor();
        await look("office-lots-5-english");
        await close();
    });
}
