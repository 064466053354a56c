// What an entry of its kind asks about: where the goods come from, which lots, which goods, how much, who, the result.
import { DayField } from "../kit/date";
import { lotWords } from "../kit/lot_words";
import { useWords } from "../kit/words";
import { AmountField } from "./amount_field";
import { Choices } from "./choices";
import type { Draft } from "./draft";
import { isAbout, lotOf, makes } from "./draft";
import type { FieldsOf } from "./fields_of";
import { ItemField } from "./item_field";
import { LotPicker } from "./lot_picker";
import { RememberedField } from "./remembered_field";
import { lotsWords } from "./words";

export function KindFields(all: FieldsOf) {
    const { book, draft, wrong, change, isCorrection } = all;
    const t = useWords(lotsWords);
    const { kind } = draft;
    const takeItem = (item: string) => change({ item, unit: book.habits.units[item] ?? draft.unit });
    return (
        <>
            {(kind === "receive" || kind === "harvest") && !isCorrection && <Origin {...all} />}
            {makes(kind) && <LotsUsed {...all} />}
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
            {(kind === "receive" || kind === "ship") && <Party {...all} />}
            {kind === "test" && <TestResult {...all} />}
            {kind === "pack" && <PackDays {...all} />}
        </>
    );
}

/** Bought in, or from the producer's own fields and waters. */
function Origin({ draft, change }: FieldsOf) {
    const t = useWords(lotsWords);
    return (
        <Choices
            legend={t.fromWhere}
            value={draft.kind}
            beside
            options={[
                { value: "receive", name: t.boughtIn },
                { value: "harvest", name: t.ownHarvest },
            ]}
            onChange={(value) => change({ kind: value as Draft["kind"] })}
        />
    );
}

/** The lots that go into the one that is made. */
function LotsUsed({ book, draft, wrong, change }: FieldsOf) {
    const t = useWords(lotsWords);
    const lot = lotOf(draft, book);
    return (
        <LotPicker
            legend={t.fromLots}
            wrong={wrong.uses && (wrong.uses === "missing" ? t.missingLots : t.notNumber)}
            lots={book.lots.filter((one) => one.lot !== lot)}
            chosen={draft.uses}
            many
            onChange={(uses) => change({ uses })}
        />
    );
}

/** Who gave the goods, or takes them. */
function Party({ book, draft, wrong, change }: FieldsOf) {
    const t = useWords(lotsWords);
    const isShipped = draft.kind === "ship";
    return (
        <RememberedField
            label={isShipped ? t.toWhom : t.fromWhom}
            wrong={wrong.party && t.missingParty}
            value={draft.party}
            remembered={isShipped ? book.habits.to : book.habits.from}
            onValue={(party) => change({ party })}
        />
    );
}

function TestResult({ draft, wrong, change }: FieldsOf) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    return (
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
    );
}

function PackDays({ draft, change }: FieldsOf) {
    const t = useWords(lotsWords);
    return (
        <div class="fields">
            <DayField label={t.made} value={draft.made} optional onChange={(made) => change({ made })} />
            <DayField label={t.expires} value={draft.expires} optional onChange={(expires) => change({ expires })} />
        </div>
    );
}
