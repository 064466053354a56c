// One entry: what happened, in at most four answers. What is usually the same (when, where, the lot's name) is filled
// in already and folded away.
import { useRef, useState } from "preact/hooks";
import { Button } from "../kit/button";
import { DayField } from "../kit/date";
import { lotWords } from "../kit/lot_words";
import { TroubleNotice } from "../kit/notice";
import { useWords } from "../kit/words";
import { AmountField } from "./amount_field";
import { Choices } from "./choices";
import type { Draft, Wrong } from "./draft";
import { isAbout, lotOf, makes, wrongIn } from "./draft";
import type { Change, FieldsOf } from "./fields_of";
import { ItemField } from "./item_field";
import { LotPicker } from "./lot_picker";
import { MoreFields } from "./more_fields";
import { RememberedField } from "./remembered_field";
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

function KindFields(all: FieldsOf) {
    const { book, draft, wrong, change, isCorrection } = all;
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    const { kind } = draft;
    const { habits } = book;
    const lot = lotOf(draft, book);
    const takeItem = (item: string) => change({ item, unit: habits.units[item] ?? draft.unit });
    return (
        <>
            {(kind === "receive" || kind === "harvest") && !isCorrection && (
                <Choices
                    legend={t.fromWhere}
                    value={kind}
                    beside
                    options={[
                        { value: "receive", name: t.boughtIn },
                        { value: "harvest", name: t.ownHarvest },
                    ]}
                    onChange={(value) => change({ kind: value as Draft["kind"] })}
                />
            )}
            {makes(kind) && (
                <LotPicker
                    legend={t.fromLots}
                    wrong={wrong.uses && (wrong.uses === "missing" ? t.missingLots : t.notNumber)}
                    lots={book.lots.filter((one) => one.lot !== lot)}
                    chosen={draft.uses}
                    many
                    onChange={(uses) => change({ uses })}
                />
            )}
            {isAbout(kind) && (
                <LotPicker
                    legend={t.whichLot}
                    wrong={wrong.uses && t.missingLot}
                    lots={book.lots}
                    chosen={draft.uses}
                    onChange={(uses) => change({ uses, unit: uses[0]?.unit ?? draft.unit })}
                />
            )}
            {!isAbout(kind) && <ItemField {...all} takeItem={takeItem} />}
            {kind !== "test" && (
                <AmountField
                    label={kind === "pack" ? t.howMany : t.howMuch}
                    number={draft.number}
                    unit={draft.unit}
                    wrong={wrong.number}
                    onNumber={(number) => change({ number })}
                    onUnit={(unit) => change({ unit })}
                />
            )}
            {(kind === "receive" || kind === "ship") && (
                <RememberedField
                    label={kind === "ship" ? t.toWhom : t.fromWhom}
                    wrong={wrong.party && t.missingParty}
                    value={draft.party}
                    remembered={kind === "ship" ? habits.to : habits.from}
                    onValue={(party) => change({ party })}
                />
            )}
            {kind === "test" && (
                <>
                    <Choices
                        legend={t.result}
                        value={draft.passed}
                        wrong={wrong.passed && t.missingResult}
                        beside
                        options={[
                            { value: "yes", name: ofLots.passed },
                            { value: "no", name: ofLots.failed },
                        ]}
                        onChange={(value) => change({ passed: value as Draft["passed"] })}
                    />
                    <RememberedField
                        label={t.report}
                        hint={t.reportHint}
                        value={draft.report}
                        remembered={[]}
                        onValue={(report) => change({ report })}
                    />
                </>
            )}
            {kind === "pack" && (
                <div class="fields">
                    <DayField label={t.made} value={draft.made} optional onChange={(made) => change({ made })} />
                    <DayField
                        label={t.expires}
                        value={draft.expires}
                        optional
                        onChange={(expires) => change({ expires })}
                    />
                </div>
            )}
        </>
    );
}
