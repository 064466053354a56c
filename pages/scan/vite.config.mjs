// What makes the scanner an app that stays on the phone: app.webmanifest with its picture, and sw.js with the list of
// all files of this build.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const manifest = {
    name: "Kiểm tra tem OCOP · Tem Sao",
    short_name: "Kiểm tra tem",
    lang: "vi",
    id: "/scan/",
    start_url: "/scan/",
    scope: "/scan/",
    display: "standalone",
    background_color: "#FBF8F2",
    theme_color: "#FBF8F2",
    icons: [{ src: "/scan/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
};

const kept = {
    name: "kept on the phone",
    generateBundle(_, bundle) {
        const files = Object.entries(bundle);
        const put = (fileName, source) => this.emitFile({ type: "asset", fileName, source });
        put("app.webmanifest", JSON.stringify(manifest));
        put("icon.svg", readFileSync(new URL("../kit/icon.svg", import.meta.url)));
        const version = createHash("sha256");
        for (const [, file] of files) version.update(file.code ?? file.source);
        const names = [
            "",
            "app.webmanifest",
            "icon.svg",
            ...files.map(([name]) => name).filter((name) => name !== "index.html"),
        ];
        const template = readFileSync(new URL("keep.js", import.meta.url), "utf8");
        put(
            "sw.js",
            template
                .replace("__VERSION__", version.digest("hex").slice(0, 12))
                .replace("__FILES__", JSON.stringify(names.map((name) => `/scan/${name}`))),
        );
    },
};

export default { plugins: [kept], worker: { format: "es" } };
