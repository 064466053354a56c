import type { Stock } from "../kit/api_types";
import { place, positions } from "./stock";

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
