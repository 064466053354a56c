// The live camera in the hand: a shelf walked along, hints where nothing is read, what the camera can do.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser } from "./browser.mjs";
import { documentOf, ready, saveEvidence, startField } from "./field.mjs";
import { filming, near } from "./film.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

/** Beeps and vibrations are noted instead of made. */
const hearing = () => {
    window.heard = [];
    window.shaken = [];
    const quiet = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
    window.AudioContext = class {
        currentTime = 0;
        resume = async () => undefined;
        createGain = () => ({ gain: quiet, connect: () => undefined });
        createOscillator = () => {
            const frequency = { value: 0 };
            return {
                frequency,
                connect: (next) => next,
                start: () => window.heard.push(frequency.value),
                stop: () => undefined,
            };
        };
    };
    navigator.vibrate = (pattern) => {
        window.shaken.push(pattern);
        return true;
    };
};
const opened = async (filmed, server, size = "phone", prepare = hearing) => {
    const person = await open(filmed, size, "about:blank", { permissions: ["camera"] });
    await person.page.addInitScript(prepare);
    await person.page.goto(`${server.url}/scan/`);
    await ready(person.page);
    await person.page.getByRole("button", { name: "Mở máy ảnh" }).click();
    return person;
};
/** The words of a box are not cut by the frame, where the code itself is. */
const tagsAreWhole = () => {
    const tags = [...document.querySelectorAll(".box.live.invalid rect")].map((tag) => tag.getBoundingClientRect());
    const frame = document.querySelector(".finder").getBoundingClientRect();
    const isWhole = ({ left, right, bottom }) =>
        left > frame.left - 2 && right < frame.right + 2 && bottom < frame.bottom + 2;
    return tags.length > 0 && tags.every(isWhole);
};
const row = (page, name) => page.getByRole("button", { name });

test("a shelf is walked along: each code is boxed with shape and word, signalled and listed once", async () => {
    const { server, label } = await startField();
    const otherFile = path.join(server.folder, "other.png");
    await server.temsao("label", "09520000060053", "--lot", "L99", "--format", "png", "--dpi", "300", "-o", otherFile);
    await server.temsao("list", "revoke", "09520000060053", "--decision", "3763/QĐ-UBND");
    await server.publish(path.join(server.folder, "second.temsao"));
    const other = readFileSync(otherFile).toString("base64");
    const next = { places: [{ x: 0.5, y: 0.5, size: 0.5, turn: -0.05, label: other }] };
    const filmed = await filming(browser, server.folder, label, [near, next]);
    try {
        const { page, look, close } = await opened(filmed, server);
        await row(page, /Nước mắm cá cơm Hạnh Mẫu.*Hợp lệ/).waitFor();
        await row(page, /Bánh đa nem Hạnh Mẫu.*Không hợp lệ/).waitFor();
        await page.getByText("2 tem: 1 không hợp lệ, 1 hợp lệ").waitFor();
        await page.locator(".box.live.valid text", { hasText: "Hợp lệ" }).waitFor();
        await page.locator(".box.live.invalid text", { hasText: "Không hợp lệ" }).waitFor();
        await page.waitForFunction(tagsAreWhole);
        await look("scan-live-1-shelf");
        await row(page, /Nước mắm cá cơm Hạnh Mẫu.*3 sao trên tem/).waitFor(); // voted
        await becomes(() => page.locator(".walked-row").count(), 2, "each code once");
        const heard = await page.evaluate(() => [window.heard, window.shaken]);
        assert.deepEqual(heard[0].sort(), [1318, 330, 440].sort(), "one tone for the good one, two for the other");
        assert.deepEqual(heard[1].map(String).sort(), ["40", "90,70,90"]);

        // An answer is opened, with the frame as evidence; the walk goes on where it was.
        await row(page, /Nước mắm cá cơm Hạnh Mẫu/).click();
        await heading(page, "Nước mắm cá cơm Hạnh Mẫu");
        await page.getByText("Điện thoại đếm được 3 sao.").waitFor();
        const files = await saveEvidence(page);
        assert.equal(documentOf(files).symbols[0].stars_counted_by_phone, 3);
        assert.ok(files["photo.jpg"].length > 10_000);
        await page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
        await page.getByText("2 tem: 1 không hợp lệ, 1 hợp lệ").waitFor();
        await page.getByRole("link", { name: /Đã kiểm tra \(2 chờ gửi\)/ }).waitFor();
        await page.getByRole("button", { name: "Bắt đầu kệ khác" }).click();
        await page.getByText("2 tem: 1 không hợp lệ, 1 hợp lệ").waitFor();
        await becomes(() => page.evaluate(() => window.shaken.length), 4, "a new shelf begins at nothing");
        await close();
    } finally {
        await filmed.close();
        await server.stop();
    }
});

test("sound and vibration can be switched off, and stay off", async () => {
    const { server, label } = await startField();
    const filmed = await filming(browser, server.folder, label, [near]);
    try {
        const { page, close } = await opened(filmed, server);
        await row(page, /Nước mắm cá cơm Hạnh Mẫu/).waitFor();
        await becomes(() => page.evaluate(() => window.shaken.length), 1);
        await page.getByRole("button", { name: "Tiếng và rung" }).click();
        await page.reload();
        await row(page, /Nước mắm cá cơm Hạnh Mẫu/).waitFor();
        await becomes(() => page.evaluate(() => [window.heard, window.shaken]), [[], []]);
        await becomes(() => page.getByRole("button", { name: "Tiếng và rung" }).getAttribute("aria-pressed"), "false");
        await close();
    } finally {
        await filmed.close();
        await server.stop();
    }
});

test("where nothing is read the camera says what to do: nearer, tilt, light", async () => {
    const { server, label } = await startField();
    const films = [
        ["nearer", { places: [{ x: 0.5, y: 0.5, size: 0.03, turn: 0 }] }, "Lại gần hơn"],
        ["tilt", { ...near, glare: { x: 0.5, y: 0.5, width: 1, height: 1 } }, "Nghiêng để tránh lóa"],
        ["light", { ...near, night: true }, "Tối quá: bật đèn"],
    ];
    try {
        for (const [name, frame, words] of films) {
            const filmed = await filming(browser, server.folder, label, [frame]);
            const { page, look, close } = await opened(filmed, server);
            await page.getByText(words).waitFor();
            if (name === "nearer") await look("scan-live-2-hint");
            await close();
            await filmed.close();
        }
    } finally {
        await server.stop();
    }
});

test("a label in bad light that one quick look does not read is read live by the rescue steps", async () => {
    const { server, label } = await startField();
    const filmed = await filming(browser, server.folder, label, [{ ...near, dark: true }]);
    try {
        const { page, close } = await opened(filmed, server);
        await row(page, /Nước mắm cá cơm Hạnh Mẫu/).waitFor();
        await close();
    } finally {
        await filmed.close();
        await server.stop();
    }
});

test("what the camera can do is offered, and it rests while the tab is hidden", async () => {
    const { server, label } = await startField();
    const filmed = await filming(browser, server.folder, label, [near]);
    const able = () => {
        window.asked = [];
        window.tracks = [];
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wish) => {
            const stream = await real({ video: true });
            window.tracks.push([stream.getVideoTracks()[0], wish]);
            return stream;
        };
        navigator.mediaDevices.enumerateDevices = async () => [
            { kind: "videoinput", deviceId: "front" },
            { kind: "videoinput", deviceId: "back" },
        ];
        MediaStreamTrack.prototype.getCapabilities = () => ({
            torch: true,
            zoom: { min: 1, max: 8, step: 0.5 },
            focusMode: ["single-shot", "continuous"],
        });
        MediaStreamTrack.prototype.getSettings = () => ({ deviceId: "back" });
        MediaStreamTrack.prototype.applyConstraints = async ({ advanced }) => void window.asked.push(advanced[0]);
    };
    try {
        const { page, look, close } = await opened(filmed, server, "phone", able);
        await page.getByRole("button", { name: "Đèn" }).click();
        await page.getByRole("button", { name: "Đèn", pressed: true }).waitFor();
        await page.getByRole("slider", { name: "Phóng to" }).fill("4");
        await page.locator(".finder video").click({ position: { x: 40, y: 60 } });
        await page.waitForFunction(() => window.asked.some((one) => one.focusMode === "continuous"));
        await look("scan-live-3-lens");
        const asked = await page.evaluate(() => window.asked);
        assert.deepEqual(asked[0], { torch: true });
        assert.deepEqual(asked[1], { zoom: 4 });
        assert.equal(asked[2].focusMode, "single-shot");
        // A tap at the left edge of a tall frame: the picture is wide and cut there.
        const { x, y } = asked[2].pointsOfInterest[0];
        assert.ok(x > 0.25 && x < 0.45 && y > 0.05 && y < 0.3, `${x} ${y}`);

        await page.getByRole("button", { name: "Máy ảnh khác" }).click();
        await page.waitForFunction(() => window.tracks.length === 2);
        await becomes(() => page.evaluate(() => window.tracks[1][1].video.deviceId), { exact: "front" });

        const hide = (state) =>
            page.evaluate((now) => {
                Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
                document.dispatchEvent(new Event("visibilitychange"));
            }, state);
        await hide("hidden");
        await page.waitForFunction(() => window.tracks[1][0].readyState === "ended");
        await hide("visible");
        await page.waitForFunction(() => window.tracks[2]?.[0].readyState === "live");
        await close();
    } finally {
        await filmed.close();
        await server.stop();
    }
});

test("a camera that is denied, missing or busy is told as that, and can be opened again", async () => {
    const { server } = await startField();
    try {
        for (const [name, words] of [
            ["NotAllowedError", /Máy ảnh đang bị chặn/],
            ["NotFoundError", /Không thấy máy ảnh nào/],
            ["NotReadableError", /ứng dụng khác dùng/],
        ]) {
            const { page, look, close } = await open(browser, "phone", "about:blank");
            await page.addInitScript((kind) => {
                navigator.mediaDevices.getUserMedia = async () => {
                    throw new DOMException("no", kind);
                };
            }, name);
            await page.goto(`${server.url}/scan/`);
            await ready(page);
            await page.getByRole("button", { name: "Mở máy ảnh" }).click();
            await page.getByRole("alert").filter({ hasText: words }).waitFor();
            await page.getByRole("button", { name: "Mở lại máy ảnh" }).waitFor();
            if (name === "NotAllowedError") await look("scan-live-4-denied");
            await close();
        }
    } finally {
        await server.stop();
    }
});
