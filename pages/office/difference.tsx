// What a proposed list changes in the list in use, the weightiest first, field by field.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { number } from "../kit/figures";
import type { ListChange } from "../kit/api_types";
import { Notice } from "../kit/notice";
import { Table } from "../kit/table";
import { useWords } from "../kit/words";
import { officeWords } from "./words";

type Weight = ListChange["weight"];

/** In the server's order: a second person looks at the first ones first. */
const weights: Weight[] = [
    "revocation_lifted",
    "product_gone",
    "stars_raised",
    "ended",
    "certificate",
    "named",
    "facts",
    "product_new",
];
const weightWords = (t: (typeof officeWords)["vi"], weight: Weight): string =>
    ({
        revocation_lifted: t.weightLifted,
        product_gone: t.weightGone,
        stars_raised: t.weightRaised,
        ended: t.weightEnded,
        certificate: t.weightCertificate,
        named: t.weightNamed,
        facts: t.weightFacts,
        product_new: t.weightNew,
    })[weight];

const step = 20;

export function Difference({ changes }: { changes: ListChange[] }) {
    const t = useWords(officeWords);
    const [weight, setWeight] = useState<Weight | null>(null);
    const [shown, setShown] = useState(step);
    const count = (one: Weight) => changes.filter((change) => change.weight === one).length;
    const chosen = weight ? changes.filter((change) => change.weight === weight) : changes;
    const choose = (one: Weight | null) => {
        setWeight(one);
        setShown(step);
    };
    if (changes.length === 0)
        return (
            <section class="stack">
                <h2>{t.difference}</h2>
                <p>{t.noDifference}</p>
            </section>
        );
    return (
        <section class="stack">
            <h2>{t.difference}</h2>
            {count("revocation_lifted") > 0 && (
                <Notice kind="invalid">
                    <p>{t.liftedWarns(number(count("revocation_lifted")))}</p>
                </Notice>
            )}
            {count("product_gone") > 0 && (
                <Notice kind="check">
                    <p>{t.removedWarns}</p>
                </Notice>
            )}
            <div class="actions" role="group" aria-label={t.filter}>
                <Button quiet={weight !== null} aria-pressed={weight === null} onClick={() => choose(null)}>
                    {t.allChanges(number(changes.length))}
                </Button>
                {weights
                    .filter((one) => count(one) > 0)
                    .map((one) => (
                        <Button
                            key={one}
                            quiet={weight !== one}
                            aria-pressed={weight === one}
                            onClick={() => choose(one)}>
                            {`${weightWords(t, one)}: ${number(count(one))}`}
                        </Button>
                    ))}
            </div>
            <Table
                caption={t.difference}
                heads={[t.change, t.product, t.code]}
                rows={chosen.slice(0, shown).map((one) => ({
                    key: one.key,
                    cells: [<ChangeCell change={one} />, one.name, <span class="number">{one.key}</span>],
                }))}
            />
            {chosen.length > shown && (
                <div class="actions">
                    <Button onClick={() => setShown(shown + 10 * step)}>
                        {t.showMore(number(Math.min(10 * step, chosen.length - shown)), number(chosen.length - shown))}
                    </Button>
                </div>
            )}
        </section>
    );
}

function ChangeCell({ change }: { change: ListChange }) {
    const t = useWords(officeWords);
    return (
        <>
            <strong>{weightWords(t, change.weight)}</strong>
            {change.fields.map((field) => (
                <div key={field.field + (field.decision ?? "")}>{field.words}</div>
            ))}
        </>
    );
}
