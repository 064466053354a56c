// The form of the last step: quantity, first sticker, file format, printer.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { Field } from "../kit/field";
import { number } from "../kit/figures";
import type { Format, Printer, RunId, Stock } from "../kit/model";
import { Notice, TroubleNotice } from "../kit/notice";
import { go, to } from "../kit/route";
import { useWords } from "../kit/words";
import type { Draft } from "./draft";
import { useDraft } from "./draft";
import { StartSheet } from "./start_sheet";
import { Onward } from "./steps";
import { newWish, runWish } from "./wish";
import { studioWords } from "./words";

const MOST = 100_000;

/** How much paper it takes: "3 sheets". */
function usePaperWords(draft: Draft, stock: Stock | undefined): string {
    const t = useWords(studioWords);
    const labels = draft.count + draft.spares;
    if (!stock) return t.pagesEach(number(labels));
    if (stock.kind === "roll") return t.rowsOfRoll(number(Math.ceil(labels / stock.columns)));
    return t.sheets(number(Math.ceil((labels + draft.start - 1) / stock.labels)));
}

export function CountForm({ product, stocks, printers }: { product: string; stocks: Stock[]; printers: Printer[] }) {
    const t = useWords(studioWords);
    const [draft, change] = useDraft(product);
    const [typed, setTyped] = useState(String(draft.count));
    const [wish] = useState(newWish); // one run, however often the button is pressed or the network fails
    const [error, setError] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const stock = stocks.find((one) => one.id === draft.stock);
    const paper = usePaperWords(draft, stock);
    const good = /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST;
    const make = async () => {
        setBusy(true);
        setError(null);
        try {
            const run = await api.post<RunId>("runs", runWish(product, draft, stock), {
                "Idempotency-Key": wish,
            });
            change({ serial: "" });
            go("run", run.id);
        } catch (problem) {
            setError(problem);
            setBusy(false);
        }
    };
    const forms: { format: Format; name: string; hint: string }[] = [
        { format: "pdf", name: t.pdf, hint: t.pdfHint },
        { format: "png", name: t.png, hint: t.pngHint },
        ...(stock?.kind === "sheet" ? [] : [{ format: "zpl" as const, name: t.zpl, hint: t.zplHint }]),
    ];
    return (
        <form
            class="stack"
            style={{ gap: "var(--s5)" }}
            onSubmit={(event) => {
                event.preventDefault();
                if (good) void make();
            }}>
            {draft.serial ? (
                <Notice kind="inconclusive">
                    <p>{t.replaces(draft.serial)}</p>
                </Notice>
            ) : (
                <div class="fields">
                    <Field label={t.count} hint={good ? paper : ""} wrong={good ? undefined : t.countWrong}>
                        {(control) => (
                            <input
                                {...control}
                                class="number large-input"
                                inputMode="numeric"
                                autocomplete="off"
                                value={typed}
                                onInput={(event) => {
                                    const text = event.currentTarget.value.replace(/[.\s,]/g, "");
                                    setTyped(text);
                                    if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MOST)
                                        change({ count: Number(text) });
                                }}
                            />
                        )}
                    </Field>
                    <Field label={t.spares}>
                        {(control) => (
                            <input
                                {...control}
                                class="number"
                                inputMode="numeric"
                                autocomplete="off"
                                value={String(draft.spares)}
                                onInput={(event) =>
                                    change({
                                        spares: Math.min(
                                            MOST,
                                            Number(event.currentTarget.value.replace(/\D/g, "")) || 0,
                                        ),
                                    })
                                }
                            />
                        )}
                    </Field>
                </div>
            )}
            {stock?.kind === "sheet" && stock.labels > 1 && (
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
            )}
            <fieldset class="stack tight">
                <legend>{t.kind}</legend>
                <div class="choices">
                    {forms.map((form) => (
                        <label key={form.format} class="choice">
                            <input
                                type="radio"
                                name="format"
                                checked={draft.format === form.format}
                                onChange={() => change({ format: form.format, dpi: form.format === "zpl" ? 203 : 300 })}
                            />
                            <span>
                                <strong>{form.name}</strong>
                                <br />
                                <span class="soft small">{form.hint}</span>
                            </span>
                        </label>
                    ))}
                </div>
            </fieldset>
            <div class="fields">
                {draft.format !== "pdf" && (
                    <Field label={t.dpi}>
                        {(control) => (
                            <select
                                {...control}
                                value={String(draft.dpi)}
                                onChange={(event) => change({ dpi: Number(event.currentTarget.value) })}>
                                {[203, 300, 600].map((dpi) => (
                                    <option key={dpi} value={dpi}>
                                        {t.dots(dpi)}
                                    </option>
                                ))}
                            </select>
                        )}
                    </Field>
                )}
                {printers.length > 0 && draft.format !== "png" && (
                    <Field label={t.printer}>
                        {(control) => (
                            <select
                                {...control}
                                value={draft.printer}
                                onChange={(event) => change({ printer: event.currentTarget.value })}>
                                <option value="">{t.printerNone}</option>
                                {printers.map((printer) => (
                                    <option key={printer.name} value={printer.name}>
                                        {printer.name}
                                    </option>
                                ))}
                            </select>
                        )}
                    </Field>
                )}
            </div>
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
                <Button primary type="submit" disabled={busy || !good}>
                    {t.make}
                </Button>
            </Onward>
        </form>
    );
}
