// A module of the pages as node runs it: what a screen works out, without a browser.
import { createServer } from "vite";
import { endedWithTheTests } from "./ending.mjs";
import { root } from "./sources.mjs";

let reader;
/** What `name`, such as "lots/amount.ts", exports. */
export async function load(name) {
    reader ??= endedWithTheTests(
        createServer({
            root,
            configFile: false,
            appType: "custom",
            logLevel: "error",
            server: { middlewareMode: true, watch: null, hmr: false, ws: false },
            optimizeDeps: { noDiscovery: true, include: [] },
            esbuild: { jsx: "automatic", jsxImportSource: "preact" },
        }),
        (server) => server.close(),
    );
    return (await reader).ssrLoadModule(`/${name}`);
}
