// The eye and the judge (src/phone), as this page and the tests call them: what the module asks of a browser, and texts
// and pictures handed in. A picture is copied into the module's memory for the time of one call.

/** The module gave up a call and can no longer be used: start another one. */
export class Stopped extends Error {}

class Thrown extends Error {} // in C++, on its way to the attempt it was thrown in

const MOST_THROWN = 5000; // each may leave some kilobytes behind
const UNKNOWN = 52; // WASI's "no such function"

// What is left of a computer: the clock and chance. There are no files, and nothing is written to a console.
const systemOf = (memory) => ({
    clock_time_get: (_clock, _precision, at) => {
        new DataView(memory().buffer).setBigUint64(at, BigInt(Math.round(performance.now() * 1e6)), true);
        return 0;
    },
    random_get: (at, size) => {
        for (let from = 0; from < size; from += 65536)
            crypto.getRandomValues(new Uint8Array(memory().buffer, at + from, Math.min(65536, size - from)));
        return 0;
    },
    environ_sizes_get: (count, size) => {
        const numbers = new DataView(memory().buffer);
        numbers.setUint32(count, 0, true);
        numbers.setUint32(size, 0, true);
        return 0;
    },
    environ_get: () => 0,
    fd_write: () => UNKNOWN,
    fd_seek: () => UNKNOWN,
    fd_close: () => UNKNOWN,
    proc_exit: (status) => {
        throw new Stopped(`the module ended with ${status}`);
    },
});

/** @param wasm a compiled WebAssembly.Module */
export async function start(wasm) {
    let inner = null;
    let thrown = 0;
    const core = { isWorn: false, isStopped: false, call };
    const bytesAt = (at, size) => new Uint8Array(inner.memory.buffer, at, size);
    const temsao = {
        thrown: () => {
            throw new Thrown();
        },
        // Runs a function of the module. When something is thrown in it, its stack is unwound and what it had allocated
        // stays allocated: with time such a module is worn.
        attempt: (run, input) => {
            const stack = inner.__stack_pointer.value;
            try {
                inner.__indirect_function_table.get(run)(input);
                return 1;
            } catch (error) {
                if (!(error instanceof Thrown)) throw error;
                inner.__stack_pointer.value = stack;
                core.isWorn = ++thrown > MOST_THROWN;
                return 0;
            }
        },
        count_characters: (at, size) => {
            const text = new TextDecoder().decode(bytesAt(at, size));
            return [...new Intl.Segmenter("vi", { granularity: "grapheme" }).segment(text)].length;
        },
    };
    const system = systemOf(() => inner.memory);
    inner = (await WebAssembly.instantiate(wasm, { temsao, wasi_snapshot_preview1: system })).exports;
    inner._initialize();

    /** Texts and bytes are handed in as address and length, numbers as they are. Gives the answer's text. */
    function call(name, ...inputs) {
        const taken = [];
        const handIn = (input) => {
            if (typeof input === "number") return [input];
            const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
            const at = inner.malloc(bytes.length + 1) >>> 0;
            if (at === 0) throw new Stopped("no memory for it");
            bytesAt(at, bytes.length).set(bytes);
            taken.push(at);
            return [at, bytes.length];
        };
        try {
            const answer = inner[`temsao_${name}`](...inputs.flatMap(handIn)) >>> 0;
            const end = new Uint8Array(inner.memory.buffer).indexOf(0, answer);
            const text = new TextDecoder().decode(bytesAt(answer, end - answer));
            for (const at of taken) inner.free(at);
            return text;
        } catch (error) {
            core.isStopped = true;
            throw error instanceof Stopped ? error : new Stopped(String(error));
        }
    }
    return core;
}
