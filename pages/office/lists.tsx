// The list: handed in by one person, its difference looked at and approved by another.
import { useRef, useState } from "preact/hooks";
import { api, query } from "../kit/api";
import { DayField } from "../kit/date";
import { Drop } from "../kit/drop";
import { dayInVietNam } from "../kit/clock";
import { stamp } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Proposal } from "../kit/api_types";
import { TroubleNotice } from "../kit/notice";
import { go, to } from "../kit/route";
import { Table } from "../kit/table";
import { useWords } from "../kit/words";
import { stateWords } from "./proposal";
import { officeWords } from "./words";

export function Lists() {
    const t = useWords(officeWords);
    const [load, again] = useLoad((signal) => api.get<Proposal[]>("list-proposals", signal), []);
    return (
        <>
            <Heading>{t.listTitle}</Heading>
            <p class="lead">{t.listLead}</p>
            <NewList />
            <Loaded load={load} again={again}>
                {(proposals) => {
                    const waiting = proposals.filter((one) => one.state === "waiting");
                    const others = proposals.filter((one) => one.state !== "waiting");
                    return (
                        <>
                            <section class="stack">
                                <h2>{t.waiting}</h2>
                                {waiting.length ? (
                                    <ProposalTable caption={t.waiting} proposals={waiting} />
                                ) : (
                                    <p class="soft">{t.noneWaiting}</p>
                                )}
                            </section>
                            {others.length > 0 && (
                                <section class="stack">
                                    <h2>{t.earlier}</h2>
                                    <ProposalTable caption={t.earlier} proposals={others} />
                                </section>
                            )}
                        </>
                    );
                }}
            </Loaded>
        </>
    );
}

/** The file and the day of a list that is handed in; once it is read, its proposal is shown. */
function NewList() {
    const t = useWords(officeWords);
    const [asOf, setAsOf] = useState(dayInVietNam());
    const [reading, setReading] = useState("");
    const [error, setError] = useState<unknown>(null);
    const form = useRef<HTMLFormElement>(null);
    const send = async (file: File) => {
        if (!form.current!.reportValidity()) return; // the day is not one, and says so
        setReading(file.name);
        setError(null);
        try {
            const made = await api.send<Proposal>(`list-proposals?${query({ as_of: asOf })}`, file, file.name);
            go("list", made.id);
        } catch (problem) {
            setError(problem);
            setReading("");
        }
    };
    return (
        <>
            {error !== null && <TroubleNotice error={error} />}
            {reading ? (
                <div class="stack" role="status">
                    <p>{t.reading(reading)}</p>
                    <progress aria-label={t.reading(reading)} />
                </div>
            ) : (
                <form ref={form} class="beside-drop" onSubmit={(event) => event.preventDefault()}>
                    <Drop
                        label={t.listDrop}
                        accept=".xlsx,.xls,.xlsb,.ods,.csv,.tsv"
                        onFile={(file) => void send(file)}
                    />
                    <DayField label={t.asOf} value={asOf} onChange={setAsOf} />
                </form>
            )}
        </>
    );
}

function ProposalTable({ caption, proposals }: { caption: string; proposals: Proposal[] }) {
    const t = useWords(officeWords);
    return (
        <Table
            caption={caption}
            heads={[t.file, t.by, t.at, t.state, t.action]}
            rows={proposals.map((one) => ({
                key: one.id,
                cells: [
                    one.source,
                    one.by,
                    <span class="number small">{stamp(one.at)}</span>,
                    stateWords(t, one.state),
                    <a class="button quiet" href={to("list", one.id)}>
                        {t.look}
                    </a>,
                ],
            }))}
        />
    );
}
