// The phone's core, in node as it would be in a browser, sees and says of made photos what the command line does: texts,
// corners, stars, bar codes, findings and verdicts; and it is no larger than it may be.
//   node compare_photos.mjs CORE.wasm TEMSAO MAKE_PHOTOS SAMPLE.csv [COUNT [FIRST]]
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { start } from "../../pages/scan/core_module.js";

const MOST_PACKED = 900_000; // bytes, as the server sends it
const MOST_APART = 0.5; // pixels between corners
const DAY = "2026-11-20";
const [wasm, temsao, makePhotos, sample, count = "300", first = "0"] = process.argv.slice(2);
if (!existsSync(wasm)) {
    console.log(`skipped: ${wasm} was not built; scripts/setup says why`);
    process.exit(77);
}
const module = readFileSync(wasm);
const packed = gzipSync(module, { level: 9 }).length;
assert.ok(packed <= MOST_PACKED, `${packed} bytes packed, at most ${MOST_PACKED}`);

const folder = mkdtempSync(join(tmpdir(), "temsao-phone-photos-"));
try {
    execFileSync(makePhotos, [folder, sample, count, first], { stdio: "inherit" });
    const home = join(folder, "home");
    execFileSync(temsao, ["--home", home, "--quiet", "trust", "add", join(folder, "bundle"), "--root", join(folder, "root.pub")]);
    const files = readdirSync(folder).filter((name) => name.endsWith(".jpg")).sort().map((name) => join(folder, name));
    // The exit status says what was found, which is what is compared.
    let said;
    try {
        said = execFileSync(temsao, ["--home", home, "--lang", "en", "--json", "verify", ...files, "--date", DAY], { maxBuffer: 1 << 28 });
    } catch (error) {
        said = error.stdout;
    }
    const line = JSON.parse(said);

    const phone = await start(new WebAssembly.Module(module));
    const ask = (name, ...inputs) => JSON.parse(phone.call(name, ...inputs));
    assert.equal(ask("open", readFileSync(join(folder, "bundle")), readFileSync(join(folder, "root.pub"), "utf8"), 1).sequence, 7);

    // All of the document but what is measured in fractions.
    const facts = ({ corners, ean13, uec, badge, ...label }) => ({
        ...label,
        ean13: ean13?.text ?? null,
        uec: uec?.toFixed(3),
        stars: badge ? badge.stars : "no badge",
    });
    const apart = (one, other) => Math.max(...one.flatMap(([x, y], i) => [Math.abs(x - other[i][0]), Math.abs(y - other[i][1])]));
    const words = {}, findings = {};
    let labels = 0, stars = 0, bars = 0, farthest = 0, phoneMs = 0, lineMs = 0;
    const differ = [];
    for (const [i, file] of files.entries()) {
        const raw = execFileSync(makePhotos, ["--pixels", file], { maxBuffer: 1 << 28 });
        const [width, height] = [raw.readUInt32LE(0), raw.readUInt32LE(4)];
        const seen = ask("look", raw.subarray(8), width, height, 4, JSON.stringify({ effort: "normal" }));
        assert.ok(!seen.error, JSON.stringify(seen));
        const judged = ask("judge", JSON.stringify({
            texts: seen.labels.map((label) => label.text),
            seen: seen.labels.map((label) => label.seen),
            date: DAY,
            lang: "en",
        }));
        assert.ok(!judged.error, JSON.stringify(judged));
        phoneMs += seen.ms;
        lineMs += line.files[i].ms;
        const byPhone = judged.files.map((one) => one.labels[0]), byLine = line.files[i].labels;
        const check = (what) => {
            try {
                what();
            } catch (error) {
                differ.push(error.message);
            }
        };
        check(() => assert.deepEqual(byPhone.map(facts), byLine.map(facts), file));
        check(() => assert.equal(judged.verdict, line.files[i].verdict, file));
        for (const [at, label] of byPhone.entries())
            if (byLine[at]) farthest = Math.max(farthest, apart(label.corners, byLine[at].corners));
        for (const label of byLine) {
            labels += 1;
            stars += label.badge?.stars !== undefined && label.badge?.stars !== null;
            bars += label.ean13 !== undefined;
            words[label.verdict] = (words[label.verdict] ?? 0) + 1;
            for (const { code } of label.findings) findings[code] = (findings[code] ?? 0) + 1;
        }
    }
    console.log(`${files.length} photos, ${labels} labels, ${stars} with counted stars, ${bars} with a bar code:`, words, findings);
    console.log(`corners at most ${farthest.toFixed(3)} pixels apart; ${Math.round(phoneMs / files.length)} ms a photo, the program ${Math.round(lineMs / files.length)} ms CPU; ${packed} bytes packed`);
    assert.deepEqual(differ, []);
    assert.ok(farthest <= MOST_APART, `corners ${farthest} pixels apart`);
    if (Number(count) >= 100) {
        for (const word of ["valid", "check", "invalid"]) assert.ok(words[word] >= 5, `only ${words[word] ?? 0} labels are ${word}`);
        for (const code of ["STAR_MISMATCH", "BADGE_ODD_FORM", "BADGE_ODD_COLOUR"]) assert.ok(findings[code], `no label with ${code}`);
        assert.ok(bars >= 5 && stars >= labels / 2, `${bars} bar codes, ${stars} counted of ${labels}`);
    }
} finally {
    rmSync(folder, { recursive: true });
}
