// The form of the last step: quantity, first sticker, file format, printer.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { number } from "../kit/figures";
import type { Printer, RunId, Stock } from "../kit/api_types";
import { newId } from "../kit/new_id";
import { Notice, TroubleNotice } from "../kit/notice";
import { go, to } from "../kit/route";
import { useWords } from "../kit/words";
import type { Change, Draft } from "./draft";
import { useDraft } from "./draft";
import { FormatChoice, PrinterChoice } from "./form_choice";
import { Quantity, readCount } from "./quantity";
import { StartSheet } from "./start_sheet";
import { Onward } from "./steps";
import { runWish } from "./wish";
import { studioWords } from "./words";

/** How much paper it takes: "3 sheets". */
function usePaperWords(draft: Draft, stock: Stock | undefined): string {
    const t = useWords(studioWords);
    const labels = draft.count + draft.spares;
    if (!stock) return t.pagesEach(number(labels));
    if (stock.kind === "roll") return t.rowsOfRoll(number(Math.ceil(labels / stock.columns)));
    return t.sheets(number(Math.ceil((labels + draft.start - 1) / stock.labels)));
}

/** Starts the run. One key, so that it stays one run however often the button is pressed or the network fails. */
function useRun(product: string, draft: Draft, change: Change, stock: Stock | undefined) {
    const [wish] = useState(newId);
    const [error, setError] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const make = async () => {
        setBusy(true);
        setError(null);
        try {
            const run = await api.post<RunId>("runs", runWish(product, draft, stock), { "Idempotency-Key": wish });
            change({ serial: "" });
            go("run", run.id);
        } catch (problem) {
            setError(problem);
            setBusy(false);
        }
    };
    return { make, error, busy };
}

export function CountForm({ product, stocks, printers }: { product: string; stocks: Stock[]; printers: Printer[] }) {
    const t = useWords(studioWords);
    const [draft, change] = useDraft(product);
    const [isGood, setGood] = useState(readCount(String(draft.count)) !== null);
    const stock = stocks.find((one) => one.id === draft.stock);
    const paper = usePaperWords(draft, stock);
    const { make, error, busy } = useRun(product, draft, change, stock);
    return (
        <form
            class="stack wide-gap"
            onSubmit={(event) => {
                event.preventDefault();
                if (isGood) void make();
            }}>
            {draft.serial ? (
                <Notice kind="inconclusive">
                    <p>{t.replaces(draft.serial)}</p>
                </Notice>
            ) : (
                <Quantity draft={draft} change={change} paper={paper} isGood={isGood} setGood={setGood} />
            )}
            {stock?.kind === "sheet" && stock.labels > 1 && (
                <FirstSticker stock={stock} draft={draft} change={change} />
            )}
            <FormatChoice draft={draft} change={change} isSheet={stock?.kind === "sheet"} />
            <PrinterChoice draft={draft} change={change} printers={printers} />
            {!draft.serial && (
                <label class="check">
                    <input
                        type="checkbox"
                        checked={draft.serials}
                        onChange={(event) => change({ serials: event.currentTarget.checked })}
                    />
                    {t.serials}
                </label>
            )}
            {error !== null && <TroubleNotice error={error} />}
            <Onward back={to("label", product, "dates")}>
                <Button primary type="submit" disabled={busy || !isGood}>
                    {t.make}
                </Button>
            </Onward>
        </form>
    );
}

function FirstSticker({ stock, draft, change }: { stock: Stock; draft: Draft; change: Change }) {
    const t = useWords(studioWords);
    return (
        <section class="stack">
            <div>
                <h2>{t.startTitle}</h2>
                <p class="soft">{t.startHint}</p>
            </div>
            <StartSheet
                stock={stock}
                start={draft.start}
                count={draft.count + draft.spares}
                onStart={(start) => change({ start })}
            />
            <p role="status" class="small">
                {t.startAt(draft.start)}
            </p>
        </section>
    );
}
