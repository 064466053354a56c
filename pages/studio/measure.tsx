// The last steps: five lengths on the printed sheet, one at a time; the server works out the correction.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Calibration, PrinterMeasures, TestSheet } from "../kit/api_types";
import { Notice, TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { Correction } from "./correction";
import { MeasureForm } from "./measure_form";
import { TestSheetDrawing, sheetQuery } from "./test_sheet";
import { studioWords } from "./words";

type Place = { name: string; stock: string };

export function MeasureSteps({ name, stock }: Place) {
    const [load, again] = useLoad(
        (signal) => api.get<TestSheet>(`printers/test-sheet?${sheetQuery(name, stock)}`, signal),
        [],
    );
    const [stored, setStored] = useState<Calibration | null>(null);
    if (stored) return <Calibrated printer={stored} name={name} />;
    return (
        <Loaded load={load} again={again}>
            {({ nominal_mm }) => <Lengths name={name} stock={stock} nominal={nominal_mm} stored={setStored} />}
        </Loaded>
    );
}

function Lengths({ name, stock, nominal, stored }: Place & { nominal: number[]; stored: (made: Calibration) => void }) {
    const t = useWords(studioWords);
    const [measured, setMeasured] = useState<number[]>([]);
    const [typed, setTyped] = useState("");
    const [error, setError] = useState<unknown>(null);
    const letters = nominal.length === 2 ? ["a", "c"] : ["a", "b", "c", "d", "e"];
    const n = measured.length;
    const letter = letters[n] ?? "";
    const take = async (length: number) => {
        const all = [...measured, length];
        setError(null);
        setTyped("");
        if (all.length < letters.length) return setMeasured(all);
        const measures: PrinterMeasures = {
            measured: all as PrinterMeasures["measured"],
            ...(stock !== "A4" && { stock }),
        };
        try {
            stored(await api.put<Calibration>(`printers/${encodeURIComponent(name)}`, measures));
        } catch (problem) {
            setError(problem); // a driver that scales, a shift too large: all five are measured again
            setMeasured([]);
        }
    };
    const back = () => {
        setTyped(number(measured[n - 1] ?? 0, 2));
        setMeasured(measured.slice(0, -1));
    };
    return (
        <>
            <Heading key={letter} step={`${name} · ${n + 1}/${letters.length}`}>
                {t.measureTitle(letter)}
            </Heading>
            {error !== null && <TroubleNotice error={error} />}
            <TestSheetDrawing lit={letter} />
            <MeasureForm
                key={`form ${letter}`}
                letter={letter}
                nominal={nominal[n] ?? 0}
                typed={typed}
                isLast={n + 1 === letters.length}
                take={take}
                back={n > 0 ? back : to("printers", name, stock)}
            />
        </>
    );
}

function Calibrated({ printer, name }: { printer: Calibration; name: string }) {
    const t = useWords(studioWords);
    return (
        <>
            <Heading>{t.calibrated(name)}</Heading>
            <Notice kind="valid">
                <p>{t.calibratedLead}</p>
            </Notice>
            <Correction printer={printer} />
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
}
