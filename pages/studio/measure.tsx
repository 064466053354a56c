// The last steps: five lengths on the printed sheet, one at a time; the server works out the correction.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { Field } from "../kit/field";
import { number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Printer, TestSheet } from "../kit/model";
import { Notice, TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { Correction } from "./correction";
import { sheetQuery, TestSheetDrawing } from "./test_sheet";
import { studioWords } from "./words";

const letters = (count: number) => (count === 2 ? ["a", "c"] : ["a", "b", "c", "d", "e"]);

export function MeasureSteps({ name, stock }: { name: string; stock: string }) {
    const t = useWords(studioWords);
    const [load, again] = useLoad(
        (signal) => api.get<TestSheet>(`printers/test-sheet?${sheetQuery(name, stock)}`, signal),
        [],
    );
    const [measured, setMeasured] = useState<number[]>([]);
    const [typed, setTyped] = useState("");
    const [tried, setTried] = useState(false);
    const [stored, setStored] = useState<Printer | null>(null);
    const [error, setError] = useState<unknown>(null);
    const explain: Record<string, string> = {
        a: t.measureA,
        b: t.measureB,
        c: t.measureC,
        d: t.measureD,
        e: t.measureE,
    };
    if (stored)
        return (
            <>
                <Heading key="stored">{t.calibrated(name)}</Heading>
                <Notice kind="valid">
                    <p>{t.calibratedLead}</p>
                </Notice>
                <Correction printer={stored} />
                <div class="actions">
                    <a class="button primary" href="#/">
                        {t.toLabels}
                    </a>
                    <a class="button quiet" href={to("printers")}>
                        {t.printersTitle}
                    </a>
                </div>
            </>
        );
    return (
        <Loaded load={load} again={again}>
            {({ nominal_mm }) => {
                const all = letters(nominal_mm.length);
                const n = measured.length;
                const letter = all[n] ?? "";
                const value = Number(typed.replace(",", "."));
                const good = typed.trim() !== "" && Number.isFinite(value) && value >= 0 && value <= 1500;
                const onward = async () => {
                    setTried(true);
                    if (!good) return;
                    const now = [...measured, value];
                    if (now.length < all.length) {
                        setMeasured(now);
                        setTyped("");
                        setTried(false);
                        return;
                    }
                    try {
                        setStored(
                            await api.put<Printer>(`printers/${encodeURIComponent(name)}`, {
                                measured: now,
                                ...(stock !== "A4" && { stock }),
                            }),
                        );
                    } catch (problem) {
                        setError(problem); // a driver that scales, a shift too large: measured anew from the first
                        setMeasured([]);
                        setTyped("");
                        setTried(false);
                    }
                };
                return (
                    <>
                        <Heading key={letter} step={`${name} · ${n + 1}/${all.length}`}>
                            {t.measureTitle(letter)}
                        </Heading>
                        {error !== null && <TroubleNotice error={error} />}
                        <TestSheetDrawing lit={letter} />
                        <form
                            class="stack"
                            onSubmit={(event) => {
                                event.preventDefault();
                                setError(null);
                                void onward();
                            }}>
                            <p class="lead">{explain[letter]}</p>
                            <Field
                                label={t.measureField}
                                hint={t.measureNominal(number(nominal_mm[n] ?? 0))}
                                wrong={tried && !good ? t.measureWrong : undefined}>
                                {(control) => (
                                    <input
                                        {...control}
                                        class="number large-input"
                                        inputMode="decimal"
                                        autocomplete="off"
                                        value={typed}
                                        onInput={(event) => setTyped(event.currentTarget.value)}
                                    />
                                )}
                            </Field>
                            <div class="actions">
                                <Button primary type="submit">
                                    {n + 1 < all.length ? t.next : t.save}
                                </Button>
                                {n > 0 ? (
                                    <Button
                                        quiet
                                        onClick={() => {
                                            setTyped(number(measured[n - 1] ?? 0, 2));
                                            setMeasured(measured.slice(0, -1));
                                        }}>
                                        {t.back}
                                    </Button>
                                ) : (
                                    <a class="button quiet" href={to("printers", name, stock)}>
                                        {t.back}
                                    </a>
                                )}
                            </div>
                        </form>
                    </>
                );
            }}
        </Loaded>
    );
}
