// What the scanner works out without a camera: codes as they are typed, days of Viet Nam, votes, hints.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./modules.mjs";

test("a code is read as it is printed: with brackets, spaces, or as an address without https", async () => {
    const { readPrinted } = await load("scan/printed.ts");
    const parts = (product, lot = "", serial = "", dates = []) => ({ kind: "parts", product, lot, serial, dates });
    const address = (text) => ({ kind: "address", text });
    for (const [typed, read] of [
        ["9520000010003", parts("9520000010003")],
        [" 9 520000 010003 ", parts("9520000010003")],
        ["MATONG-01", parts("MATONG-01")],
        ["(01)09520000010003(10)L261124", parts("09520000010003", "L261124")],
        ["(01) 0952 0000 010003 (10) L261124", parts("09520000010003", "L261124")],
        [
            "(01)09520000010003 (17)271124 (10)L1 (21)K7M2P9XQ /W",
            parts("09520000010003", "L1", "K7M2P9XQ /W", [["17", "271124"]]),
        ],
        ["0109520000010003 10L261124", parts("09520000010003", "L261124")],
        ["id.ocop.vn/01/09520000010003/10/L1", address("https://id.ocop.vn/01/09520000010003/10/L1")],
        ["https://id.ocop.vn/01/ 09520000010003", address("https://id.ocop.vn/01/09520000010003")],
    ])
        assert.deepEqual(readPrinted(typed), read, typed);
});

test("a day begins in Viet Nam at midnight there, wherever the phone believes to be", async () => {
    const { dayInVietNam, timeInVietNam } = await load("kit/clock.ts");
    assert.equal(dayInVietNam(new Date("2026-11-29T20:15:00Z")), "2026-11-30"); // 03:15
    assert.equal(dayInVietNam(new Date("2026-11-30T16:59:59Z")), "2026-11-30");
    assert.equal(timeInVietNam(new Date("2026-11-29T20:15:00Z")), "2026-11-30T03:15:00+07:00");
});

test("stars are voted: enough frames must agree, and more than half of all", async () => {
    const { voted } = await load("scan/walk.ts");
    assert.equal(voted({}), null);
    assert.equal(voted({ 3: 2 }), null, "too few");
    assert.equal(voted({ 3: 3 }), 3);
    assert.equal(voted({ 3: 3, 5: 1 }), 3, "one glare does not decide");
    assert.equal(voted({ 3: 3, 5: 3 }), null, "undecided");
});

test("a frame that counts other stars than most does not decide, and its verdict is not told", async () => {
    const { withFrame } = await load("scan/walk.ts");
    const frame = (step, stars, verdict) => ({
        sights: [{ text: "A", corners: [], badge: { seen: true, stars, confidence: 1 }, seen: {} }],
        answer: { files: [{ verdict, labels: [{ verdict, text: "A", findings: [] }] }] },
        step,
        size: [1, 1],
        ms: 1,
        last: true,
    });
    let walked = [];
    const told = [];
    for (const [step, stars, verdict] of [
        ["frame", null, "valid"],
        ["stars", 5, "invalid"],
        ["stars", 3, "valid"],
        ["stars", 3, "valid"],
        ["stars", 3, "valid"],
        ["stars", 5, "invalid"],
    ]) {
        const { now, news } = withFrame(walked, frame(step, stars, verdict), "2026-11-30T08:00:00+07:00");
        walked = now;
        told.push(...news.map((one) => one.answer.files[0].verdict));
    }
    assert.deepEqual(told, ["valid", "valid"], "when it is seen, and when the stars are voted");
    assert.equal(walked.length, 1);
    assert.equal(walked[0].sight.badge.stars, 3);
});

test("a picture without a code is too dark, glares, or is too far away", async () => {
    const { hintFor } = await load("scan/hint.ts");
    const picture = (...lights) => new Uint8ClampedArray(lights.flatMap((light) => [light, light, light, 255]));
    assert.equal(hintFor(picture(10, 20, 30, 40)), "light");
    assert.equal(hintFor(picture(255, 255, 120, 90, 80, 90, 100, 110)), "tilt");
    assert.equal(hintFor(picture(90, 120, 150, 180)), "nearer");
});

test("of two packs with one code the worse verdict is kept, and what a person counted", async () => {
    const { checksKept, keepChecks, movePlace } = await load("scan/field_checks.ts");
    const { place, caseOfText } = await load("scan/case.ts");
    const answer = (verdict) => ({
        list: {},
        files: [{ verdict, labels: [{ verdict, text: "A", trace: { gtin: "09520000010003" }, findings: [] }] }],
    });
    const seen = (counted) => ({ ...caseOfText("A"), at: "2026-11-30T08:00:00+07:00", stars: [counted] });
    const kept = async () =>
        (await checksKept()).map(({ place, verdict, stars, stars_by }) => [place, verdict, stars, stars_by]);
    const first = seen(4);
    await keepChecks(first, answer("invalid"));
    await keepChecks(seen(null), answer("valid"));
    assert.deepEqual(await kept(), [["", "invalid", 4, "inspector"]], "another pack");
    assert.equal((await checksKept())[0].cases.length, 2);
    await keepChecks({ ...first, stars: [3] }, answer("valid"));
    assert.deepEqual(await kept(), [["", "valid", 3, "inspector"]], "the same one, counted again");

    await movePlace("", "Chợ Vinh");
    assert.deepEqual(await kept(), [["Chợ Vinh", "valid", 3, "inspector"]]);
    place.keep("Chợ Vinh");
    await keepChecks(seen(null), answer("check"));
    assert.deepEqual(await kept(), [["Chợ Vinh", "check", 3, "inspector"]]);
});

test("an address that is cut or typed wrongly names a place all the same", async () => {
    const { partsOf, to } = await load("kit/route.ts");
    assert.deepEqual(partsOf("#/lot/a%2Fb"), ["lot", "a/b"]);
    assert.deepEqual(partsOf(to("lot", "Cá cơm")), ["lot", "Cá cơm"]);
    assert.deepEqual(partsOf("#/lot/%E1%BA/%"), ["lot", "%E1%BA", "%"]);
    assert.deepEqual(partsOf(""), []);
});
