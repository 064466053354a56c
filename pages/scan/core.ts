// The eye and the judge (src/phone) inside the worker, and the few calls the worker makes of them. A module that gave a
// call up is thrown away: the next call starts another one, with the list that was open.
import coreFile from "@core/temsao_core.wasm?url";
import type { Core, Input } from "./core_module";
import { start } from "./core_module";
import type { Sight } from "./model";

const compiled: Promise<WebAssembly.Module> = fetch(coreFile)
    .then((answer) => answer.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes));
let running: Promise<Core> | null = null;
let opened: [Uint8Array, string, number] | null = null; // the list: bytes, the province's key, in English or not

async function call(name: string, ...inputs: Input[]): Promise<string> {
    running ??= compiled.then(start).then((core) => {
        if (opened) core.call("open", ...opened);
        return core;
    });
    const core = await running;
    try {
        return core.call(name, ...inputs);
    } finally {
        if (core.isStopped || core.isWorn) running = null;
    }
}

/** `judge` and `compose`: one JSON text in, one out. */
export const callCore = async (name: "judge" | "compose", request: object): Promise<unknown> =>
    JSON.parse(await call(name, JSON.stringify(request)));

export const digest = (bytes: ArrayBuffer): Promise<string> => call("digest", new Uint8Array(bytes));

export async function openList(bytes: ArrayBuffer, root: string, lang: string): Promise<unknown> {
    const list: [Uint8Array, string, number] = [new Uint8Array(bytes), root, lang === "en" ? 1 : 0];
    const said = JSON.parse(await call("open", ...list)) as object;
    if (!("error" in said)) opened = list;
    return said;
}

/** What src/phone/core.cpp, temsao_look, says of a picture; corners in its pixels. */
export async function lookAt(
    { data, width, height }: ImageData,
    wish: { effort: string; codes_only: boolean },
): Promise<{ labels: Sight[] }> {
    return JSON.parse(await call("look", data, width, height, 4, JSON.stringify(wish))) as {
        labels: Sight[];
    };
}
