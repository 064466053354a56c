// The second step: the test sheet to download and print, and its drawing.
import { api, query } from "../kit/api";
import { Heading } from "../kit/heading";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { Onward } from "./steps";
import { studioWords } from "./words";

/** The sheet for this printer, as the server is asked for it. */
export const sheetQuery = (name: string, stock: string) => query({ printer: name, stock: stock === "A4" ? "" : stock });

export function SheetStep({ name, stock }: { name: string; stock: string }) {
    const t = useWords(studioWords);
    return (
        <>
            <Heading step={name}>{t.sheetTitle}</Heading>
            <p class="lead">{t.sheetLead}</p>
            <TestSheetDrawing lit="" />
            <div class="actions">
                <a class="button" href={api.address(`printers/test-sheet.pdf?${sheetQuery(name, stock)}`)} download>
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

/** The test sheet in small, the length in question lit. */
export function TestSheetDrawing({ lit }: { lit: string }) {
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
