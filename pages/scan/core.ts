// The judging core (src/phone) inside the worker, and the few calls the worker makes of it. Pictures and files are
// copied into the core's memory for the time of one call.
import type { Core } from "@core/temsao_core.js";
import start from "@core/temsao_core.js";
import coreFile from "@core/temsao_core.wasm?url";

const started: Promise<Core> = start({ locateFile: () => coreFile });

async function withBytes(size: number, fill: (memory: Uint8Array) => void, use: (core: Core, at: number) => string) {
    const core = await started;
    const at = core._malloc(size);
    try {
        fill(core.HEAPU8.subarray(at, at + size));
        return use(core, at);
    } finally {
        core._free(at);
    }
}

const copyOf = (bytes: ArrayBuffer) => (memory: Uint8Array) => memory.set(new Uint8Array(bytes));

/** `judge` and `compose`: one JSON text in, one out. */
export async function callCore(name: "judge" | "compose", request: object): Promise<unknown> {
    return JSON.parse((await started).ccall(`temsao_${name}`, "string", ["string"], [JSON.stringify(request)]));
}

export const digest = (bytes: ArrayBuffer): Promise<string> =>
    withBytes(bytes.byteLength, copyOf(bytes), (core, at) =>
        core.ccall("temsao_digest", "string", ["number", "number"], [at, bytes.byteLength]),
    );

export async function openList(bytes: ArrayBuffer, root: string, lang: string): Promise<unknown> {
    const types = ["number", "number", "string", "string"];
    const said = await withBytes(bytes.byteLength, copyOf(bytes), (core, at) =>
        core.ccall("temsao_open", "string", types, [at, bytes.byteLength, root, lang]),
    );
    return JSON.parse(said);
}

/** Counts stars in a grey picture; `symbol` says which code they stand beside, as JSON. */
export async function countInGrey<T>(grey: Uint8Array, width: number, height: number, symbol: object): Promise<T> {
    const types = ["number", "number", "number", "string"];
    const fill = (memory: Uint8Array) => memory.set(grey);
    const said = await withBytes(grey.length, fill, (core, at) =>
        core.ccall("temsao_count", "string", types, [at, width, height, JSON.stringify(symbol)]),
    );
    return JSON.parse(said) as T;
}
