// An entry is wrong: the right one is written in its place, and the wrong one stays in the book, struck through.
import { Heading } from "../kit/heading";
import { Loaded } from "../kit/load";
import { lotKindWords } from "../kit/lot_words";
import { Notice, TroubleNotice } from "../kit/notice";
import { go } from "../kit/route";
import { useWords } from "../kit/words";
import type { Draft } from "./draft";
import { canBeRewritten, draftOf } from "./draft";
import { EntryForm } from "./entry_form";
import type { Kind } from "./model";
import { saveDraft } from "./save";
import { shortId } from "./send";
import type { Book } from "./use_book";
import { useStory } from "./use_story";
import { lotsWords } from "./words";

export function Correct({ book, product, lot, id }: { book: Book; product: string; lot: string; id: string }) {
    const t = useWords(lotsWords);
    const kindName = useWords(lotKindWords);
    const [load, again] = useStory(book, product, lot);
    return (
        <Loaded load={load} again={again}>
            {({ story }) => {
                const event = story.events.find((one) => shortId(one.id) === id);
                if (!event) return <TroubleNotice error={t.noSuchEntry} />;
                if (!canBeRewritten(event)) return <TroubleNotice error={t.onlyStruck} />;
                const save = (draft: Draft) => saveDraft(book, draft, event.id).then(() => go("lot", product, lot));
                return (
                    <>
                        <Heading step={t.correcting}>{kindName[event.kind as Kind]}</Heading>
                        <Notice kind="inconclusive">
                            <p>{t.correctLead}</p>
                        </Notice>
                        <EntryForm book={book} start={draftOf(event, story.lang)} isCorrection onSave={save} />
                    </>
                );
            }}
        </Loaded>
    );
}
