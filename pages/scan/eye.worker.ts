// Reads photos and judges codes in a worker, so that the page stays quick. An answer carries the id of its question.
import { callCore, digest, openList } from "./core";
import { Stopped } from "./core_module";
import { look } from "./looking";
import type { Grounds, Manner } from "./model";

export type Ask =
    | { kind: "look"; photo: Blob | ImageBitmap; manner: Manner; grounds: Grounds; rescue: number }
    | { kind: "open"; bytes: ArrayBuffer; root: string; lang: string }
    | { kind: "judge"; request: object }
    | { kind: "compose"; request: object }
    | { kind: "digest"; bytes: ArrayBuffer };

addEventListener("message", (event: MessageEvent<{ id: number; ask: Ask }>) => {
    const { id, ask } = event.data;
    const say = (said: unknown) => postMessage({ id, said });
    answer(ask, say).catch((error: unknown) =>
        postMessage({ id, failed: String(error), isStopped: error instanceof Stopped }),
    );
});

async function answer(ask: Ask, say: (said: unknown) => void): Promise<void> {
    if (ask.kind === "look") return look(ask, say);
    if (ask.kind === "digest") return say(await digest(ask.bytes));
    if (ask.kind === "open") return say(await openList(ask.bytes, ask.root, ask.lang));
    say(await callCore(ask.kind, ask.request));
}
