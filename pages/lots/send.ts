// Sends the entries that wait, one after the other, since a later one may use the lot of an earlier one. The server
// writes an entry of one id once, so a broken connection loses and doubles nothing.
import { Trouble, api, keepSession } from "../kit/api";
import type { LotAdded, Session } from "../kit/api_types";
import { kept } from "./kept";
import type { KeptEntry } from "./model";

/** "later": no network, or the server is busy; "otherUser": somebody else is signed in here. */
export type Sending = { sent: number; stopped: "" | "later" | "signIn" | "otherUser" };

const isForLater = ({ status }: Trouble) => status === 0 || status === 408 || status === 429 || status >= 500;

async function sendOne(one: KeptEntry): Promise<string[]> {
    if (one.entry) return (await api.post<LotAdded>("lots", one.entry, { "Idempotency-Key": one.id })).doubts;
    try {
        await api.post(`lot-entries/${encodeURIComponent(shortId(one.strikes))}/strike`);
    } catch (problem) {
        // It was sent before, and the answer did not arrive.
        if (!(problem instanceof Trouble) || problem.code !== "lot.struck_already") throw problem;
    }
    return [];
}

/** The first digits of an event's hash, by which the server finds it. */
export const shortId = (id: string): string => /;([0-9a-f]{16})/.exec(id)?.[1] ?? id;

async function sendAll(user: string): Promise<Sending> {
    let sent = 0;
    const waiting = (await kept.entries(user)).filter((one) => one.state === "waiting");
    if (!waiting.length) return { sent, stopped: "" };
    try {
        const session = keepSession(await api.get<Session>("session"));
        if (!session.user) return { sent, stopped: "signIn" };
        if (session.user !== user) return { sent, stopped: "otherUser" };
        for (const one of waiting) {
            try {
                const why = await sendOne(one);
                if (why.length) await kept.keepEntry({ ...one, state: "asked", why });
                else await kept.dropEntry(one.id);
                ++sent;
            } catch (problem) {
                if (!(problem instanceof Trouble) || isForLater(problem)) throw problem;
                if (problem.status === 401 || problem.status === 403) return { sent, stopped: "signIn" };
                await kept.keepEntry({ ...one, state: "refused", why: [problem.detail || problem.title] });
            }
        }
        return { sent, stopped: "" };
    } catch (problem) {
        if (problem instanceof Trouble) return { sent, stopped: "later" };
        throw problem;
    }
}

let running: Promise<Sending> = Promise.resolve({ sent: 0, stopped: "" });
/** One at a time; what was saved meanwhile is sent by the next one. */
export function sendWaiting(user: string): Promise<Sending> {
    running = running.then(
        () => sendAll(user),
        () => sendAll(user),
    );
    return running;
}
