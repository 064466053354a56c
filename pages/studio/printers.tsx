// Calibration, one thing at a time: name and paper, print the test sheet, five lengths, the result. The hall works out the correction.
import { useState } from "preact/hooks";
import { api, query } from "../kit/api";
import { Button } from "../kit/button";
import { Field } from "../kit/field";
import { number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import { Notice, TroubleNotice } from "../kit/notice";
import { go, to } from "../kit/route";
import { useWords } from "../kit/words";
import type { Stock } from "./model";
import { Onward } from "./steps";
import { studioWords } from "./words";

export type Printer = {
    name: string;
    right_mm: number;
    down_mm: number;
    across_scale: number;
    down_scale: number;
    turn_degrees: number;
};
type TestSheet = { paper_mm: [number, number]; nominal_mm: number[] };

const isName = (text: string) => /^[A-Za-z0-9._-]{1,40}$/.test(text);
const letters = (count: number) => (count === 2 ? ["a", "c"] : ["a", "b", "c", "d", "e"]);

export function Printers({ path: [name = "", stock = "", step = ""] }: { path: string[] }) {
    if (name === "new" && !stock) return <NameStep />;
    if (name && stock && step === "measure") return <MeasureSteps name={name} stock={stock} />;
    if (name && stock) return <SheetStep name={name} stock={stock} />;
    return <List />;
}

function List() {
    const t = useWords(studioWords);
    const [load, again] = useLoad((signal) => api.get<Printer[]>("printers", signal), []);
    return (
        <>
            <Heading>{t.printersTitle}</Heading>
            <p class="lead">{t.printersLead}</p>
            <Loaded load={load} again={again}>
                {(printers) =>
                    printers.length === 0 ? (
                        <p class="soft">{t.printersEmpty}</p>
                    ) : (
                        <ul class="plain stack">
                            {printers.map((printer) => (
                                <li key={printer.name} class="card">
                                    <strong>{printer.name}</strong>
                                    <Correction printer={printer} />
                                </li>
                            ))}
                        </ul>
                    )
                }
            </Loaded>
            <div class="actions">
                <a class="button primary" href={to("printers", "new")}>
                    {t.printerAdd}
                </a>
            </div>
        </>
    );
}

function Correction({ printer }: { printer: Printer }) {
    const t = useWords(studioWords);
    const mm = (value: number) => number(Math.abs(value), 2);
    return (
        <dl class="facts small">
            <dt>{t.shift}</dt>
            <dd>
                {printer.right_mm < 0 ? t.left(mm(printer.right_mm)) : t.right(mm(printer.right_mm))},{" "}
                {printer.down_mm < 0 ? t.up(mm(printer.down_mm)) : t.down(mm(printer.down_mm))}
            </dd>
            <dt>{t.stretch}</dt>
            <dd>
                → {number(printer.across_scale * 100, 2)} %, ↓ {number(printer.down_scale * 100, 2)} %
            </dd>
            <dt>{t.turn}</dt>
            <dd>{number(printer.turn_degrees, 2)}°</dd>
        </dl>
    );
}

function NameStep() {
    const t = useWords(studioWords);
    const [name, setName] = useState("");
    const [stock, setStock] = useState("");
    const [tried, setTried] = useState(false);
    const [load, again] = useLoad((signal) => api.get<Stock[]>("stocks", signal), []);
    return (
        <>
            <Heading>{t.printerAdd}</Heading>
            <Loaded load={load} again={again}>
                {(stocks) => (
                    <form
                        class="stack"
                        onSubmit={(event) => {
                            event.preventDefault();
                            setTried(true);
                            if (isName(name)) go("printers", name, stock || "A4");
                        }}>
                        <Field
                            label={t.printerName}
                            hint={t.printerNameHint}
                            wrong={tried && !isName(name) ? t.printerNameWrong : undefined}>
                            {(control) => (
                                <input
                                    {...control}
                                    autocomplete="off"
                                    autocapitalize="none"
                                    value={name}
                                    onInput={(event) => setName(event.currentTarget.value.trim())}
                                />
                            )}
                        </Field>
                        <Field label={t.printerPaper}>
                            {(control) => (
                                <select
                                    {...control}
                                    value={stock}
                                    onChange={(event) => setStock(event.currentTarget.value)}>
                                    <option value="">A4</option>
                                    {stocks
                                        .filter((one) => one.kind === "roll")
                                        .map((one) => (
                                            <option key={one.id} value={one.id}>
                                                {one.title}
                                            </option>
                                        ))}
                                </select>
                            )}
                        </Field>
                        <Onward back={to("printers")}>
                            <Button primary type="submit">
                                {t.next}
                            </Button>
                        </Onward>
                    </form>
                )}
            </Loaded>
        </>
    );
}

const stockQuery = (name: string, stock: string) => query({ printer: name, stock: stock === "A4" ? "" : stock });

function SheetStep({ name, stock }: { name: string; stock: string }) {
    const t = useWords(studioWords);
    return (
        <>
            <Heading step={name}>{t.sheetTitle}</Heading>
            <p class="lead">{t.sheetLead}</p>
            <TestSheetDrawing lit="" />
            <div class="actions">
                <a class="button" href={api.address(`printers/test-sheet.pdf?${stockQuery(name, stock)}`)} download>
                    {t.sheetDownload}
                </a>
            </div>
            <Onward back={to("printers", "new")}>
                <a class="button primary" href={to("printers", name, stock, "measure")}>
                    {t.sheetPrinted}
                </a>
            </Onward>
        </>
    );
}

function MeasureSteps({ name, stock }: { name: string; stock: string }) {
    const t = useWords(studioWords);
    const [load, again] = useLoad(
        (signal) => api.get<TestSheet>(`printers/test-sheet?${stockQuery(name, stock)}`, signal),
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

/** The test sheet in small, the length in question lit. */
function TestSheetDrawing({ lit }: { lit: string }) {
    const line = (letter: string) => ({ class: letter === lit ? "measure lit" : "measure" });
    return (
        <svg viewBox="-2 -2 214 301" class="test-sheet" aria-hidden="true">
            <rect width="210" height="297" class="sheet-paper" vector-effect="non-scaling-stroke" />
            <path d="M20 20H190" {...line("d")} />
            <path d="M20 20V277" {...line("e")} />
            <path d="M0 32H20" {...line("a")} />
            <path d="M0 265H20" {...line("b")} />
            <path d="M32 0V20" {...line("c")} />
            {[
                ["a", 9, 50],
                ["b", 9, 258],
                ["c", 44, 15],
                ["d", 105, 40],
                ["e", 32, 150],
            ].map(([letter, x, y]) => (
                <text key={letter} x={x} y={y} class={letter === lit ? "lit" : ""}>
                    {letter}
                </text>
            ))}
        </svg>
    );
}
