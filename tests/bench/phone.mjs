// The time that the phone's core takes for photos, in node: milliseconds by the clock, the least of three rounds each.
//   node phone.mjs CORE.wasm MAKE_PHOTOS FILE.jpg…     (MAKE_PHOTOS: build/tests/phone_photos)
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { start } from "../../pages/scan/core_module.js";

const [wasm, makePhotos, ...files] = process.argv.slice(2);
const core = await start(new WebAssembly.Module(readFileSync(wasm)));
const wishes = { frame: { effort: "fast", codes_only: true }, "hard frame": { effort: "normal", codes_only: true }, fast: { effort: "fast" }, normal: { effort: "normal" }, max: { effort: "max" } };
for (const file of files) {
    const raw = execFileSync(makePhotos, ["--pixels", file], { maxBuffer: 1 << 29 });
    const [width, height] = [raw.readUInt32LE(0), raw.readUInt32LE(4)];
    const times = Object.entries(wishes).map(([name, wish]) => {
        let least = Infinity, labels = 0;
        for (let round = 0; round < 3; round++) {
            const begun = performance.now();
            labels = JSON.parse(core.call("look", raw.subarray(8), width, height, 4, JSON.stringify(wish))).labels.length;
            least = Math.min(least, performance.now() - begun);
        }
        return `${name} ${least.toFixed(0)} ms (${labels})`;
    });
    console.log(`${file} ${width}x${height}: ${times.join(", ")}`);
}
