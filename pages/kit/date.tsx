// A day as people here write it, dd/mm/yyyy; the browser's own field would follow the machine's language instead.
import { useEffect, useState } from "preact/hooks";
import { typedDay } from "./figures";
import { dateWords } from "./kit_words";
import { TextField } from "./text_field";
import { useWords } from "./words";

/** "5/11/26", "05.11.2026", "05112026" -> "2026-11-05"; nothing when there is no such day. */
export function readDay(text: string): string | null {
    const found =
        /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{2}|\d{4})$/.exec(text.trim()) ??
        /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
    if (!found) return null;
    const [date, month] = [Number(found[1]), Number(found[2])];
    const year = found[3]!.length === 2 ? 2000 + Number(found[3]) : Number(found[3]);
    const at = new Date(Date.UTC(year, month - 1, date));
    return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date
        ? at.toISOString().slice(0, 10)
        : null;
}

/**
 * `onChange` is told of days only. While what is typed is none, the field is not valid: the browser sends no form with
 * it, and a form with `noValidate` asks `checkValidity()`; either way the remark then stands at the field.
 */
export function DayField({
    label,
    hint,
    value,
    optional,
    onChange,
}: {
    label: string;
    hint?: string;
    value: string;
    optional?: boolean;
    onChange: (iso: string) => void;
}) {
    const t = useWords(dateWords);
    const [typed, setTyped] = useState(typedDay(value));
    const [touched, setTouched] = useState(false);
    useEffect(() => {
        if (readDay(typed) !== value) setTyped(typedDay(value));
    }, [value]);
    const read = typed.trim() === "" && optional ? "" : readDay(typed);
    const isTold = touched && read === null;
    return (
        <TextField
            label={label}
            // The remark stands in the hint's place: nothing below moves away under a tap that leaves the field.
            {...(!isTold && { hint: hint ?? t.form })}
            wrong={isTold ? t.wrong : undefined}
            unfit={read === null ? t.wrong : undefined}
            class="number"
            inputMode="numeric"
            placeholder="dd/mm/yyyy"
            maxLength={10}
            value={typed}
            onInvalid={(event) => {
                event.preventDefault(); // no bubble of the browser's beside the remark
                setTouched(true);
                const field = event.currentTarget;
                if (!field.form?.noValidate && field.form?.querySelector("input:invalid") === field) field.focus();
            }}
            onBlur={() => {
                setTouched(true);
                if (read) setTyped(typedDay(read));
            }}
            onValue={(text) => {
                setTyped(text);
                const iso = text.trim() === "" && optional ? "" : readDay(text);
                if (iso !== null) onChange(iso);
            }}
        />
    );
}
