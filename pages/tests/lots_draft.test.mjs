// What the lot book's form works out of what was typed, before anything is sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./modules.mjs";

test("only a full stop before three digits may be two numbers, and each of the two ways is one", async () => {
    const { readNumber } = await load("lots/amount.ts");
    for (const [typed, number] of [
        ["1200", "1200"],
        ["0,5", "0,5"],
        ["0.5", "0,5"],
        ["1,125", "1,125"],
        ["0,125", "0,125"],
        ["0.125", "0,125"],
        ["12,5", "12,5"],
        ["1.200,5", "1200,5"],
        ["1.200.000", "1200000"],
        ["1 200", "1200"],
    ])
        assert.deepEqual(readNumber(typed), { number }, typed);
    for (const [typed, ways] of [
        ["1.125", ["1125", "1,125"]],
        ["1.200", ["1200", "1,2"]],
        ["123.000", ["123000", "123"]],
    ]) {
        assert.deepEqual(readNumber(typed), { wrong: "twoWays", ways }, typed);
        for (const way of ways) assert.deepEqual(readNumber(way), { number: way }, `${typed}, typed as ${way}`);
    }
    for (const typed of ["0", "0,0", "abc", "1,2,3", "1,2345"])
        assert.deepEqual(readNumber(typed), { wrong: "notNumber" }, typed);
});

const noHabits = { items: [], from: [], to: [], places: [], processes: [], units: {} };
const noBook = { person: null, known: null, entries: [], lots: [], habits: noHabits };
const keptEntry = (part) => ({ id: "1", user: "hanh", saved: 0, strikes: "", why: [], state: "waiting", ...part });
const event = (part) => ({
    id: "ni:///sha-256;0123456789abcdef",
    kind: "transform",
    at: "2026-11-20T08:00:00+07:00",
    recorded: "2026-11-20T09:00:00+07:00",
    is_day: false,
    inputs: [{ product: "CA-COM", lot: "CC-1", name: "Cá cơm", amount: "300 kg" }],
    outputs: [{ product: "NMC", lot: "CH-1", name: "Nước mắm cốt", amount: "640 lít" }],
    ...part,
});

test("a corrected entry keeps what its form does not ask about", async () => {
    const { draftOf, entryOf } = await load("lots/draft.ts");
    const said = event({
        started: "2025-11-01",
        made: "2026-11-19",
        expires: "2027-11-19",
        party: { code: "", name: "Hộ ông Lý" },
    });
    const draft = draftOf(said, "vi");
    const right = entryOf({ ...draft, number: "650" }, noBook, said.id);
    assert.deepEqual(
        [right.started, right.made, right.expires, right.from, right.item, right.lot, right.at],
        ["2025-11-01", "2026-11-19", "2027-11-19", "Hộ ông Lý", "NMC", "CH-1", "2026-11-20T08:00:00+07:00"],
    );
    assert.equal(right.amount, "650 lít");
    assert.equal(right.use, "CA-COM/CC-1=300 kg");
    // The form of packing asks about days: there what is typed counts, and nothing that was taken out comes back.
    const pack = event({ kind: "pack", made: "2026-11-19", expires: "2027-11-19", started: "2026-11-01" });
    const packed = entryOf({ ...draftOf(pack, "vi"), expires: "" }, noBook, pack.id);
    assert.deepEqual([packed.made, packed.expires, packed.started], ["2026-11-19", undefined, "2026-11-01"]);
});

test("a refused entry that is sent again keeps what its form does not ask about", async () => {
    const { entryOf } = await load("lots/draft.ts");
    const { draftOfEntry } = await load("lots/draft_of_entry.ts");
    const entry = { kind: "transform", item: "NMC", lot: "CH-1", amount: "650 lít", started: "2025-11-01" };
    const again = entryOf(draftOfEntry(keptEntry({ entry, kind: "transform", name: "Nước mắm" }), noBook), noBook, "");
    assert.deepEqual([again.item, again.started, again.amount], ["NMC", "2025-11-01", "650 lít"]);
});

test("an entry that made several lots, or that a print run wrote, is not rewritten from one of them", async () => {
    const { canBeRewritten } = await load("lots/draft.ts");
    const [one] = event({}).outputs;
    assert.equal(canBeRewritten(event({})), true);
    assert.equal(canBeRewritten(event({ outputs: [one, { ...one, lot: "CH-2" }] })), false);
    assert.equal(canBeRewritten(event({ run: "17" })), false);
});

test("no lot is proposed that an entry has which waits or was refused", async () => {
    const { freshDraft, lotOf } = await load("lots/draft.ts");
    const draft = { ...freshDraft("harvest", noBook), item: "Cá cơm tươi", day: "2026-11-30" };
    assert.equal(lotOf(draft, noBook), "CCT-261130");
    for (const state of ["waiting", "refused"]) {
        const entries = [keptEntry({ lot: "CCT-261130", state })];
        assert.equal(lotOf(draft, { ...noBook, entries }), "CCT-261130-2", state);
    }
});

test("entries of a lot are about it or use it; other goods may have a lot of the same name", async () => {
    const { isOfLot } = await load("lots/lots_shown.ts");
    const lot = { product: "CA-COM", lot: "L1", name: "Cá cơm" };
    const yes = [
        { lot: "L1", name: "Cá cơm", entry: { item: "Cá cơm" } },
        { lot: "L1", name: "", entry: { item: "CA-COM" } },
        { lot: "L1", name: "Cá cơm", entry: null },
        { lot: "CH-1", name: "Nước mắm", entry: { item: "Nước mắm", use: "MUOI/M1; CA-COM/L1=20 kg" } },
    ];
    const no = [
        { lot: "L1", name: "Muối", entry: { item: "Muối" } },
        { lot: "L2", name: "Cá cơm", entry: { item: "Cá cơm" } },
        { lot: "CH-1", name: "Nước mắm", entry: { item: "Nước mắm", use: "CA-COM/L11=20 kg" } },
    ];
    for (const one of yes) assert.equal(isOfLot(keptEntry(one), lot), true, JSON.stringify(one));
    for (const one of no) assert.equal(isOfLot(keptEntry(one), lot), false, JSON.stringify(one));
});
