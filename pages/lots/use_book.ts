// The lot book as the screens show it: who writes, what the server said last, what waits on this phone. Without a
// network all of it is there as it was; when the network comes back, what waits is sent.
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../kit/api";
import { useWords } from "../kit/words";
import { fetchKnown, fetchStories } from "./fetched";
import { learnStory, noHabits } from "./habits";
import { kept } from "./kept";
import { lotsShown } from "./lots_shown";
import type { Habits, KeptEntry, Known, Lot } from "./model";
import type { Person } from "./person";
import { keepUser, stateAfter, whoIsThere } from "./person";
import type { Sending } from "./send";
import { sendWaiting } from "./send";
import { lotsWords } from "./words";

/** One person's book, as this phone has it. */
type Shown = { person: Person | null; known: Known | null; entries: KeptEntry[]; habits: Habits };
export type Book = Shown & {
    lots: Lot[];
    sending: Sending["stopped"] | "busy";
    /** Reads again what this phone keeps, then sends it. */
    changed: () => Promise<void>;
    enter: () => void;
    leave: () => void;
    /** `how` makes the habits of after from those of before. */
    learn: (how: (before: Habits) => Habits) => Promise<void>;
};

const AGAIN = 60_000; // milliseconds
const empty = { known: null, entries: [], habits: noHabits };

const readKept = async (user: string) => ({
    known: (await kept.known(user)) ?? null,
    entries: await kept.entries(user),
    habits: (await kept.habits(user)) ?? noHabits,
});

/** `failed` hears what went wrong, and null when a new attempt begins. */
export function useBook(failed: (error: unknown) => void): Book {
    const t = useWords(lotsWords);
    const shown = useRef<Shown>({ person: null, ...empty });
    const [, draw] = useState(0);
    const [sending, setSending] = useState<Book["sending"]>("");
    const [turn, setTurn] = useState(0);
    const { person, known, entries } = shown.current;
    const user = person?.user ?? "";

    const show = (all: Shown) => {
        shown.current = all;
        draw((n) => n + 1);
    };
    /** What arrives for a person who is no longer there is not shown to the next one. */
    const put = (of: string, part: Partial<Shown>) => {
        if (shown.current.person?.user === of) show({ ...shown.current, ...part });
    };
    const missed = (of: string) => (problem: unknown) => {
        const state = stateAfter(problem);
        const now = shown.current.person;
        if (state && now) put(of, { person: { ...now, state } });
        else failed(problem);
    };
    const learn = async (of: string, how: (before: Habits) => Habits) => {
        if (shown.current.person?.user !== of) return;
        const habits = how(shown.current.habits);
        put(of, { habits });
        await kept.keepHabits(of, habits);
    };
    const refresh = async (of: string) => {
        try {
            const fresh = await fetchKnown(of, missed(of));
            put(of, { known: fresh });
            const stories = await fetchStories(fresh);
            await learn(of, (before) => stories.reduce(learnStory, before));
        } catch (problem) {
            missed(of)(problem);
        }
    };
    const send = async (of: string, alsoFetch = false) => {
        let outcome: Sending = { sent: 0, stopped: "" };
        setSending("busy");
        try {
            outcome = await sendWaiting(of);
        } finally {
            setSending(outcome.stopped);
            put(of, { entries: await kept.entries(of) });
        }
        if (alsoFetch || outcome.sent > 0) await refresh(of);
    };
    const changed = async () => {
        failed(null);
        put(user, { entries: await kept.entries(user) });
        void send(user).catch(failed);
    };
    const open = async () => {
        const now = await whoIsThere();
        show({ person: now, ...(now.user ? await readKept(now.user) : empty) });
        if (now.state === "in") await send(now.user, true);
        else setSending("");
    };
    const again = async () => {
        const before = shown.current.person;
        const now = await whoIsThere();
        if (now.user !== before?.user) return setTurn((n) => n + 1); // another person: another book
        put(now.user, { person: now });
        if (now.state === "in") await send(now.user, before.state !== "in");
    };
    const leave = async () => {
        failed(null);
        try {
            await api.remove("session");
        } catch (problem) {
            const state = stateAfter(problem);
            if (state !== "out") return failed(state === "away" ? t.notLeft : problem);
        }
        keepUser("");
        setTurn((n) => n + 1);
    };
    useEffect(() => {
        failed(null);
        open().catch(failed);
    }, [turn]);
    const isWaiting = person?.state === "away" || entries.some((one) => one.state === "waiting");
    useEffect(() => {
        if (!user) return undefined;
        const tryAgain = () => void again().catch(failed);
        const timer = isWaiting ? setInterval(tryAgain, AGAIN) : undefined;
        addEventListener("online", tryAgain);
        return () => {
            clearInterval(timer);
            removeEventListener("online", tryAgain);
        };
    }, [user, isWaiting]);
    return {
        ...shown.current,
        lots: lotsShown(known, entries),
        sending: person?.state === "out" && sending !== "busy" ? "signIn" : sending,
        changed,
        enter: () => setTurn((n) => n + 1),
        leave: () => void leave(),
        learn: (how) => learn(user, how),
    };
}
