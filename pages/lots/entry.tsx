import { useState } from "preact/hooks";
import { Heading } from "../kit/heading";
import { TroubleNotice } from "../kit/notice";
import { go } from "../kit/route";
import { useWords } from "../kit/words";
import type { Draft } from "./draft";
import { freshDraft } from "./draft";
import { EntryForm } from "./entry_form";
import type { Kind } from "./model";
import { saveDraft } from "./save";
import type { Book } from "./use_book";
import { kindWords, lotsWords } from "./words";

/** A new entry of one kind. */
export function Entry({ book, kind }: { book: Book; kind: Kind }) {
    const t = useWords(lotsWords);
    const kindName = useWords(kindWords);
    const [error, setError] = useState<unknown>(null);
    const save = (draft: Draft) => void saveDraft(book, draft).then(() => go(), setError);
    const title = kind === "receive" || kind === "harvest" ? t.kindReceiveHarvest : kindName[kind];
    return (
        <>
            <Heading>{title}</Heading>
            {error !== null && <TroubleNotice error={error} />}
            <EntryForm book={book} start={freshDraft(kind, book)} onSave={save} />
        </>
    );
}
