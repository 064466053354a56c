// Which column of a proposed list became what, with three values each. Who handed the list in may correct it.
import { useEffect, useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { Loaded, useLoad } from "../kit/load";
import type { ColumnsSaid, ColumnsSeen, Proposal, SeenColumn } from "../kit/api_types";
import { TroubleNotice } from "../kit/notice";
import { Table } from "../kit/table";
import { useWords } from "../kit/words";
import "./columns.css";
import { officeWords } from "./words";

type Choices = Record<string, string>; // heading -> meaning, "" to leave the column out

export function Columns({ proposal, canSay, onSaid }: { proposal: Proposal; canSay: boolean; onSaid: () => void }) {
    const path = `list-proposals/${encodeURIComponent(proposal.id)}/columns`;
    const [load, again] = useLoad((signal) => api.get<ColumnsSeen>(path, signal), [path]);
    return (
        <Loaded load={load} again={again}>
            {(seen) =>
                canSay ? (
                    <SayColumns
                        seen={seen}
                        map={proposal.map}
                        send={async (said) => {
                            await api.post<Proposal>(path, said);
                            again();
                            onSaid();
                        }}
                    />
                ) : (
                    <ColumnTable seen={seen} meaning={(one) => meaningWords(seen, one.meaning)} />
                )
            }
        </Loaded>
    );
}

const meaningWords = (seen: ColumnsSeen, meaning: string | null) =>
    seen.meanings.find((one) => one.meaning === meaning)?.words ?? "";

/** What was said before and what is said now, as the command line takes it. */
const joined = (map: string[], choices: Choices): string[] => {
    const isNew = (said: string) => Object.keys(choices).some((heading) => said.startsWith(`${heading}=`));
    return [
        ...map.filter((said) => !isNew(said)),
        ...Object.entries(choices).map(([heading, meaning]) => `${heading}=${meaning}`),
    ];
};

function SayColumns({
    seen,
    map,
    send,
}: {
    seen: ColumnsSeen;
    map: string[];
    send: (said: ColumnsSaid) => Promise<void>;
}) {
    const t = useWords(officeWords);
    const [choices, setChoices] = useState<Choices>({});
    const [busy, setBusy] = useState(false);
    const [error, setError] = useState<unknown>(null);
    const meaningOf = (one: SeenColumn) => choices[one.heading] ?? one.meaning ?? "";
    // Two columns cannot mean the same: the other one is left out.
    const choose = (chosen: SeenColumn, meaning: string) => {
        const next = { ...choices, [chosen.heading]: meaning };
        for (const other of seen.columns)
            if (meaning && other.heading !== chosen.heading && meaningOf(other) === meaning) next[other.heading] = "";
        setChoices(next);
    };
    const readAgain = async () => {
        setBusy(true);
        setError(null);
        try {
            await send({ map: joined(map, choices) });
        } catch (problem) {
            setError(problem);
            setBusy(false);
        }
    };
    useEffect(() => {
        // what was read again has arrived
        setChoices({});
        setBusy(false);
    }, [seen]);
    const select = (one: SeenColumn) => (
        <select
            class="input"
            aria-label={t.columnMeans(one.heading || one.column)}
            value={meaningOf(one)}
            disabled={busy}
            onChange={(event) => choose(one, event.currentTarget.value)}>
            <option value="">{t.columnNotRead}</option>
            {seen.meanings.map(({ meaning, words }) => (
                <option key={meaning} value={meaning}>
                    {words}
                </option>
            ))}
        </select>
    );
    return (
        <>
            <p class="soft">{t.columnsLead}</p>
            <ColumnTable seen={seen} meaning={(one) => (one.heading ? select(one) : t.columnNotRead)} />
            {error !== null && <TroubleNotice error={error} />}
            <div class="actions">
                <Button
                    primary={seen.trouble !== null}
                    disabled={busy || Object.keys(choices).length === 0}
                    onClick={() => void readAgain()}>
                    {t.readAgain}
                </Button>
            </div>
        </>
    );
}

function ColumnTable({ seen, meaning }: { seen: ColumnsSeen; meaning: (one: SeenColumn) => preact.ComponentChildren }) {
    const t = useWords(officeWords);
    return (
        <Table
            caption={t.columnsTitle}
            heads={[t.column, t.columnValues, t.columnIs]}
            rows={seen.columns.map((one) => ({
                key: one.column,
                cells: [
                    <div>
                        <strong>{one.heading || t.columnNoHeading}</strong>{" "}
                        <span class="soft small">{t.columnPlace(one.column)}</span>
                    </div>,
                    <ul class="plain small column-values">
                        {one.examples.map((value) => (
                            <li key={value}>{value}</li>
                        ))}
                    </ul>,
                    <div>
                        {meaning(one) || <span class="soft">{t.columnNotRead}</span>}
                        {one.said && <span class="soft small"> {t.columnSaid}</span>}
                    </div>,
                ],
            }))}
        />
    );
}
