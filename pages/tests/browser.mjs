// Debian's Chromium, driven by playwright-core; what every journey needs: two sizes, two lights, pictures, axe.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";
import { endedWithTheTests } from "./ending.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.SCREENSHOTS; // a folder; drawn only when asked, since nothing in a test looks at them
if (pictures) mkdirSync(pictures, { recursive: true });

export const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

export const openBrowser = (...more) =>
    endedWithTheTests(
        chromium.launch({
            executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell",
            timeout: 300_000, // milliseconds until it answers; a busy machine takes its time
            args: [
                "--no-sandbox",
                "--disable-dev-shm-usage", // small in containers
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                ...more,
            ],
        }),
        (browser) => browser.close(),
    );

const inWords = ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`;

/** A person at one size: a page that fails the test on any error in its console. */
export async function open(browser, size, url, options = {}) {
    const context = await browser.newContext({
        viewport: sizes[size],
        deviceScaleFactor: size === "phone" ? 2 : 1,
        hasTouch: size === "phone",
        reducedMotion: "reduce",
        acceptDownloads: true,
        ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (message) => {
        // what the server refuses on purpose shows in the console too; the journey looks at the words on the page
        if (message.type() === "error" && !/Failed to load resource/.test(message.text())) wrong.push(message.text());
    });
    await page.goto(url);
    return {
        page,
        /** axe's opinion in light and in dark; nothing may stick out sideways. With SCREENSHOTS a picture in light
         *  and, of the phone, in dark. */
        async look(name) {
            await page.evaluate(() => document.fonts.ready);
            const sideways = await page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            const shown = await page.evaluate(() => document.body.innerText);
            assert.doesNotMatch(shown, /\[[FMD]\]/, `${name}: the mark of a rule is shown`);
            assert.ok(sideways <= 0, `${name} at ${size}: ${sideways} px stick out sideways`);
            await page.evaluate(axe);
            for (const colorScheme of ["light", "dark"]) {
                const isDark = colorScheme === "dark";
                await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
                const rules = isDark ? { runOnly: ["color-contrast"] } : {}; // nothing else depends on the light
                const found = await page.evaluate(
                    (rules) => window.axe.run(document, { resultTypes: ["violations"], ...rules }),
                    rules,
                );
                const grave = found.violations.filter((one) => one.impact === "serious" || one.impact === "critical");
                assert.deepEqual(grave.map(inWords), [], `axe on ${name}, ${size}, ${colorScheme}`);
                if (!pictures || (isDark && size !== "phone")) continue; // its dark colours are those of the phone
                await page.screenshot({
                    path: path.join(pictures, `${name}-${size}${isDark ? "-dark" : ""}.png`),
                    fullPage: true,
                });
            }
            await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        },
        async close() {
            await context.close();
            assert.deepEqual(wrong, [], "errors in the console");
        },
    };
}

/** Asks until the answer is the wanted value, or fits the pattern: pages change a moment after a deed, and a busy
 *  machine takes its time. Two minutes at most; then it fails as assert does, with the last answer. */
export async function becomes(ask, wanted, why) {
    const hold = wanted instanceof RegExp ? assert.match : assert.deepEqual;
    for (const end = Date.now() + 120_000; ; await new Promise((later) => setTimeout(later, 50))) {
        const answer = await ask();
        try {
            return hold(answer, wanted, why);
        } catch (error) {
            if (Date.now() > end) throw error;
        }
    }
}

/** Moves by Tab alone, as people do who use no mouse; what is never reached fails the test. */
export async function tabTo(page, role, name) {
    const wanted = page.getByRole(role, { name });
    for (let n = 0; n < 60; n++) {
        await page.keyboard.press("Tab");
        const at = page.locator(":focus");
        if ((await at.count()) && (await wanted.and(at).count())) return;
    }
    assert.fail(`Tab does not come to ${role} ${name}`);
}

export async function signIn(page, name, password) {
    await page.getByLabel("Tên đăng nhập").fill(name);
    await page.getByLabel("Mật khẩu").fill(password);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
}

/** The question that the screen asks. */
export const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
