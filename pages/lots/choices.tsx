// One of a few: each with its button.
import { useId } from "preact/hooks";
import { Group } from "../kit/group";

export function Choices({
    legend,
    value,
    options,
    wrong,
    beside,
    onChange,
}: {
    legend: string;
    value: string;
    options: { value: string; name: string }[];
    wrong?: string | undefined;
    /** Two short ones stand side by side. */
    beside?: boolean;
    onChange: (value: string) => void;
}) {
    const name = useId();
    return (
        <Group legend={legend} wrong={wrong}>
            <div class={`choices${beside ? " beside" : ""}`}>
                {options.map((one) => (
                    <label key={one.value} class="choice">
                        <input
                            type="radio"
                            name={name}
                            checked={value === one.value}
                            onChange={() => onChange(one.value)}
                        />
                        <span>{one.name}</span>
                    </label>
                ))}
            </div>
        </Group>
    );
}
