// A finished run: its files, or why it has no files.
import { api } from "../kit/api";
import { number } from "../kit/figures";
import { Heading } from "../kit/heading";
import type { Run } from "../kit/api_types";
import { Notice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { FindingWords } from "./finding";
import { studioWords } from "./words";

export function RunOver({ run }: { run: Run }) {
    return run.state === "done" ? <Done run={run} /> : <NotDone run={run} />;
}

function Findings({ run }: { run: Run }) {
    return (
        <ul class="plain stack">
            {run.findings.map((finding, n) => (
                <li key={n}>
                    <FindingWords finding={finding} />
                </li>
            ))}
        </ul>
    );
}

function Done({ run }: { run: Run }) {
    const t = useWords(studioWords);
    const file = (n: number) => api.address(`runs/${encodeURIComponent(run.id)}/file${n > 1 ? `?n=${n}` : ""}`);
    const kind = (run.request["format"] ?? "pdf").toUpperCase();
    const labels = run.total || Number(run.request["count"] ?? 1);
    return (
        <>
            <Heading>{t.runDone}</Heading>
            <Notice kind="valid">
                <p>{t.runDoneLead(number(labels))}</p>
            </Notice>
            {run.findings.length > 0 && <Findings run={run} />}
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
                <a class="button" href={to("label", run.request["product"] ?? "", "dates")}>
                    {t.again}
                </a>
                <a class="button quiet" href="#/">
                    {t.other}
                </a>
            </div>
        </>
    );
}

function NotDone({ run }: { run: Run }) {
    const t = useWords(studioWords);
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
                    <Findings run={run} />
                </>
            )}
            <div class="actions">
                <a
                    class="button primary"
                    href={to("label", run.request["product"] ?? "", isRefused ? "dates" : "count")}>
                    {isRefused ? t.fix : t.back}
                </a>
                <a class="button quiet" href="#/">
                    {t.other}
                </a>
            </div>
        </>
    );
}
