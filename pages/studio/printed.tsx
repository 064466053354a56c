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

export function Printed() {
    const t = useWords(studioWords);
    const [load, again] = useLoad((signal) => api.get<Runs>("runs?limit=50", signal), []);
    const [error, setError] = useState<unknown>(null);
    const states: Record<RunState, string> = {
        waiting: t.stateWaiting,
        running: t.stateRunning,
        done: t.stateDone,
        failed: t.stateFailed,
        cancelled: t.stateCancelled,
    };
    const more = (run: Run) => {
        const { product = "", ...asked } = run.request;
        writeDraft(product, {
            ...readDraft(product),
            ...(asked["template"] && { template: asked["template"] }),
            stock: asked["stock"] ?? "",
            format: (asked["format"] ?? "pdf") as Format,
        });
        go("label", product, "dates");
    };
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
                                    <span>
                                        {run.request["lot"] && (
                                            <>
                                                {t.lotIs(run.request["lot"])}
                                                <br />
                                            </>
                                        )}
                                        {t.labelsCount(number(Number(run.request["count"] ?? 1)))}
                                    </span>,
                                    states[run.state],
                                    <span class="row">
                                        <a class="button quiet" href={to("run", run.id)}>
                                            {t.open}
                                        </a>
                                        {run.state === "done" && (
                                            <Button quiet onClick={() => void reprint(run).catch(setError)}>
                                                {t.reprint}
                                            </Button>
                                        )}
                                        {run.state === "failed" && (
                                            <Button quiet onClick={() => more(run)}>
                                                {t.fix}
                                            </Button>
                                        )}
                                    </span>,
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
