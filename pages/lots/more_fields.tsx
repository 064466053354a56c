// What is usually as it was last time; it is said in one line, and opened when it differs.
import { DayField } from "../kit/date";
import { dayInVietNam } from "../kit/clock";
import { day } from "../kit/figures";
import { lotWords } from "../kit/lot_words";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { isAbout, lotOf } from "./draft";
import type { FieldsOf } from "./fields_of";
import { RememberedField } from "./remembered_field";
import { lotsWords } from "./words";

export function MoreFields({ book, draft, wrong, change, isCorrection }: FieldsOf) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    const { kind } = draft;
    const lot = lotOf(draft, book);
    const when = draft.day === dayInVietNam() && !draft.clock ? t.now : `${day(draft.day)} ${draft.clock}`.trim();
    const told = [when, draft.place, !isAbout(kind) && lot ? ofLots.lotNamed(lot) : ""].filter(Boolean).join(" · ");
    return (
        <details class="more">
            <summary>
                <span>
                    {t.more}
                    <span class="soft small number more-told">{told}</span>
                </span>
            </summary>
            <div class="stack">
                <div class="fields">
                    <DayField label={t.day} value={draft.day} onChange={(value) => change({ day: value })} />
                    <TextField
                        label={t.clock}
                        hint={t.clockHint}
                        class="number"
                        wrong={wrong.clock && t.notClock}
                        value={draft.clock}
                        onValue={(clock) => change({ clock })}
                    />
                </div>
                {!isAbout(kind) && (
                    <TextField
                        label={t.lot}
                        hint={isCorrection ? t.lotStays : t.lotHint}
                        wrong={wrong.lot && t.notLot}
                        maxLength={20}
                        autocapitalize="characters"
                        disabled={isCorrection}
                        value={draft.lot || lot}
                        onValue={(text) => change({ lot: text })}
                    />
                )}
                <RememberedField
                    label={t.place}
                    value={draft.place}
                    remembered={book.habits.places}
                    onValue={(place) => change({ place })}
                />
                {kind === "transform" && (
                    <RememberedField
                        label={t.process}
                        hint={t.processHint}
                        value={draft.process}
                        remembered={book.habits.processes}
                        onValue={(process) => change({ process })}
                    />
                )}
                {(kind === "receive" || kind === "ship") && (
                    <TextField label={t.paper} value={draft.paper} onValue={(paper) => change({ paper })} />
                )}
                <TextField label={t.note} value={draft.note} onValue={(note) => change({ note })} />
            </div>
        </details>
    );
}
