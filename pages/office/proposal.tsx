// A list that was proposed: what its columns mean, what it changes, which rows were refused, and the decision.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
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
    const [load, again] = useLoad((signal) => api.get<Proposal>(path(id), signal), [id]);
    const decision = useDecision(id, again);
    return (
        <Loaded load={load} again={again}>
            {(proposal) => <Proposed proposal={proposal} decision={decision} again={again} />}
        </Loaded>
    );
}

function Proposed({ proposal, decision, again }: { proposal: Proposal; decision: Decision; again: () => void }) {
    const t = useWords(officeWords);
    const { session } = useSession();
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
            <DecisionPart proposal={proposal} decision={decision} isOwn={isOwn} />
        </>
    );
}

type Decision = {
    approve: () => void;
    withdraw: () => void;
    busy: boolean;
    /** The list is being approved, which takes a while. */
    approving: boolean;
    error: unknown;
};

/** Approves or withdraws a proposal; `decided` is called when the server has done it. */
function useDecision(id: string, decided: () => void): Decision {
    const { start, busy, error } = useDeed();
    const [approving, setApproving] = useState(false);
    const approve = async () => {
        setApproving(true);
        try {
            await api.post(`${path(id)}/approval`);
            decided();
        } finally {
            setApproving(false);
        }
    };
    return {
        approve: () => start(approve),
        withdraw: () => start(() => api.remove(path(id)).then(decided)),
        busy,
        approving,
        error,
    };
}

/** Who may decide, what is under way, and the buttons. */
function DecisionPart({ proposal, decision, isOwn }: { proposal: Proposal; decision: Decision; isOwn: boolean }) {
    const t = useWords(officeWords);
    const isOpen = proposal.state === "waiting";
    return (
        <>
            {decision.error !== null && <TroubleNotice error={decision.error} />}
            {isOpen && isOwn && (
                <Notice kind="inconclusive">
                    <p>{t.ownProposal}</p>
                </Notice>
            )}
            {decision.approving && (
                <div class="stack" role="status">
                    <p>{t.approving}</p>
                    <progress aria-label={t.approving} />
                </div>
            )}
            <div class="actions">
                {isOpen && !isOwn && !proposal.trouble && (
                    <Button primary disabled={decision.busy} onClick={decision.approve}>
                        {t.approve}
                    </Button>
                )}
                {isOpen && (
                    <Button danger disabled={decision.busy} onClick={decision.withdraw}>
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
