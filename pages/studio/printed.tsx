// What was printed: to fetch again, to print more of, and to void or replace a single label.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { number, stamp } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { RunWish, Run, RunId, Runs } from "../kit/api_types";
import { newId } from "../kit/new_id";
import { TroubleNotice } from "../kit/notice";
import { ProductName } from "../kit/product_name";
import { go, to } from "../kit/route";
import { Table } from "../kit/table";
import { useWords } from "../kit/words";
import { readDraft, writeDraft } from "./draft";
import { SerialCard } from "./serial";
import { studioWords } from "./words";

type Format = RunWish["format"] & string;
type RunState = Run["state"];

/** The same labels once more: a new run, so that the log knows of every label on paper. */
async function reprint(run: Run): Promise<void> {
    const numbers = new Set(["count", "start", "spares", "dpi"]);
    const wish = Object.fromEntries(
        Object.entries(run.request).map(([name, value]) => [
            name,
            name === "serials" ? true : numbers.has(name) ? Number(value) : value,
        ]),
    );
    const started = await api.post<RunId>("runs", wish, { "Idempotency-Key": newId() });
    go("run", started.id);
}

/** A run that failed is asked for again: its label, paper and format are filled in. */
function askAgain({ request }: Run): void {
    const { product = "", ...asked } = request;
    writeDraft(product, {
        ...readDraft(product),
        ...(asked["template"] && { template: asked["template"] }),
        stock: asked["stock"] ?? "",
        format: (asked["format"] ?? "pdf") as Format,
    });
    go("label", product, "dates");
}

const stateWords = (t: (typeof studioWords)["vi"], state: RunState): string =>
    ({
        waiting: t.stateWaiting,
        running: t.stateRunning,
        done: t.stateDone,
        failed: t.stateFailed,
        cancelled: t.stateCancelled,
    })[state];

export function Printed() {
    const t = useWords(studioWords);
    const [load, again] = useLoad((signal) => api.get<Runs>("runs?limit=50", signal), []);
    const [error, setError] = useState<unknown>(null);
    return (
        <>
            <Heading>{t.printedTitle}</Heading>
            {error !== null && <TroubleNotice error={error} />}
            <Loaded load={load} again={again}>
                {({ runs }) =>
                    runs.length === 0 ? (
                        <div class="empty">
                            <p>{t.printedEmpty}</p>
                            <a class="button primary" href="#/">
                                {t.printedFirst}
                            </a>
                        </div>
                    ) : (
                        <Table
                            caption={t.printedTitle}
                            heads={[t.when, t.what, t.how, t.state, t.action]}
                            rows={runs.map((run) => ({
                                key: run.id,
                                cells: [
                                    <span class="number small">{stamp(run.at)}</span>,
                                    <ProductName id={run.request["product"] ?? ""} />,
                                    <LotAndCount run={run} />,
                                    stateWords(t, run.state),
                                    <RunActions run={run} failed={setError} />,
                                ],
                            }))}
                        />
                    )
                }
            </Loaded>
            <SerialCard />
        </>
    );
}

function LotAndCount({ run: { request } }: { run: Run }) {
    const t = useWords(studioWords);
    return (
        <span>
            {request["lot"] && (
                <>
                    {t.lotIs(request["lot"])}
                    <br />
                </>
            )}
            {t.labelsCount(number(Number(request["count"] ?? 1)))}
        </span>
    );
}

function RunActions({ run, failed }: { run: Run; failed: (why: unknown) => void }) {
    const t = useWords(studioWords);
    return (
        <span class="row">
            <a class="button quiet" href={to("run", run.id)}>
                {t.open}
            </a>
            {run.state === "done" && (
                <Button quiet onClick={() => void reprint(run).catch(failed)}>
                    {t.reprint}
                </Button>
            )}
            {run.state === "failed" && (
                <Button quiet onClick={() => askAgain(run)}>
                    {t.fix}
                </Button>
            )}
        </span>
    );
}
