// How much, and in which unit. A number that may be read in two ways is asked about at once: later nobody is there.
import { SelectField } from "../kit/select_field";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { readNumber, units } from "./amount";
import type { Wrong } from "./draft";
import { lotsWords } from "./words";

export function AmountField({
    label,
    hint,
    number,
    unit,
    wrong,
    onNumber,
    onUnit,
}: {
    label: string;
    hint?: string;
    number: string;
    unit: string;
    wrong?: Wrong["number"] | undefined;
    onNumber: (text: string) => void;
    onUnit: (unit: string) => void;
}) {
    const t = useWords(lotsWords);
    const read = readNumber(number);
    const ways = "ways" in read ? read.ways : undefined;
    const told = ways
        ? t.twoWays(number.trim(), ways[0], ways[1])
        : wrong === "missing"
          ? t.missingAmount
          : wrong === "notNumber"
            ? t.notNumber
            : undefined;
    const known = (units as readonly string[]).includes(unit) ? units : [unit, ...units];
    return (
        <div class="amount">
            <TextField
                label={label}
                {...(hint !== undefined && { hint })}
                class="number"
                inputMode="decimal"
                maxLength={16}
                wrong={told}
                value={number}
                onValue={onNumber}
            />
            <SelectField
                label={t.unit}
                value={unit}
                options={known.map((one) => ({ value: one, name: one }))}
                onChange={onUnit}
            />
        </div>
    );
}
