// `temsao serve` over one data directory; it may stop for a while and come back at the same address.
import { spawn } from "node:child_process";

const PATIENCE = 120_000; // milliseconds from SIGTERM to SIGKILL

/** Starts the program; its address as it tells it. */
function begin(program, home, port) {
    const child = spawn(program, ["--home", home, "--lang", "vi", "serve", "--listen", `127.0.0.1:${port}`], {
        stdio: ["ignore", "pipe", "pipe"],
    });
    const url = new Promise((resolve, reject) => {
        let told = "";
        const hear = (bytes) => {
            told += bytes;
            const found = /http:\/\/127\.0\.0\.1:\d+/.exec(told);
            if (found) resolve(found[0]);
        };
        child.stdout.on("data", hear);
        child.stderr.on("data", hear);
        child.on("exit", (code) => reject(new Error(`temsao serve ended with ${code}: ${told}`)));
    });
    return { child, url };
}

async function end(child) {
    const gone = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    const signal = await gone;
    clearTimeout(late);
    if (signal === "SIGKILL") throw new Error(`temsao serve did not end within ${PATIENCE / 1000} s of SIGTERM`);
}

export async function served(program, home) {
    let running = begin(program, home, 0);
    const url = await running.url;
    return {
        url,
        /** No server for a while; then the same one again. */
        pause: () => end(running.child),
        resume: () => {
            running = begin(program, home, new URL(url).port);
            return running.url;
        },
        stop: async () => {
            const { exitCode, signalCode } = running.child;
            if (exitCode === null && signalCode === null) await end(running.child);
        },
    };
}
