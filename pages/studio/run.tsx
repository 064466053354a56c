// A run on its way: progress in labels, a way to stop, and the files at the end.
import { useEffect, useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { number } from "../kit/figures";
import { Heading } from "../kit/heading";
import type { Run } from "../kit/api_types";
import { TroubleNotice } from "../kit/notice";
import { useWords } from "../kit/words";
import { RunOver } from "./run_over";
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
                    <RunOver key={run.state} run={run} />
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
    const drawn = run.total > 0 ? t.runRunning(number(run.done), number(run.total)) : t.runStarting;
    const words = run.state === "waiting" ? t.runWaiting : drawn;
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
