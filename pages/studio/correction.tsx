// How far a printer is corrected.
import { number } from "../kit/figures";
import type { Printer } from "../kit/api_types";
import { useWords } from "../kit/words";
import { studioWords } from "./words";

export function Correction({ printer }: { printer: Omit<Printer, "name"> }) {
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
