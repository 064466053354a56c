// The lot book as the screens show it: who writes, what the server said last, what waits on this phone. Without a
// network all of it is there as it was; when the network comes back, what waits is sent.
import { useEffect, useState } from "preact/hooks";
import { api } from "../kit/api";
import { useWords } from "../kit/words";
import { kept } from "./kept";
import { lotsShown } from "./lots_shown";
import type { Habits, Lot } from "./model";
import { keepUser, stateAfter, whoIsThere } from "./person";
import type { SendingState } from "./use_sending";
import { useSending } from "./use_sending";
import type { Shown } from "./use_shown";
import { useShown } from "./use_shown";
import { lotsWords } from "./words";

export type Book = Shown & {
    lots: Lot[];
    sending: SendingState;
    /** Reads again what this phone keeps, then sends it. */
    changed: () => Promise<void>;
    enter: () => void;
    leave: () => void;
    /** `how` makes the habits of after from those of before. */
    learn: (how: (before: Habits) => Habits) => Promise<void>;
};

const AGAIN = 60_000; // milliseconds

/** `failed` hears what went wrong, and null when a new attempt begins. */
export function useBook(failed: (error: unknown) => void): Book {
    const t = useWords(lotsWords);
    const shown = useShown();
    const sending = useSending(shown, failed);
    const [turn, setTurn] = useState(0);
    const { person, known, entries } = shown.now();
    const user = person?.user ?? "";

    const changed = async () => {
        failed(null);
        shown.put(user, { entries: await kept.entries(user) });
        void sending.send(user).catch(failed);
    };
    const open = async () => {
        const now = await whoIsThere();
        await shown.open(now);
        if (now.state === "in") await sending.send(now.user, true);
        else sending.rest();
    };
    const again = async () => {
        const before = shown.now().person;
        const now = await whoIsThere();
        if (now.user !== before?.user) return setTurn((n) => n + 1); // another person: another book
        shown.put(now.user, { person: now });
        if (now.state === "in") await sending.send(now.user, before.state !== "in");
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
    useAttempts(user, isWaiting, () => void again().catch(failed));
    return {
        ...shown.now(),
        lots: lotsShown(known, entries),
        sending: person?.state === "out" && sending.state !== "busy" ? "signIn" : sending.state,
        changed,
        enter: () => setTurn((n) => n + 1),
        leave: () => void leave(),
        learn: (how) => shown.learn(user, how),
    };
}

/** Tries again when the network comes back and, while something waits, every minute. */
function useAttempts(user: string, isWaiting: boolean, tryAgain: () => void): void {
    useEffect(() => {
        if (!user) return undefined;
        const timer = isWaiting ? setInterval(tryAgain, AGAIN) : undefined;
        addEventListener("online", tryAgain);
        return () => {
            clearInterval(timer);
            removeEventListener("online", tryAgain);
        };
    }, [user, isWaiting]);
}
