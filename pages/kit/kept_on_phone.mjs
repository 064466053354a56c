// What makes a page an app that stays on the phone: app.webmanifest with its picture, and sw.js with the list of all
// files of this build. A part of Vite's configuration.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { iconPng } from "./icon_png.mjs";

const PAPER = "#FBF8F2";
const PICTURES = [180, 192, 512]; // pixels; Apple's phones take the first

/** `folder` of pages/; `name` and `short_name` as the phone shows them. */
export function keptOnPhone(folder, { name, short_name }) {
    const home = `/${folder}/`;
    const manifest = {
        name,
        short_name,
        lang: "vi",
        id: home,
        start_url: home,
        scope: home,
        display: "standalone",
        background_color: PAPER,
        theme_color: PAPER,
        icons: [
            { src: `${home}icon.svg`, sizes: "any", type: "image/svg+xml", purpose: "any" },
            ...[192, 512].map((size) => ({
                src: `${home}icon-${size}.png`,
                sizes: `${size}x${size}`,
                type: "image/png",
                purpose: "any maskable",
            })),
        ],
    };
    return {
        name: "kept on the phone",
        generateBundle(_, bundle) {
            const files = Object.entries(bundle);
            const put = (fileName, source) => this.emitFile({ type: "asset", fileName, source });
            put("app.webmanifest", JSON.stringify(manifest));
            put("icon.svg", readFileSync(new URL("icon.svg", import.meta.url)));
            for (const size of PICTURES) put(`icon-${size}.png`, iconPng(size)); // fetched when it is installed
            const version = createHash("sha256");
            for (const [, file] of files) version.update(file.code ?? file.source);
            const names = [
                "",
                "app.webmanifest",
                "icon.svg",
                ...files.map(([file]) => file).filter((file) => file !== "index.html"),
            ];
            const template = readFileSync(new URL("keep.js", import.meta.url), "utf8");
            put(
                "sw.js",
                template
                    .replaceAll("__FOLDER__", folder)
                    .replace("__VERSION__", version.digest("hex").slice(0, 12))
                    .replace("__FILES__", JSON.stringify(names.map((file) => home + file))),
            );
        },
    };
}
