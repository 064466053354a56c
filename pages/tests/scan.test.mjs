// Journeys of an inspector: the list is fetched once, then the server is stopped; photos, a typed code, counted stars,
// evidence; the checks are sent when the server is back.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser } from "./browser.mjs";
import { again, documentOf, give, ready, saveEvidence, startField } from "./field.mjs";
import { makePhoto, one, three } from "./photos.mjs";
import { PASSWORD, PRODUCT } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

async function seesWhereToBegin({ page, look }) {
    await ready(page);
    await heading(page, "Tem ở đâu?");
    const takes = (name) => page.getByLabel(name).getAttribute("capture");
    assert.deepEqual([await takes("Chụp ảnh"), await takes("Chọn ảnh có sẵn")], ["environment", null]);
    await look("scan-1-look");
}

/** The verdict on a photo; stars that are counted change it. */
async function photographs({ page, look }, photo) {
    await give(page, photo);
    await page.locator(".answer .verdict").waitFor();
    await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
    await look("scan-2-answer");
    await page.getByRole("radio", { name: "5 sao trên tem" }).check();
    await page.getByText("Tem in 5 sao, được công nhận 3 sao.").waitFor();
    await page.locator(".answer.invalid").waitFor();
    await look("scan-3-stars");
    await page.getByRole("radio", { name: "3 sao trên tem" }).check();
    await page.getByText("Khớp với số sao được công nhận.").waitFor();
}

/** The photo as it was, what it says and the answer lie in one file. */
async function savesEvidence({ page }, photo) {
    const files = await saveEvidence(page);
    const evidence = documentOf(files);
    assert.deepEqual(Buffer.from(files["photo.jpg"]), photo, "the photo as it was");
    assert.equal(evidence.photo.sha256, createHash("sha256").update(photo).digest("hex"));
    assert.match(evidence.symbols[0].text, new RegExp(`/01/${PRODUCT}/10/L261124`));
    assert.equal(evidence.symbols[0].stars_counted_by_inspector, 3);
    assert.equal(evidence.bundle.sequence, 1);
    assert.equal(evidence.answer.files[0].labels[0].product.stars, 3);
}

async function photographsThree({ page, look }, photo) {
    await give(page, photo);
    await page.getByText("3 tem: 3 hợp lệ", { exact: true }).waitFor();
    await becomes(() => page.locator(".box").count(), 3, "each label is boxed");
    await page.getByRole("button", { name: /Tem 2/ }).click();
    await look("scan-4-several");
}

/** A typing mistake is told; the right code has its answer, in both languages. */
async function typesTheCode({ page, look }, serial) {
    await page.getByRole("link", { name: "Không quét được? Gõ mã" }).click();
    await heading(page, "Gõ những gì in cạnh mã");
    await page.getByLabel("Mã sản phẩm, hoặc cả địa chỉ trong mã").fill("9520000010004");
    await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await look("scan-5-typing");
    await page.getByLabel("Mã sản phẩm, hoặc cả địa chỉ trong mã").fill("9520000010003");
    await page.getByLabel("Số sê-ri").fill(serial.toLowerCase());
    await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
    await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "What to do" }).waitFor();
    await look("scan-6-english");
    await page.getByRole("button", { name: "Tiếng Việt" }).click();
}

/** Without a network the checks wait, and the list stays as it is. */
async function sendsInVain({ page, look }) {
    await page.getByRole("link", { name: "Đã kiểm tra (2 chờ gửi)" }).click();
    await page.getByLabel("Nơi kiểm tra").fill("Xã Hương Khê");
    await page.getByRole("button", { name: "Gửi về cơ quan OCOP" }).click();
    await page.getByText(/Chưa có mạng/).waitFor();
    await look("scan-7-waiting");
    await page.getByRole("link", { name: /^Danh sách/ }).click();
    await heading(page, "Danh sách trong máy này");
    await page.getByRole("button", { name: "Cập nhật danh sách" }).click();
    await page.getByText(/Không gọi được máy chủ/).waitFor();
    await look("scan-8-list");
}

async function sendsWhenItIsBack({ page, look }) {
    await page.getByRole("button", { name: "Cập nhật danh sách" }).click();
    await page.getByText("Danh sách trong máy đã là bản mới nhất.").waitFor();
    await page.getByRole("link", { name: "Quay lại" }).click();
    await page.getByRole("link", { name: /Đã kiểm tra/ }).click();
    await page.getByRole("button", { name: "Gửi về cơ quan OCOP" }).click();
    await page.getByLabel("Tên đăng nhập").fill("thu");
    await page.getByLabel("Mật khẩu").fill(PASSWORD);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByText("Đã gửi hết về cơ quan OCOP tỉnh.").waitFor();
    await look("scan-9-sent");
}

for (const size of ["phone", "desk"]) {
    test(`labels are checked with the server stopped, and the checks sent when it is back (${size})`, async () => {
        const { server, label } = await startField();
        const photo = await makePhoto(browser, label, one);
        const several = await makePhoto(browser, label, three);
        try {
            const person = await open(browser, size, `${server.url}/scan/`);
            const { page } = person;
            await seesWhereToBegin(person);

            await server.pause();
            await page.reload();
            await ready(page);
            await photographs(person, photo);
            await savesEvidence(person, photo);
            await again(page);
            await photographsThree(person, several);
            await again(page);
            await typesTheCode(person, server.serials[0]);
            await again(page);
            await sendsInVain(person);

            await server.resume();
            await sendsWhenItIsBack(person);
            const { by_place } = await server.checksSeenByOffice();
            assert.deepEqual(
                by_place.map(({ place, valid }) => [place, valid]),
                [["Xã Hương Khê", 2]],
                "the label's code, and the one typed; the same code thrice on a day is one check",
            );
            await person.close();
        } finally {
            await server.stop();
        }
    });
}
