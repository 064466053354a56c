// Calibration, one thing at a time: name and paper, the test sheet, five lengths, the result. The server works out the
// correction.
import { api } from "../kit/api";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Printer } from "../kit/api_types";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { Correction } from "./correction";
import { MeasureSteps } from "./measure";
import { NameStep } from "./printer_name";
import { SheetStep } from "./test_sheet";
import { studioWords } from "./words";

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
