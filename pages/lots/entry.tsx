import { Heading } from "../kit/heading";
import { lotKindWords } from "../kit/lot_words";
import { go } from "../kit/route";
import { useWords } from "../kit/words";
import type { Draft } from "./draft";
import { freshDraft } from "./draft";
import { EntryForm } from "./entry_form";
import type { Kind } from "./model";
import { saveDraft } from "./save";
import type { Book } from "./use_book";
import { lotsWords } from "./words";

/** A new entry of one kind. */
export function Entry({ book, kind }: { book: Book; kind: Kind }) {
    const t = useWords(lotsWords);
    const kindName = useWords(lotKindWords);
    const save = (draft: Draft) => saveDraft(book, draft).then(() => go());
    const title = kind === "receive" || kind === "harvest" ? t.kindReceiveHarvest : kindName[kind];
    return (
        <>
            <Heading>{title}</Heading>
            <EntryForm book={book} start={freshDraft(kind, book)} onSave={save} />
        </>
    );
}
