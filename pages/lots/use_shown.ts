// What the screens show of one person's book. It is kept beside the drawn screen, so that whatever arrives later finds
// what is shown then, and not what was shown when it was asked for.
import { useRef, useState } from "preact/hooks";
import { noHabits } from "./habits";
import { kept } from "./kept";
import type { Habits, KeptEntry, Known } from "./model";
import type { Person } from "./person";

/** One person's book, as this phone has it. */
export type Shown = { person: Person | null; known: Known | null; entries: KeptEntry[]; habits: Habits };
export type ShownBook = {
    /** What is shown now, also within work that began earlier. */
    now: () => Shown;
    /** The book of this person, as the phone keeps it. */
    open: (person: Person) => Promise<void>;
    /** What arrives for a person who is no longer there is not shown to the next one. */
    put: (of: string, part: Partial<Shown>) => void;
    /** `how` makes the habits of after from those of before. */
    learn: (of: string, how: (before: Habits) => Habits) => Promise<void>;
};

const empty = { known: null, entries: [], habits: noHabits };

const readKept = async (user: string) => ({
    known: (await kept.known(user)) ?? null,
    entries: await kept.entries(user),
    habits: (await kept.habits(user)) ?? noHabits,
});

export function useShown(): ShownBook {
    const shown = useRef<Shown>({ person: null, ...empty });
    const [, draw] = useState(0);
    const show = (all: Shown) => {
        shown.current = all;
        draw((n) => n + 1);
    };
    const put: ShownBook["put"] = (of, part) => {
        if (shown.current.person?.user === of) show({ ...shown.current, ...part });
    };
    return {
        now: () => shown.current,
        open: async (person) => show({ person, ...(person.user ? await readKept(person.user) : empty) }),
        put,
        learn: async (of, how) => {
            if (shown.current.person?.user !== of) return;
            const habits = how(shown.current.habits);
            put(of, { habits });
            await kept.keepHabits(of, habits);
        },
    };
}
