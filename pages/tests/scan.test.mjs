// Journeys of an inspector: the list fetched once, then the server stopped; photos, a code typed, stars counted, evidence, checks sent
// when the server is back. What the first visit weighs and how long a photo takes is measured here too.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { heading, open, openBrowser } from "./browser.mjs";
import { PASSWORD, PRODUCT, samples, startServer } from "./server.mjs";

const FIRST_VISIT = 1.5e6; // bytes over the wire
const FIRST_ANSWER = 1500; // ms, of a photo with 12 megapixels
let browser;
before(async () => {
    browser = await openBrowser();
});
after(async () => {
    await browser?.close();
});

/** A server with a published list, and pictures of labels: one of a product in force, one of a product unknown to the list. */
async function startField() {
    const server = await startServer();
    await server.publish(path.join(server.folder, "list.temsao"));
    const label = path.join(server.folder, "label.png");
    await server.temsao("label", PRODUCT, "--lot", "L261124", "--format", "png", "--dpi", "300", "-o", label);
    return { server, label: readFileSync(label).toString("base64") };
}

/** A photo as a phone takes it: labels turned a little on a table with grain, written as JPEG; drawn in a page of its own, where no
    policy forbids data addresses. */
async function makePhoto(label, { width, height, places, dark = false, glare = null }) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const bytes = await page.evaluate(
        async ({ label, width, height, places, dark, glare }) => {
            const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${label}`)).blob());
            const canvas = Object.assign(document.createElement("canvas"), { width, height });
            const pen = canvas.getContext("2d");
            pen.fillStyle = "#8d7b66";
            pen.fillRect(0, 0, width, height);
            for (let i = 0; i < 4000; i++) {
                pen.fillStyle = `rgb(${90 + ((i * 37) % 80)} ${80 + ((i * 53) % 60)} ${60 + ((i * 71) % 50)} / 40%)`;
                pen.fillRect((i * 7919) % width, (i * 104729) % height, width / 60, height / 300);
            }
            for (const { x, y, size, turn } of places) {
                pen.save();
                pen.translate(x * width, y * height);
                pen.rotate(turn);
                const wide = size * width,
                    high = (wide * picture.height) / picture.width;
                pen.drawImage(picture, -wide / 2, -high / 2, wide, high);
                if (glare) {
                    pen.fillStyle = "#fff";
                    pen.fillRect(
                        (glare.x - 0.5) * wide,
                        (glare.y - 0.5) * high,
                        glare.width * wide,
                        glare.height * high,
                    );
                }
                pen.restore();
            }
            if (dark) {
                const shade = pen.createLinearGradient(0, 0, width, 0);
                shade.addColorStop(0, "rgb(0 0 0 / 88%)");
                shade.addColorStop(1, "rgb(0 0 0 / 20%)");
                pen.fillStyle = shade;
                pen.fillRect(0, 0, width, height);
            }
            const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
            return [...new Uint8Array(await blob.arrayBuffer())];
        },
        { label, width, height, places, dark, glare },
    );
    await context.close();
    return Buffer.from(bytes);
}
const one = { width: 4000, height: 3000, places: [{ x: 0.5, y: 0.5, size: 0.4, turn: 0.12 }] };
const three = {
    width: 4000,
    height: 3000,
    places: [
        { x: 0.22, y: 0.3, size: 0.3, turn: -0.1 },
        { x: 0.7, y: 0.3, size: 0.26, turn: 0.2 },
        { x: 0.45, y: 0.78, size: 0.3, turn: 0.05 },
    ],
};

const give = (page, buffer, name = "photo.jpg") =>
    page.getByLabel("Chụp hoặc chọn ảnh").last().setInputFiles({ name, mimeType: "image/jpeg", buffer });
const ready = async (page) => {
    await page.getByText(/^Danh sách \d\d\/\d\d\/\d{4}/).waitFor();
    await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
    });
};

for (const size of ["phone", "desk"]) {
    test(`labels are checked with the server stopped, and the checks sent when it is back (${size})`, async () => {
        const { server, label } = await startField();
        const photo = await makePhoto(label, one),
            several = await makePhoto(label, three);
        try {
            const { page, look, close } = await open(browser, size, `${server.url}/scan/`);
            await ready(page);
            await heading(page, "Tem ở đâu?");
            await look("scan-1-look");

            await server.pause();
            await page.reload();
            await ready(page);
            await give(page, photo);
            await page.locator(".answer .verdict").waitFor();
            await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
            await look("scan-2-answer");
            await page.getByRole("radio", { name: "5 sao trên nhãn" }).check();
            await page.getByText("Nhãn in 5 sao, được công nhận 3 sao.").waitFor();
            await page.locator(".answer.invalid").waitFor();
            await look("scan-3-stars");
            await page.getByRole("radio", { name: "3 sao trên nhãn" }).check();
            await page.getByText("Khớp với số sao được công nhận.").waitFor();

            const saved = page.getByRole("button", { name: "Lưu bằng chứng" });
            const [download] = await Promise.all([page.waitForEvent("download"), saved.click()]);
            const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
            const evidence = JSON.parse(Buffer.from(files["evidence.json"]).toString());
            assert.deepEqual(Buffer.from(files["photo.jpg"]), photo, "the photo as it was");
            assert.equal(evidence.photo.sha256, createHash("sha256").update(photo).digest("hex"));
            assert.match(evidence.symbols[0].text, new RegExp(`/01/${PRODUCT}/10/L261124`));
            assert.equal(evidence.symbols[0].stars_counted_by_inspector, 3);
            assert.equal(evidence.bundle.sequence, 1);
            assert.equal(evidence.answer.files[0].labels[0].product.stars, 3);
            await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();

            await give(page, several);
            await page.getByText("3 tem trong ảnh", { exact: true }).waitFor();
            assert.equal(await page.locator(".box").count(), 3, "each label is boxed");
            await page.getByRole("button", { name: /Tem 2/ }).click();
            await look("scan-4-several");
            await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();

            await page.getByRole("link", { name: "Mã hỏng: gõ tay" }).click();
            await heading(page, "Gõ những gì in cạnh mã");
            await page.getByLabel("Mã sản phẩm, hoặc cả địa chỉ trong mã").fill("9520000010004");
            await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
            await page.getByRole("alert").waitFor();
            await look("scan-5-typing");
            await page.getByLabel("Mã sản phẩm, hoặc cả địa chỉ trong mã").fill("9520000010003");
            await page.getByLabel("Số sê-ri").fill(server.serials[0].toLowerCase());
            await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
            await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
            await page.getByRole("button", { name: "English" }).click();
            await page.getByRole("heading", { name: "What to do" }).waitFor();
            await look("scan-6-english");
            await page.getByRole("button", { name: "Tiếng Việt" }).click();
            await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();

            await page.getByRole("link", { name: "Đã kiểm tra (5 chờ gửi)" }).click();
            await page.getByLabel("Nơi kiểm tra").fill("Xã Hương Khê");
            await page.getByRole("button", { name: "Gửi về văn phòng" }).click();
            await page.getByText(/Chưa có mạng/).waitFor();
            await look("scan-7-waiting");
            await page.getByRole("link", { name: /^Danh sách/ }).click();
            await heading(page, "Danh sách trong máy này");
            await page.getByRole("button", { name: "Cập nhật danh sách" }).click();
            await page.getByText(/Không gọi được máy chủ/).waitFor();
            await look("scan-8-list");

            await server.resume();
            await page.getByRole("button", { name: "Cập nhật danh sách" }).click();
            await page.getByText("Danh sách trong máy đã là bản mới nhất.").waitFor();
            await page.getByRole("link", { name: "Quay lại" }).click();
            await page.getByRole("link", { name: /Đã kiểm tra/ }).click();
            await page.getByRole("button", { name: "Gửi về văn phòng" }).click();
            await page.getByLabel("Tên đăng nhập").fill("thu");
            await page.getByLabel("Mật khẩu").fill(PASSWORD);
            await page.getByRole("button", { name: "Đăng nhập" }).click();
            await page.getByText("Đã gửi hết về văn phòng.").waitFor();
            await look("scan-9-sent");
            const { by_place } = await server.checksSeenByOffice();
            assert.deepEqual(
                by_place.map(({ place, valid }) => [place, valid]),
                [["", 2]],
                "the label's code, and the one typed; the same code thrice on a day is one check",
            );
            await close();
        } finally {
            await server.stop();
        }
    });
}

/** What the phone says of a photo, out of the evidence it saves. */
async function evidenceOf(page, photo) {
    await give(page, photo);
    await page.locator(".answer .verdict").waitFor();
    const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Lưu bằng chứng" }).click(),
    ]);
    return JSON.parse(
        Buffer.from(unzipSync(new Uint8Array(readFileSync(await download.path())))["evidence.json"]).toString(),
    );
}

test("the phone counts the stars as the command line does: right, one row too many, and none that it could be sure of", async () => {
    const { server, label } = await startField();
    const more = path.join(server.folder, "more.csv"),
        other = path.join(server.folder, "other"),
        stickered = path.join(server.folder, "stickered.png");
    writeFileSync(more, readFileSync(path.join(samples, "danh-sach.csv"), "utf8").replace(";54,9;3;", ";95,9;5;"));
    const elsewhere = (...words) =>
        promisify(execFile)(process.env.TEMSAO, ["--home", other, ...words]).catch((error) => {
            if (error.code !== 1) throw error;
        });
    await elsewhere("list", "import", more, "--as-of", "2026-11-01");
    await elsewhere("label", PRODUCT, "--lot", "L261124", "--format", "png", "--dpi", "300", "-o", stickered);
    const photos = {
        right: await makePhoto(label, one),
        stickered: await makePhoto(readFileSync(stickered).toString("base64"), one),
        glare: await makePhoto(label, { ...one, glare: { x: 0.78, y: 0.1, width: 0.1, height: 0.15 } }),
    };
    try {
        const { page, look, close } = await open(browser, "phone", `${server.url}/scan/`);
        await ready(page);
        const stars = {};
        for (const [name, photo] of Object.entries(photos)) {
            const file = path.join(server.folder, `${name}.jpg`);
            writeFileSync(file, photo);
            const evidence = await evidenceOf(page, photo),
                phone = evidence.answer.files[0].labels[0];
            const { stdout } = await promisify(execFile)(process.env.TEMSAO, [
                "--home",
                path.join(server.folder, "home"),
                "--json",
                "verify",
                file,
            ]).catch((error) => error);
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
            if (name === "stickered") await page.getByText("Nhãn in 5 sao, được công nhận 3 sao.").waitFor();
            if (name === "glare") {
                await page.getByText(/Điện thoại đếm chưa chắc/).waitFor();
                await page.getByRole("radio", { name: "3 sao trên nhãn" }).check(); // hers counts
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

test("the first visit is light, the app can be installed, and a photo of 12 megapixels is answered at once", async () => {
    const { server, label } = await startField();
    const photo = await makePhoto(label, one);
    try {
        const { page, close } = await open(browser, "phone", "about:blank");
        const wire = await page.context().newCDPSession(page);
        let bytes = 0;
        await wire.send("Network.enable");
        await wire.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
        wire.on("Network.loadingFinished", ({ encodedDataLength }) => {
            bytes += encodedDataLength;
        });
        await page.goto(`${server.url}/scan/`);
        await ready(page);
        // What workers fetch is not told to the page's own session, so every file that the app keeps is weighed as it is sent.
        const kept = await page.evaluate(async () => {
            const names = await caches.keys();
            return (
                await Promise.all(
                    names.map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url)),
                )
            ).flat();
        });
        assert.ok(kept.length >= 8);
        let sent = 0;
        for (const url of [...kept, `${server.url}/scan/sw.js`, `${server.url}/api/v1/bundle`]) {
            const answer = await wireSize(url);
            sent += answer;
        }
        assert.ok(sent < FIRST_VISIT, `${sent} bytes over the wire`);
        const { installabilityErrors } = await wire.send("Page.getInstallabilityErrors");
        assert.deepEqual(
            installabilityErrors.map((one) => one.errorId).filter((id) => id !== "in-incognito"),
            [],
        );

        const times = [];
        for (let round = 0; round < 3; round++) {
            await give(page, photo);
            await page.locator(".answer .verdict").waitFor();
            times.push(Number(await page.locator(".answer-screen").getAttribute("data-ms")));
            await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
        }
        console.log(
            `first visit: ${Math.round(sent / 1000)} kB over the wire (the page alone ${Math.round(bytes / 1000)} kB); 12 megapixels: ${times.join(", ")} ms to the first answer`,
        );
        assert.ok(Math.min(...times) < FIRST_ANSWER, `${times} ms`);
        await close();
    } finally {
        await server.stop();
    }
});

/** Bytes of an answer as it goes over the wire, packed where the server packs. */
async function wireSize(url) {
    const { get } = await import("node:http");
    return new Promise((resolve, reject) =>
        get(url, { headers: { "Accept-Encoding": "gzip" } }, (answer) => {
            let size = answer.rawHeaders.join("").length + 100;
            answer.on("data", (part) => {
                size += part.length;
            });
            answer.on("end", () =>
                answer.statusCode === 200 ? resolve(size) : reject(new Error(`${url}: ${answer.statusCode}`)),
            );
        }).on("error", reject),
    );
}

test("a photo in bad light is rescued, one without a code is told so, another file is refused", async () => {
    const { server, label } = await startField();
    const dark = await makePhoto(label, { ...one, dark: true });
    const nothing = await makePhoto(label, { width: 1200, height: 900, places: [] });
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
        await close();
    } finally {
        await server.stop();
    }
});

test("a newer list comes from a file, an older or a foreign one is refused; a new key is taken only when the inspector says so", async () => {
    const { server } = await startField();
    const home = path.join(server.folder, "home"),
        other = path.join(server.folder, "other"),
        passphrase = path.join(server.folder, "passphrase");
    const [first, second, foreign] = ["list.temsao", "second.temsao", "foreign.temsao"].map((name) =>
        path.join(server.folder, name),
    );
    const elsewhere = (...words) =>
        promisify(execFile)(process.env.TEMSAO, ["--home", other, ...words]).catch((error) => {
            if (error.code !== 1) throw error;
        });
    await elsewhere("list", "import", path.join(samples, "danh-sach.csv"), "--as-of", "2026-11-02");
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
        assert.equal(await fact("Số bản"), "1");
        await hand(second);
        await page.getByText("Đã có danh sách mới.").waitFor();
        assert.equal(await fact("Số bản"), "2");
        for (const [file, look_] of [
            [first, "scan-12-older"],
            [foreign, "scan-13-foreign"],
        ]) {
            await hand(file);
            await page.getByRole("alert").waitFor();
            await look(look_);
            assert.equal(await fact("Số bản"), "2", "the list held stays");
        }
        // Now the server itself hands out another province's list, signed with another key.
        for (const name of ["root.pub", "published"])
            copyFileSync(path.join(other, "keys", name), path.join(home, "keys", name));
        await page.getByRole("button", { name: "Cập nhật danh sách" }).click();
        await page.getByText(/Máy chủ đưa một khoá khác/).waitFor();
        await look("scan-14-new-key");
        assert.equal(await fact("Số bản"), "2");
        await page.getByRole("button", { name: "Tỉnh đã báo: tin khoá mới" }).click();
        await page.getByText("Đã có danh sách mới.").waitFor();
        assert.equal(await fact("Số bản"), "1", "another province's first list, though the number is lower");
        await close();
    } finally {
        await server.stop();
    }
});

test("the live camera reads a label by itself", async () => {
    const { server, label } = await startField();
    const frame = await makePhoto(label, {
        width: 1280,
        height: 720,
        places: [{ x: 0.5, y: 0.5, size: 0.5, turn: 0.08 }],
    });
    const film = path.join(server.folder, "film.mjpeg");
    writeFileSync(film, Buffer.concat(Array(10).fill(frame)));
    const filming = await openBrowser(
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        `--use-file-for-fake-video-capture=${film}`,
    );
    try {
        const { page, look, close } = await open(filming, "phone", `${server.url}/scan/`, { permissions: ["camera"] });
        await ready(page);
        await page.getByRole("button", { name: "Mở máy ảnh" }).click();
        await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
        await page.locator(".answer .verdict").waitFor();
        await look("scan-11-live");
        await close();
    } finally {
        await filming.close();
        await server.stop();
    }
});
