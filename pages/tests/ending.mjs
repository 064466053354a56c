// What a journey opened ends with it, also when the journey failed half-way: a browser or a server that goes on would
// keep node from ending, and nobody would hear of the failure.
import { after } from "node:test";

const opened = [];
after(async () => {
    // What never opened has told so already; what does not end keeps nothing else from ending.
    const ends = await Promise.allSettled(opened.map(([one, end]) => one.then(end, () => {})));
    for (const { reason } of ends) if (reason) throw reason;
});

/** Hands `one`, a promise, on; after the last test of the file `end` is called with what it gave. */
export function endedWithTheTests(one, end) {
    opened.push([one, end]);
    return one;
}
