// A list that was proposed: what its columns mean, what it changes, which rows were refused, and the decision.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { stamp } from "../kit/figures";
import { Heading } from "../kit/heading";
import { ImportRemarks, ImportResult } from "../kit/import_result";
import { Loaded, useLoad } from "../kit/load";
import type { Proposal } from "../kit/api_types";
import { Notice, TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { useSession } from "../kit/session";
import { useWords } from "../kit/words";
import { Columns } from "./columns";
import { Difference } from "./difference";
import { officeWords } from "./words";

const path = (id: string) => `list-proposals/${encodeURIComponent(id)}`;

/** The state of a proposal, in words. */
export const stateWords = (t: (typeof officeWords)["vi"], state: Proposal["state"]): string =>
    ({ waiting: t.stateWaiting, approved: t.stateApproved, withdrawn: t.stateWithdrawn })[state];

export function ProposalScreen({ id }: { id: string }) {
    const t = useWords(officeWords);
    const { session } = useSession();
    const [load, again] = useLoad((signal) => api.get<Proposal>(path(id), signal), [id]);
    const [error, setError] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const [approving, setApproving] = useState(false);
    const act = async (task: () => Promise<unknown>) => {
        setBusy(true);
        setError(null);
        try {
            await task();
            again();
        } catch (problem) {
            setError(problem);
        }
        setBusy(false);
    };
    const approve = async () => {
        setApproving(true);
        await act(() => api.post(`${path(id)}/approval`));
        setApproving(false);
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
                        {proposal.trouble && (
                            <Notice kind="check" alert>
                                <p>{proposal.trouble}</p>
                                <p>{isOwn ? t.columnsTrouble : t.columnsOthersTrouble}</p>
                            </Notice>
                        )}
                        {proposal.report && <ImportRemarks report={proposal.report} />}
                        {proposal.state !== "withdrawn" && (
                            <ColumnsPart proposal={proposal} canSay={isOpen && isOwn} onSaid={again} />
                        )}
                        {proposal.difference && <Difference changes={proposal.difference.changes} />}
                        {proposal.report && (
                            <details open={proposal.report.refused.length > 0}>
                                <summary>{t.rows}</summary>
                                <div class="stack">
                                    <ImportResult report={proposal.report} />
                                </div>
                            </details>
                        )}
                        {error !== null && <TroubleNotice error={error} />}
                        {isOpen && isOwn && (
                            <Notice kind="inconclusive">
                                <p>{t.ownProposal}</p>
                            </Notice>
                        )}
                        {approving && (
                            <div class="stack" role="status">
                                <p>{t.approving}</p>
                                <progress aria-label={t.approving} />
                            </div>
                        )}
                        <div class="actions">
                            {isOpen && !isOwn && !proposal.trouble && (
                                <Button primary disabled={busy} onClick={() => void approve()}>
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

/** Fetched when it is opened, since the file is read for it; at once where the columns may be misunderstood. */
function ColumnsPart({ proposal, canSay, onSaid }: { proposal: Proposal; canSay: boolean; onSaid: () => void }) {
    const t = useWords(officeWords);
    const [isOpen, setOpen] = useState(proposal.trouble !== null || proposal.report?.products === 0);
    return (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{t.columnsTitle}</summary>
            {isOpen && (
                <div class="stack">
                    <Columns proposal={proposal} canSay={canSay} onSaid={onSaid} />
                </div>
            )}
        </details>
    );
}
