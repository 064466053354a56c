// Which lots: one, or several of which each may say how much of it is used.
import { useId, useState } from "preact/hooks";
import { day } from "../kit/figures";
import { Group } from "../kit/group";
import { lotWords } from "../kit/lot_words";
import { TextField } from "../kit/text_field";
import { useLang, useWords } from "../kit/words";
import { takeApart } from "./amount";
import { AmountField } from "./amount_field";
import type { Used } from "./draft";
import type { Lot } from "./model";
import { folded } from "../kit/folded";
import { lotsWords } from "./words";

const SHOWN = 5;
const isSame = (a: { product: string; lot: string }, b: { product: string; lot: string }) =>
    a.product === b.product && a.lot === b.lot;

export function LotPicker({
    legend,
    wrong,
    lots,
    chosen,
    many,
    onChange,
}: {
    legend: string;
    wrong?: string | undefined;
    lots: Lot[];
    chosen: Used[];
    many?: boolean;
    onChange: (chosen: Used[]) => void;
}) {
    const t = useWords(lotsWords);
    const { lang } = useLang();
    const name = useId();
    const [typed, setTyped] = useState("");
    const key = folded(typed);
    const isChosen = (lot: Lot) => chosen.some((one) => isSame(one, lot));
    const found = lots.filter((lot) => folded(`${lot.name} ${lot.lot}`).includes(key)).slice(0, SHOWN);
    const shown = lots.filter((lot) => isChosen(lot) || found.includes(lot));
    const choose = (lot: Lot) => {
        const unit = lot.left ? takeApart(lot.left, lang).unit : "kg";
        const one: Used = { product: lot.product, lot: lot.lot, name: lot.name, number: "", unit };
        if (!many) onChange([one]);
        else if (isChosen(lot)) onChange(chosen.filter((used) => !isSame(used, lot)));
        else onChange([...chosen, one]);
    };
    const change = (next: Used) => onChange(chosen.map((one) => (isSame(one, next) ? next : one)));
    return (
        <Group legend={legend} wrong={wrong}>
            {lots.length === 0 && <p class="soft">{t.noLotsYet}</p>}
            {lots.length > SHOWN && <TextField label={t.findLot} type="search" value={typed} onValue={setTyped} />}
            {shown.map((lot) => (
                <div key={`${lot.product}/${lot.lot}`} class="stack tight">
                    <LotChoice name={name} lot={lot} many={many} checked={isChosen(lot)} choose={() => choose(lot)} />
                    {many &&
                        chosen
                            .filter((one) => isSame(one, lot))
                            .map((one) => <AmountUsed key="amount" used={one} onChange={change} />)}
                </div>
            ))}
            {lots.length > SHOWN && <p class="soft small">{t.lotsOffered(shown.length, lots.length)}</p>}
        </Group>
    );
}

/** The line of one lot; one that was recalled cannot be chosen. */
function LotChoice({
    name,
    lot,
    many,
    checked,
    choose,
}: {
    name: string;
    lot: Lot;
    many: boolean | undefined;
    checked: boolean;
    choose: () => void;
}) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    return (
        <label class={`choice${lot.recalled ? " off" : ""}`}>
            <input
                type={many ? "checkbox" : "radio"}
                name={name}
                checked={checked}
                disabled={lot.recalled}
                onChange={choose}
            />
            <span class="lot-choice">
                <strong>{lot.name}</strong>
                <span class="soft small number">
                    {ofLots.lotNamed(lot.lot)} · {lot.left ? t.left(lot.left) : day(lot.last)}
                </span>
                {lot.recalled && <span class="invalid small">{t.recalled}</span>}
            </span>
        </label>
    );
}

/** How much of a lot goes in; the whole of it, when nothing is typed. */
function AmountUsed({ used, onChange }: { used: Used; onChange: (used: Used) => void }) {
    const t = useWords(lotsWords);
    return (
        <AmountField
            label={t.howMuchOfIt}
            hint={t.wholeLot}
            number={used.number}
            unit={used.unit}
            onNumber={(number) => onChange({ ...used, number })}
            onUnit={(unit) => onChange({ ...used, unit })}
        />
    );
}
