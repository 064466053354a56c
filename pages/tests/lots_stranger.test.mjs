// A lot from the household to the market, written on a phone by somebody who has never seen the lot book: how much she
// types, and how long it takes with reading. Counted, not timed: a busy machine changes nothing.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { heading, openBrowser } from "./browser.mjs";
import { HOME, allSent, inBook, opened, start } from "./lot_book.mjs";
import { startServer } from "./server.mjs";

const MOST_WORDS = 12;
const MOST_SECONDS = 180;
// People read 238 words a minute in silence (Brysbaert 2019), type 36 a minute on a phone (Palin and others 2019), and
// take 1.1 seconds to point at something (Card, Moran and Newell 1980). Each Vietnamese syllable is counted as a word.
const READ = 60 / 238,
    TYPED = 60 / 36,
    TAP = 1.1;

let browser;
before(async () => {
    browser = await openBrowser();
});

const wordsOf = (text) => text.split(/\s+/).filter(Boolean);

/** A person who reads each line of a screen that she has not read before, then taps and types. */
class Stranger {
    typed = 0;
    taps = 0;
    read = 0;
    #known = new Set();

    constructor(page) {
        this.page = page;
    }

    async look() {
        for (const line of (await this.page.locator("main").innerText()).split("\n")) {
            if (this.#known.has(line)) continue;
            this.#known.add(line);
            this.read += wordsOf(line).length;
        }
    }

    async tap(role, name) {
        await this.look();
        await this.page.getByRole(role, { name }).first().click();
        this.taps += 1;
    }

    async type(name, text) {
        await this.look();
        await this.page.getByRole("textbox", { name, exact: true }).fill(text);
        this.taps += 1;
        this.typed += wordsOf(text).length;
    }

    async begin(kind) {
        await this.look();
        await start(this.page, kind);
        this.taps += 1;
        await this.page.getByRole("button", { name: "Ghi vào sổ" }).waitFor();
    }

    async save() {
        await this.tap("button", "Ghi vào sổ");
        await heading(this.page, HOME);
    }

    get seconds() {
        return this.read * READ + this.typed * TYPED + this.taps * TAP;
    }
}

async function receiveToShip(person) {
    await person.begin("Nhập, thu hoạch");
    await person.type("Hàng gì?", "Cá cơm");
    await person.type("Bao nhiêu?", "1200");
    await person.type("Nhận từ ai?", "Hộ Lý");
    await person.save();
    await person.begin("Chế biến");
    await person.tap("checkbox", /Cá cơm/);
    await person.type("Thành hàng gì?", "Nước cốt");
    await person.type("Bao nhiêu?", "640");
    await person.save();
    await person.begin("Kiểm nghiệm");
    await person.tap("radio", /Nước cốt/);
    await person.tap("radio", "Đạt");
    await person.save();
    await person.begin("Đóng gói");
    await person.tap("checkbox", /Nước cốt/);
    await person.tap("radio", /Nước mắm/);
    await person.type("Được bao nhiêu?", "600");
    await person.save();
    await person.begin("Giao hàng");
    await person.tap("radio", /Nước mắm/);
    await person.type("Bao nhiêu?", "600");
    await person.type("Giao cho ai?", "Chợ Mẫu");
    await person.save();
}

test("from receiving to shipping a stranger types at most twelve words and needs at most three minutes", async () => {
    const server = await startServer();
    const { page, close } = await opened(browser, "phone", server);
    const person = new Stranger(page);
    await receiveToShip(person);
    await allSent(page);
    const { typed, taps, read, seconds } = person;
    console.log(`${typed} words typed, ${taps} taps, ${read} words read: ${Math.round(seconds)} seconds`);
    assert.ok(typed <= MOST_WORDS, `${typed} words`);
    assert.ok(seconds <= MOST_SECONDS, `${seconds} seconds`);
    const events = Object.values(await inBook(server));
    assert.deepEqual(events.sort(), [2, 2, 3], "three lots with their five events");
    await close();
});
