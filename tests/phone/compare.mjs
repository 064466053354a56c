// The phone's core, in node as it would be in a browser, says of a thousand codes what the command line says.
//   node compare.mjs CORE.wasm TEMSAO MAKE_CODES SAMPLE.csv
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start, Stopped } from "../../pages/scan/core_module.js";

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

    const phone = await start(new WebAssembly.Module(readFileSync(core)));
    const call = (name, request) => JSON.parse(phone.call(name, typeof request === "string" ? request : JSON.stringify(request)));
    const ask = (request) => call("judge", request);
    const open = (bytes, root) => JSON.parse(phone.call("open", bytes, root, 1));
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
        assert.ok(ask(wrong).error, wrong);

    // Stars that a person counted are compared with those certified (three, of the sample's first product).
    const typed = { product: "9520000010003", lot: "L1", serial: "k7m2p9xq" };
    const { text } = call("compose", typed);
    assert.equal(text, "https://id.ocop.vn/01/09520000010003/10/L1/21/K7M2P9XQ");
    const counted = (stars) => ask({ texts: [text], stars: [stars], date: "2026-11-20" });
    assert.equal(counted(3).verdict, ask({ texts: [text], date: "2026-11-20" }).verdict);
    assert.equal(counted(5).verdict, "invalid");
    assert.match(JSON.stringify(counted(5).files[0].labels[0].findings), /STAR_MISMATCH/);
    // What the eye is given is looked at before it looks; what it gave is judged as the command line judges it.
    const look = (pixels, width, height, channels, wish) => JSON.parse(phone.call("look", pixels, width, height, channels, JSON.stringify(wish)));
    const wall = Buffer.alloc(40 * 30, 200);
    assert.deepEqual(look(wall, 40, 30, 1, { effort: "fast" }).labels, []);
    for (const [width, height, channels, wish] of [[40, 30, 4, { effort: "fast" }], [0, 30, 1, { effort: "fast" }], [-40, -30, 1, { effort: "fast" }], [100_000, 100_000, 1, { effort: "fast" }], [40, 30, 3, { effort: "fast" }], [40, 30, 1, { effort: "all" }], [40, 30, 1, []], [40, 30, 1, {}]])
        assert.ok(look(wall, width, height, channels, wish).error, JSON.stringify([width, height, channels, wish]));
    const seenWith = (badge, of = text) => ({
        bytes: Buffer.from(of).toString("base64"), text: Buffer.from(of).toString("base64"), kind: "QR", corners: [[1, 2], [30, 2], [30, 31], [1, 31]],
        version: 3, ec_level: "M", step: "plain", mirrored: false, inverted: false, badge: { confidence: 0.99, seen: true, odd_form: false, odd_colour: false, ...badge },
    });
    const judged = (seen, stars) => ask({ texts: [text], seen, stars, date: "2026-11-20" }).files[0];
    assert.equal(judged([seenWith({ stars: 5 })]).verdict, "invalid");
    assert.equal(judged([seenWith({ stars: 3 })]).labels[0].badge.stars, 3);
    assert.match(JSON.stringify(judged([seenWith({})])), /STARS_UNSURE/);
    assert.match(JSON.stringify(judged([seenWith({ stars: 3, odd_form: true })])), /BADGE_ODD_FORM/);
    assert.match(JSON.stringify(judged([seenWith({ stars: 3, odd_colour: true })])), /BADGE_ODD_COLOUR/);
    assert.equal(judged([seenWith({ stars: 5 })], [3]).verdict, judged([seenWith({ stars: 3 })]).verdict, "what a person counted goes before");
    const good = seenWith({ stars: 3 });
    for (const wrong of [1, [], "", {}, seenWith({ stars: "3" }), seenWith({ stars: 3 }, "https://example.com/"), { ...good, corners: [[1, 2]] }, { ...good, corners: [[1e300, 2], [30, 2], [30, 31], [1, 31]] }, { ...good, bytes: "%" }, { ...good, version: 1.5 }, { ...good, kind: null }, { ...good, ean13: {} }, { ...good, print: [[]] }])
        assert.ok(ask({ texts: [text], seen: [wrong], date: "2026-11-20" }).error, JSON.stringify(wrong));
    for (const hosts of ["x", [1], [text.repeat(10)], Array(17).fill("a.vn")]) assert.ok(ask({ texts: [text], hosts, date: "2026-11-20" }).error, JSON.stringify(hosts));
    const elsewhereText = text.replace("id.ocop.vn", "tem.vinh.vn");
    assert.match(JSON.stringify(ask({ texts: [elsewhereText], date: "2026-11-20" })), /HOST/);
    assert.doesNotMatch(JSON.stringify(ask({ texts: [elsewhereText], hosts: ["tem.vinh.vn"], date: "2026-11-20" })), /HOST/);
    // What is typed wrong is told, not guessed.
    assert.match(call("compose", { ...typed, product: "9520000010004" }).error.message, /./);
    assert.match(call("compose", { ...typed, serial: "K7M2P9XQ-A" }).error.id, /serial.check/);
    assert.equal(call("compose", { product: "matong-01", lot: "L1" }).text, "https://id.ocop.vn/sp/MATONG-01/lo/L1");
    assert.equal(phone.call("digest", Buffer.from("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // A call that cannot be done stops its module, and says so; a fresh one answers.
    const another = await start(new WebAssembly.Module(readFileSync(core)));
    assert.throws(() => another.call("digest", { length: 2 ** 32 - 2 ** 16 }), Stopped);
    assert.ok(another.isStopped && !phone.isStopped);
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
