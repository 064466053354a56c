// The phone's core, in node as it would be in a browser, says of a thousand codes what the command line says.
//   node compare.mjs CORE.js TEMSAO MAKE_CODES SAMPLE.csv
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, dirname } from "node:path";
import { pathToFileURL } from "node:url";

const [core, temsao, makeCodes, sample] = process.argv.slice(2);
if (!existsSync(core)) {
    console.log(`skipped: ${core} was not built; scripts/setup says why`);
    process.exit(77);
}
const folder = mkdtempSync(join(tmpdir(), "temsao-phone-"));
try {
    execFileSync(makeCodes, [folder, sample], { stdio: "inherit" });
    const read = (name) => readFileSync(join(folder, name));
    const home = join(folder, "home");
    execFileSync(temsao, ["--home", home, "trust", "add", join(folder, "bundle"), "--root", join(folder, "root.pub")]);
    const commandLine = ({ texts, date, lang }) => {
        const done = spawnSync(temsao, ["--home", home, "--lang", lang, "--json", "trace", "check", "--date", date, ...texts], { encoding: "utf8", maxBuffer: 1 << 26 });
        assert.ok(done.stdout, done.stderr);
        return JSON.parse(done.stdout);
    };

    globalThis.self = globalThis; // as in a worker: where libsodium looks for random numbers
    const { default: start } = await import(pathToFileURL(core).href);
    const phone = await start({ wasmBinary: readFileSync(join(dirname(core), "temsao_core.wasm")) });
    const call = (name, request) => JSON.parse(phone.ccall(name, "string", ["string"], [JSON.stringify(request)]));
    const ask = (request) => call("temsao_judge", request);
    const withBytes = (bytes, use) => {
        const at = phone._malloc(bytes.length);
        phone.HEAPU8.set(bytes, at);
        const said = use(at);
        phone._free(at);
        return said;
    };
    const open = (bytes, root) => withBytes(bytes, (at) =>
        JSON.parse(phone.ccall("temsao_open", "string", ["number", "number", "string", "string"], [at, bytes.length, root, "en"])));
    const root = read("root.pub").toString(), bundle = read("bundle"), asked = JSON.parse(read("asked.json"));

    // Without a list nothing is concluded; a bundle that somebody touched is refused.
    assert.equal(ask(asked[0]).list, null);
    const touched = Buffer.from(bundle);
    touched[touched.length - 9] ^= 1;
    assert.ok(open(touched, root).error);
    assert.equal(ask(asked[0]).list, null);
    assert.equal(open(bundle, root).sequence, 7);
    assert.ok(open(touched, root).error, "the good list stays when a bad one is offered");

    const words = {};
    let compared = 0;
    for (const request of asked) {
        const answer = ask(request), said = commandLine(request);
        for (const document of [answer, said]) for (const file of document.files) delete file.ms;
        answer.files.forEach((file, i) => {
            assert.deepEqual(file, said.files[i], request.texts[i]);
            words[file.verdict] = (words[file.verdict] ?? 0) + 1;
            ++compared;
        });
        assert.deepEqual(answer, said);
    }
    assert.equal(compared, 1000);
    for (const word of ["valid", "check", "invalid", "inconclusive"])
        assert.ok(words[word] >= 20, `only ${words[word] ?? 0} codes are ${word}: the comparison would show little`);
    for (const wrong of ["", "{}", '{"texts":[1],"date":"2026-11-20"}', '{"texts":["x"],"date":"morgen"}'])
        assert.ok(JSON.parse(phone.ccall("temsao_judge", "string", ["string"], [wrong])).error, wrong);

    // Stars that a person counted are compared with those certified (three, of the sample's first product).
    const typed = { product: "9520000010003", lot: "L1", serial: "k7m2p9xq" };
    const { text } = call("temsao_compose", typed);
    assert.equal(text, "https://id.ocop.vn/01/09520000010003/10/L1/21/K7M2P9XQ");
    const counted = (stars) => ask({ texts: [text], stars: [stars], date: "2026-11-20" });
    assert.equal(counted(3).verdict, ask({ texts: [text], date: "2026-11-20" }).verdict);
    assert.equal(counted(5).verdict, "invalid");
    assert.match(JSON.stringify(counted(5).files[0].labels[0].findings), /STAR_MISMATCH/);
    // What the counter is given is looked at before it counts; what it gave is judged as the command line judges it.
    const count = (symbol, width = 40, height = 30) => withBytes(Buffer.alloc(1200, 200), (at) =>
        JSON.parse(phone.ccall("temsao_count", "string", ["number", "number", "number", "string"], [at, width, height, JSON.stringify(symbol)])));
    const symbol = { text, corners: [[10, 10], [31, 10], [31, 31], [10, 31]], size: 21, modules: "10".repeat(220) + "1" };
    assert.deepEqual(count(symbol), { photographed: true, badge: null }, "too small to be told");
    assert.deepEqual(count({ ...symbol, text: "xin chào" }), { photographed: false });
    for (const wrong of [{ ...symbol, size: 22 }, { ...symbol, modules: "1" }, { ...symbol, corners: [[0, 0]] }, { ...symbol, corners: [[1e9, 0], [1, 0], [1, 1], [0, 1]] }, { ...symbol, corners: null }, {}])
        assert.ok(count(wrong).error, JSON.stringify(wrong));
    for (const [width, height] of [[0, 30], [-1, 30], [100_000, 100_000]]) assert.ok(count(symbol, width, height).error);
    const badge = (stars) => ({ photographed: true, badge: { seen: true, stars, confidence: 0.99, odd_form: false } });
    const judged = (badges, stars) => ask({ texts: [text], badges, stars, date: "2026-11-20" }).files[0];
    assert.equal(judged([badge(5)]).verdict, "invalid");
    assert.equal(judged([badge(3)]).labels[0].badge.stars, 3);
    assert.match(JSON.stringify(judged([badge(null)])), /STARS_UNSURE|BADGE/);
    assert.equal(judged([badge(5)], [3]).verdict, judged([badge(3)]).verdict, "what a person counted goes before");
    // What is typed wrong is told, not guessed.
    assert.match(call("temsao_compose", { ...typed, product: "9520000010004" }).error.message, /./);
    assert.match(call("temsao_compose", { ...typed, serial: "K7M2P9XQ-A" }).error.id, /serial.check/);
    assert.equal(call("temsao_compose", { product: "matong-01", lot: "L1" }).text, "https://id.ocop.vn/sp/MATONG-01/lo/L1");
    assert.equal(withBytes(Buffer.from("abc"), (at) => phone.ccall("temsao_digest", "string", ["number", "number"], [at, 3])),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // Another province counts its own editions: its first is not older than this one's seventh.
    const other = join(folder, "other"), passphrase = join(folder, "passphrase"), first = join(folder, "first");
    writeFileSync(passphrase, "hai tỉnh, hai khoá\n");
    const elsewhere = (...words) => spawnSync(temsao, ["--home", other, "--quiet", ...words, "--passphrase-file", passphrase]);
    spawnSync(temsao, ["--home", other, "--quiet", "list", "import", sample, "--as-of", "2026-11-01"]);
    elsewhere("key", "new", "root", "--owner", "Tỉnh Mẫu");
    elsewhere("publish", "-o", first);
    assert.equal(open(readFileSync(first), readFileSync(join(other, "keys/root.pub")).toString()).sequence, 1);
    assert.ok(open(readFileSync(first), root).error, "by its own key only");
    console.log(`${compared} codes, the same answers:`, words);
} finally {
    rmSync(folder, { recursive: true });
}
