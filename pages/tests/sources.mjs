// The sources of the pages, for the checks that `npm run lint` makes of them.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const filesIn = (folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
        const name = path.posix.join(folder, entry.name);
        if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesIn(name);
        return [name];
    });

/** Every file of ours whose name ends in one of the endings, relative to pages/. */
export const sources = (...endings) =>
    filesIn("")
        .filter((name) => endings.some((end) => name.endsWith(end)))
        .sort();

export const read = (name) => readFileSync(path.join(root, name), "utf8");

/** Lines of text with their numbers. */
export const numbered = (name) =>
    read(name)
        .split("\n")
        .map((text, i) => ({ text, at: `${name}:${i + 1}` }));

/** Says what is wrong and ends the program with 1; says nothing where nothing is. */
export function report(what, wrong) {
    if (!wrong.length) return;
    console.error(`${what}:\n${wrong.map((one) => `  ${one}`).join("\n")}`);
    process.exitCode = 1;
}
