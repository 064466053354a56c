// The list: handed in by one person, its difference looked at and approved by another.
import { useState } from "preact/hooks";
import { api, query } from "../kit/api";
import { Button } from "../kit/button";
import { DayField } from "../kit/date";
import { Drop } from "../kit/drop";
import { number, stamp, today } from "../kit/figures";
import { Heading } from "../kit/heading";
import { ImportResult } from "../kit/import_result";
import { Loaded, useLoad } from "../kit/load";
import { Notice, TroubleNotice } from "../kit/notice";
import { go, to } from "../kit/route";
import { useSession } from "../kit/session";
import { Table } from "../kit/table";
import { useWords } from "../kit/words";
import type { Change, Proposal } from "./model";
import { officeWords } from "./words";

const path = (id: string) => `list-proposals/${encodeURIComponent(id)}`;

export function Lists() {
    const t = useWords(officeWords);
    const [load, again] = useLoad((signal) => api.get<Proposal[]>("list-proposals", signal), []);
    const [asOf, setAsOf] = useState(today());
    const [reading, setReading] = useState("");
    const [error, setError] = useState<unknown>(null);
    const send = async (file: File) => {
        setReading(file.name);
        setError(null);
        try {
            const made = await api.send<{ id: string }>(`list-proposals?${query({ as_of: asOf })}`, file, file.name);
            go("list", made.id);
        } catch (problem) {
            setError(problem);
            setReading("");
        }
    };
    const table = (caption: string, proposals: Proposal[]) => (
        <Table
            caption={caption}
            heads={[t.file, t.by, t.at, t.state, t.deed]}
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
    return (
        <>
            <Heading>{t.listTitle}</Heading>
            <p class="lead">{t.listLead}</p>
            {error !== null && <TroubleNotice error={error} />}
            {reading ? (
                <div class="stack" role="status">
                    <p>{t.reading(reading)}</p>
                    <progress aria-label={t.reading(reading)} />
                </div>
            ) : (
                <div class="beside-drop">
                    <Drop label={t.listDrop} accept=".xlsx,.csv,.tsv" onFile={(file) => void send(file)} />
                    <DayField label={t.asOf} value={asOf} onChange={setAsOf} />
                </div>
            )}
            <Loaded load={load} again={again}>
                {(proposals) => {
                    const waiting = proposals.filter((one) => one.state === "waiting");
                    const others = proposals.filter((one) => one.state !== "waiting");
                    return (
                        <>
                            <section class="stack">
                                <h2>{t.waiting}</h2>
                                {waiting.length ? table(t.waiting, waiting) : <p class="soft">{t.noneWaiting}</p>}
                            </section>
                            {others.length > 0 && (
                                <section class="stack">
                                    <h2>{t.earlier}</h2>
                                    {table(t.earlier, others)}
                                </section>
                            )}
                        </>
                    );
                }}
            </Loaded>
        </>
    );
}

const stateWords = (t: (typeof officeWords)["vi"], state: Proposal["state"]): string =>
    ({ waiting: t.stateWaiting, approved: t.stateApproved, withdrawn: t.stateWithdrawn })[state];

export function ProposalScreen({ id }: { id: string }) {
    const t = useWords(officeWords);
    const { session } = useSession();
    const [load, again] = useLoad((signal) => api.get<Proposal>(path(id), signal), [id]);
    const [error, setError] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const act = async (deed: () => Promise<unknown>) => {
        setBusy(true);
        setError(null);
        try {
            await deed();
            again();
        } catch (problem) {
            setError(problem);
        }
        setBusy(false);
    };
    return (
        <Loaded load={load} again={again}>
            {(proposal) => {
                const isOpen = proposal.state === "waiting";
                const isOwn = proposal.by === session.user;
                return (
                    <>
                        <Heading step={`${stateWords(t, proposal.state)} · ${proposal.by}, ${stamp(proposal.at)}`}>
                            {isOpen ? t.proposalTitle(proposal.source) : t.proposalDone(proposal.source)}
                        </Heading>
                        {proposal.state === "approved" && (
                            <Notice kind="valid" alert>
                                <p>{t.approved}</p>
                            </Notice>
                        )}
                        {proposal.difference && <Difference changes={proposal.difference.changes} />}
                        <details open={proposal.report.refused.length > 0}>
                            <summary>{t.rows}</summary>
                            <div class="stack">
                                <ImportResult report={proposal.report} />
                            </div>
                        </details>
                        {error !== null && <TroubleNotice error={error} />}
                        {isOpen && isOwn && (
                            <Notice kind="inconclusive">
                                <p>{t.ownProposal}</p>
                            </Notice>
                        )}
                        <div class="actions">
                            {isOpen && !isOwn && (
                                <Button
                                    primary
                                    disabled={busy}
                                    onClick={() => void act(() => api.post(`${path(id)}/approval`))}>
                                    {t.approve}
                                </Button>
                            )}
                            {isOpen && (
                                <Button danger disabled={busy} onClick={() => void act(() => api.remove(path(id)))}>
                                    {t.withdraw}
                                </Button>
                            )}
                            {proposal.state === "approved" && (
                                <a class="button primary" href={to("publish")}>
                                    {t.navPublish}
                                </a>
                            )}
                            <a class="button quiet" href="#/">
                                {t.back}
                            </a>
                        </div>
                    </>
                );
            }}
        </Loaded>
    );
}

function Difference({ changes }: { changes: Change[] }) {
    const t = useWords(officeWords);
    const names: Record<Change["change"], string> = { added: t.added, changed: t.changed, removed: t.removed };
    const [shown, setShown] = useState(20);
    const count = (kind: Change["change"]) => changes.filter((one) => one.change === kind).length;
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
