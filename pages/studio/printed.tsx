// What was printed: to fetch again, to print more of, and to void or replace a single label.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Ask } from "../kit/ask";
import { Button } from "../kit/button";
import { Field } from "../kit/field";
import { number, stamp } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import { Notice, TroubleNotice } from "../kit/notice";
import { ProductName } from "../kit/product_name";
import { go, to } from "../kit/route";
import { Table } from "../kit/table";
import { useWords } from "../kit/words";
import type { Format } from "./draft";
import { newWish, readDraft, writeDraft } from "./draft";
import type { Run, RunPage, RunState } from "./model";
import { studioWords } from "./words";

/** The same labels once more: a new run, so that the log knows of every label on paper. */
async function reprint(run: Run): Promise<void> {
    const numbers = new Set(["count", "start", "spares", "dpi"]);
    const wish = Object.fromEntries(
        Object.entries(run.request).map(([name, value]) => [
            name,
            name === "serials" ? true : numbers.has(name) ? Number(value) : value,
        ]),
    );
    const started = await api.post<{ id: string }>("runs", wish, { "Idempotency-Key": newWish() });
    go("run", started.id);
}

export function Printed() {
    const t = useWords(studioWords);
    const [load, again] = useLoad((signal) => api.get<RunPage>("runs?limit=50", signal), []);
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
                            heads={[t.when, t.what, t.how, t.state, t.deed]}
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
            <Serial />
        </>
    );
}

type SerialFacts = {
    serial: string;
    product: string;
    name: string | null;
    lot: string;
    state: "reserved" | "printed" | "voided" | "reissued";
};

const isLive = (facts: SerialFacts) => facts.state === "printed" || facts.state === "reserved";

function Serial() {
    const t = useWords(studioWords);
    const [typed, setTyped] = useState("");
    const [found, setFound] = useState<SerialFacts | null>(null);
    const [asking, setAsking] = useState<"void" | "reissue" | null>(null);
    const [reason, setReason] = useState("");
    const [told, setTold] = useState("");
    const [fresh, setFresh] = useState(""); // the serial that takes the place of one
    const [error, setError] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const path = (serial: string) => `serials/${encodeURIComponent(serial)}`;
    const look = (serial: string) =>
        api.get<SerialFacts>(path(serial)).then(
            (facts) => {
                setFound(facts);
                setError(null);
            },
            (problem) => {
                setFound(null);
                setError(problem);
            },
        );
    const act = async () => {
        if (!found || !asking || !reason.trim()) return;
        setBusy(true);
        try {
            const answer = await api.post<{ by?: string }>(`${path(found.serial)}/${asking}`, {
                reason: reason.trim(),
            });
            setTold(asking === "void" ? t.voided(found.serial) : t.reissued(found.serial, answer.by ?? ""));
            setFresh(answer.by ?? "");
            setReason("");
            await look(found.serial);
        } catch (problem) {
            setError(problem);
        }
        setAsking(null);
        setBusy(false);
    };
    const replace = () => {
        if (!found) return;
        writeDraft(found.product, {
            ...readDraft(found.product),
            serial: fresh,
            lot: found.lot,
            count: 1,
            spares: 0,
            serials: false,
        });
        go("label", found.product);
    };
    return (
        <section class="card stack">
            <div>
                <h2>{t.serialTitle}</h2>
                <p class="soft">{t.serialLead}</p>
            </div>
            <form
                class="row"
                style={{ alignItems: "end" }}
                onSubmit={(event) => {
                    event.preventDefault();
                    setTold("");
                    setFresh("");
                    if (typed.trim()) void look(typed.trim().toUpperCase());
                }}>
                <div class="grow">
                    <Field label={t.serial}>
                        {(control) => (
                            <input
                                {...control}
                                class="number"
                                autocomplete="off"
                                autocapitalize="characters"
                                value={typed}
                                onInput={(event) => setTyped(event.currentTarget.value)}
                            />
                        )}
                    </Field>
                </div>
                <Button type="submit">{t.serialFind}</Button>
            </form>
            {error !== null && <TroubleNotice error={error} />}
            {told && (
                <Notice kind="valid" alert>
                    <p>{told}</p>
                </Notice>
            )}
            {fresh && found && (
                <div class="actions">
                    <Button primary onClick={replace}>
                        {t.printReplacement}
                    </Button>
                </div>
            )}
            {found && (
                <>
                    <dl class="facts">
                        <dt>{t.serialOf}</dt>
                        <dd class="number">{found.serial}</dd>
                        <dt>{t.what}</dt>
                        <dd>{found.name ?? <ProductName id={found.product} />}</dd>
                        <dt>{t.lot}</dt>
                        <dd>{found.lot}</dd>
                        <dt>{t.state}</dt>
                        <dd>{isLive(found) ? t.issued : t.isVoid}</dd>
                    </dl>
                    {isLive(found) && (
                        <div class="actions">
                            <Button danger onClick={() => setAsking("void")}>
                                {t.serialVoid}
                            </Button>
                            <Button onClick={() => setAsking("reissue")}>{t.serialReissue}</Button>
                        </div>
                    )}
                </>
            )}
            {asking && (
                <Ask
                    title={`${asking === "void" ? t.serialVoid : t.serialReissue}: ${found?.serial ?? ""}`}
                    confirm={asking === "void" ? t.serialVoid : t.serialReissue}
                    danger={asking === "void"}
                    busy={busy || !reason.trim()}
                    onConfirm={() => void act()}
                    onClose={() => setAsking(null)}>
                    <Field label={t.reason} hint={t.reasonHint}>
                        {(control) => (
                            <input
                                {...control}
                                required
                                value={reason}
                                onInput={(event) => setReason(event.currentTarget.value)}
                            />
                        )}
                    </Field>
                </Ask>
            )}
        </section>
    );
}
