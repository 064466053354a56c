// One entry: what happened, in at most four answers. What is usually the same (when, where, the lot's name) is filled
// in already and folded away.
import { useRef, useState } from "preact/hooks";
import { Button } from "../kit/button";
import { TroubleNotice } from "../kit/notice";
import { useWords } from "../kit/words";
import type { Draft, Wrong } from "./draft";
import { wrongIn } from "./draft";
import type { Change } from "./fields_of";
import { KindFields } from "./kind_fields";
import { MoreFields } from "./more_fields";
import type { Book } from "./use_book";
import { lotsWords } from "./words";

export function EntryForm({
    book,
    start,
    isCorrection,
    onSave,
}: {
    book: Book;
    start: Draft;
    isCorrection?: boolean;
    /** Ends when the entry is kept and the screen is left. */
    onSave: (draft: Draft) => Promise<void>;
}) {
    const t = useWords(lotsWords);
    const [draft, setDraft] = useState(start);
    const [tried, setTried] = useState(false);
    const [error, setError] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const isSaving = useRef(false); // at once, also between two taps of one moment
    const form = useRef<HTMLFormElement>(null);
    const change: Change = (part) => setDraft((before) => ({ ...before, ...part }));
    const wrong: Wrong = tried ? wrongIn(draft, book) : {};
    const keep = async () => {
        if (isSaving.current) return;
        isSaving.current = true;
        setBusy(true);
        setError(null);
        try {
            await onSave(draft); // once it is kept, the screen is left: the button does not come back
        } catch (problem) {
            setError(problem);
            setBusy(false);
            isSaving.current = false;
        }
    };
    const save = () => {
        setTried(true);
        const isFit = form.current?.checkValidity() ?? true; // a day that is not one, as its field knows
        if (isFit && Object.keys(wrongIn(draft, book)).length === 0) return void keep();
        // The first field that is wrong, once it is marked.
        requestAnimationFrame(() => {
            form.current
                ?.querySelectorAll("details")
                .forEach((one) => one.querySelector(".wrong") && (one.open = true));
            form.current?.querySelector<HTMLElement>("[aria-invalid], [data-wrong]")?.focus();
        });
    };
    return (
        <form
            ref={form}
            class="stack wide-gap"
            noValidate
            onSubmit={(event) => {
                event.preventDefault();
                save();
            }}>
            <KindFields book={book} draft={draft} wrong={wrong} change={change} isCorrection={isCorrection ?? false} />
            <MoreFields book={book} draft={draft} wrong={wrong} change={change} isCorrection={isCorrection ?? false} />
            {error !== null && <TroubleNotice error={error} />}
            <div class="actions">
                <Button primary type="submit" disabled={busy}>
                    {t.save}
                </Button>
                <a class="button quiet" href="#/">
                    {t.cancel}
                </a>
            </div>
        </form>
    );
}
