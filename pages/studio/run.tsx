// A run on its way: progress in labels, a way to stop, and the files at the end.
import { useEffect, useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Notice, TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import type { Run } from "./model";
import { FindingWords } from "./preview";
import { studioWords } from "./words";

const isOver = (run: Run) => run.state !== "waiting" && run.state !== "running";

export function RunScreen({ id }: { id: string }) {
    const [run, setRun] = useState<Run | null>(null);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
        let timer = 0;
        let gone = false;
        const look = async (wait: number) => {
            try {
                const now = await api.get<Run>(`runs/${encodeURIComponent(id)}`);
                if (gone) return;
                setRun(now);
                setError(null);
                if (!isOver(now)) timer = window.setTimeout(() => void look(Math.min(wait * 1.3, 2000)), wait);
            } catch (problem) {
                if (gone) return;
                setError(problem);
                timer = window.setTimeout(() => void look(2000), 2000); // a run outlives a broken network
            }
        };
        void look(300);
        return () => {
            gone = true;
            clearTimeout(timer);
        };
    }, [id]);
    return (
        <>
            {error !== null && <TroubleNotice error={error} />}
            {run &&
                (isOver(run) ? (
                    <Over key={run.state} run={run} />
                ) : (
                    <UnderWay run={run} setRun={setRun} setError={setError} />
                ))}
        </>
    );
}

function UnderWay({
    run,
    setRun,
    setError,
}: {
    run: Run;
    setRun: (run: Run) => void;
    setError: (error: unknown) => void;
}) {
    const t = useWords(studioWords);
    const words = run.state === "waiting" ? t.runWaiting : t.runRunning(number(run.done), number(run.total));
    return (
        <>
            <Heading>{t.runTitle}</Heading>
            <div class="stack">
                <progress
                    aria-label={t.runTitle}
                    {...(run.state === "running" && run.total > 0 ? { max: run.total, value: run.done } : {})}
                />
                <p role="status">{words}</p>
            </div>
            <div class="actions">
                <Button
                    danger
                    onClick={() => void api.remove<Run>(`runs/${encodeURIComponent(run.id)}`).then(setRun, setError)}>
                    {t.stop}
                </Button>
            </div>
        </>
    );
}

function Over({ run }: { run: Run }) {
    const t = useWords(studioWords);
    const product = run.request["product"] ?? "";
    const file = (n: number) => api.address(`runs/${encodeURIComponent(run.id)}/file${n > 1 ? `?n=${n}` : ""}`);
    const kind = (run.request["format"] ?? "pdf").toUpperCase();
    if (run.state === "done")
        return (
            <>
                <Heading>{t.runDone}</Heading>
                <Notice kind="valid">
                    <p>{t.runDoneLead(number(run.total || Number(run.request["count"] ?? 1)))}</p>
                </Notice>
                {run.findings.length > 0 && (
                    <ul class="plain stack">
                        {run.findings.map((finding, n) => (
                            <li key={n}>
                                <FindingWords finding={finding} />
                            </li>
                        ))}
                    </ul>
                )}
                <div class="actions">
                    <a class="button primary" href={file(1)} download>
                        {t.download(kind)}
                    </a>
                    {Array.from({ length: Math.max(0, run.files - 1) }, (_, i) => (
                        <a key={i} class="button" href={file(i + 2)} download>
                            {t.downloadNth(i + 2)}
                        </a>
                    ))}
                </div>
                <div class="actions">
                    <a class="button" href={to("label", product, "dates")}>
                        {t.again}
                    </a>
                    <a class="button quiet" href="#/">
                        {t.other}
                    </a>
                </div>
            </>
        );
    const isRefused = run.state === "failed" && run.findings.length > 0;
    return (
        <>
            <Heading>{run.state === "cancelled" ? t.runCancelled : t.runFailed}</Heading>
            {run.error && (
                <Notice kind="invalid" alert>
                    <p>{run.error.message}</p>
                </Notice>
            )}
            {isRefused && (
                <>
                    <p>{t.runRefused}</p>
                    <ul class="plain stack">
                        {run.findings.map((finding, n) => (
                            <li key={n}>
                                <FindingWords finding={finding} />
                            </li>
                        ))}
                    </ul>
                </>
            )}
            <div class="actions">
                <a class="button primary" href={to("label", product, isRefused ? "dates" : "count")}>
                    {isRefused ? t.fix : t.back}
                </a>
                <a class="button quiet" href="#/">
                    {t.other}
                </a>
            </div>
        </>
    );
}
