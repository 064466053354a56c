// What prettier does not decide: lines of at most 120 columns, files of at most 400 lines (kit/api_types.ts is made and
// not written), functions of at most 70 lines (function_length.mjs), colours, type sizes and distances from
// kit/tokens.css only, and days by kit/clock.ts only.
//   node tests/form.mjs
import "./function_length.mjs";
import { numbered, read, report, sources } from "./sources.mjs";

const COLUMNS = 120;
const LINES = 400;
const TOKENS = "kit/tokens.css";

const all = sources(".ts", ".tsx", ".mjs", ".js", ".css", ".html", "package.json", "tsconfig.json", ".prettierrc.json");
const lines = all.flatMap(numbered);
const wide = lines.filter(({ text }) => [...text].length > COLUMNS);
report(
    `lines over ${COLUMNS} columns`,
    wide.map(({ at }) => at),
);
const long = all.filter((name) => name !== "kit/api_types.ts" && read(name).trimEnd().split("\n").length > LINES);
report(`files over ${LINES} lines`, long);

// A browser needs the colour of its bar, and a phone that of the app, before any style sheet: those repeat the paper.
const papers = [...read(TOKENS).matchAll(/--paper: (#[0-9a-f]{6});/g)].map((found) => found[1]);
if (papers.length < 2) report("no --paper in", [TOKENS]);
const mayRepeatPaper = (at) => /\.html:|^kit\/kept_on_phone\.mjs:/.test(at);
const colours = (text) => text.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi) ?? [];
const isRaw = ({ text, at }) =>
    colours(text).some((colour) => !(mayRepeatPaper(at) && papers.includes(colour.toLowerCase())));
const shown = lines.filter(({ at }) => !at.startsWith("tests/") && !at.startsWith(`${TOKENS}:`));
report(
    `colours outside ${TOKENS}`,
    shown.filter(isRaw).map(({ text, at }) => `${at}: ${text.trim()}`),
);

// Up to 3 pixels is a correction by eye. Sizes inside a drawing are in the drawing's own units.
const isOneOff = ({ at }) => at.startsWith("studio/calibration.css:");
const sizes = shown.filter(({ at }) => /\.css:/.test(at) && !isOneOff({ at }));
const isRawSize = ({ text }) =>
    /^\s*(?:padding|margin|gap|row-gap|column-gap|font-size|font)\b[\w-]*:/.test(text) &&
    [...text.matchAll(/(\d*\.?\d+)(px|rem|em)\b/g)].some(([, value, unit]) => unit !== "px" || Number(value) > 3);
report(
    `type sizes or distances outside ${TOKENS}`,
    sizes.filter(isRawSize).map(({ text, at }) => `${at}: ${text.trim()}`),
);

// Days and hours are Viet Nam's, as on the server; the zone of the device is asked nowhere.
const BY_ZONE =
    /\.get(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\(|toLocale(?:Date|Time)String|DateTimeFormat/;
report(
    "a day or an hour by the zone of the device; kit/clock.ts has those of Viet Nam",
    shown.filter(({ text }) => BY_ZONE.test(text)).map(({ text, at }) => `${at}: ${text.trim()}`),
);

// A page changes a moment after a deed: what it shows is asked until it holds, or a busy machine fails a test.
const asks = "count|textContent|inputValue|is[A-Z]\\w+|all\\w+s|innerText|getAttribute|evaluate";
const ASKED_ONCE = new RegExp(`assert\\.\\w+\\(\\(?await [^;]*\\.(?:${asks})\\(`);
const journeys = all.filter((name) => /\.test\.mjs$/.test(name));
report(
    "a journey asserts what a page shows at once; `becomes` of tests/browser.mjs waits for it",
    journeys.flatMap((name) =>
        read(name)
            .split(/(?<=;)\n/)
            .filter((statement) => ASKED_ONCE.test(statement))
            .map((statement) => `${name}: ${statement.trim().split("\n").at(-1).trim()}`),
    ),
);
