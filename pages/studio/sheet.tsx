// A sheet of stickers as it lies on the table, drawn from its own figures.
import type { JSX } from "preact";
import { useWords } from "../kit/words";
import type { Stock } from "./model";
import { studioWords } from "./words";

const place = (stock: Stock, position: number) => {
    const [column, row] = [(position - 1) % stock.columns, Math.floor((position - 1) / stock.columns)];
    return { x: stock.first_mm[0] + column * stock.pitch_mm[0], y: stock.first_mm[1] + row * stock.pitch_mm[1] };
};
const positions = (stock: Stock) => Array.from({ length: stock.columns * stock.rows }, (_, i) => i + 1);

/** A small picture, for choosing. A roll shows a few rows and goes on. */
export function SheetPicture({ stock }: { stock: Stock }) {
    const roll = stock.kind === "roll";
    const rows = roll ? 3 : 1;
    const high = roll ? rows * (stock.sticker_mm[1] + 3) : stock.sheet_mm[1];
    const corner = Math.min(stock.sticker_mm[0], stock.sticker_mm[1]) / 14;
    return (
        <svg viewBox={`-1 -1 ${stock.sheet_mm[0] + 2} ${high + 2}`} class="sheet-picture" aria-hidden="true">
            <rect
                width={stock.sheet_mm[0]}
                height={high}
                class="sheet-paper"
                vector-effect="non-scaling-stroke"
                stroke-dasharray={roll ? "4 3" : undefined}
            />
            {Array.from({ length: rows }, (_, row) =>
                positions(stock).map((n) => {
                    const at = place(stock, n);
                    return (
                        <rect
                            key={`${row}-${n}`}
                            x={at.x}
                            y={at.y + (roll ? 1.5 + row * (stock.sticker_mm[1] + 3) : 0)}
                            width={stock.sticker_mm[0]}
                            height={stock.sticker_mm[1]}
                            rx={corner}
                            class="sticker free"
                            vector-effect="non-scaling-stroke"
                        />
                    );
                }),
            )}
        </svg>
    );
}

/** The first sheet, to tap: where does it start? One stop for the keyboard, arrows move. */
export function StartSheet({
    stock,
    start,
    count,
    onStart,
}: {
    stock: Stock;
    start: number;
    count: number;
    onStart: (position: number) => void;
}) {
    const t = useWords(studioWords);
    const all = positions(stock);
    const move: JSX.KeyboardEventHandler<HTMLDivElement> = (event) => {
        const steps: Record<string, number> = {
            ArrowRight: 1,
            ArrowLeft: -1,
            ArrowDown: stock.columns,
            ArrowUp: -stock.columns,
            Home: 1 - start,
            End: all.length - start,
        };
        const step = steps[event.key];
        const next = start + (step ?? 0);
        if (step === undefined || next < 1 || next > all.length) return;
        event.preventDefault();
        onStart(next);
        event.currentTarget.querySelectorAll<HTMLElement>("[role=radio]")[next - 1]?.focus();
    };
    const percent = (part: number, of: number) => `${(part / of) * 100}%`;
    return (
        <div
            class="sheet"
            role="radiogroup"
            aria-label={t.startTitle}
            style={{ aspectRatio: `${stock.sheet_mm[0]} / ${stock.sheet_mm[1]}` }}
            onKeyDown={move}>
            {all.map((n) => {
                const at = place(stock, n);
                const state = n < start ? "gone" : n < start + count ? "taken" : "free";
                return (
                    <button
                        key={n}
                        type="button"
                        role="radio"
                        aria-checked={n === start}
                        aria-label={t.startAt(n)}
                        tabIndex={n === start ? 0 : -1}
                        class={`sticker ${state}`}
                        onClick={() => onStart(n)}
                        style={{
                            left: percent(at.x, stock.sheet_mm[0]),
                            top: percent(at.y, stock.sheet_mm[1]),
                            width: percent(stock.sticker_mm[0], stock.sheet_mm[0]),
                            height: percent(stock.sticker_mm[1], stock.sheet_mm[1]),
                        }}>
                        {n === start || n % stock.columns === 1 || stock.columns === 1 ? n : ""}
                    </button>
                );
            })}
        </div>
    );
}
