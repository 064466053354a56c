/** The module gave up a call and can no longer be used: start another one. */
export class Stopped extends Error {}
export type Input = string | number | Uint8Array | Uint8ClampedArray;
export type Core = {
    /** So much was given up within calls that the memory lost should be had back by another module. Answers hold. */
    isWorn: boolean;
    isStopped: boolean;
    call(name: string, ...inputs: Input[]): string;
};
export function start(wasm: WebAssembly.Module): Promise<Core>;
