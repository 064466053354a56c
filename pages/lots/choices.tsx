// One of a few: each with its button.
import { useId } from "preact/hooks";

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
        <fieldset class="stack tight" tabIndex={-1} {...(wrong && { "data-wrong": true })}>
            <legend>{legend}</legend>
            {wrong && (
                <p class="invalid small" role="alert">
                    {wrong}
                </p>
            )}
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
        </fieldset>
    );
}
