// The judging core (src/phone/core.cpp), as emscripten hands it over.
declare module "@core/temsao_core.js" {
    export type Core = {
        ccall(name: string, gives: "string", takes: string[], words: (string | number)[]): string;
        HEAPU8: Uint8Array;
        _malloc(size: number): number;
        _free(at: number): void;
    };
    export default function start(options: { locateFile: () => string }): Promise<Core>;
}
declare module "@core/temsao_core.wasm?url" {
    const address: string;
    export default address;
}
