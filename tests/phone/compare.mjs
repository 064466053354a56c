// The phone's core, in node as it would be in a browser, says of a thousand codes what the program says.
//   node compare.mjs CORE.js MAKE_CODES SAMPLE.csv
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, dirname } from "node:path";
import { pathToFileURL } from "node:url";

const [core, makeCodes, sample] = process.argv.slice(2);
if (!existsSync(core)) {
    console.log(`skipped: ${core} was not built; emscripten and scripts/phone-libraries build it`);
    process.exit(77);
}
const folder = mkdtempSync(join(tmpdir(), "temsao-phone-"));
try {
    execFileSync(makeCodes, [folder, sample], { stdio: "inherit" });
    const read = (name) => readFileSync(join(folder, name));
    const { default: start } = await import(pathToFileURL(core).href);
    const wasm = readFileSync(join(dirname(core), "temsao_core.wasm"));
    const phone = await start({ wasmBinary: wasm });
    const ask = (request) => JSON.parse(phone.ccall("temsao_judge", "string", ["string"], [JSON.stringify(request)]));
    const open = (bytes, root) => {
        const at = phone._malloc(bytes.length);
        phone.HEAPU8.set(bytes, at);
        const said = phone.ccall("temsao_open", "string", ["number", "number", "string", "string"], [at, bytes.length, root, "en"]);
        phone._free(at);
        return JSON.parse(said);
    };
    const root = read("root.pub").toString(), bundle = read("bundle"), asked = JSON.parse(read("asked.json"));

    // Without a list nothing is concluded; a bundle that somebody touched is refused.
    assert.equal(ask(asked[0]).list, null);
    const touched = Buffer.from(bundle);
    touched[touched.length - 9] ^= 1;
    assert.ok(open(touched, root).error);
    assert.equal(ask(asked[0]).list, null);
    assert.equal(open(bundle, root).sequence, 7);
    assert.ok(open(touched, root).error, "the good list stays when a bad one is offered");

    const said = JSON.parse(read("said.json")), words = {};
    let compared = 0;
    asked.forEach((request, i) => {
        const answer = ask(request);
        for (const document of [answer, said[i]]) for (const file of document.files) delete file.ms;
        answer.files.forEach((file, j) => {
            assert.deepEqual(file, said[i].files[j], request.texts[j]);
            words[file.verdict] = (words[file.verdict] ?? 0) + 1;
            ++compared;
        });
        assert.deepEqual(answer, said[i]);
    });
    assert.ok(compared > 900, `only ${compared} codes`);
    for (const word of ["valid", "check", "invalid", "inconclusive"])
        assert.ok(words[word] >= 20, `only ${words[word] ?? 0} codes are ${word}: the comparison would show little`);
    for (const wrong of ["", "{}", '{"texts":[1],"date":"2026-11-20"}', '{"texts":["x"],"date":"morgen"}'])
        assert.ok(JSON.parse(phone.ccall("temsao_judge", "string", ["string"], [wrong])).error, wrong);
    console.log(`${compared} codes, the same answers:`, words);
} finally {
    rmSync(folder, { recursive: true });
}
