// What goes to the server and what comes from it: what waits on this phone is sent, then the book is fetched again.
import { useState } from "preact/hooks";
import { fetchKnown, fetchStories } from "./fetched";
import { learnStory } from "./habits";
import { kept } from "./kept";
import { stateAfter } from "./person";
import type { Sending } from "./send";
import { sendWaiting } from "./send";
import type { ShownBook } from "./use_shown";

export type SendingState = Sending["stopped"] | "busy";

/** `failed` hears what went wrong, unless it only says that the person is signed out or the server does not answer. */
export function useSending(book: ShownBook, failed: (error: unknown) => void) {
    const [state, setState] = useState<SendingState>("");
    const missed = (of: string) => (problem: unknown) => {
        const after = stateAfter(problem);
        const { person } = book.now();
        if (after && person) book.put(of, { person: { ...person, state: after } });
        else failed(problem);
    };
    const refresh = async (of: string) => {
        try {
            const fresh = await fetchKnown(of, missed(of));
            book.put(of, { known: fresh });
            const stories = await fetchStories(fresh);
            await book.learn(of, (before) => stories.reduce(learnStory, before));
        } catch (problem) {
            missed(of)(problem);
        }
    };
    const send = async (of: string, alsoFetch = false) => {
        let outcome: Sending = { sent: 0, stopped: "" };
        setState("busy");
        try {
            outcome = await sendWaiting(of);
        } finally {
            setState(outcome.stopped);
            book.put(of, { entries: await kept.entries(of) });
        }
        if (alsoFetch || outcome.sent > 0) await refresh(of);
    };
    /** Nothing is sent: nobody is signed in here. */
    const rest = () => setState("");
    return { state, send, rest };
}
