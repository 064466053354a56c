// What this phone has that the book may not have: entries that wait, those that were refused and why, and questions.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
import { stamp } from "../kit/figures";
import { Heading } from "../kit/heading";
import { lotKindWords, lotWords } from "../kit/lot_words";
import { Notice, TroubleNotice } from "../kit/notice";
import { SignIn } from "../kit/sign_in";
import { useWords } from "../kit/words";
import { EntryForm } from "./entry_form";
import type { Draft } from "./draft";
import { entryOf, lotOf } from "./draft";
import { draftOfEntry } from "./draft_of_entry";
import { kept } from "./kept";
import type { KeptEntry } from "./model";
import type { Book } from "./use_book";
import { lotsWords } from "./words";

export function Waiting({ book }: { book: Book }) {
    const t = useWords(lotsWords);
    const { entries, sending } = book;
    const [editing, setEditing] = useState("");
    const sendingAgain = useDeed();
    const waiting = entries.filter((one) => one.state === "waiting").length;
    const edited = entries.find((one) => one.id === editing);
    if (edited) return <Edit book={book} one={edited} done={() => setEditing("")} />;
    return (
        <>
            <Heading>{t.waitingTitle}</Heading>
            {sendingAgain.error !== null && <TroubleNotice error={sendingAgain.error} />}
            {entries.length === 0 && <p class="empty">{t.waitingNone}</p>}
            {waiting > 0 && <SendState book={book} waiting={waiting} />}
            <ul class="plain stack">
                {entries.map((one) => (
                    <li key={one.id} class="card stack tight">
                        <EntryCard book={book} one={one} edit={() => setEditing(one.id)} />
                    </li>
                ))}
            </ul>
            {waiting > 0 && sending !== "signIn" && sending !== "otherUser" && (
                <div class="actions">
                    <Button primary disabled={sending === "busy"} onClick={() => sendingAgain.start(book.changed)}>
                        {sending === "busy" ? t.sending : t.sendNow}
                    </Button>
                </div>
            )}
        </>
    );
}

function SendState({ book, waiting }: { book: Book; waiting: number }) {
    const t = useWords(lotsWords);
    if (book.sending === "signIn" || book.sending === "otherUser")
        return (
            <section class="card stack">
                <p>{book.sending === "signIn" ? t.signInFirst : t.otherUser(book.person?.user ?? "")}</p>
                <SignIn done={book.enter} />
            </section>
        );
    return (
        <p class="lead" role="status">
            {book.sending === "busy" ? t.sendingNow(waiting) : t.someWaiting(waiting)}
        </p>
    );
}

function EntryCard({ book, one, edit }: { book: Book; one: KeptEntry; edit: () => void }) {
    const t = useWords(lotsWords);
    const kindName = useWords(lotKindWords);
    const ofLots = useWords(lotWords);
    const dropping = useDeed();
    const drop = () => dropping.start(() => kept.dropEntry(one.id).then(book.changed));
    const facts = [one.entry?.amount, one.entry?.from ?? one.entry?.to].filter(Boolean).join(" · ");
    return (
        <>
            <p>
                <strong>{kindName[one.kind]}</strong> · {one.name}
                {one.lot && ` · ${ofLots.lotNamed(one.lot)}`}
            </p>
            {one.entry === null && <p>{t.strikesOnly}</p>}
            {one.entry !== null && one.strikes && <p>{t.replaces}</p>}
            {facts && <p class="number">{facts}</p>}
            <p class="soft small number">{t.savedAt(stamp(one.saved / 1000))}</p>
            {dropping.error !== null && <TroubleNotice error={dropping.error} />}
            {one.state === "waiting" && <p class="check-mark small">{t.waits}</p>}
            {one.state !== "waiting" && (
                <Notice kind={one.state === "refused" ? "invalid" : "check"}>
                    <p>{one.state === "refused" ? t.refused : t.askedTitle}</p>
                    {one.why.map((why) => (
                        <p key={why}>{why}</p>
                    ))}
                </Notice>
            )}
            {one.state === "refused" && (
                <div class="actions">
                    {one.entry && <Button onClick={edit}>{t.edit}</Button>}
                    <Button danger onClick={drop}>
                        {t.discard}
                    </Button>
                </div>
            )}
            {one.state === "asked" && (
                <div class="actions">
                    <Button onClick={drop}>{t.seen}</Button>
                </div>
            )}
        </>
    );
}

/** A refused one, once more: nothing of it is in the book, so it keeps its place and its id. */
function Edit({ book, one, done }: { book: Book; one: KeptEntry; done: () => void }) {
    const t = useWords(lotsWords);
    const kindName = useWords(lotKindWords);
    const save = async (draft: Draft) => {
        const entry = entryOf(draft, book, one.strikes);
        await kept.keepEntry({ ...one, entry, lot: lotOf(draft, book), kind: draft.kind, state: "waiting", why: [] });
        await book.changed();
        done();
    };
    return (
        <>
            <Heading step={t.refused}>{kindName[one.kind]}</Heading>
            <Notice kind="invalid">
                {one.why.map((why) => (
                    <p key={why}>{why}</p>
                ))}
            </Notice>
            <EntryForm book={book} start={draftOfEntry(one, book)} onSave={save} />
        </>
    );
}
