// Keeps an entry on this phone; then it is sent, at once or when there is a network.
import { newId } from "../kit/new_id";
import { learn } from "./habits";
import { kept } from "./kept";
import type { Draft } from "./draft";
import { entryOf, isAbout, itemName, lotOf } from "./draft";
import type { KeptEntry, Kind } from "./model";
import type { Book } from "./use_book";

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
    const name = isAbout(draft.kind) ? (draft.uses[0]?.name ?? "") : itemName(draft, book).trim();
    const isProduct = product !== undefined || isAbout(draft.kind);
    // A person types the goods' name, and never the code that a correction has.
    await book.learn((before) => learn(before, isProduct ? entry : { ...entry, item: name }, isProduct));
    await keep(book, { entry, strikes: insteadOf, name, lot: lotOf(draft, book), kind: draft.kind });
}

/** It did not happen: nothing stands in its place. */
export const strike = (book: Book, id: string, about: { name: string; lot: string; kind: Kind }): Promise<void> =>
    keep(book, { ...about, entry: null, strikes: id });
