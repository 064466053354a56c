// The phone's core, in node as it would be in a browser, sees and says of made photos what the command line does: texts,
// corners, stars, bar codes, findings and verdicts; and it is no larger than it may be. The two are built by different
// compilers with different mathematical functions, whose last digits differ: which step read a symbol, and how much of
// its error correction was left, may differ with them. In one photo of a hundred, one of the two may refuse to count
// stars that the other counts. Two different counts, or two different texts, are never allowed.
//   node compare_photos.mjs CORE.wasm TEMSAO MAKE_PHOTOS SAMPLE.csv [COUNT [FIRST]]
// COUNT: 40, two of each kind, unless given, or what TEMSAO_PHOTOS says.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { start } from "../../pages/scan/core_module.js";

const MOST_PACKED = 900_000; // bytes, as the server sends it
const MOST_APART = 0.5; // pixels between corners; ZXing rounds its corners to whole pixels, which may round differently
const MOST_APART_ROUNDED = 1;
const DAY = "2026-11-20";
const [wasm, temsao, makePhotos, sample, count = process.env.TEMSAO_PHOTOS ?? "40", first = "0"] = process.argv.slice(2);
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
    execFileSync(temsao, [
        "--home",
        home,
        "--quiet",
        "trust",
        "add",
        join(folder, "bundle"),
        "--root",
        join(folder, "root.pub"),
    ]);
    const files = readdirSync(folder)
        .filter((name) => name.endsWith(".jpg"))
        .sort()
        .map((name) => join(folder, name));
    // The exit status says what was found, which is what is compared.
    let said;
    try {
        said = execFileSync(temsao, ["--home", home, "--lang", "en", "--json", "verify", ...files, "--date", DAY], {
            maxBuffer: 1 << 28,
        });
    } catch (error) {
        said = error.stdout;
    }
    const line = JSON.parse(said);

    const phone = await start(new WebAssembly.Module(module));
    const ask = (name, ...inputs) => JSON.parse(phone.call(name, ...inputs));
    assert.equal(
        ask("open", readFileSync(join(folder, "bundle")), readFileSync(join(folder, "root.pub"), "utf8"), 1).sequence,
        7,
    );

    // All of the document but what is measured in fractions, and the way that led there.
    const facts = ({ corners, ean13, uec, mask, step, badge, ...label }) => ({
        ...label,
        ean13: ean13?.text ?? null,
        stars: badge ? badge.stars : "no badge",
    });
    const counted = ({ badge }) => badge?.stars ?? null;
    // The other one's label with the same text that lies nearest.
    const twin = (label, others) =>
        others
            .filter(({ text }) => text === label.text)
            .sort((a, b) => apart(label.corners, a.corners) - apart(label.corners, b.corners))[0];
    const apart = (one, other) =>
        Math.max(...one.flatMap(([x, y], i) => [Math.abs(x - other[i][0]), Math.abs(y - other[i][1])]));
    const are_whole = ({ corners }) => corners.flat().every(Number.isInteger);
    const words = {},
        findings = {};
    let labels = 0,
        stars = 0,
        bars = 0,
        farthest = 0,
        farthestRounded = 0,
        phoneMs = 0,
        lineMs = 0;
    const differ = []; // never
    const refused = []; // by one of the two, stars that the other counts
    for (const [i, file] of files.entries()) {
        const raw = execFileSync(makePhotos, ["--pixels", file], { maxBuffer: 1 << 28 });
        const [width, height] = [raw.readUInt32LE(0), raw.readUInt32LE(4)];
        const seen = ask("look", raw.subarray(8), width, height, 4, JSON.stringify({ effort: "normal" }));
        assert.ok(!seen.error, JSON.stringify(seen));
        const judged = ask(
            "judge",
            JSON.stringify({
                texts: seen.labels.map((label) => label.text),
                seen: seen.labels.map((label) => label.seen),
                date: DAY,
                lang: "en",
            }),
        );
        assert.ok(!judged.error, JSON.stringify(judged));
        phoneMs += seen.ms;
        lineMs += line.files[i].ms;
        const byPhone = judged.files.map((one) => one.labels[0]),
            byLine = line.files[i].labels;
        const texts = (some) => some.map(({ text }) => text).sort();
        if (texts(byPhone).join("\n") !== texts(byLine).join("\n")) differ.push(`${file}: other texts`);
        for (const label of byPhone) {
            const other = twin(label, byLine);
            if (!other) continue;
            const is_same_reading = label.step === other.step && label.uec === other.uec;
            if (is_same_reading) {
                const distance = apart(label.corners, other.corners);
                if ([label, other].every(are_whole)) farthestRounded = Math.max(farthestRounded, distance);
                else farthest = Math.max(farthest, distance);
            }
            try {
                assert.deepEqual(facts(label), facts(other), file);
            } catch (error) {
                const one_refuses =
                    counted(label) !== counted(other) && (counted(label) === null || counted(other) === null);
                (one_refuses ? refused : differ).push(error.message);
            }
        }
        for (const label of byLine) {
            labels += 1;
            stars += label.badge?.stars !== undefined && label.badge?.stars !== null;
            bars += label.ean13 !== undefined;
            words[label.verdict] = (words[label.verdict] ?? 0) + 1;
            for (const { code } of label.findings) findings[code] = (findings[code] ?? 0) + 1;
        }
    }
    console.log(
        `${files.length} photos, ${labels} labels, ${stars} with counted stars, ${bars} with a bar code:`,
        words,
        findings,
    );
    console.log(
        `corners at most ${farthest.toFixed(3)} pixels apart, those in whole pixels ${farthestRounded}; ${Math.round(phoneMs / files.length)} ms a photo, the program ${Math.round(lineMs / files.length)} ms CPU; ${packed} bytes packed; ${refused.length} counted by one of the two only`,
    );
    assert.deepEqual(differ, []);
    assert.ok(refused.length <= Math.ceil(files.length / 100), refused.join("\n"));
    assert.ok(farthest <= MOST_APART, `corners ${farthest} pixels apart`);
    assert.ok(farthestRounded <= MOST_APART_ROUNDED, `corners in whole pixels ${farthestRounded} apart`);
    if (Number(count) >= 100) {
        for (const word of ["valid", "check", "invalid"])
            assert.ok(words[word] >= 5, `only ${words[word] ?? 0} labels are ${word}`);
        for (const code of ["STAR_MISMATCH", "BADGE_ODD_FORM", "BADGE_ODD_COLOUR"])
            assert.ok(findings[code], `no label with ${code}`);
        assert.ok(bars >= 5 && stars >= labels / 2, `${bars} bar codes, ${stars} counted of ${labels}`);
    }
} finally {
    rmSync(folder, { recursive: true });
}
