// The lot book as the screens show it: who writes, what the server said last, what waits on this phone. Without a
// network all of it is there as it was; when the network comes back, what waits is sent.
import { useEffect, useState } from "preact/hooks";
import { Trouble, api, keepSession, query } from "../kit/api";
import type { LotFacts, LotLine, Lots, Products, Session } from "../kit/api_types";
import { lang } from "../kit/words";
import { learnStory, noHabits } from "./habits";
import { kept } from "./kept";
import { lotsShown } from "./lots_shown";
import type { Habits, KeptEntry, Known, Lot, Story } from "./model";
import type { Sending } from "./send";
import { sendWaiting } from "./send";

/** in: signed in; away: no network, the person of the last time; out: nobody is signed in. */
export type Person = { user: string; role: string; state: "in" | "away" | "out" };
export type Book = {
    person: Person | null;
    known: Known | null;
    entries: KeptEntry[];
    habits: Habits;
    lots: Lot[];
    sending: Sending["stopped"] | "busy";
    /** Reads again what this phone keeps, then sends it. */
    changed: () => Promise<void>;
    enter: () => void;
    leave: () => void;
    keepHabits: (habits: Habits) => void;
};

const LAST = "temsao.lots.user";
const PAGE = 200;
const MOST_LOTS = 1000; // on the phone
const MOST_STORIES = 12;
const AGAIN = 60_000; // milliseconds

const lastUser = (): string => {
    try {
        return localStorage.getItem(LAST) ?? "";
    } catch {
        return "";
    }
};
const keepUser = (user: string) => {
    try {
        localStorage.setItem(LAST, user);
    } catch {
        // then only this visit knows
    }
};

async function whoIsThere(): Promise<Person> {
    try {
        const session = keepSession(await api.get<Session>("session"));
        if (!session.user) return { user: lastUser(), role: "producer", state: "out" };
        keepUser(session.user);
        return { user: session.user, role: session.role ?? "", state: "in" };
    } catch (problem) {
        if (!(problem instanceof Trouble)) throw problem;
        return { user: lastUser(), role: "producer", state: "away" };
    }
}

async function allLots(): Promise<LotLine[]> {
    const found: LotLine[] = [];
    let after: string | null = "";
    while (after !== null && found.length < MOST_LOTS) {
        const page: Lots = await api.get<Lots>(`lots?${query({ limit: PAGE, after })}`);
        found.push(...page.lots);
        after = page.next;
    }
    return found.sort((a, b) => b.last.localeCompare(a.last));
}

const storyPath = ({ product, lot }: { product: string; lot: string }) =>
    `lots/${encodeURIComponent(product)}/${encodeURIComponent(lot)}`;

/** A lot's story from the server, kept for times without a network. */
export async function fetchStory(user: string, lot: { product: string; lot: string }): Promise<Story> {
    const story = { ...(await api.get<LotFacts>(storyPath(lot))), lang: lang() };
    await kept.keepStory(user, story);
    return story;
}

async function fetchKnown(user: string): Promise<Known> {
    const [lots, { products }] = await Promise.all([
        allLots(),
        api.get<Products>(`products?${query({ limit: PAGE })}`).catch(() => ({ products: [] })),
    ]);
    const known = { user, at: Date.now(), lots, products: products.map(({ key, name }) => ({ key, name })) };
    await kept.keepKnown(known);
    return known;
}

/** The newest lots' stories, so that they can be read without a network, and their words be offered. */
async function fetchStories({ user, lots }: Known): Promise<Habits> {
    let habits = (await kept.habits(user)) ?? noHabits;
    for (const lot of lots.slice(0, MOST_STORIES)) {
        const story = await fetchStory(user, lot).catch(() => null);
        if (story) habits = learnStory(habits, story);
    }
    await kept.keepHabits(user, habits);
    return habits;
}

export function useBook(failed: (error: unknown) => void): Book {
    const [person, setPerson] = useState<Person | null>(null);
    const [known, setKnown] = useState<Known | null>(null);
    const [entries, setEntries] = useState<KeptEntry[]>([]);
    const [habits, setHabits] = useState<Habits>(noHabits);
    const [sending, setSending] = useState<Book["sending"]>("");
    const [turn, setTurn] = useState(0);
    const user = person?.user ?? "";

    const refresh = async (of: string) => {
        const fresh = await fetchKnown(of).catch(() => null);
        if (!fresh) return;
        setKnown(fresh);
        setHabits(await fetchStories(fresh));
    };
    const send = async (of: string) => {
        setSending("busy");
        const { sent, stopped } = await sendWaiting(of);
        setEntries(await kept.entries(of));
        setSending(stopped);
        if (sent > 0) await refresh(of);
    };
    const changed = async () => {
        setEntries(await kept.entries(user));
        void send(user).catch(failed);
    };
    useEffect(() => {
        const open = async () => {
            const now = await whoIsThere();
            setPerson(now);
            if (!now.user) return;
            setKnown((await kept.known(now.user)) ?? null);
            setHabits((await kept.habits(now.user)) ?? noHabits);
            setEntries(await kept.entries(now.user));
            if (now.state !== "in") return;
            await send(now.user);
            await refresh(now.user);
        };
        open().catch(failed);
    }, [turn]);
    useEffect(() => {
        if (!user) return undefined;
        const again = () =>
            void whoIsThere()
                .then(setPerson)
                .then(() => send(user))
                .catch(failed);
        const hasWaiting = entries.some((one) => one.state === "waiting");
        const timer = hasWaiting ? setInterval(again, AGAIN) : undefined;
        addEventListener("online", again);
        return () => {
            clearInterval(timer);
            removeEventListener("online", again);
        };
    }, [user, entries]);
    return {
        person,
        known,
        entries,
        habits,
        lots: lotsShown(known, entries),
        sending,
        changed,
        enter: () => setTurn((n) => n + 1),
        leave: () => {
            keepUser("");
            void api.remove("session").finally(() => setTurn((n) => n + 1));
        },
        keepHabits: (next) => {
            setHabits(next);
            void kept.keepHabits(user, next);
        },
    };
}
