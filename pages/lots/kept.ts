// What the lot book keeps in this browser: entries that the server has not confirmed, what it said last, and habits.
import { openBase } from "../kit/kept_base";
import type { Habits, KeptEntry, Known, Story } from "./model";

const run = openBase("temsao-lots", (base) => {
    base.createObjectStore("entries", { keyPath: "id" });
    base.createObjectStore("known", { keyPath: "user" });
    base.createObjectStore("stories");
    base.createObjectStore("habits");
});
const storyKey = (user: string, product: string, lot: string) => `${user} ${product}/${lot}`;

export const kept = {
    entries: async (user: string): Promise<KeptEntry[]> => {
        const all = await run<KeptEntry[]>("entries", "readonly", (store) => store.getAll() as IDBRequest<KeptEntry[]>);
        return all.filter((one) => one.user === user).sort((a, b) => a.saved - b.saved);
    },
    keepEntry: (entry: KeptEntry) => run("entries", "readwrite", (store) => store.put(entry)),
    dropEntry: (id: string) => run("entries", "readwrite", (store) => store.delete(id)),
    known: (user: string) =>
        run<Known | undefined>("known", "readonly", (store) => store.get(user) as IDBRequest<Known | undefined>),
    keepKnown: (known: Known) => run("known", "readwrite", (store) => store.put(known)),
    story: (user: string, product: string, lot: string) =>
        run<Story | undefined>(
            "stories",
            "readonly",
            (store) => store.get(storyKey(user, product, lot)) as IDBRequest<Story | undefined>,
        ),
    keepStory: (user: string, story: Story) =>
        run("stories", "readwrite", (store) => store.put(story, storyKey(user, story.lot.product, story.lot.lot))),
    habits: (user: string) =>
        run<Habits | undefined>("habits", "readonly", (store) => store.get(user) as IDBRequest<Habits | undefined>),
    keepHabits: (user: string, habits: Habits) => run("habits", "readwrite", (store) => store.put(habits, user)),
};
