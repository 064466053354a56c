// Builds every page: each folder here with an index.html becomes a page under OUT/<folder>/, complete with its fonts,
// so that the server only hands out files and a browser can keep one folder for use without a network.
//   node build.mjs OUT [CORE]
// A folder may have a vite.config.mjs (default export: a part of Vite's configuration, merged in). CORE is where the
// judging core for phones was built; without it the scanner is left out. Files that pack well also lie there packed, as
// NAME.gz.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import subsetFont from "subset-font";
import { build, mergeConfig } from "vite";
import { gzipSync } from "node:zlib";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, "../build/pages"));
const fonts = path.join(out, "../pages-fonts");
const core = path.resolve(process.argv[3] ?? path.join(here, "../build/phone"));

// What Vietnamese and English need: letters with every tone, combining marks, punctuation, signs of units and money.
const ranges = [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x102, 0x103],
    [0x110, 0x111],
    [0x128, 0x129],
    [0x168, 0x169],
    [0x1a0, 0x1a1],
    [0x1af, 0x1b0],
    [0x300, 0x303],
    [0x309, 0x309],
    [0x323, 0x323],
    [0x1ea0, 0x1ef9],
    [0x2010, 0x2026],
    [0x20ab, 0x20ab],
    [0x2190, 0x2193],
    [0x2212, 0x2212],
    [0x2264, 0x2265],
];
const letters = ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
    .join("");

async function makeFonts() {
    mkdirSync(fonts, { recursive: true });
    for (const weight of ["Regular", "SemiBold", "Bold"]) {
        const whole = readFileSync(path.join(here, `../fonts/BeVietnamPro-${weight}.ttf`));
        writeFileSync(path.join(fonts, `${weight}.woff2`), await subsetFont(whole, letters, { targetFormat: "woff2" }));
    }
}

async function buildPage(name) {
    const root = path.join(here, name);
    const own = path.join(root, "vite.config.mjs");
    const common = {
        root,
        base: `/${name}/`,
        configFile: false,
        logLevel: "warn",
        resolve: { alias: { "@fonts": fonts, "@core": core } },
        esbuild: { jsx: "automatic", jsxImportSource: "preact" },
        build: {
            outDir: path.join(out, name),
            emptyOutDir: true,
            target: "es2021",
            assetsInlineLimit: 0, // the server's content policy allows files, not data in style sheets
            modulePreload: { polyfill: false },
        },
    };
    await build(existsSync(own) ? mergeConfig(common, (await import(pathToFileURL(own).href)).default) : common);
}

function pack(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) pack(file);
        else if (/\.(html|js|css|wasm|svg|webmanifest)$/.test(entry.name))
            writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    }
}

const hasCore = existsSync(path.join(core, "temsao_core.wasm"));
if (!hasCore) console.log(`pages: the scanner is left out, ${core} has no judging core; scripts/setup says why`);
const pages = readdirSync(here).filter(
    (name) =>
        name !== "node_modules" && existsSync(path.join(here, name, "index.html")) && (hasCore || name !== "scan"),
);
rmSync(out, { recursive: true, force: true });
await makeFonts();
for (const name of pages) await buildPage(name);
pack(out);
console.log(`pages: ${pages.join(", ")}`);
