// The list on this phone: how old it is, whose it is, and how to get a newer one.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Drop } from "../kit/drop";
import { day, number, stamp } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Notice, TroubleNotice } from "../kit/notice";
import { useWords } from "../kit/words";
import type { ListState, Update } from "./list";
import { dayInVietNam } from "../kit/clock";
import { ageOf, isClockBack, keyLine, takeFile, update } from "./list";
import type { Held } from "./model";
import { scanWords } from "./words";

export function ListScreen({ list, changed }: { list: ListState | null; changed: () => Promise<void> }) {
    const t = useWords(scanWords);
    const [state, setState] = useState<Update | "busy" | "">("");
    const [error, setError] = useState<unknown>(null);
    const run = (work: () => Promise<Update>) => {
        setState("busy");
        setError(null);
        void work()
            .then(async (outcome) => {
                await changed();
                setState(outcome);
            })
            .catch((problem: unknown) => {
                setState("");
                setError(problem);
            });
    };
    const held = list?.held;
    const told: Partial<Record<Update | "busy" | "", string>> = {
        updated: t.updated,
        same: t.same,
        noNetwork: t.noNetwork,
        none: t.serverNone,
    };
    return (
        <>
            <Heading>{t.listTitle}</Heading>
            {held ? (
                <p class="lead">{t.listLead}</p>
            ) : (
                <Notice kind="inconclusive">
                    <p>{t.listNoneLead}</p>
                </Notice>
            )}
            {error !== null && <TroubleNotice error={error} />}
            {state === "otherKey" && (
                <Notice kind="invalid" alert>
                    <p>{t.otherKey}</p>
                    <div>
                        <Button onClick={() => run(() => update(true))}>{t.takeKey}</Button>
                    </div>
                </Notice>
            )}
            {told[state] && (
                <Notice kind={state === "updated" || state === "same" ? "valid" : "inconclusive"} alert>
                    <p>{told[state]}</p>
                </Notice>
            )}
            {held && <HeldFacts list={list} held={held} />}
            <div class="actions">
                <Button primary disabled={state === "busy"} onClick={() => run(update)}>
                    {state === "busy" ? t.updating : t.update}
                </Button>
                <a class="button quiet" href="#/">
                    {t.back}
                </a>
            </div>
            {list?.root ? (
                <Drop
                    label={t.fromFile}
                    hint={t.fromFileHint}
                    accept=".temsao,application/octet-stream"
                    onFile={(file) => run(() => takeFile(file).then(() => "updated" as const))}
                />
            ) : (
                <p class="soft">{t.fileFirst}</p>
            )}
        </>
    );
}

function HeldFacts({ list, held }: { list: ListState; held: Held }) {
    const t = useWords(scanWords);
    const { days, isOld } = ageOf(held, dayInVietNam());
    const isBack = isClockBack(list);
    return (
        <dl class="facts card">
            <dt>{t.province}</dt>
            <dd>{held.province}</dd>
            <dt>{t.asOf}</dt>
            <dd class="number">{day(held.as_of)}</dd>
            <dt>{t.age}</dt>
            <dd class={isOld || isBack ? "check-mark" : ""}>
                {isBack ? t.clockIsBack : t.days(days)}
                {isOld ? ` · ${t.listOld}` : ""}
            </dd>
            <dt>{t.products}</dt>
            <dd class="number">{number(held.products)}</dd>
            <dt>{t.number}</dt>
            <dd class="number">{number(held.sequence)}</dd>
            <dt>{t.fetched}</dt>
            <dd class="number">{stamp(Date.parse(list.fetched) / 1000)}</dd>
            <dt>{t.keyId}</dt>
            <dd class="key">{keyLine(list.root)}</dd>
        </dl>
    );
}
