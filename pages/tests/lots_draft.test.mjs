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
