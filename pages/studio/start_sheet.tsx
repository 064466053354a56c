import type { JSX } from "preact";
import type { Stock } from "../kit/api_types";
import { useWords } from "../kit/words";
import { place, positions } from "./stock";
import { studioWords } from "./words";

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
