// Keeps an entry on this phone; then it is sent, at once or when there is a network.
import { learn } from "./habits";
import { kept } from "./kept";
import type { Draft } from "./draft";
import { entryOf, isAbout, lotOf } from "./draft";
import type { KeptEntry, Kind } from "./model";
import type { Book } from "./use_book";

/** Unlike others on every phone; also where a browser gives no randomUUID, as over plain http. */
const newId = (): string =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function keep(book: Book, part: Pick<KeptEntry, "entry" | "strikes" | "name" | "lot" | "kind">): Promise<void> {
    await kept.keepEntry({
        ...part,
        id: newId(),
        user: book.person!.user,
        saved: Date.now(),
        state: "waiting",
        why: [],
    });
    await book.changed();
}

export async function saveDraft(book: Book, draft: Draft, insteadOf = ""): Promise<void> {
    const entry = entryOf(draft, book, insteadOf);
    const product = book.known?.products.find((one) => one.key === draft.item);
    const name = isAbout(draft.kind) ? (draft.uses[0]?.name ?? "") : (product?.name ?? draft.item.trim());
    book.keepHabits(learn(book.habits, entry, product !== undefined || isAbout(draft.kind)));
    await keep(book, { entry, strikes: insteadOf, name, lot: lotOf(draft, book), kind: draft.kind });
}

/** It did not happen: nothing stands in its place. */
export const strike = (book: Book, id: string, about: { name: string; lot: string; kind: Kind }): Promise<void> =>
    keep(book, { ...about, entry: null, strikes: id });
