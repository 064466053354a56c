// The checks of this phone, the newest first: opened again, or taken off it.
import { useState } from "preact/hooks";
import { Ask } from "../kit/ask";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
import { stamp } from "../kit/figures";
import { TroubleNotice } from "../kit/notice";
import { Table } from "../kit/table";
import { Verdict } from "../kit/verdict";
import { useWords } from "../kit/words";
import { dropCheck } from "./field_checks";
import type { Check } from "./model";
import { scanWords } from "./words";

export function CheckTable({
    checks,
    changed,
    open,
}: {
    checks: Check[];
    changed: () => Promise<void>;
    open: (check: Check) => void;
}) {
    const t = useWords(scanWords);
    const [dropped, setDropped] = useState<Check | null>(null);
    const dropping = useDeed();
    const newestFirst = [...checks].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    const drop = () => {
        const { id } = dropped!;
        setDropped(null);
        dropping.start(() => dropCheck(id).then(changed));
    };
    return (
        <>
            {dropping.error !== null && <TroubleNotice error={dropping.error} />}
            <Table
                caption={t.checksTitle}
                heads={[t.product, t.result, t.times, t.place, t.when, t.state, t.action]}
                rows={newestFirst.map((check) => ({
                    key: check.id,
                    cells: [
                        <strong>{check.name}</strong>,
                        <Verdict verdict={check.verdict} />,
                        <span class="number">{t.seenTimes(check.cases.length)}</span>,
                        check.place || "–",
                        <span class="number">{stamp(Date.parse(check.at) / 1000)}</span>,
                        check.sent ? t.sent : t.notSent,
                        <span class="row">
                            <Button quiet onClick={() => open(check)} aria-label={`${t.reopen}: ${check.name}`}>
                                {t.reopen}
                            </Button>
                            <Button
                                quiet
                                danger
                                onClick={() => setDropped(check)}
                                aria-label={`${t.drop}: ${check.name}`}>
                                {t.drop}
                            </Button>
                        </span>,
                    ],
                }))}
            />
            {dropped && (
                <Ask title={t.dropTitle} confirm={t.drop} danger onConfirm={drop} onClose={() => setDropped(null)}>
                    <p>{dropped.sent ? t.dropSent : t.dropWaiting}</p>
                </Ask>
            )}
        </>
    );
}
