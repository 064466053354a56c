// No circle among modules: a module that imports another is never imported by it, directly or through others.
//   node tests/circles.mjs
// Imports of types count too; they disappear when the pages are built, but not for people who read the sources.
import path from "node:path";
import ts from "typescript";
import { read, report, sources } from "./sources.mjs";

const modules = new Set(sources(".ts", ".tsx", ".mjs", ".css"));
const extensions = ["", ".ts", ".tsx", ".mjs"];

/** The modules of ours that one module imports, also by import() and new URL(…, import.meta.url). */
function importsOf(name) {
    const text = read(name);
    const named = name.endsWith(".css")
        ? [...text.matchAll(/@import "([^"]+)"/g)].map((found) => found[1])
        : [
              ...ts.preProcessFile(text, true, true).importedFiles.map((one) => one.fileName),
              ...[...text.matchAll(/new URL\("([^"]+)", import\.meta\.url\)/g)].map((found) => found[1]),
          ];
    return named
        .filter((one) => one.startsWith("."))
        .flatMap((one) => {
            const wanted = path.posix.join(path.posix.dirname(name), one);
            const found = extensions.map((end) => wanted + end).find((file) => modules.has(file));
            return found ? [found] : [];
        });
}

/** The modules of one circle in order, or null. */
export function findCircle(graph) {
    const isDone = new Set();
    const visit = (name, way) => {
        const back = way.indexOf(name);
        if (back >= 0) return [...way.slice(back), name];
        if (isDone.has(name)) return null;
        for (const next of graph.get(name) ?? []) {
            const circle = visit(next, [...way, name]);
            if (circle) return circle;
        }
        isDone.add(name);
        return null;
    };
    for (const name of graph.keys()) {
        const circle = visit(name, []);
        if (circle) return circle;
    }
    return null;
}

const graph = new Map([...modules].map((name) => [name, importsOf(name)]));
const count = [...graph.values()].flat().length;
if (count < modules.size)
    report("circles.mjs reads too few imports to be right", [`${count} in ${modules.size} files`]);
const circle = findCircle(graph);
report("modules import each other in a circle", circle ? [circle.join(" -> ")] : []);
