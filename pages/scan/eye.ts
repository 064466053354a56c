// The worker as the page sees it: questions and answers.
import type { Ask } from "./eye.worker";
import type { Answer, Found, Grounds, Held, Manner, Question, Refusal, Typed } from "./model";

const worker = new Worker(new URL("./eye.worker.ts", import.meta.url), { type: "module" });
type Waiting = { hear: (said: unknown) => boolean; fail: (why: Error) => void };
const waiting = new Map<number, Waiting>();
let asked = 0;

/** The phone had not the strength or the memory for it; the next question is answered again. */
export class TooMuch extends Error {}

type Message = { id: number; said?: unknown; failed?: string; isStopped?: boolean };

worker.addEventListener("message", (event: MessageEvent<Message>) => {
    const { id, said, failed, isStopped } = event.data;
    const one = waiting.get(id);
    if (failed !== undefined) one?.fail(isStopped ? new TooMuch(failed) : new Error(failed));
    if (failed !== undefined || one?.hear(said)) waiting.delete(id);
});

const ask = <T>(question: Ask, transfer: Transferable[] = [], hear?: (said: T) => boolean): Promise<T> =>
    new Promise((resolve, fail) => {
        const id = ++asked;
        waiting.set(id, {
            fail,
            hear: (said) => {
                if (hear && !hear(said as T)) return false;
                resolve(said as T);
                return true;
            },
        });
        worker.postMessage({ id, ask: question }, transfer);
    });

export const eye = {
    /** Every step is told as it is done; the promise is the last one. */
    look: (
        photo: Blob | ImageBitmap,
        manner: Manner,
        grounds: Grounds,
        tell: (found: Found) => void,
        rescue = 0, // which of the other ways a hard frame is looked at in
    ): Promise<Found> =>
        ask<Found>({ kind: "look", photo, manner, grounds, rescue }, photo instanceof Blob ? [] : [photo], (found) => {
            tell(found);
            return found.last;
        }),
    open: (bytes: ArrayBuffer, root: string, lang: string) =>
        ask<Held | Refusal>({ kind: "open", bytes: bytes.slice(0), root, lang }),
    judge: (request: Question) => ask<Answer | Refusal>({ kind: "judge", request }),
    compose: (request: Typed) => ask<{ text: string } | Refusal>({ kind: "compose", request }),
    digest: (bytes: ArrayBuffer) => ask<string>({ kind: "digest", bytes }),
};
