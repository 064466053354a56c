// A line of text to type, or to take with one tap from what was typed before.
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { folded } from "../kit/folded";
import { lotsWords } from "./words";

const MOST = 5;

export function RememberedField({
    label,
    hint,
    wrong,
    value,
    remembered,
    onValue,
}: {
    label: string;
    hint?: string;
    wrong?: string | undefined;
    value: string;
    remembered: string[];
    onValue: (text: string) => void;
}) {
    const t = useWords(lotsWords);
    const key = folded(value);
    const offered = remembered.filter((one) => one !== value && folded(one).includes(key)).slice(0, MOST);
    return (
        <div class="remembered">
            <TextField
                label={label}
                {...(hint !== undefined && { hint })}
                wrong={wrong}
                value={value}
                onValue={onValue}
            />
            {offered.length > 0 && (
                <ul class="plain chips" aria-label={t.before}>
                    {offered.map((one) => (
                        <li key={one}>
                            <button type="button" class="chip" onClick={() => onValue(one)}>
                                {one}
                            </button>
                        </li>
                    ))}
                </ul>
            )}
        </div>
    );
}
