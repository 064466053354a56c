// What a proposed list changes in the list in force.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { number } from "../kit/figures";
import type { ListChange } from "../kit/api_types";
import { Notice } from "../kit/notice";
import { Table } from "../kit/table";
import { useWords } from "../kit/words";
import { officeWords } from "./words";

export function Difference({ changes }: { changes: ListChange[] }) {
    const t = useWords(officeWords);
    const names: Record<ListChange["change"], string> = { added: t.added, changed: t.changed, removed: t.removed };
    const [shown, setShown] = useState(20);
    const count = (kind: ListChange["change"]) => changes.filter((one) => one.change === kind).length;
    return (
        <section class="stack">
            <h2>{t.difference}</h2>
            {changes.length === 0 ? (
                <p>{t.noDifference}</p>
            ) : (
                <>
                    <div class="tally">
                        {(["added", "changed", "removed"] as const).map((kind) => (
                            <div key={kind}>
                                <span class="count">{number(count(kind))}</span>
                                <span>{names[kind]}</span>
                            </div>
                        ))}
                    </div>
                    {count("removed") > 0 && (
                        <Notice kind="check">
                            <p>{t.removedWarns}</p>
                        </Notice>
                    )}
                    <Table
                        caption={t.difference}
                        heads={[t.change, t.product, t.code]}
                        rows={changes.slice(0, shown).map((one) => ({
                            key: one.key,
                            cells: [
                                <strong>{names[one.change]}</strong>,
                                one.name,
                                <span class="number">{one.key}</span>,
                            ],
                        }))}
                    />
                    {changes.length > shown && (
                        <div class="actions">
                            <Button onClick={() => setShown(changes.length)}>
                                {t.showAll(number(changes.length))}
                            </Button>
                        </div>
                    )}
                </>
            )}
        </section>
    );
}
