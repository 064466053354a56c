// Photos in the scanner: counted stars, bad light, no code, no photo at all.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { heading, open, openBrowser } from "./browser.mjs";
import { LISTED } from "./days.mjs";
import { documentOf, give, ready, saveEvidence, startField, temsaoIn } from "./field.mjs";
import { makePhoto, one } from "./photos.mjs";
import { PRODUCT, samples } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

/** What the phone says about a photo: the document of the evidence it saves. */
async function evidenceOf(page, photo) {
    await give(page, photo);
    await page.locator(".answer .verdict").waitFor();
    return documentOf(await saveEvidence(page));
}

test("the phone counts stars as the command line does: right, two too many, and one it is not sure of", async () => {
    const { server, label } = await startField();
    const [more, other, stickered] = ["more.csv", "other", "stickered.png"].map((name) =>
        path.join(server.folder, name),
    );
    writeFileSync(more, readFileSync(path.join(samples, "danh-sach.csv"), "utf8").replace(";54,9;3;", ";95,9;5;"));
    const elsewhere = (...words) => temsaoIn(other, ...words);
    await elsewhere("list", "import", more, "--as-of", LISTED);
    await elsewhere("label", PRODUCT, "--lot", "L261124", "--format", "png", "--dpi", "300", "-o", stickered);
    const photos = {
        right: await makePhoto(browser, label, one),
        stickered: await makePhoto(browser, readFileSync(stickered).toString("base64"), one),
        glare: await makePhoto(browser, label, { ...one, glare: { x: 0.78, y: 0.1, width: 0.1, height: 0.15 } }),
    };
    try {
        const { page, look, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        const stars = {};
        for (const [name, photo] of Object.entries(photos)) {
            const file = path.join(server.folder, `${name}.jpg`);
            writeFileSync(file, photo);
            const evidence = await evidenceOf(page, photo);
            const phone = evidence.answer.files[0].labels[0];
            const { stdout } = await temsaoIn(path.join(server.folder, "home"), "--json", "verify", file);
            const line = JSON.parse(stdout).files[0].labels[0];
            const codes = (said) =>
                said.findings.map((finding) => finding.code).filter((code) => /STAR|BADGE/.test(code));
            assert.equal(phone.verdict, line.verdict, name);
            assert.deepEqual(codes(phone), codes(line), name);
            assert.equal(phone.badge?.stars, line.badge?.stars, name);
            assert.equal(evidence.symbols[0].stars_counted_by_phone, line.badge?.stars ?? null, name);
            stars[name] = line.badge?.stars ?? null;
            await look(`scan-stars-${name}`);
            if (name === "right") await page.getByText("Điện thoại đếm được 3 sao.").waitFor();
            if (name === "stickered") await page.getByText("Tem in 5 sao, được công nhận 3 sao.").waitFor();
            if (name === "glare") {
                await page.getByText(/Điện thoại đếm chưa chắc/).waitFor();
                await page.getByRole("radio", { name: "3 sao trên tem" }).check(); // hers counts
                await page.locator(".answer.valid").waitFor();
            }
            await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
        }
        assert.deepEqual(stars, { right: 3, stickered: 5, glare: null });
        await close();
    } finally {
        await server.stop();
    }
});

test("a photo in bad light is rescued, one without a code is told so, another file is refused", async () => {
    const { server, label } = await startField();
    const dark = await makePhoto(browser, label, { ...one, dark: true });
    const nothing = await makePhoto(browser, label, { width: 1200, height: 900, places: [] });
    try {
        const { page, look, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        await give(page, dark);
        await page.locator(".answer .verdict").waitFor();
        await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
        await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
        await give(page, nothing);
        await heading(page, "Không thấy mã nào trong ảnh.");
        await look("scan-10-nothing");
        await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
        await give(page, Buffer.from("not a photo"));
        await page.getByText(/Không mở được tệp này như một tấm ảnh/).waitFor();
        // A photo that is more than the phone has memory for is told so, and the next one is read, by the same list.
        const [worker] = page.workers();
        await worker.evaluate(() => {
            const pen = OffscreenCanvasRenderingContext2D.prototype;
            const real = pen.getImageData;
            pen.getImageData = function () {
                pen.getImageData = real;
                return { data: { length: 2 ** 32 - 2 ** 16 }, width: 65536, height: 16383 };
            };
        });
        await give(page, dark);
        await page.getByText(/Điện thoại không đọc nổi tấm ảnh này/).waitFor();
        await look("scan-10-too-much");
        await give(page, dark);
        await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
        await close();
    } finally {
        await server.stop();
    }
});

test("a HEIC photo that the browser cannot open is opened by the server; without a network words say so", async () => {
    const { server, label } = await startField();
    const [jpeg, heic] = ["photo.jpg", "photo.heic"].map((name) => path.join(server.folder, name));
    writeFileSync(jpeg, await makePhoto(browser, label, one));
    execFileSync("vips", ["copy", jpeg, heic]);
    const photo = readFileSync(heic);
    try {
        const { page, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        await give(page, photo, "IMG_0001.HEIC");
        await page.locator(".answer .verdict").waitFor();
        await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
        await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
        await page.context().setOffline(true);
        await give(page, photo, "IMG_0002.HEIC");
        await page.getByText(/đều không mở được ảnh HEIC này/).waitFor();
        await page.context().setOffline(false);
        // A file that only begins as a HEIC photo does.
        await give(page, Buffer.concat([photo.subarray(0, 12), Buffer.alloc(500)]), "IMG_0003.HEIC");
        await page.getByText(/đều không mở được ảnh HEIC này/).waitFor();
        await close();
    } finally {
        await server.stop();
    }
});
